import type { DraftCell } from './model.ts';

/** A row that is nothing but a commune or a district, or all of them together. */
const PLACE =
  /^(?:[Hh]uyện|[Tt]hị xã|[Tt]hành phố|TP\.?|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)\s\p{Lu}[^,;:]{1,40}$/u;
const ALL = /^(?:tổng cộng|tổng số|cộng|toàn tỉnh|toàn thành phố)$/iu;

/** Whether a row is called by a place: then its column says what the figure is of. */
export function isOfPlace(label: string): boolean {
  return PLACE.test(label.normalize('NFC').trim()) || ALL.test(label.normalize('NFC').trim());
}

const COLUMN_OF_PLACES =
  /^(?:tên\s)?(?:đơn vị(?: hành chính)?|địa phương|địa bàn|(?:các\s)?(?:xã|phường|huyện|đặc khu)(?!\p{L}))(?!\s(?:tính|chủ trì|thực hiện))/iu;
const NAMES_ALONE = /^\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}\p{Ll}*){1,4}$/u;

/** "Sơn Hà" in a column of communes: a name that its neighbours say is a place, without the word for what it is. */
export function isNamedPlace(label: string, heading: string, labels: readonly string[]): boolean {
  return (
    COLUMN_OF_PLACES.test(heading.normalize('NFC').trim()) &&
    NAMES_ALONE.test(label.normalize('NFC').trim()) &&
    labels.every((one) => isOfPlace(one) || NAMES_ALONE.test(one.normalize('NFC').trim()))
  );
}

const SORTS = ['huyện', 'thị xã', 'thành phố', 'tp', 'quận', 'xã', 'phường', 'thị trấn', 'đặc khu']
  .flatMap((sort) => [
    sort,
    sort.charAt(0).toLocaleUpperCase('vi') + sort.slice(1),
    sort.toLocaleUpperCase('vi'),
  ])
  .join('|');
const NAMED = new RegExp(
  String.raw`(?<!\p{L})(?:${SORTS})\.?\s(?:nông trường\s)?(?:\p{Lu}[\p{L}'’]*(?:[\s-]{1,3}\p{Lu}[\p{L}'’]*){0,5}|\d{1,2}(?=[\s,;|]+\d))`,
  'gu',
);
/** "Đoàn Kết" behind the number of a row: every syllable is capital, as in names of places alone. */
const NAME_ALONE = /^(\d{1,3}[.)]?[\s,;|]+)\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}\p{Ll}*){1,4}(?=[\s,;|]+[\d≥≤<>~-])/u;
const TOTAL =
  /^((?:\d{1,3}[.)]?|[IVX]{1,4}[.)]?|[-–+•*])?[\s,;|]*)(?:tổng cộng|tổng số|tổng|cộng|toàn tỉnh|toàn thành phố)(?=[\s,;|]+[\d≥≤<>~-])/iu;
const FIGURES_ALONE =
  /(?:[≥≤<>~]\s?)?\d[\d.,]*\s?(?:(?:%|‰|người|hộ|lao động|học sinh|trẻ|nhà|căn|ha|km|xã|thôn|bản)(?!\p{L}))?/gu;

/**
 * Whether a line of prose is a row of a table that lost its columns: the number of the row, a commune or a district (or
 * the word for all of them) and figures with no other word: which figure is of what only the headings said.
 */
export function isBareRowOfPlace(line: string): boolean {
  const text = line.normalize('NFC').trim();
  const named = text.replaceAll(NAMED, ' ').replace(TOTAL, '$1 ').replace(NAME_ALONE, '$1 ');
  if (named === text) return false;
  const figures = named.replace(/^(?:\d{1,3}|[IVX]{1,4}|[a-zđ])[.)]?[\s,;|]/u, ' ');
  return /\d/u.test(figures) && !/[^\s,;|.\-–+•*x"]/u.test(figures.replaceAll(FIGURES_ALONE, ' '));
}

/** The commune or district of a row; null of all of them. */
export function placeOf({ rowLabel }: DraftCell): string | null {
  return ALL.test(rowLabel.normalize('NFC').trim()) ? null : rowLabel;
}

/** What a column is of, without years, units and what says that it is an aim. */
export function nameOfColumn(heading: string): string {
  return heading
    .split(' / ')
    .map((part) =>
      part
        .replace(/\s?\([^()]*\)\s*$/u, '')
        .replaceAll(
          /(?:đến|trong|hết)?\s?(?:năm|giai đoạn)\s(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?/giu,
          ' ',
        )
        .replace(/^(?:kế hoạch|chỉ tiêu|mục tiêu|phấn đấu)(?:\sgiao)?\s*$/iu, ' ')
        .replaceAll(/\s{2,}/gu, ' ')
        .trim(),
    )
    .filter((part) => /\p{L}{2}/u.test(part))
    .join(' ');
}
