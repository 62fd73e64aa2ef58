import { compare, round } from '../../../base/number.ts';
import { readingsOf } from '../../../rules/figure/text-number.ts';
import { cellAddress } from '../../../sheet/address.ts';
import { evaluationOf, ofKey, others, shown, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A number behind one of these words numbers something else than the figure: a year, a decision, a change, a part. */
const OF_OTHERS = new Set([
  ...['năm', 'tháng', 'ngày', 'quý', 'kỳ', 'số', 'dòng', 'trang', 'mục', 'điều', 'khoản', 'lúc', 'qđ', 'nq'],
  ...['tăng', 'giảm', 'thêm', 'bớt', 'hơn', 'kém', 'gồm', 'đó', 'trước'],
  ...['year', 'month', 'no', 'row', 'page', 'by', 'plus', 'minus', 'including', 'of'],
]);
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
        'Chú thích (ghi chú, trao đổi) gắn vào một ô số liệu nêu một con số khác số trong ô, như "đúng là 45". Chú thích không được đọc là số liệu. Không xét năm, số văn bản, mức tăng, giảm và chú thích có nêu chính số của ô.',
      example: 'Ô ghi 54, chú thích của ô: "đúng là 45".',
      fix: 'Nếu số trong chú thích mới đúng, nhập số ấy vào ô; nếu không thì không cần làm gì.',
      message: (data) =>
        `Chú thích của ô nêu ${data.expected}, ô ghi ${shown(data.found, 'vi')}${ofKey(data)}${others(data, 'vi')}. Số được đọc là số trong ô.`,
      expected: () => 'số đúng ở trong ô',
    },
    en: {
      title: 'A comment names another number',
      meaning:
        'A comment (note, conversation) on the cell of a figure names another number than the cell holds, such as "should be 45". Comments are not read as figures. Years, numbers of documents, changes, and comments that name the figure itself are left alone.',
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
      const other = text === undefined ? null : otherNumberIn(text, value);
      if (other !== null) spots.push({ ...at, found: value, expected: other });
    }
    return evaluationOf(figureCommentDiffers, spots, { passed: numbers.length - spots.length });
  },
};

/** The first number of a text that may be meant in place of the figure; null where there is none, or the figure itself. */
function otherNumberIn(text: string, figure: number): string | null {
  let other: string | null = null;
  let before = '';
  // Digits in groups are one number: "1 250".
  const joined = text.replaceAll(/(?<=(?<!\d)\d{1,3})[ \u00a0\u202f](?=\d{3}(?!\d))/gu, '');
  for (const [word] of joined.matchAll(/\S+/gu)) {
    const bare = word.replaceAll(/^["'“”‘’([=<>~]{1,3}|["'“”‘’)\].,;:!?…%]{1,3}$/gu, '');
    const readings = bare.length <= LONGEST && /^\d[\d.,]*$/u.test(bare) ? readingsOf(bare) : [];
    if (readings.some((one) => isSame(one, figure))) return null;
    if (readings.length > 0 && !OF_OTHERS.has(before) && !readings.every(isYear)) other ??= bare;
    before = bare.toLowerCase().normalize('NFC');
  }
  return other;
}

/** Whether a number names the figure, in the decimals it is written with. */
function isSame(one: number, figure: number): boolean {
  const decimals = (String(one).split('.')[1] ?? '').length;
  return compare(one, figure) === 0 || (decimals > 0 && compare(one, round(figure, decimals)) === 0);
}

function isYear(one: number): boolean {
  return Number.isInteger(one) && one >= YEARS.from && one <= YEARS.to;
}
