import { isBlank, isBlankFormula, isSign, signIn } from '../cell.ts';
import { failedWith, notEvaluable, passed, type FigureRuleOf } from '../figure-rule.ts';

/** A sign that says nothing about why. */
export interface Unexplained {
  sign: '...' | 'x';
}

/** Why there is no figure has to be said; that nothing occurred says itself. */
export const missingWithoutReason: FigureRuleOf<Unexplained> = {
  code: 'figure-sign-without-reason',
  severity: 'warning',
  scope: 'round',
  silencedBy: [],
  appliesTo: () => true,
  check: (_context, { figure, reason }) => {
    const sign = signIn(figure);
    if (isBlank(figure)) return notEvaluable;
    if (sign !== '...' && sign !== 'x') return passed;
    return failedWith(isBlank(reason) ? { sign } : null);
  },
  formula: (_context, { figure, reason }) => `AND(${isSign(figure, ['...', 'x'])},${isBlankFormula(reason)})`,
  text: {
    vi: {
      title: 'Dấu "..." hoặc "x" chưa có lý do',
      meaning:
        'Dấu "..." (chưa có số) và "x" (không áp dụng) cần nói rõ vì sao. Dấu "-" (không phát sinh) thì không cần.',
      example: 'Ô ghi "..." và cột lý do để trống hoặc chỉ ghi dấu chấm.',
      fix: 'Ghi lý do ở cột lý do của dòng: khi nào có số, vì sao không áp dụng.',
      message: ({ sign }) => `Ô ghi "${sign}" nhưng chưa có lý do.`,
      expected: () => 'lý do ở cột lý do',
    },
    en: {
      title: 'Sign "..." or "x" without a reason',
      meaning:
        'The signs "..." (not available) and "x" (not applicable) need a word on why. "-" (nothing occurred) needs none.',
      example: 'The cell holds "..." and the reason column is blank or has a dot only.',
      fix: 'Say in the reason column of the row when the figure will be there, or why it does not apply.',
      message: ({ sign }) => `The cell holds "${sign}", but there is no reason.`,
      expected: () => 'a reason in the reason column',
    },
  },
};
