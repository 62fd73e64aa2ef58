import { compare } from '../../../base/number.ts';
import { literal } from '../../../target/formula.ts';
import { ifNumbers, numberIn } from '../cell.ts';
import { SAYING_IT_CANNOT_BE } from '../cannot-be.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import type { FigureContext, Named } from '../surroundings.ts';
import { shown } from '../wording.ts';

/**
 * Two figures are each other's when both come much nearer to the period before once they are exchanged: together
 * to this part of the distance. Figures that hardly moved for their sort are left alone. Conventions.
 */
export const EXCHANGED_PART = 0.55;
export const EXCHANGED_SMALLEST = { count: 0.05, flow: 0.15, other: 0.01 } as const;
/** Nothing is divided by zero. */
const TINY = 0.000001;

/** A figure that fits the next row of the form. */
export interface Exchanged {
  figure: number;
  unit: string;
  previous: number;
  name: Named;
  other: number;
  otherPrevious: number;
}

/** Two neighbours of a form in each other's cell: each fits last period's figure of the other row, not its own. */
export const neighboursExchanged: FigureRuleOf<Exchanged> = {
  code: 'figure-neighbours-exchanged',
  severity: 'warning',
  scope: 'round',
  silencedBy: [...SAYING_IT_CANNOT_BE],
  appliesTo: ({ neighbours }) => neighbours.length > 0,
  check: (context, { figure: cell, previous: before, neighbours }) => {
    const { indicator, neighbours: names } = context;
    const [figure, previous] = [numberIn(cell), numberIn(before)];
    if (figure === null || previous === null) return notEvaluable;
    const known = neighbours.flatMap((one, at) => {
      const [other, otherPrevious, name] = [numberIn(one.figure), numberIn(one.previous), names[at]];
      return other === null || otherPrevious === null || !name ? [] : [{ other, otherPrevious, name }];
    });
    if (known.length === 0) return notEvaluable;
    const found = known.find(({ other, otherPrevious }) => {
      const straight = apart(figure, previous) + apart(other, otherPrevious);
      const crossed = apart(figure, otherPrevious) + apart(other, previous);
      return compare(straight, smallestMove(context)) > 0 && compare(crossed, EXCHANGED_PART * straight) < 0;
    });
    return failedWith(found ? { figure, previous, unit: indicator.unit, ...found } : null);
  },
  formula: (context, { figure, previous, neighbours }) => {
    if (previous === null) return null;
    const conditions = neighbours.flatMap((one) => {
      if (one.previous === null) return [];
      const straight = `(${apartFormula(figure, previous)}+${apartFormula(one.figure, one.previous)})`;
      const crossed = `(${apartFormula(figure, one.previous)}+${apartFormula(one.figure, previous)})`;
      const moved = `ROUND(${straight}-${literal(smallestMove(context))},6)>0`;
      const fits = `ROUND(${crossed}-${literal(EXCHANGED_PART)}*${straight},6)<0`;
      return [ifNumbers([figure, previous, one.figure, one.previous], `AND(${moved},${fits})`)];
    });
    if (conditions.length === 0) return null;
    return conditions.length === 1 ? conditions.join('') : `OR(${conditions.join(',')})`;
  },
  text: {
    vi: {
      title: 'Có thể nhập đổi chỗ hai dòng',
      meaning: `Số của dòng này gần số kỳ trước của dòng bên cạnh, và ngược lại: có thể hai số đã bị nhập đổi chỗ. Chỉ nói khi đổi lại thì khoảng cách với kỳ trước còn dưới ${Math.round(EXCHANGED_PART * 100)} % (quy ước của chương trình).`,
      example: 'Kỳ trước 62 % và 91 %, kỳ này 91,5 % và 62,4 %.',
      fix: 'So lại hai dòng với báo cáo gốc và đổi lại; nếu số đúng, ghi lý do ở cột lý do.',
      message: ({ figure, unit, previous, name, other, otherPrevious }) =>
        `Ô ghi ${shown(figure, unit, 'vi')} (kỳ trước ${shown(previous, '', 'vi')}), còn "${name.vi}" ghi ${shown(other, '', 'vi')} (kỳ trước ${shown(otherPrevious, '', 'vi')}): có lẽ hai số bị đổi chỗ.`,
      expected: ({ other, unit }) => `có lẽ ${shown(other, unit, 'vi')}`,
    },
    en: {
      title: 'Two rows possibly exchanged',
      meaning: `The figure of this row is near last period's figure of the next row, and the other way round: they may stand in each other's cell. Said only where exchanging them leaves less than ${Math.round(EXCHANGED_PART * 100)} % of the distance to the period before (a convention of this program).`,
      example: '62 % and 91 % the period before, 91.5 % and 62.4 % now.',
      fix: 'Compare both rows with the source and exchange them; if they are right, give the reason in the reason column.',
      message: ({ figure, unit, previous, name, other, otherPrevious }) =>
        `The cell holds ${shown(figure, unit, 'en')} (${shown(previous, '', 'en')} the period before) and "${name.en}" ${shown(other, '', 'en')} (${shown(otherPrevious, '', 'en')} before): perhaps the two are exchanged.`,
      expected: ({ other, unit }) => `perhaps ${shown(other, unit, 'en')}`,
    },
  },
};

function smallestMove({ indicator, kinds }: FigureContext): number {
  if (kinds.some(({ addsUp }) => addsUp)) return EXCHANGED_SMALLEST.flow;
  return indicator.measure === 'count' ? EXCHANGED_SMALLEST.count : EXCHANGED_SMALLEST.other;
}

/** How far two figures are apart, as a part of the larger. */
function apart(one: number, other: number): number {
  return Math.abs(one - other) / Math.max(one, other, TINY);
}

/** {@link apart} in Excel. */
function apartFormula(one: string, other: string): string {
  return `ABS(${one}-${other})/MAX(${one},${other},${literal(TINY)})`;
}
