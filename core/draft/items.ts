import { hasPredicate } from './numbers/predicate.ts';
import type { PrintedNumber } from './numbers/printed-number.ts';
import type { Sentence } from './sentences.ts';

/**
 * A quantity with the words that belong to it. The words between two quantities are divided between them: what
 * says what the second is of begins with a noun such as "tỷ lệ", or the number begins the part.
 */
export interface Item {
  number: PrintedNumber;
  /** Index of its segment (parts of a sentence between semicolons) and its place in it. */
  segment: number;
  /** Words before the number that are its own; they end right before it. */
  before: string;
  /** Words behind its unit that are its own. */
  after: string;
  /** Offsets of the own words in the text of the paragraph. */
  start: number;
  end: number;
  /** Whether a predicate stands in the own words behind it or before it. */
  hasPredicate: boolean;
}

/** "Xóa 100 % nhà tạm": the share is of what is done away with, not of what is left. */
export const REMOVED =
  /(?<!\p{L})(xóa|xoá|xóa bỏ|xoá bỏ|chấm dứt|loại bỏ|loại trừ)(?:\s(?:xong|hoàn toàn|trên|khoảng|ít nhất|tối thiểu|được))*\s$/u;

/** Nouns that a part of a sentence begins with when it says what a number is of. */
const SUBJECT =
  /^(?:và\s|trong đó:?\s|riêng\s|đồng thời\s)?(?:(?:nâng|giảm|tăng|duy trì|giữ|đưa|hạ|phấn đấu|đảm bảo|bảo đảm|có)\s)?(?:tỷ lệ|tỉ lệ|tỷ suất|tỷ số|số|tổng|diện tích|chỉ số|tuổi thọ|quy mô|thu nhập|mật độ|grdp|gdp|mức|tốc độ|năng suất|giải quyết|đào tạo|tạo việc làm|tuyển sinh|xây dựng|hỗ trợ|đối tượng|dân số|lao động|hằng năm|hàng năm|mỗi năm|bình quân|trung bình|giảm|tăng|duy trì|toàn tỉnh)(?!\p{L})/u;

/** The quantities of a sentence with their words. */
export function itemsOf(sentence: Sentence, quantities: readonly PrintedNumber[]): Item[] {
  const { clean } = sentence.paragraph;
  const from = Math.max(sentence.start, sentence.paragraph.from);
  const items: Item[] = [];
  let segment = 0;
  let segmentStart = from;
  quantities.forEach((number, index) => {
    const previous = items.at(-1);
    const semicolon = clean.lastIndexOf(';', number.start);
    if (semicolon >= segmentStart) {
      segment += 1;
      if (previous !== undefined)
        previous.end = Math.min(previous.end, clean.indexOf(';', previous.number.unitEnd));
      segmentStart = semicolon + 1;
    } else if (previous !== undefined) {
      const cut = divide(clean, previous.number.unitEnd, number.start);
      previous.end = cut;
      segmentStart = cut;
    }
    const next = quantities[index + 1];
    const limit = next === undefined ? sentence.end : next.start;
    const stop = clean.indexOf(';', number.unitEnd);
    items.push({
      number,
      segment,
      before: '',
      after: '',
      start: segmentStart,
      end: stop >= 0 && stop < limit ? stop : limit,
      hasPredicate: false,
    });
  });
  return items.map((item) => {
    const before = clean.slice(item.start, item.number.start);
    const after = clean.slice(item.number.unitEnd, Math.max(item.number.unitEnd, item.end));
    return { ...item, before, after, hasPredicate: hasPredicate(after) || hasPredicate(before) };
  });
}

const LEADS = new Set(
  'và hoặc có là đạt đến trên dưới ít nhất tối thiểu đa khoảng từ không quá hơn gần bằng còn với trong đó riêng cùng lên xuống thì cho các được'.split(
    ' ',
  ),
);

/** Whether words only lead to a number. */
export function onlyLeads(words: string): boolean {
  return (words.match(/[\p{L}\d]+/gu) ?? []).every((word) => LEADS.has(word));
}

const LEADS_BY_YEAR =
  /^(?:(?:tầm nhìn|định hướng)\s)?(?:(?:đến|vào|tới|trong)\s)?(?:hết |cuối )?năm\s(?:19|20)\d{2}[\s:,]*(?:(?:có|đạt|là|còn|trên|ít nhất|khoảng|tối thiểu|dưới)\s)*$/u;

/** Where the words between two numbers are cut. */
function divide(clean: string, start: number, end: number): number {
  const between = clean.slice(start, end);
  const cuts = [
    ...between.matchAll(
      /,\s|^:\s|\s\(|\)\s?|\svà\s(?!tương đương|(?:đào tạo )?dưới \d{1,2} tháng)|\s(?=trong đó)|\s(?=riêng\s)|\.\s/gu,
    ),
  ];
  const last = cuts.at(-1);
  if (last === undefined) return between.trim() === '' ? start : cutWithout(between, start);
  const tail = between.slice(last.index + last[0].length);
  if (!onlyLeads(tail)) {
    for (const cut of cuts) {
      const rest = between.slice(cut.index + cut[0].length);
      const marked = /trong đó|riêng/u.test(between.slice(cut.index, cut.index + 10));
      if (marked || SUBJECT.test(rest) || /^\s?\(/u.test(cut[0])) return start + cut.index;
      if (
        /^\s?(?:(?:đến|vào|tới|trong)\s)?(?:hết |cuối )?năm\s\d{4}/u.test(rest) &&
        cuts.indexOf(cut) < cuts.length - 1
      )
        continue;
    }
  }
  // "85 % và đến năm 2030, 90 %": the year goes with the number it leads.
  const year = cuts.find((cut) => LEADS_BY_YEAR.test(between.slice(cut.index + cut[0].length)));
  if (year !== undefined) return start + year.index;
  const marker = cuts.find((cut) =>
    /^\s*(?:trong đó|riêng)/u.test(
      between.slice(cut.index + cut[0].length - (/trong|riêng/u.test(cut[0]) ? 1 : 0)),
    ),
  );
  return start + (marker ?? last).index;
}

/** Without a comma between them the words belong to the first number, but for what leads to the second. */
function cutWithout(between: string, start: number): number {
  const lead =
    /\s(?:(?:lên|xuống|còn|đạt|đến|trên|dưới|ít nhất|tối thiểu|tối đa|khoảng|từ|không (?:quá|dưới|vượt quá|thấp hơn|cao hơn)|hơn|gần|mức)\s)+$/u.exec(
      between,
    );
  return start + (lead?.index ?? between.length);
}

/** Where the part of the sentence begins that the semicolons bound. */
export function segmentStart({ start, paragraph }: Sentence, { number }: Item): number {
  return Math.max(start, paragraph.from, paragraph.clean.lastIndexOf(';', number.start) + 1);
}
