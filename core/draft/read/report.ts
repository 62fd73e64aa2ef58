import type { Item } from '../items.ts';
import type { PlacedParagraph } from '../outline.ts';
import { sectionRole } from '../section-role.ts';
import { isTitle } from '../title.ts';
import { type YearPhrase, yearPhrases } from '../year-phrases.ts';

/** What begins to tell how things stand. */
const STANDS =
  /(?:^|(?<!\s(?:phát|thực|thể|biểu|xuất))[\s,;(])(?:(?:lũy kế|luỹ kế) đến (?:nay|(?:hết )?tháng|quý|ngày)|tính đến|đến nay|hiện nay|hiện có(?=[^,;.]*\d)|kết thúc năm|(?:nhiệm kỳ|giai đoạn|thời gian|(?<!(?:mỗi|hằng|hàng)\s)năm)\s(?:vừa )?qua(?!\s\d)|trong (?:\d+ năm|thời gian|những năm) qua|(?<!\p{L}\s)sau (?:hơn |gần )?\d+ năm|nay (?:xuống|còn|đạt|giảm|tăng)|đầu năm(?:\s(?:19|20)\d{2})?,?\s(?:(?:trên )?(?:địa bàn )?(?:toàn |cả )?tỉnh|toàn (?:thành phố|huyện|xã))\s(?:hiện )?(?:còn|có)|đầu kỳ(?=\s?[:,]|\s(?:là|có|còn)\s)|dự ước|ước (?:đạt|thực hiện)|vượt (?:so với\s)?(?:chỉ tiêu|kế hoạch|nghị quyết)|(?:còn|đang) thiếu|mới chỉ|(?<!chứng )chỉ mới|(?<!chứng )(?:chỉ|mới) (?:đạt|chiếm)(?=[^,;.]{0,16}\d))(?!\p{L})/gu;
/** What begins to tell what is aimed at. */
const AIMS =
  /(?:^|[\s,;(])(?:phấn đấu|mục tiêu(?! quốc gia)|chỉ tiêu|đề ra|sẽ|cần đạt|dự kiến|bảo đảm|đảm bảo|nhiệm vụ)(?!\p{L})/gu;
const AIMED = new RegExp(AIMS.source, 'u');
/** Words of somebody who has done something; behind a number "đã" says of which ("lao động đã qua đào tạo"). */
const HAS_DONE =
  /^(?:[^\d%]|(?:19|20)\d{2})*(?:^|[\s,;(])đã\s(?!qua|đăng ký|nghỉ|hết|mất|từng|đến tuổi)\p{L}/u;
const HOPES =
  /đạt|nâng|giảm|tăng|còn|tối thiểu|ít nhất|không quá|duy trì|giữ vững|hằng năm|hàng năm|mỗi năm|hoàn thành|được|(?:19|20)\d{2}/u;

/** The years a report is known by: none of it is after them. */
export interface ReportYears {
  /** That of the document. */
  first: number;
  /** In which the plan begins. */
  from: number;
  carried: YearPhrase | null;
  /** Whether an earlier sentence of the document has said what is aimed at. */
  isAimed: boolean;
}

/** Whether words say what is aimed at. */
export function saysAim(words: string): boolean {
  return AIMED.test(words);
}

/** Whether words tell what was reached up to now: what follows goes on with it until an aim is told. */
export function reportsSoFar(words: string): boolean {
  return SO_FAR.test(words);
}

const SO_FAR =
  /(?:^|(?<!\s(?:phát|thực|thể|biểu|xuất))[\s,;(])(?:tính đến|đến nay|hiện nay|hiện có(?=[^,;.]*\d)|lũy kế đến)(?!\p{L})[^.;]*\s(?:đã|có|đạt|là|còn)\s/u;

/**
 * Whether a number tells how things stand: what was said last before it tells so and names no later year, or, where no
 * heading has come to aims, its sentence speaks of years before the plan or sets no aim at all.
 * @param sentence its own words, as they stand in the paragraph
 */
export function isReported(
  item: Item,
  sentence: string,
  paragraph: PlacedParagraph,
  { first, from, carried, isAimed }: ReportYears,
): boolean {
  const { clean } = paragraph;
  const start = Math.max(0, clean.lastIndexOf(sentence, item.number.start));
  const isBelow = paragraph.block.cell === undefined && isBelowTitle(paragraph);
  const led = clean.slice(isBelow ? paragraph.from : start, item.number.start);
  const stands = lastOf(led, STANDS);
  const named = yearPhrases(led.slice(Math.max(0, stands))).filter(({ isBase }) => !isBase);
  if (stands >= 0 && stands > lastOf(led, AIMS) && named.every((one) => (one.from ?? one.to) <= first))
    return true;
  if (isBelow && goesOnWithReport(clean.slice(paragraph.from, start), sentence, from)) return true;
  if (!isBelow || AIMED.test(sentence)) return false;
  const years = yearPhrases(sentence).filter(({ isBase }) => !isBase);
  const all = years.length > 0 ? years : carried === null ? [] : [carried];
  const isEarlier =
    all.length > 0 &&
    all.every((one) => one.to < from || (one.from !== null && one.from < first && one.to <= first));
  const isDone = HAS_DONE.test(sentence) && all.every((one) => (one.from ?? one.to) <= first);
  const isPlain = paragraph.label === null && all.length === 0 && !isAimed;
  return isEarlier || isDone || (isPlain && !HOPES.test(sentence));
}

/** "Nhiệm kỳ 2020 - 2025, … đạt 94 %. Song tuyến cơ sở còn yếu, …": what follows years before the plan, and sets no aim. */
function goesOnWithReport(told: string, sentence: string, from: number): boolean {
  const years = yearPhrases(told).filter(({ isBase }) => !isBase);
  return (
    years.length > 0 &&
    years.every(({ to, from: since }) => to < from || (since !== null && since < from && to <= from)) &&
    !AIMED.test(told) &&
    yearPhrases(sentence).every(({ to, isBase }) => isBase || to < from)
  );
}

/** Where the last of such words stands; not where they are what was reached ("vượt hầu hết các chỉ tiêu"). */
function lastOf(text: string, words: RegExp): number {
  const found = [...text.matchAll(words)].filter(
    ({ index }) => !REACHED.test(text.slice(Math.max(0, index - REACH), index)),
  );
  return found.at(-1)?.index ?? -1;
}

const REACHED = /(?:đạt|vượt|hoàn thành|so với|\d)\s[^,;.]*$/u;
const REACH = 32;

/** Whether nothing but the title stands above: no heading has said what follows. */
function isBelowTitle({ above }: PlacedParagraph): boolean {
  return above.every(
    ({ entry, clean }) => entry.parent === null && (isTitle(clean) || sectionRole(clean) === null),
  );
}
