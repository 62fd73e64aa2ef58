import { excerpt } from '../../../base/message-pieces.ts';
import {
  isBlank,
  isBlankFormula,
  isNumber,
  isSign,
  isWithoutResult,
  numberIn,
  signIn,
  type RawCell,
} from '../cell.ts';
import { missingSigns } from '../../../observation/figure.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import { numberAsText } from './figure-number-as-text.ts';

/** Longer texts are cut. */
const SHOWN_LENGTH = 80;

/** What stands in the cell instead of a figure. */
export interface NotANumber {
  what: 'text' | 'truth-value' | 'error' | 'no-result';
  found: string;
  /** The text has signs that nobody sees: zero-width blanks, marks of direction. */
  hasUnseen?: true;
}

/** Signs that take no room; pasted from web pages and messages, they make a text of a number. */
const UNSEEN = /[\p{Cf}\p{Cc}]/gu;

const WHAT_VI = {
  text: 'chữ',
  'truth-value': 'giá trị logic',
  error: 'lỗi công thức',
  'no-result': 'công thức chưa có kết quả hoặc lấy từ ô trống',
} as const;
const WHAT_EN = {
  text: 'the text',
  'truth-value': 'the truth value',
  error: 'the error value',
  'no-result': 'the formula without a result or over blank cells',
} as const;

/** Neither a number nor a sign: a text, a truth value, an error value, a formula without result. */
export const notANumber: FigureRuleOf<NotANumber> = {
  code: 'figure-not-a-number',
  severity: 'error',
  insteadOf: 'figure-not-read',
  scope: 'form',
  silencedBy: [numberAsText.code],
  appliesTo: () => true,
  check: (_context, { figure }) => {
    if (isBlank(figure)) return notEvaluable;
    return failedWith(numberIn(figure) !== null || signIn(figure) !== null ? null : described(figure));
  },
  formula: (_context, { figure }) =>
    `IF(${isNumber(figure)},FALSE,IF(${isBlankFormula(figure)},FALSE,NOT(${isSign(figure, missingSigns)})))`,
  text: {
    vi: {
      title: 'Không phải số',
      meaning:
        'Ô số liệu chỉ nhận một số hoặc một trong các dấu "-" (không phát sinh), "..." (chưa có số), "x" (không áp dụng). Chữ, giá trị logic (TRUE, FALSE), lỗi công thức và công thức mà tệp không ghi kết quả không được tính vào đâu cả.',
      example: 'Ô ghi "khoảng 300", "không có", TRUE hoặc #DIV/0!.',
      fix: 'Nhập lại bằng số; không có số thì nhập dấu "-", "..." hoặc "x" và ghi lý do ở cột lý do.',
      message: ({ what, found, hasUnseen }) =>
        found === ''
          ? 'Ô nhìn như trống nhưng có ký tự không nhìn thấy, không phải số.'
          : `Ô ghi ${WHAT_VI[what]} "${excerpt(found, SHOWN_LENGTH)}"${hasUnseen ? ' có ký tự không nhìn thấy' : ''}, không phải số.`,
      expected: () => 'một số, hoặc dấu "-", "...", "x"',
    },
    en: {
      title: 'Not a number',
      meaning:
        'A cell for figures takes a number or one of the signs "-" (nothing occurred), "..." (not available), "x" (not applicable). Texts, truth values, error values and formulas whose result the file does not have count nowhere.',
      example: 'The cell holds "about 300", "none", TRUE or #DIV/0!.',
      fix: 'Enter a number; where there is none, enter "-", "..." or "x" and give the reason in the reason column.',
      message: ({ what, found, hasUnseen }) =>
        found === ''
          ? 'The cell looks blank but has signs that cannot be seen, not a number.'
          : `The cell holds ${WHAT_EN[what]} "${excerpt(found, SHOWN_LENGTH)}"${hasUnseen ? ' with signs that cannot be seen' : ''}, not a number.`,
      expected: () => 'a number, or one of "-", "...", "x"',
    },
  },
};

function described(cell: RawCell): NotANumber {
  if (typeof cell === 'boolean') return { what: 'truth-value', found: cell ? 'TRUE' : 'FALSE' };
  if (typeof cell === 'object' && cell !== null) {
    return { what: isWithoutResult(cell) ? 'no-result' : 'error', found: cell.error };
  }
  const text = String(cell);
  const seen = text.replaceAll(UNSEEN, (sign) => (sign === '\n' || sign === '\t' ? ' ' : ''));
  const isWithoutUnseen = text.replaceAll(/[\n\t]/gu, ' ') === seen;
  return { what: 'text', found: seen, ...(isWithoutUnseen ? {} : { hasUnseen: true }) };
}
