/** What leads to a place stands no further before it (letters): a paragraph may be of any length. */
const LED = 200;
/** What a district or commune is called before its name. */
const NOUN = /(?<!\p{L})(?:huyện|thị xã|thành phố|tp\.?|quận|xã|phường|thị trấn|đặc khu)\s(?=\p{Lu})/giu;
const MANY = /(?:^|[\s,:;(])(?:các|những|hai|ba|\d{1,2})\s$/iu;
/** Cities that stand by themselves, and are no part of a province. */
const PROVINCES = /(?:Hà Nội|Hồ Chí Minh|Đà Nẵng|Cần Thơ|Hải Phòng|Huế)$/u;
/** What leads from a unit to its number. */
const LEADS = new Set(
  'phấn đấu giảm tăng đạt còn là có chiếm xuống lên bình quân từ trên dưới ít nhất tối thiểu khoảng không quá thêm mỗi hằng năm'.split(
    ' ',
  ),
);

const YEARS = /(?:giai đoạn|đến năm|năm|từ năm)\s(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)\d{2})?/giu;

/** A district or commune that a number is of. */
export interface NamedUnit {
  /** As written. */
  name: string;
  /** Whether nothing but what leads to the number stands behind it. */
  isAlone: boolean;
}

/**
 * The district or commune a number is of: its words name one ("huyện Đăk Glei", "các huyện Đăk Glei, Tu Mơ Rông") and
 * go on to the number, or say besides what moves.
 * @param led the words before the number that are its own, as written
 * @param isAfterUnit whether the number before it is of such a unit: then a name alone is another
 */
export function namedUnit(led: string, isAfterUnit: boolean): NamedUnit | null {
  const nouns = [...led.matchAll(NOUN)].filter(({ index }) => isFree(led, index));
  const first = nouns.find(({ index }) => nameEnd(led, index) >= nameEnd(led, nouns.at(-1)?.index ?? 0));
  const start = first?.index ?? (isAfterUnit ? nameStart(led) : -1);
  if (start < 0) return null;
  const from = start - (MANY.exec(led.slice(0, start))?.[0].trimStart().length ?? 0);
  const end = nameEnd(led, start);
  const name = led.slice(from, end).trim();
  const rest = led.slice(end).replaceAll(YEARS, ' ');
  if (name === '' || PROVINCES.test(name) || /\p{Lu}/u.test(rest)) return null;
  const isAlone = (rest.match(/[\p{L}\d]+/gu) ?? []).every((word) => LEADS.has(word));
  return isAlone || /^\s(?:giảm|nâng|tăng|phấn đấu)\s/u.test(rest) ? { name, isAlone } : null;
}

/** Whether a noun begins a part and is of nothing before it: "trạm y tế xã Nậm Hàng" is a station. */
function isFree(led: string, at: number): boolean {
  const many = MANY.exec(led.slice(0, at));
  const before = led.slice(0, many?.index ?? at).trimEnd();
  // "Tỷ lệ hộ nghèo 02 huyện Trạm Tấu, Mù Cang Chải"
  if (many !== null && /(?:tỷ lệ|tỉ lệ|mức|thu nhập)\s[^,;:.%\d]*$/iu.test(before.slice(-LED))) return true;
  return (
    before === '' ||
    /[,:;(]$/u.test(before) ||
    /(?:^|\s)(?:và|còn|trong đó|riêng|cụ thể|tại|ở)$/iu.test(before)
  );
}

/** Where a name that stands alone begins; -1 where other words do. */
function nameStart(led: string): number {
  const at = led.search(/\p{L}/u);
  const start = /^(?:và|còn)\s/u.test(led.slice(at)) ? led.indexOf(' ', at) + 1 : at;
  return start >= 0 && /^\p{Lu}/u.test(led.slice(start)) ? start : -1;
}

/** The end of the names from a place on: words with a capital, with commas, "và" and other such nouns between. */
function nameEnd(led: string, start: number): number {
  let end = start;
  for (const { index, 0: word } of led.slice(start).matchAll(/[\p{L}\d’'.]+/gu)) {
    const isName = /^\p{Lu}/u.test(word);
    const isBetween = /^(?:huyện|thị|xã|thành|phố|trấn|quận|phường|đặc|khu|và)$/iu.test(word);
    if (!isName && !isBetween) break;
    if (isName) end = start + index + word.length;
  }
  return end;
}

/** A name of an indicator says nothing of the unit it is asked for. */
export function withoutUnit(name: string, unit: string | null): string {
  return unit === null
    ? name
    : name
        .split(unit)
        .join(' ')
        .replaceAll(/\s{2,}/gu, ' ')
        .replace(/[,:]\s?$/u, '')
        .trim();
}
