import { compare } from '../../../base/number.ts';
import { compared, ifJudged, isJudged, judgedIn, judgedNumberOf } from '../cell.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import { shown } from '../wording.ts';
import { countNotWhole } from './figure-not-whole.ts';
import { outsideHardBounds } from './figure-impossible.ts';
import { unitSlip } from './figure-unit-slip.ts';

/** A sum from the start of the year beside what it adds up. */
export interface SumSoFar {
  figure: number;
  /** The period's own figure. */
  own: number;
  /** The sum before the period; null where it is not known. */
  before: number | null;
  unit: string;
}

/**
 * The sum from the start of the year is the sum before the period and the period's own figure; while the one before is
 * not known, it is not less than the other.
 */
export const sumDiffers: FigureRuleOf<SumSoFar> = {
  code: 'figure-sum-differs',
  severity: 'warning',
  scope: 'round',
  silencedBy: [outsideHardBounds.code, countNotWhole.code, unitSlip.code],
  appliesTo: ({ isSumSoFar }) => isSumSoFar,
  check: ({ indicator: { unit } }, { figure, sumOf }) => {
    const number = judgedIn(figure);
    const own = judgedIn(sumOf?.own ?? null);
    const before = judgedIn(sumOf?.before ?? null);
    if (number === null || own === null) return notEvaluable;
    const isWrong = before === null ? compare(number, own) < 0 : compare(number, own + before) !== 0;
    return failedWith(isWrong ? { figure: number, own, before, unit } : null);
  },
  formula: (_context, { figure, sumOf }) => {
    const { own = null, before = null } = sumOf ?? {};
    if (own === null) return null;
    const number = judgedNumberOf(figure);
    const isBelow = `${compared(number, judgedNumberOf(own))}<0`;
    if (before === null) return ifJudged([figure, own], isBelow);
    const sum = `(${judgedNumberOf(own)}+${judgedNumberOf(before)})`;
    return ifJudged([figure, own], `IF(${isJudged(before)},${compared(number, sum)}<>0,${isBelow})`);
  },
  text: {
    vi: {
      title: 'Lũy kế không bằng tổng các kỳ',
      meaning:
        'Số lũy kế từ đầu năm bằng số lũy kế đến hết kỳ trước cộng số của kỳ này. Chưa biết số lũy kế kỳ trước thì lũy kế ít nhất bằng số của kỳ này.',
      example: 'Lũy kế 6 tháng 2.100 người, quý III 1.050 người, lũy kế 9 tháng ghi 3.250 người.',
      fix: 'Sửa số lũy kế hoặc số của kỳ; nếu số các kỳ trước đã được điều chỉnh, ghi lý do.',
      message: ({ figure, own, before, unit }) =>
        before === null
          ? `Số lũy kế ${shown(figure, unit, 'vi')} nhỏ hơn số của riêng kỳ này (${shown(own, unit, 'vi')}).`
          : `Số lũy kế ${shown(figure, unit, 'vi')} khác tổng của lũy kế kỳ trước ${shown(before, unit, 'vi')} và kỳ này ${shown(own, unit, 'vi')}.`,
      expected: ({ own, before, unit }) =>
        before === null ? `ít nhất ${shown(own, unit, 'vi')}` : shown(own + before, unit, 'vi'),
    },
    en: {
      title: 'Sum so far is not that of the periods',
      meaning:
        "The sum from the start of the year is the sum up to the period before and the period's own figure. While the one before is not known, it is at least the period's own.",
      example: '2,100 persons in six months, 1,050 in the third quarter, 3,250 entered for nine months.',
      fix: "Correct the sum or the period's figure; if earlier periods were revised, give the reason.",
      message: ({ figure, own, before, unit }) =>
        before === null
          ? `The sum ${shown(figure, unit, 'en')} is less than the period's own figure (${shown(own, unit, 'en')}).`
          : `The sum ${shown(figure, unit, 'en')} is not the sum before, ${shown(before, unit, 'en')}, and the period's ${shown(own, unit, 'en')}.`,
      expected: ({ own, before, unit }) =>
        before === null ? `at least ${shown(own, unit, 'en')}` : shown(own + before, unit, 'en'),
    },
  },
};
