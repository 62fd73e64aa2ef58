import { compare, round } from '../../../base/number.ts';
import { readingsOf } from '../../../rules/figure/text-number.ts';
import { cellAddress } from '../../../sheet/address.ts';
import { evaluationOf, ofKey, others, shown, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A number behind one of these words numbers something else than the figure: a year, a decision, a change, a part. */
const OF_OTHERS = new Set([
  ...['năm', 'tháng', 'ngày', 'quý', 'kỳ', 'số', 'dòng', 'trang', 'mục', 'điều', 'khoản', 'lúc', 'qđ', 'nq'],
  ...[
    'tăng',
    'giảm',
    'thêm',
    'bớt',
    'hơn',
    'kém',
    'vượt',
    'trước',
    'hoạch',
    'kh',
    'giao',
    'biểu',
    'phòng',
    'lẻ',
  ],
  ...['year', 'month', 'no', 'row', 'page', 'by', 'plus', 'minus', 'of', 'plan', 'table', 'room', 'ext'],
]);
/** Behind one of these words come parts of the figure, up to the end of the sentence. */
const OF_PARTS = new Set(['gồm', 'đó', 'including']);
/** A number before one of these words counts these. */
const OF_TIMES = new Set(['lần', 'ngày', 'tháng', 'giờ', 'đoàn', 'times', 'days', 'months', 'hours']);
/** A number behind one of these words is what the figure is said to be, whatever its size. */
const MEANT = new Set(['là', 'thành', 'đúng', 'bằng', 'be', 'is', 'to']);
/** Any other number is meant in place of the figure only where it is of about its size: a lost 0, not the communes that have reported. */
const MOST_TIMES = 20;
/** Longer rows of digits are no figure of anything. */
const LONGEST = 20;
/** Whole numbers in between are years. */
const YEARS = { from: 1990, to: 2100 } as const;

/** A comment on a figure's cell that speaks of another number: perhaps the right one never reached the cell. */
export const figureCommentDiffers: StructureRule<SpotData> = {
  code: 'figure-comment-differs',
  severity: 'note',
  needs: 'file',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Chú thích của ô nêu số khác',
      meaning:
        'Chú thích (ghi chú, trao đổi) gắn vào một ô số liệu nêu một con số khác số trong ô, như "đúng là 45". Chú thích không được đọc là số liệu. Không xét năm, số văn bản, số điện thoại, số kế hoạch, số kỳ trước, mức tăng, giảm, từng phần của số, số nhỏ hơn hay lớn hơn hẳn, và chú thích có nêu chính số của ô.',
      example: 'Ô ghi 54, chú thích của ô: "đúng là 45".',
      fix: 'Nếu số trong chú thích mới đúng, nhập số ấy vào ô; nếu không thì không cần làm gì.',
      message: (data) =>
        `Chú thích của ô nêu ${data.expected}, ô ghi ${shown(data.found, 'vi')}${ofKey(data)}${others(data, 'vi')}. Số được đọc là số trong ô.`,
      expected: () => 'số đúng ở trong ô',
    },
    en: {
      title: 'A comment names another number',
      meaning:
        'A comment (note, conversation) on the cell of a figure names another number than the cell holds, such as "should be 45". Comments are not read as figures. Years, numbers of documents and telephones, planned and earlier figures, changes, parts of the figure, numbers of quite another size, and comments that name the figure itself are left alone.',
      example: 'The cell holds 54, its comment says "should be 45".',
      fix: 'If the number of the comment is the right one, enter it into the cell; otherwise there is nothing to do.',
      message: (data) =>
        `The comment names ${data.expected}, the cell holds ${shown(data.found, 'en')}${ofKey(data)}${others(data, 'en')}. What is read is the cell.`,
      expected: () => 'the right number in the cell',
    },
  },
  evaluate({ numbers, found: { sheets } }) {
    const texts = new Map(
      sheets.flatMap(({ name, comments = [] }) =>
        comments.map(({ cell, text }) => [`${name}!${cell}`, text] as const),
      ),
    );
    const spots: Spot[] = [];
    if (texts.size === 0) return evaluationOf(figureCommentDiffers, spots, { passed: numbers.length });
    for (const { value, at } of numbers) {
      const text = texts.get(`${at.sheet}!${cellAddress(at.row, at.column)}`);
      const inRow = () => numbers.filter((one) => one.at.sheet === at.sheet && one.at.row === at.row);
      const other =
        text === undefined
          ? null
          : otherNumberIn(
              text,
              value,
              inRow().map((one) => one.value),
            );
      if (other !== null) spots.push({ ...at, found: value, expected: other });
    }
    return evaluationOf(figureCommentDiffers, spots, { passed: numbers.length - spots.length });
  },
};

