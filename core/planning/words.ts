import type { Draft, Doubt, LeftOutReason } from '../draft/model.ts';
import { leftOutTexts } from '../draft/left-out-texts.ts';
import { ruleTexts } from '../draft/rules.ts';
import { comparators, targetKinds, yearBases, type ComparatorWord, type TargetKind } from '../plan/schema.ts';
import { comparatorOfWord } from '../plan/comparator.ts';
import { kinds } from '../target/kinds/index.ts';
import { comparatorWords, roleWords, yearBasisWords } from '../workbook/wording.ts';

/** Words of the planning workbook and what they stand for in the plan file. */

/** A list of words to choose from, in the order shown. */
export type Choices = readonly (readonly [word: string, value: string])[];

export const kindChoices: Choices = targetKinds.map((kind: TargetKind) => [kinds[kind].word, kind]);

export const comparatorChoices: Choices = comparators.map((word: ComparatorWord) => [
  comparatorWords[comparatorOfWord(word)],
  word,
]);

export const yearBasisChoices: Choices = yearBases.map((basis) => [yearBasisWords[basis], basis]);

export const directionChoices: Choices = [
  ['càng cao càng tốt', 'up'],
  ['càng thấp càng tốt', 'down'],
  ['không theo chiều nào', 'neutral'],
];

export const roleChoices: Choices = [
  [roleWords.target, 'target'],
  [roleWords.baseline, 'baseline'],
  [roleWords.deadline, 'deadline'],
];

export const yesChoices: Choices = [['có', 'yes']];

/** What becomes of a row. */
export const decisionChoices: Choices = [
  ['Nhận', 'accept'],
  ['Bỏ', 'drop'],
  ['Hỏi', 'ask'],
];

export const measureChoices: Choices = [
  ['số đếm (người, hộ, xã)', 'count'],
  ['lượng đo được (tiền, diện tích)', 'amount'],
  ['tỷ lệ phần trăm', 'share'],
  ['tỷ suất (trên 1.000, 1 vạn)', 'rate'],
  ['chỉ số', 'index'],
  ['thứ bậc', 'ordinal'],
  ['có hay không', 'yes-no'],
];

export const levelChoices: Choices = [
  ['tỉnh', 'province'],
  ['huyện', 'district'],
  ['xã', 'commune'],
];

/** The word of a value; the value itself where no word is known. */
export function wordOf(choices: Choices, value: string): string {
  return choices.find(([, one]) => one === value)?.[0] ?? value;
}

/** The value of a word, however its white space and letters are written; null for any other text. */
export function valueOfWord(choices: Choices, word: string): string | null {
  const folded = foldedWord(word);
  return choices.find(([one, value]) => foldedWord(one) === folded || value === word)?.[1] ?? null;
}

function foldedWord(word: string): string {
  return word.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLocaleLowerCase('vi');
}

const DOUBTS: Record<Doubt, string> = {
  'year-of-plan': 'câu không ghi năm, đang lấy theo kỳ kế hoạch',
  'year-far': 'năm lấy từ vế hoặc câu khác',
  'year-over-parts':
    'câu chỉ ghi năm ở vế khác, bên kia dấu chấm phẩy: năm ấy có phải của số này không? xem lại cột năm',
  'yearly-beside':
    'số đứng cạnh ghi "mỗi năm": số này cũng của mỗi năm hay của cả kỳ (đang đọc như vậy)? xem lại loại',
  'kind-unclear': 'có thể là mức, tổng cả kỳ hay mỗi năm',
  'change-unclear': 'tăng, giảm % không ghi "mỗi năm": đang đọc là cho cả kỳ',
  'comparator-inherited': 'từ so sánh lấy từ đầu danh sách',
  'indicator-weak': 'chưa có chỉ tiêu nào khớp rõ',
  'indicator-close': 'có chỉ tiêu khác gần giống',
  'stratum-words': 'câu nói riêng một nhóm mà chỉ tiêu và danh mục không có: chọn hoặc đặt nhóm ở cột Nhóm',
  'several-groups': 'một số cho nhiều nhóm',
  'number-format': 'chưa đọc được số',
  'role-unclear': 'có thể là số hiện trạng',
  'no-digits': 'câu không có chữ số',
  'column-unclear': 'bảng trải ra mỗi ô một dòng, không rõ số này ở cột nào; hãy xem bản gốc',
  'said-in-words': 'số lần hoặc phân số, đã tính ra phần trăm',
  'points-or-percent':
    'tỷ lệ "tăng N %": là N điểm phần trăm (40 % tăng 20 thành 60 %) hay N % của mức cũ (40 % thành 48 %)? đang đọc là điểm phần trăm; nghĩa kia thì chọn loại "so với năm gốc"',
  'base-other': 'so với quy định hoặc nơi khác, không phải so với một năm',
  'other-period': 'số của mỗi tháng hoặc mỗi quý: hãy đổi ra số cả năm',
  'years-listed': 'câu kể nhiều năm: chưa rõ số này của năm nào, hãy ghi từng năm một dòng',
  'indicator-words': 'tên chỉ tiêu đang chọn thiếu những chữ chính của câu: chọn chỉ tiêu khác hoặc đặt mới',
  'base-period': 'so với cả một giai đoạn, không phải so với một năm: hãy chọn năm gốc hoặc cách tính',
  'each-year':
    'danh sách theo từng năm: số thực hiện trong năm (đang đọc như vậy) hay số có đến cuối năm? nghĩa sau thì chọn loại “mức đạt đến”',
  'share-removed': '“xóa N %” là phần được xóa, không phải mức còn lại: xóa 100 % nghĩa là còn 0',
  'two-indicators':
    'một số nói của hai chỉ tiêu (như “phát thanh và truyền hình”): đã nháp mỗi chỉ tiêu một dòng; xem lại từng dòng, bỏ dòng thừa',
  'rate-goes-on':
    'số đứng sau một tỷ suất (trên 10.000 dân …): số này cũng trên từng ấy dân, hay là số lượng? xem lại chỉ tiêu',
  'stock-moved':
    'số tăng thêm hoặc giảm đi, không phải con số có đến cuối kỳ: hãy ghi mức đạt đến (số năm gốc cộng hoặc trừ số này)',
  'points-over-years':
    'tăng, giảm bằng điểm phần trăm so với một năm: không phải phần trăm của mức cũ; hãy ghi mức đạt đến, hoặc loại “tăng, giảm mỗi năm”',
  together: 'một số chung cho nhiều nhóm: không tách theo nhóm',
};

/** Why a row is worth a look. */
export function doubtText(doubts: readonly Doubt[]): string {
  return doubts.map((doubt) => DOUBTS[doubt]).join('; ');
}

/** Why a number is in no row. */
export function reasonText(reason: LeftOutReason): string {
  return leftOutTexts[reason][0];
}

/** The rules by which a row was read, for who wants to know. */
export function rulesText(row: Draft['rows'][number]): string {
  const said = [row.comparator.rule, row.kind.rule, row.years.rule, row.stratum.rule];
  return said.map((rule) => ruleTexts[rule][0]).join('; ');
}
