import { isYear } from '../../../period/period.ts';
import { checkNotAbove, notAboveFormula, type Above } from '../above.ts';
import { countNotWhole } from './figure-not-whole.ts';
import type { FigureRuleOf } from '../figure-rule.ts';
import { outsideHardBounds } from './figure-impossible.ts';
import { unitSlip } from './figure-unit-slip.ts';
import { shown } from '../wording.ts';

/** What has been counted in a part of the year is not more than what the whole year is expected to bring. */
export const periodAboveYear: FigureRuleOf<Above> = {
  code: 'figure-period-above-year',
  severity: 'warning',
  scope: 'round',
  silencedBy: [outsideHardBounds.code, countNotWhole.code, unitSlip.code],
  appliesTo: ({ period, indicator: { measure, aggregation }, kinds }) =>
    !isYear(period) &&
    (measure === 'count' || measure === 'amount') &&
    aggregation === 'sum' &&
    // Only amounts of a period add up over the year; a stock may fall back by its end.
    kinds.some(({ addsUp }) => addsUp),
  check: ({ indicator }, { figure, year }) =>
    checkNotAbove(figure, [year], [{ vi: 'ước cả năm', en: 'estimate of the year' }], {
      unit: indicator.unit,
      previous: null,
    }),
  formula: (_context, { figure, year }) => notAboveFormula(figure, year === null ? [] : [year]),
  text: {
    vi: {
      title: 'Số trong kỳ lớn hơn ước cả năm',
      meaning:
        'Số thực hiện của một phần trong năm (quý, 6 tháng) của chỉ tiêu cộng dồn không thể lớn hơn ước cả năm.',
      example: '6 tháng giải quyết việc làm 4.200 người, ước cả năm 4.000 người.',
      fix: 'Sửa số trong kỳ, hoặc nâng ước cả năm.',
      message: ({ figure, limit, unit }) =>
        `Số trong kỳ ${shown(figure, unit, 'vi')} lớn hơn ước cả năm (${shown(limit, unit, 'vi')}).`,
      expected: ({ limit, unit }) => `không quá ${shown(limit, unit, 'vi')}`,
    },
    en: {
      title: "Period above the year's estimate",
      meaning:
        'What was done in a part of the year (quarter, half) cannot be more than the estimate of the whole year where the parts add up.',
      example: '4,200 jobs in six months, 4,000 estimated for the year.',
      fix: "Correct the period's figure, or raise the estimate of the year.",
      message: ({ figure, limit, unit }) =>
        `The period's ${shown(figure, unit, 'en')} is above the estimate of the year (${shown(limit, unit, 'en')}).`,
      expected: ({ limit, unit }) => `at most ${shown(limit, unit, 'en')}`,
    },
  },
};
