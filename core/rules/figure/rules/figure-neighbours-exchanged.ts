import { compare } from '../../../base/number.ts';
import { literal } from '../../../target/formula.ts';
import { ifNumbers, numberIn } from '../cell.ts';
import { SAYING_IT_CANNOT_BE } from '../cannot-be.ts';
import { closenessOfLevel, hasEarlier, hasEarlierFormula, told } from '../expected.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import type { Closeness, FigureContext, Named } from '../surroundings.ts';
import { shown } from '../wording.ts';

/**
 * Two figures are each other's when both come much nearer to what is expected once they are exchanged: together to
 * this part of the distance. Figures that hardly moved for their sort are left alone. Conventions.
 */
export const EXCHANGED_PART = 0.7;
export const EXCHANGED_SMALLEST = { count: 0.05, flow: 0.15, other: 0.01 } as const;
/**
 * The same where the plan or what is usual to a unit of the size is all there is to expect of one of them: a part of
 * the distance, which is larger than both may be off by what is known of each.
 */
export const EXCHANGED_ROUGHLY = 0.5;
const OFF: Record<Closeness, number> = { earlier: 0.1, nearWhole: 0.1, level: 0.2, size: 0.25, hardly: 0.25 };
/** Nothing is divided by zero. */
const TINY = 0.000001;

/** A figure that fits the next row of the form. */
export interface Exchanged {
  figure: number;
  unit: string;
  expected: number;
  /** Whether the expectation is an earlier figure of the row. */
  isEarlier: boolean;
  name: Named;
  other: number;
  otherExpected: number;
}

/**
 * Two neighbours of a form in each other's cell: each fits what is expected of the other row, last period's figure
 * before all, not what is expected of its own.
 */
