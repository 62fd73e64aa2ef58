import { compare } from '../../../base/number.ts';
import { literal } from '../../../target/formula.ts';
import { countsWholeThings } from '../../../catalogue/whole-things.ts';
import { compared, ifNumbers, isNumber, numberIn } from '../cell.ts';
import { SAYING_IT_CANNOT_BE } from '../cannot-be.ts';
import { closenessWithout, hasEarlier, hasEarlierFormula, told } from '../expected.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import type { Closeness, FigureContext, Named, NeighbourRow } from '../surroundings.ts';
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
const OFF: Record<Closeness, number> = { earlier: 0.1, nearWhole: 0.1, level: 0.2, size: 0.25, hardly: 0.4 };
/** Of a few, one more or less is much, and the plan says nothing of them. A convention. */
const SMALLEST_ROUGHLY = 50;
/**
 * A few people and households come and go; where less is between two counts, each may become the other. Schools and
 * communes stand still. Conventions.
 */
const FEW = { moving: 5, standing: 3 } as const;
const STANDING = ['xã', 'huyện', 'thôn', 'trường', 'trạm', 'điểm', 'cơ sở', 'cơ quan'] as const;
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
    const { indicator, neighbours: names, neighbourRows } = context;
    const [figure, expected] = [numberIn(cell), numberIn(near)];
    if (figure === null || expected === null) return notEvaluable;
    const known = neighbours.flatMap((one, at) => {
      const [other, otherExpected, name] = [numberIn(one.figure), numberIn(one.expected), names[at]];
      if (other === null || otherExpected === null || !name) return [];
      const isFurther = betweenOf(neighbourRows[at]).some((nearer) => {
        return numberIn(neighbours[nearer]?.figure ?? null) !== null;
      });
      if (isFurther) return [];
      const isEarlier = hasEarlier({ previous, baseline }) && hasEarlier(one);
      return [{ other, otherExpected, name, isEarlier, at }];
    });
    if (known.length === 0) return notEvaluable;
    const found = known.find(({ other, otherExpected, isEarlier, at }) => {
      const straight = apart(figure, expected) + apart(other, otherExpected);
      const crossed = apart(figure, otherExpected) + apart(other, expected);
      const { part, smallest, least, between } = isEarlier ? nearly(context, at) : roughly(context, at);
      if (isBelow(expected, least.own) || isBelow(otherExpected, least.other)) return false;
      if (isBelow(Math.abs(expected - otherExpected), between)) return false;
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
      const roughLimits = roughly(context, at);
      const limit = (of: 'smallest' | 'part') =>
        both === null
          ? literal(roughLimits[of])
          : `IF(${both},${literal(nearly(context, at)[of])},${literal(roughLimits[of])})`;
      const { least } = roughLimits;
      const many = [...reachedFormula(expected, least.own), ...reachedFormula(one.expected, least.other)];
      const enough = both === null || many.length === 0 ? many : [`OR(${both},AND(${many.join(',')}))`];
      // Whatever else is known of the row: where nothing roughly is, last period's figures are.
      const unlike = reachedFormula(`ABS(${expected}-${one.expected})`, betweenCounts(context, at));
      const nearer = betweenOf(context.neighbourRows[at]).flatMap((place) => {
        const cell = neighbours[place]?.figure;
        return cell === undefined ? [] : [`NOT(${isNumber(cell)})`];
      });
      const moved = `ROUND(${straight}-${limit('smallest')},6)>0`;
      const fits = `ROUND(${crossed}-${limit('part')}*${straight},6)<0`;
      const said = [...nearer, ...enough, ...unlike, moved, fits];
      return [ifNumbers([figure, expected, one.figure, one.expected], `AND(${said.join(',')})`)];
    });
    if (conditions.length === 0) return null;
    return conditions.length === 1 ? conditions.join('') : `OR(${conditions.join(',')})`;
  },
  text: {
    vi: {
      title: 'Có thể nhập đổi chỗ hai dòng',
      meaning: `Số của dòng này gần số kỳ trước (chưa có thì số gốc, rồi mức kế hoạch hoặc mức thường gặp theo quy mô đơn vị) của dòng bên cạnh, và ngược lại: có thể hai số đã bị nhập đổi chỗ. Chỉ nói khi đổi lại thì khoảng cách còn dưới ${percent(EXCHANGED_PART)} %; nếu không có số kỳ trước và số gốc thì hai số phải lệch rõ và còn dưới ${percent(EXCHANGED_ROUGHLY)} %. Không xét hai số đếm cách nhau dưới ${FEW.moving} (trường, xã, trạm …: dưới ${FEW.standing}). Các ngưỡng là quy ước của chương trình.`,
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
      meaning: `The figure of this row is near last period's figure of the next row (else its baseline, else what the plan speaks of or what is usual to a unit of this size), and the other way round: they may stand in each other's cell. Said only where exchanging them leaves less than ${percent(EXCHANGED_PART)} % of the distance; without a period before and a baseline both have to be clearly off and less than ${percent(EXCHANGED_ROUGHLY)} % to be left. Counts less than ${FEW.moving} apart (of schools, communes, stations ${FEW.standing}) are left alone. The thresholds are conventions of this program.`,
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
  /** What is expected of each of the two has to reach this; null where anything may be expected. */
  least: { own: number | null; other: number | null };
  /** What is expected of the two has to lie as far apart; null where it need not. */
  between: number | null;
}

const NONE = { own: null, other: null };
/** No part of a distance is below zero. */
const NEVER: Limits = { part: 0, smallest: 0, least: NONE, between: null };

function betweenOf(row: NeighbourRow | undefined): readonly number[] {
  return row?.between ?? [];
}

function nearly(context: FigureContext, at: number): Limits {
  const { indicator, kinds, neighbourRows } = context;
  const { flow, count, other } = EXCHANGED_SMALLEST;
  const smallest = indicator.measure === 'count' ? count : other;
  // Of the more rows a figure is held against, the more are near it by chance.
  const isLoose = kinds.some(({ addsUp }) => addsUp) || betweenOf(neighbourRows[at]).length > 0;
  return {
    part: EXCHANGED_PART,
    smallest: isLoose ? flow : smallest,
    least: NONE,
    between: betweenCounts(context, at),
  };
}

function roughly(context: FigureContext, at: number): Limits {
  const row = context.neighbourRows[at];
  if (!row || row.closeness === null) return NEVER;
  return {
    part: EXCHANGED_ROUGHLY,
    smallest: Number((OFF[closenessWithout(context)] + OFF[row.closeness]).toFixed(2)),
    least: {
      own: countsWholeThings(context.indicator) ? SMALLEST_ROUGHLY : null,
      other: row.isCounted ? SMALLEST_ROUGHLY : null,
    },
    between: betweenCounts(context, at),
  };
}

function betweenCounts({ indicator, neighbourRows }: FigureContext, at: number): number | null {
  if (!countsWholeThings(indicator) && neighbourRows[at]?.isCounted !== true) return null;
  return STANDING.some((unit) => unit === indicator.unit) ? FEW.standing : FEW.moving;
}

function isBelow(value: number, least: number | null): boolean {
  return least !== null && compare(value, least) < 0;
}

/** Not {@link isBelow}, in Excel. */
function reachedFormula(value: string, least: number | null): string[] {
  return least === null ? [] : [`${compared(value, literal(least))}>=0`];
}

/** How far two figures are apart, as a part of the larger. */
function apart(one: number, other: number): number {
  return Math.abs(one - other) / Math.max(one, other, TINY);
}

/** {@link apart} in Excel. */
function apartFormula(one: string, other: string): string {
  return `ABS(${one}-${other})/MAX(${one},${other},${literal(TINY)})`;
}
