import { compare } from '../../../base/number.ts';
import { compared, ifJudged, isJudged, judgedIn, judgedNumberOf } from '../cell.ts';
import { countNotWhole } from './figure-not-whole.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import { SAID_OF_ALL } from '../said-of-all.ts';
import { outsideHardBounds } from './figure-impossible.ts';
import { unitSlip } from './figure-unit-slip.ts';
import { shown } from '../wording.ts';

/** A figure beside an earlier one. */
export interface Earlier {
  figure: number;
  earlier: number;
  unit: string;
}

/** What the catalogue marks as only growing is not less than before; without a figure before, than the baseline. */
export const cumulativeFalls: FigureRuleOf<Earlier> = {
  code: 'figure-cumulative-falls',
  severity: 'warning',
  scope: 'round',
  silencedBy: [outsideHardBounds.code, countNotWhole.code, ...SAID_OF_ALL, unitSlip.code],
  appliesTo: ({ indicator }) => indicator.cumulative === 'yes',
  check: ({ indicator }, { figure, previous, baseline }) => {
    const number = judgedIn(figure);
    const earlier = judgedIn(previous) ?? judgedIn(baseline);
    if (number === null || earlier === null) return notEvaluable;
    const falls = compare(number, earlier) < 0;
    return failedWith(falls ? { figure: number, earlier, unit: indicator.unit } : null);
  },
  formula: (_context, { figure, previous, baseline }) => {
    const below = (earlier: string) =>
      ifJudged([figure, earlier], `${compared(judgedNumberOf(figure), judgedNumberOf(earlier))}<0`);
    if (previous === null) return baseline === null ? null : below(baseline);
    return baseline === null
      ? below(previous)
      : `IF(${isJudged(previous)},${below(previous)},${below(baseline)})`;
  },
  text: {
    vi: {
      title: 'Số lũy kế giảm',
      meaning:
        'Chỉ tiêu tính lũy kế đến cuối kỳ nên theo định nghĩa chỉ tăng (số xã đã được công nhận đạt chuẩn nông thôn mới). Giảm chỉ có khi sáp nhập, thu hồi quyết định công nhận hoặc đổi bộ tiêu chí.',
      example: '31 xã đạt chuẩn, kỳ trước 33 xã.',
      fix: 'Kiểm tra có nhập nhầm số của riêng năm hay không; nếu giảm thật, ghi lý do (sáp nhập, thu hồi …).',
      message: ({ figure, earlier, unit }) =>
        `Ô ghi ${shown(figure, unit, 'vi')}, ít hơn số lũy kế trước đó (${shown(earlier, unit, 'vi')}).`,
      expected: ({ earlier, unit }) => `ít nhất ${shown(earlier, unit, 'vi')}`,
    },
    en: {
      title: 'Cumulative figure falls',
      meaning:
        'The figure counts all up to the end of the period and by definition only grows (communes recognised as new rural). It falls only by mergers, withdrawn recognitions or new criteria.',
      example: '31 communes recognised, 33 the period before.',
      fix: "See whether the year's own number was entered; if it did fall, give the reason (merger, withdrawal …).",
      message: ({ figure, earlier, unit }) =>
        `The cell holds ${shown(figure, unit, 'en')}, less than the cumulative figure before (${shown(earlier, unit, 'en')}).`,
      expected: ({ earlier, unit }) => `at least ${shown(earlier, unit, 'en')}`,
    },
  },
};
