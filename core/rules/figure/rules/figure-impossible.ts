import { compare } from '../../../base/number.ts';
import { literal } from '../../../target/formula.ts';
import { compared, ifNumbers, numberIn } from '../cell.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import { shown, shownBounds } from '../wording.ts';

/** A figure outside bounds. */
export interface OutsideBounds {
  figure: number;
  low: number;
  high: number;
  unit: string;
}

/** Whether a number lies outside bounds, in Excel; also what the validation of its cell refuses. */
export function outsideFormula(figure: string, [low, high]: readonly [number, number]): string {
  return `OR(${compared(figure, literal(low))}<0,${compared(figure, literal(high))}>0)`;
}

/**
 * A typed figure the indicator cannot have. A computed rate leaves its bounds only where one of its parts
 * is wrong, and that is said of the part.
 */
export const outsideHardBounds: FigureRuleOf<OutsideBounds> = {
  code: 'figure-impossible',
  severity: 'error',
  scope: 'form',
  silencedBy: [],
  appliesTo: ({ indicator }) => indicator.hard !== undefined,
  check: ({ indicator: { hard, unit } }, { figure }) => {
    const number = numberIn(figure);
    if (number === null || hard === undefined) return notEvaluable;
    const [low, high] = hard;
    const outside = compare(number, low) < 0 || compare(number, high) > 0;
    return failedWith(outside ? { figure: number, low, high, unit } : null);
  },
  formula: ({ indicator: { hard } }, { figure }) =>
    hard === undefined ? null : ifNumbers([figure], outsideFormula(figure, hard)),
  text: {
    vi: {
      title: 'Số không thể có',
      meaning:
        'Số nằm ngoài giới hạn mà chỉ tiêu có thể nhận theo định nghĩa: tỷ lệ phần trăm từ 0 đến 100, số đếm không âm.',
      example: 'Tỷ lệ hộ nghèo 112,5 %; số xã -3.',
      fix: 'Sửa số; kiểm tra lại đơn vị tính và dấu thập phân.',
      message: ({ figure, low, high, unit }) =>
        `Ô ghi ${shown(figure, unit, 'vi')}, chỉ tiêu chỉ có thể ${shownBounds(low, high, unit, 'vi')}.`,
      expected: ({ low, high, unit }) => shownBounds(low, high, unit, 'vi'),
    },
    en: {
      title: 'Impossible figure',
      meaning:
        'The figure lies outside what the indicator can be by definition: a share from 0 to 100, a count not negative.',
      example: 'A poverty rate of 112.5 %; −3 communes.',
      fix: 'Correct the figure; look at the unit and the decimal sign.',
      message: ({ figure, low, high, unit }) =>
        `The cell holds ${shown(figure, unit, 'en')}; the indicator can only be ${shownBounds(low, high, unit, 'en')}.`,
      expected: ({ low, high, unit }) => shownBounds(low, high, unit, 'en'),
    },
  },
};