export const neighboursExchanged: FigureRuleOf<Exchanged> = {
  code: 'figure-neighbours-exchanged',
  severity: 'warning',
  scope: 'round',
  silencedBy: [...SAYING_IT_CANNOT_BE],
  appliesTo: ({ neighbours }) => neighbours.length > 0,
  check: (context, { figure: cell, previous, baseline, expected: near, neighbours }) => {
    const { indicator, neighbours: names } = context;
    const [figure, expected] = [numberIn(cell), numberIn(near)];
    if (figure === null || expected === null) return notEvaluable;
    const known = neighbours.flatMap((one, at) => {
      const [other, otherExpected, name] = [numberIn(one.figure), numberIn(one.expected), names[at]];
      if (other === null || otherExpected === null || !name) return [];
      const isEarlier = hasEarlier({ previous, baseline }) && hasEarlier(one);
      return [{ other, otherExpected, name, isEarlier, at }];
    });
    if (known.length === 0) return notEvaluable;
    const found = known.find(({ other, otherExpected, isEarlier, at }) => {
      const straight = apart(figure, expected) + apart(other, otherExpected);
      const crossed = apart(figure, otherExpected) + apart(other, expected);
      const { part, smallest } = isEarlier ? nearly(context) : roughly(context, at);
      return compare(straight, smallest) > 0 && compare(crossed, part * straight) < 0;
    });
    return failedWith(found ? { figure, expected, unit: indicator.unit, ...found } : null);
  },
  formula: (context, { figure, previous, baseline, expected, neighbours }) => {
    if (expected === null) return null;
    const conditions = neighbours.flatMap((one, at) => {
      if (one.expected === null) return [];
      const straight = `(${apartFormula(figure, expected)}+${apartFormula(one.figure, one.expected)})`;
      const crossed = `(${apartFormula(figure, one.expected)}+${apartFormula(one.figure, expected)})`;
      const earlier = [hasEarlierFormula({ previous, baseline }), hasEarlierFormula(one)];
      const both = earlier.every((is) => is !== null) ? `AND(${earlier.join(',')})` : null;
      const limit = (of: keyof Limits) =>
        both === null
          ? literal(roughly(context, at)[of])
          : `IF(${both},${literal(nearly(context)[of])},${literal(roughly(context, at)[of])})`;
      const moved = `ROUND(${straight}-${limit('smallest')},6)>0`;
      const fits = `ROUND(${crossed}-${limit('part')}*${straight},6)<0`;
      return [ifNumbers([figure, expected, one.figure, one.expected], `AND(${moved},${fits})`)];
    });
    if (conditions.length === 0) return null;
    return conditions.length === 1 ? conditions.join('') : `OR(${conditions.join(',')})`;
  },
  text: {
    vi: {
      title: 'Có thể nhập đổi chỗ hai dòng',
      meaning: `Số của dòng này gần số kỳ trước (chưa có thì số gốc, rồi mức kế hoạch hoặc mức thường gặp theo quy mô đơn vị) của dòng bên cạnh, và ngược lại: có thể hai số đã bị nhập đổi chỗ. Chỉ nói khi đổi lại thì khoảng cách còn dưới ${percent(EXCHANGED_PART)} %; nếu không có số kỳ trước và số gốc thì hai số phải lệch rõ và còn dưới ${percent(EXCHANGED_ROUGHLY)} % (quy ước của chương trình).`,
      example: 'Kỳ trước 62 % và 91 %, kỳ này 91,5 % và 62,4 %.',
      fix: 'So lại hai dòng với báo cáo gốc và đổi lại; nếu số đúng, ghi lý do ở cột lý do.',
      message: ({ figure, unit, expected, isEarlier, name, other, otherExpected }) => {
        const near = isEarlier ? 'trước đây' : 'thường khoảng';
        return `Ô ghi ${shown(figure, unit, 'vi')} (${near} ${shown(told(expected, isEarlier), '', 'vi')}), còn "${name.vi}" ghi ${shown(other, '', 'vi')} (${near} ${shown(told(otherExpected, isEarlier), '', 'vi')}): có lẽ hai số bị đổi chỗ.`;
      },
      expected: ({ other, unit }) => `có lẽ ${shown(other, unit, 'vi')}`,
    },
    en: {
      title: 'Two rows possibly exchanged',
      meaning: `The figure of this row is near last period's figure of the next row (else its baseline, else what the plan speaks of or what is usual to a unit of this size), and the other way round: they may stand in each other's cell. Said only where exchanging them leaves less than ${percent(EXCHANGED_PART)} % of the distance; without a period before and a baseline both have to be clearly off and less than ${percent(EXCHANGED_ROUGHLY)} % to be left (conventions of this program).`,
      example: '62 % and 91 % the period before, 91.5 % and 62.4 % now.',
      fix: 'Compare both rows with the source and exchange them; if they are right, give the reason in the reason column.',
      message: ({ figure, unit, expected, isEarlier, name, other, otherExpected }) => {
        const near = isEarlier ? 'before' : 'usually some';
        return `The cell holds ${shown(figure, unit, 'en')} (${near} ${shown(told(expected, isEarlier), '', 'en')}) and "${name.en}" ${shown(other, '', 'en')} (${near} ${shown(told(otherExpected, isEarlier), '', 'en')}): perhaps the two are exchanged.`;
      },
      expected: ({ other, unit }) => `perhaps ${shown(other, unit, 'en')}`,
    },
  },
};

function percent(part: number): number {
  return Math.round(part * 100);
}

interface Limits {
  part: number;
  smallest: number;
}

function nearly({ indicator, kinds }: FigureContext): Limits {
  const { flow, count, other } = EXCHANGED_SMALLEST;
  const smallest = indicator.measure === 'count' ? count : other;
  return { part: EXCHANGED_PART, smallest: kinds.some(({ addsUp }) => addsUp) ? flow : smallest };
}

function roughly(context: FigureContext, at: number): Limits {
  const other = context.neighbourCloseness[at];
  // No part of a distance is below zero.
  if (other === null) return { part: 0, smallest: 0 };
  const smallest = Number((OFF[closenessOfLevel(context)] + OFF[other ?? 'hardly']).toFixed(2));
  return { part: EXCHANGED_ROUGHLY, smallest };
}

/** How far two figures are apart, as a part of the larger. */
function apart(one: number, other: number): number {
  return Math.abs(one - other) / Math.max(one, other, TINY);
}

/** {@link apart} in Excel. */
function apartFormula(one: string, other: string): string {
  return `ABS(${one}-${other})/MAX(${one},${other},${literal(TINY)})`;
}
