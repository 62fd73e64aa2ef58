import { isBlank, isBlankFormula, isSign, numberIn, signIn } from '../cell.ts';
import { notEvaluable, passed, type FigureRuleOf } from '../figure-rule.ts';

/** Which figure is not there. */
export interface Missing {
  what: 'figure' | 'share' | 'denominator';
}

/**
 * A figure the unit owes this round. A share is there when its published figure is, or numerator and
 * denominator, or a sign that says why not; a part that cannot be read is said to be that, not missing.
 */
export const missingFigure: FigureRuleOf<Missing> = {
  code: 'figure-missing',
  severity: 'error',
  scope: 'round',
  counted: true,
  silencedBy: [],
  appliesTo: ({ owed }) => owed,
  check: ({ parts }, { figure, numerator, denominator }) => {
    if (!isBlank(figure)) return passed;
    if (!parts.numerator) return { outcome: 'failed', data: { what: 'figure' } };
    if ([numerator, denominator].some((part) => ['...', 'x'].includes(signIn(part) ?? ''))) return passed;
    if (isBlank(numerator)) return { outcome: 'failed', data: { what: 'share' } };
    if (!parts.denominator) return notEvaluable;
    if (isBlank(denominator)) return { outcome: 'failed', data: { what: 'denominator' }, at: 'denominator' };
    // Both are there; whether they can be read is said of their own cells.
    return numberIn(numerator) !== null && numberIn(denominator) !== null ? passed : notEvaluable;
  },
  formula: (_context, { figure, numerator, denominator }) => {
    if (numerator === null) return isBlankFormula(figure);
    const blanks = [figure, numerator].map(isBlankFormula);
    if (denominator === null) return `AND(${blanks.join(',')})`;
    const parts = `OR(${isBlankFormula(numerator)},${isBlankFormula(denominator)})`;
    const signs = `OR(${isSign(numerator, ['...', 'x'])},${isSign(denominator, ['...', 'x'])})`;
    return `AND(${isBlankFormula(figure)},${parts},NOT(${signs}))`;
  },
  elsewhere: (_context, { figure, numerator, denominator }) => {
    if (numerator === null || denominator === null) return null;
    const blanks = [figure, denominator].map(isBlankFormula);
    const hasNumerator = `NOT(${isBlankFormula(numerator)})`;
    return `AND(${[...blanks, hasNumerator].join(',')},NOT(${isSign(numerator, ['...', 'x'])}))`;
  },
  text: {
    vi: {
      title: 'Thiếu số phải báo cáo',
      meaning:
        'Mỗi chỉ tiêu đơn vị phải báo cáo trong kỳ cần một số, hoặc một dấu nói vì sao không có số. Tỷ lệ được coi là đủ khi có tỷ lệ công bố, hoặc có cả tử số và mẫu số.',
      example: 'Ô của kỳ này để trống.',
      fix: 'Nhập số; chưa có số thì nhập "...", không phát sinh thì nhập "-", không áp dụng thì nhập "x" và ghi lý do.',
      message: ({ what }) =>
        ({
          figure: 'Ô của kỳ báo cáo để trống.',
          share: 'Chưa có tử số và mẫu số của kỳ báo cáo, cũng không có tỷ lệ đã công bố.',
          denominator: 'Đã có tử số nhưng mẫu số để trống nên chưa tính được tỷ lệ.',
        })[what],
      expected: () => 'một số, hoặc dấu "-", "...", "x"',
    },
    en: {
      title: 'Figure owed is missing',
      meaning:
        'Every indicator the unit owes this round needs a figure, or a sign that says why there is none. A share is complete with its published figure, or with both numerator and denominator.',
      example: 'The cell of this round is blank.',
      fix: 'Enter the figure; "..." while it is not available, "-" where nothing occurred, "x" where it does not apply, with the reason.',
      message: ({ what }) =>
        ({
          figure: 'The cell of the round is blank.',
          share: 'The round has no numerator and denominator, nor a published rate.',
          denominator: 'The numerator is there but the denominator is blank, so the rate cannot be computed.',
        })[what],
      expected: () => 'a number, or one of "-", "...", "x"',
    },
  },
};