/**
 * The first number of a text that may be meant in place of the figure; null where there is none, or the figure itself.
 * `row`: the figures of the row, the earlier ones among them, which a comment may well compare with.
 */
function otherNumberIn(text: string, figure: number, row: readonly number[]): string | null {
  // Digits in groups are one number: "1 250". A telephone's digits are none: "0213 3 876 543".
  const joined = text
    .replaceAll(/(?<![\d.,])0\d+(?:[ .\u00a0\u202f-]\d+)*(?![.,]?\d)/gu, '')
    .replaceAll(/(?<=(?<!\d)\d{1,3})[ \u00a0\u202f](?=\d{3}(?!\d))/gu, '');
  const words = joined.split(/\s+/u).map((word) => ({ word, bare: bareOf(word) }));
  let other: string | null = null;
  let parts = 0;
  let inParts = false;
  for (const [index, { word, bare }] of words.entries()) {
    const before = plain(words[index - 1]?.bare);
    if (OF_PARTS.has(before)) inParts = true;
    const readings = bare.length <= LONGEST && /^\d[\d.,]*$/u.test(bare) ? readingsOf(bare) : [];
    if (readings.some((one) => isSame(one, figure))) return null;
    if (inParts) parts += readings[0] ?? 0;
    const isOfOthers =
      inParts ||
      OF_OTHERS.has(before) ||
      OF_TIMES.has(plain(words[index + 1]?.bare)) ||
      readings.every(isYear) ||
      /100 ?%/u.test(word);
    const isCorrected = /^(?:đúng|phải)$/u.test(plain(words[index - 2]?.bare));
    const isEarlier = !isCorrected && readings.some((one) => row.some((earlier) => isSame(one, earlier)));
    if (readings.length > 0 && !isOfOthers && !isEarlier && isAlike(readings, figure, before)) other ??= bare;
    if (/[.;!?]$/u.test(word)) inParts = false;
  }
  return parts > 0 && compare(parts, figure) === 0 ? null : other;
}

/** Of a 0 a number up to twenty is: one that was left out. */
function isAlike(readings: readonly number[], figure: number, before: string): boolean {
  return (
    MEANT.has(before) ||
    readings.some((one) => one <= Math.max(figure, 1) * MOST_TIMES && one >= figure / MOST_TIMES && one > 0)
  );
}

/** A word without the signs around it. */
function bareOf(word: string): string {
  return word.replaceAll(/^["'“”‘’([=<>~]{1,3}|["'“”‘’)\].,;:!?…%]{1,3}$/gu, '');
}

function plain(word = ''): string {
  return word.toLowerCase().normalize('NFC');
}

/** Whether a number names the figure, in the decimals it is written with. */
function isSame(one: number, figure: number): boolean {
  const decimals = (String(one).split('.')[1] ?? '').length;
  return compare(one, figure) === 0 || (decimals > 0 && compare(one, round(figure, decimals)) === 0);
}

function isYear(one: number): boolean {
  return Number.isInteger(one) && one >= YEARS.from && one <= YEARS.to;
}
