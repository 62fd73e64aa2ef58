import { compare } from '../../../base/number.ts';
import { literal } from '../../../target/formula.ts';
import { compared, ifNumbers, isNumber, numberIn } from '../cell.ts';
import { SAID_OF_ALL } from '../said-of-all.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import type { OutsideBounds } from './figure-impossible.ts';
import { publishedRateDiffers } from './figure-rate-differs.ts';
import { unitSlip } from './figure-unit-slip.ts';
import { shown, shownBounds } from '../wording.ts';

/**
 * A figure, typed or computed, that would surprise. One outside the hard bounds is not evaluable: that it
 * is impossible has been said of the cell that is wrong.
 */
export const outsidePlausibleBounds: FigureRuleOf<OutsideBounds> = {
  code: 'figure-implausible',
  severity: 'warning',
  scope: 'round',
  wantsOwnReason: true,
  silencedBy: [...SAID_OF_ALL, unitSlip.code, publishedRateDiffers.code],
  // A rate computed from its parts is not asked about beside the part that slipped.
  saidElsewhere: {
    check: ({ figure, isPartSaid }) => isPartSaid === true && numberIn(figure) === null,
    formula: ({ figure, isPartSaid }) =>
      isPartSaid === null ? null : `IF(${isNumber(figure)},FALSE,${isPartSaid})`,
  },
  appliesTo: ({ indicator }) => indicator.plausible !== undefined,
  check: ({ indicator: { hard, plausible, unit } }, { value }) => {
    const number = numberIn(value);
    if (number === null || plausible === undefined) return notEvaluable;
    if (hard && (compare(number, hard[0]) < 0 || compare(number, hard[1]) > 0)) return notEvaluable;
    const [low, high] = plausible;
    const outside = compare(number, low) < 0 || compare(number, high) > 0;
    return failedWith(outside ? { figure: number, low, high, unit } : null);
  },
  formula: ({ indicator: { hard, plausible } }, { value }) => {
    if (plausible === undefined) return null;
    const outside = `OR(${compared(value, literal(plausible[0]))}<0,${compared(value, literal(plausible[1]))}>0)`;
    if (hard === undefined) return ifNumbers([value], outside);
    const possible = [`${compared(value, literal(hard[0]))}>=0`, `${compared(value, literal(hard[1]))}<=0`];
    return ifNumbers([value], `AND(${possible.join(',')},${outside})`);
  },
  text: {
    vi: {
      title: 'Số khác thường',
      meaning:
        'Số nằm ngoài khoảng thường gặp của chỉ tiêu (ghi trong danh mục). Số vẫn có thể đúng, nhưng cần giải thích.',
      example: '2 bác sĩ trên vạn dân khi thường gặp từ 3; tỷ lệ tham gia bảo hiểm y tế 41 %.',
      fix: 'Kiểm tra lại số và đơn vị tính; nếu đúng, ghi lý do ở cột lý do.',
      message: ({ figure, low, high, unit }) =>
        `${shown(figure, unit, 'vi')} nằm ngoài khoảng thường gặp ${shownBounds(low, high, unit, 'vi')}${perhaps(figure, low, high, (value) => `; có lẽ ${shown(value, unit, 'vi')}`)}.`,
      expected: ({ low, high, unit }) => `thường ${shownBounds(low, high, unit, 'vi')}`,
    },
    en: {
      title: 'Unusual figure',
      meaning:
        'The figure lies outside what is usual for the indicator (see the catalogue). It may be right, but wants a reason.',
      example: '2 doctors per 10,000 people where 3 and more are usual; health insurance coverage of 41 %.',
      fix: 'Check figure and unit; if they are right, give the reason in the reason column.',
      message: ({ figure, low, high, unit }) =>
        `${shown(figure, unit, 'en')} lies outside the usual range ${shownBounds(low, high, unit, 'en')}${perhaps(figure, low, high, (value) => `; perhaps ${shown(value, unit, 'en')}`)}.`,
      expected: ({ low, high, unit }) => `usually ${shownBounds(low, high, unit, 'en')}`,
    },
  },
};

/** What a figure may be that is a hundred or a thousand times too small or too large for its bounds, in words. */
function perhaps(figure: number, low: number, high: number, inWords: (value: number) => string): string {
  const undone = [figure * 100, figure * 1_000, figure / 100, figure / 1_000].map((one) =>
    Number(one.toPrecision(12)),
  );
  const fitting = undone.filter((one) => one > 0 && compare(one, low) >= 0 && compare(one, high) <= 0);
  const [only] = fitting;
  return only === undefined || fitting.length > 1 ? '' : inWords(only);
}
