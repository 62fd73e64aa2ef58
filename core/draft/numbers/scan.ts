import { NUMBER_WORDS } from '../../base/number-words.ts';
import { parsePrinted } from '../../base/number.ts';
import type { PrintedNumber } from './printed-number.ts';
import { saidNumbers } from './said.ts';

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`;
const SCALE = String.raw`nghìn|ngàn|vạn|triệu|t[ỷỉ](?!\s(?:lệ|suất|số|trọng))`;
/** Where the number of a footnote stands that was typed on a figure or a word: "2,5(1) %", "65 %(1)", "nhà ở xã hội(2)". */
const TYPED_MARK = String.raw`(?<=[\p{L}\d%‰]\()\d{1,2}\)|(?<=\d\s\()\d{1,2}\)\s?[%‰]`;
/** The mark of a footnote between a number and its unit: "2,5¹ %", "450[1] hộ", "95* %" (cleaned: two blanks). */
const MARK = /^(?:[⁰¹²³⁴-⁹]{1,3}|[([]\d{1,2}[)\]]|\s\(\d{1,2}\)(?=\s?[%‰])|\s(?=\s[%‰]))/u;
const FIRST = new RegExp(
  // A digit on a sign is the mark of a footnote: "24%1", "761.090[1]", "450(1) hộ".
  String.raw`(?<![\p{L}\d.,%‰²³])(?<!\[)(?!${TYPED_MARK})(?:${NUMBER})(?![\d]|[.,]\d)|(?<![\p{L}\d])(?:${NUMBER_WORDS})`,
  'gu',
);
const RANGE_REST = new RegExp(String.raw`^(\s?(?:%|‰)?)\s?(-|đến)\s?(${NUMBER})(?![\d]|[.,]\d)`, 'u');
const SCALE_REST = new RegExp(String.raw`^\s(${SCALE})(?![\p{L}\d])`, 'u');
const MONEY_REST = /^\s(?:đồng(?!\s(?:hồ|bào|phục|chí|ruộng|cỏ))|vnđ|usd|đô la)/u;

const TYPED_MARK_AT = new RegExp(TYPED_MARK, 'uy');

/** Whether the number at a place of a text is that of a footnote, typed on a figure or a word. */
export function isTypedMark(text: string, at: number): boolean {
  TYPED_MARK_AT.lastIndex = at;
  return TYPED_MARK_AT.test(text);
}

/** Every number of a text, ranges joined, with its unit. */
export function printedNumbers(text: string, clean: string): PrintedNumber[] {
  const numbers: PrintedNumber[] = [];
  let taken = 0;
  const said = saidNumbers(text, clean);
  for (const match of clean.matchAll(FIRST)) {
    const end = match.index + match[0].length;
    if (match.index < taken || said.some((one) => one.start < end && match.index < one.end)) continue;
    const number = readAt(text, clean, match.index, match[0].length);
    numbers.push(number);
    taken = number.end;
  }
  return [...numbers, ...said].sort((left, right) => left.start - right.start);
}

function readAt(text: string, clean: string, start: number, length: number): PrintedNumber {
  let end = start + length;
  const range = RANGE_REST.exec(clean.slice(end, end + 40));
  if (range !== null && isRange(clean, start, end, range)) end += range[0].length;
  const scale = SCALE_REST.exec(clean.slice(end, end + 8))?.[1] ?? '';
  const money = scale !== '' && MONEY_REST.test(clean.slice(end + 1 + scale.length, end + 12 + scale.length));
  const thousandsOf =
    scale === '' ? null : SCALE_REST.exec(clean.slice(end + 1 + scale.length, end + 9 + scale.length));
  const isOfUnit = money || thousandsOf !== null;
  if (scale !== '' && !isOfUnit) end += 1 + scale.length;
  const printed = text.slice(start, end);
  const parsed = parsePrinted(printed);
  const mark = MARK.exec(clean.slice(end))?.[0].length ?? 0;
  const unit = unitAt(clean.slice(end + mark));
  return {
    start,
    end,
    printed,
    value: parsed !== null && 'value' in parsed ? parsed.value : null,
    low: parsed !== null && 'low' in parsed ? parsed.low : null,
    high: parsed !== null && 'low' in parsed ? parsed.high : null,
    scale: isOfUnit ? '' : scale,
    unit: unit.trim(),
    unitEnd: end + mark + unit.length,
    said: null,
  };
}

/** What leads to two ends with "đến" between them: "từ 2 đến 3", "giảm 1 đến 1,5". */
const FROM = /(?:^|[^\p{L}])(?:từ|giảm|tăng|khoảng|bình quân|đạt|cho|thêm)\s$/u;

/** A dash between years, dates, document numbers or ages makes no range; "đến" does only behind "từ". */
function isRange(clean: string, start: number, end: number, range: RegExpExecArray): boolean {
  const [first, second] = [clean.slice(start, end), range[3] ?? ''];
  if (isYear(first) && isYear(second)) return false;
  if (/^[/]|^\s?-\s?[\p{L}\d]+\//u.test(clean.slice(end + range[0].length))) return false;
  if (range[2] === 'đến' && !FROM.test(clean.slice(Math.max(0, start - 12), start))) return false;
  const [low, high] = [parsePrinted(first), parsePrinted(second)];
  return low !== null && high !== null && 'value' in low && 'value' in high && low.value < high.value;
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d{2}$/u.test(text);
}

const PERCENT = /^\s?(?:%o|%0(?!\d)|‰|%|phần trăm|phần nghìn|điểm phần trăm|điểm %)/u;
const MONEY =
  /^\s(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s){0,2}(?:đồng(?!\s(?:hồ|bào|phục|chí|ruộng|cỏ))|vnđ|usd|đô la mỹ|đô la)(?:\s?\/\s?(?:người|hộ|tháng|năm|lao động|ha|đầu người)){0,3}/u;
const SYMBOL =
  /^\s?(?:m2|m3|m²|m³|km2|km|ha|kwh|mw|m\s{1,9}2)(?![\p{L}])(?:\s(?:sàn))?(?:\s?\/\s?(?:người|ngày đêm|hộ|ngày))?/u;
/** A number over so many people: "giường bệnh/1 vạn dân", "ca trên 100.000 trẻ đẻ sống". */
const RATE =
  /^[^.;:,/()\d%]{0,40}(?:\/|\strên\s)\s?(?:(?:0?1|một)\s?)?(?:\d{1,3}(?:\.\d{3})*\s)?(?:(?:nghìn|ngàn|vạn|triệu)\s)?(?:dân|người dân|người|trẻ (?:em )?(?:đẻ|sinh)(?: ra)? sống|trẻ sơ sinh|trẻ em|trẻ|ca sinh|bé gái|phụ nữ|nữ|học sinh|lao động|hộ|giường bệnh|giường)(?![\p{L}])/u;

/** The unit behind a number; a noun that is counted is part of the subject and no unit. */
function unitAt(rest: string): string {
  const percent = PERCENT.exec(rest)?.[0];
  if (percent !== undefined) return percent;
  const rate = RATE.exec(rest)?.[0];
  if (
    rate !== undefined &&
    /\d|vạn|nghìn|ngàn|triệu/u.test(rest.slice(0, rate.length).replace(/^[^/]*\strên\s/u, ' '))
  )
    return rate;
  return MONEY.exec(rest)?.[0] ?? SYMBOL.exec(rest)?.[0] ?? '';
}
