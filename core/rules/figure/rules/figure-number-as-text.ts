import type { Language } from '../../../base/finding.ts';
import { excerpt } from '../../../base/message-pieces.ts';
import { numberText } from '../../../base/number-text.ts';
import { numberIn, signIn } from '../cell.ts';
import { failedWith, notEvaluable, passed, type FigureRuleOf } from '../figure-rule.ts';
import { isNumberText, isNumberTextFormula, readingsOf } from '../text-number.ts';

/** A number that is stored as text. */
export interface NumberAsText {
  text: string;
  /** What it may mean: none, one or two numbers. */
  readings: number[];
}

/** A number stored as text: no sum counts it, and what it means depends on who reads it. */
export const numberAsText: FigureRuleOf<NumberAsText> = {
  code: 'figure-number-as-text',
  severity: 'error',
  insteadOf: 'figure-not-read',
  scope: 'form',
  silencedBy: [],
  appliesTo: () => true,
  check: (_context, { figure }) => {
    if (numberIn(figure) !== null || signIn(figure) !== null) return passed;
    if (typeof figure !== 'string') return notEvaluable;
    if (!isNumberText(figure)) return notEvaluable;
    return failedWith({ text: figure, readings: readingsOf(figure) });
  },
  formula: (_context, { figure }) => isNumberTextFormula(figure),
  text: {
    vi: {
      title: 'Số được lưu dạng chữ',
      meaning:
        'Ô trông như số nhưng là chữ: gõ dấu chấm, dấu phẩy hoặc dấu cách mà Excel trên máy không hiểu là số, hoặc dán từ nơi khác. Chương trình không đoán: "1.234" có thể là một nghìn hai trăm ba mươi tư hoặc một phẩy hai ba bốn.',
      example: 'Ô ghi "12,5", "1.234" hoặc "12 345" dưới dạng chữ (thường nằm sát lề trái).',
      fix: 'Xóa ô, đặt định dạng Số (Number), gõ lại chỉ bằng chữ số và dấu thập phân của máy, không gõ dấu phân cách hàng nghìn.',
      message: ({ text, readings }) =>
        `Ô ghi "${excerpt(inOneLine(text))}" dạng chữ, ${meaning(readings, 'vi')}.`,
      expected: () => 'một số được lưu dạng số',
    },
    en: {
      title: 'Number stored as text',
      meaning:
        'The cell looks like a number but holds text: typed with separators this machine does not take for a number, or pasted. Nothing is guessed: "1.234" may be one thousand two hundred and thirty-four or one point two three four.',
      example: 'The cell holds "12,5", "1.234" or "12 345" as text (usually at the left edge).',
      fix: "Clear the cell, give it the Number format and type the digits with this machine's decimal sign and no thousands separator.",
      message: ({ text, readings }) =>
        `The cell holds "${excerpt(inOneLine(text))}" as text, ${meaning(readings, 'en')}.`,
      expected: () => 'a number stored as a number',
    },
  },
};

/** Figures on two lines of a cell are shown as such. */
function inOneLine(text: string): string {
  return text.trim().replaceAll('\n', ' ⏎ ');
}

function meaning(readings: readonly number[], language: Language): string {
  const [first, second] = readings.map((number) => numberText(number, language));
  if (first === undefined)
    return language === 'vi' ? 'không đọc được thành một số' : 'which cannot be read as one number';
  if (second === undefined) return language === 'vi' ? `có lẽ là ${first}` : `perhaps ${first}`;
  return language === 'vi'
    ? `có thể hiểu là ${first} hoặc ${second}`
    : `which may be read as ${first} or as ${second}`;
}
