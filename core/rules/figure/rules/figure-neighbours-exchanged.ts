import { compare } from '../../../base/number.ts';
import { literal } from '../../../target/formula.ts';
import { countsWholeThings } from '../../../catalogue/whole-things.ts';
import { compared, ifNumbers, isNumber, numberIn } from '../cell.ts';
import { SAYING_IT_CANNOT_BE } from '../cannot-be.ts';
import { closenessWithout, hasEarlier, hasEarlierFormula, told } from '../expected.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import { perContext } from '../per-context.ts';
import { SAID_OF_ALL } from '../said-of-all.ts';
import type { Closeness, FigureContext, Named, NeighbourRow } from '../surroundings.ts';
import { isTurned, turnedFormula, type Near } from '../turned-ratio.ts';
import { shown } from '../wording.ts';

/**
 * Two figures are each other's when both come much nearer to what is expected once they are exchanged: together to
 * this part of the distance. Figures that hardly moved for their sort are left alone. Conventions.
 */
const EXCHANGED_PART = 0.7;
/**
 * Two that are not that near to each other's figures of last year all the same may as well have risen and fallen: they
 * have to be left this near to them, or this part of the distance. Conventions.
 */
const EXCHANGED_LEFT = { near: 0.15, part: 0.55 } as const;
const EXCHANGED_SMALLEST = { count: 0.05, flow: 0.2, other: 0.01 } as const;
/**
 * The same where the plan or what is usual to a unit of the size is all there is to expect of one of them: a part of
 * the distance, which is larger than both may be off by what is known of each.
 */
const EXCHANGED_ROUGHLY = 0.5;
const OFF: Record<Closeness, number> = { earlier: 0.1, nearWhole: 0.1, level: 0.2, size: 0.25, hardly: 0.4 };
/**
 * Of a few, one more or less is much: roots of counts differ by a half or so by chance, whatever the counts. What is
 * expected of the two has to differ by this much more. A convention.
 */
const ROOTS_APART = 2;
/**
 * Two counts that add up are larger and smaller together, so that their ratio is known better than either: exchanged
 * it is turned round. How far it has to be off by what is known of each, as a logarithm. A convention.
 */
const RATIO_OFF: Record<Closeness, number> = {
  earlier: 0.09,
  nearWhole: 0.13,
  level: 0.17,
  size: 0.22,
  hardly: 0.48,
};
/**
 * A few people and households come and go; where less is between two counts, each may become the other. Schools and
 * communes stand still. Conventions.
 */
const FEW = { moving: 5, standing: 3 } as const;
/** The same where each is to the last digit what the other was. */
const FEW_EXACTLY = { moving: 2, standing: 1 } as const;
const STANDING = ['xã', 'huyện', 'thôn', 'trường', 'trạm', 'điểm', 'cơ sở', 'cơ quan'] as const;
/** Nothing is divided by zero. */
const TINY = 0.00001;

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
  silencedBy: [...SAYING_IT_CANNOT_BE, ...SAID_OF_ALL],
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
    const limits = limitsOf(context);
    const found = known.find(({ other, otherExpected, isEarlier, at }) => {
      const straight = apart(figure, expected) + apart(other, otherExpected);
      const crossed = apart(figure, otherExpected) + apart(other, expected);
      const { part, smallest, roots, between, ratio } = limits[at]?.[isEarlier ? 'near' : 'rough'] ?? NEVER;
      const isExactly = figure === otherExpected && other === expected;
      const least = isExactly ? between?.exactly : between?.usually;
      if (isBelow(Math.abs(expected - otherExpected), least ?? null)) return false;
      if (isBelow(Math.abs(root(expected) - root(otherExpected)), roots)) return false;
      const { near: left, part: clearly } = EXCHANGED_LEFT;
      const most = isEarlier
        ? Math.max(Math.min(part * straight, left), clearly * straight)
        : part * straight;
      if (compare(straight, smallest) > 0 && compare(crossed, most) < 0) return true;
      return (
        ratio !== null && isTurned({ figure, expected }, { figure: other, expected: otherExpected }, ratio)
      );
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
      // Where nothing roughly is known of the row, only last period's figures tell.
      const onlyEarlier = roughLimits === NEVER;
      if (onlyEarlier && both === null) return [];
      const smallest =
        both === null || onlyEarlier
          ? literal((onlyEarlier ? nearly(context, at) : roughLimits).smallest)
          : `IF(${both},${literal(nearly(context, at).smallest)},${literal(roughLimits.smallest)})`;
      const apartEnough =
        roughLimits.roots === null
          ? []
          : [
              `${compared(`ABS(${rootFormula(expected)}-${rootFormula(one.expected)})`, literal(roughLimits.roots))}>=0`,
            ];
      const enough = both === null ? apartEnough : apartEnough.map((is) => `OR(${both},${is})`);
      const unlike = unlikeFormula(
        { ...one, expected: one.expected },
        { figure, expected },
        betweenCounts(context, at),
      );
      const nearer = betweenOf(context.neighbourRows[at]).flatMap((place) => {
        const cell = neighbours[place]?.figure;
        return cell === undefined ? [] : [`NOT(${isNumber(cell)})`];
      });
      const moved = `ROUND(${straight}-${smallest},6)>0`;
      const partOf = (of: Limits) => `${literal(of.part)}*${straight}`;
      const { near: left, part: clearly } = EXCHANGED_LEFT;
      const nearlyMost = `MAX(MIN(${partOf(nearly(context, at))},${literal(left)}),${literal(clearly)}*${straight})`;
      const roughlyMost = partOf(roughLimits);
      const most =
        both === null ? roughlyMost : onlyEarlier ? nearlyMost : `IF(${both},${nearlyMost},${roughlyMost})`;
      const fits = `ROUND(${crossed}-${most},6)<0`;
      const turned = turnedFormula(
        { ...one, expected: one.expected },
        { figure, expected },
        roughLimits.ratio,
      );
      const said = [
        ...(onlyEarlier && both !== null ? [both] : []),
        ...nearer,
        ...enough,
        ...unlike,
        turned === null ? `${moved},${fits}` : `OR(AND(${moved},${fits}),${turned})`,
      ];
      return [ifNumbers([figure, expected, one.figure, one.expected], `AND(${said.join(',')})`)];
    });
    if (conditions.length === 0) return null;
    return conditions.length === 1 ? conditions.join('') : `OR(${conditions.join(',')})`;
  },
  text: {
    vi: {
      title: 'Có thể nhập đổi chỗ hai dòng',
      meaning: `Số của dòng này gần số kỳ trước (chưa có thì số gốc, rồi mức kế hoạch hoặc mức thường gặp theo quy mô đơn vị) của dòng bên cạnh, và ngược lại: có thể hai số đã bị nhập đổi chỗ. Chỉ nói khi đổi lại thì khoảng cách còn dưới ${percent(EXCHANGED_PART)} % và hai số cách số kỳ trước của nhau không quá ${percent(EXCHANGED_LEFT.near)} % (nhiều hơn thì phải còn dưới ${percent(EXCHANGED_LEFT.part)} %); nếu không có số kỳ trước và số gốc thì hai số phải lệch rõ và còn dưới ${percent(EXCHANGED_ROUGHLY)} %. Không xét hai số đếm cách nhau dưới ${FEW.moving} (trường, xã, trạm …: dưới ${FEW.standing}). Các ngưỡng là quy ước của chương trình.`,
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
      meaning: `The figure of this row is near last period's figure of the next row (else its baseline, else what the plan speaks of or what is usual to a unit of this size), and the other way round: they may stand in each other's cell. Said only where exchanging them leaves less than ${percent(EXCHANGED_PART)} % of the distance and the two within ${percent(EXCHANGED_LEFT.near)} % of each other's figures before (else less than ${percent(EXCHANGED_LEFT.part)} %); without a period before and a baseline both have to be clearly off and less than ${percent(EXCHANGED_ROUGHLY)} % to be left. Counts less than ${FEW.moving} apart (of schools, communes, stations ${FEW.standing}) are left alone. The thresholds are conventions of this program.`,
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
  /** Roots of what is expected of the two have to lie as far apart; null where they need not. */
  roots: number | null;
  /** What is expected of the two has to lie as far apart; null where it need not. */
  between: Between | null;
  /** The logarithm by which their ratio has to be off; null where it says nothing. */
  ratio: number | null;
}

interface Between {
  usually: number;
  /** Where each is what is expected of the other. */
  exactly: number;
}

/** No part of a distance is below zero. */
const NEVER: Limits = { part: 0, smallest: 0, roots: null, between: null, ratio: null };

function betweenOf(row: NeighbourRow | undefined): readonly number[] {
  return row?.between ?? [];
}

const limitsOf = perContext((context) =>
  context.neighbourRows.map((_, at) => ({ near: nearly(context, at), rough: roughly(context, at) })),
);

function nearly(context: FigureContext, at: number): Limits {
  const { indicator, kinds, neighbourRows } = context;
  const { flow, count, other } = EXCHANGED_SMALLEST;
  const smallest = indicator.measure === 'count' ? count : other;
  // Of the more rows a figure is held against, the more are near it by chance.
  const isLoose = kinds.some(({ addsUp }) => addsUp) || betweenOf(neighbourRows[at]).length > 0;
  return {
    part: EXCHANGED_PART,
    smallest: isLoose ? flow : smallest,
    roots: null,
    between: betweenCounts(context, at),
    ratio: roughly(context, at).ratio,
  };
}

function roughly(context: FigureContext, at: number): Limits {
  const row = context.neighbourRows[at];
  if (!row || row.closeness === null) return NEVER;
  const own = closenessWithout(context);
  const isOfCounts = countsWholeThings(context.indicator) || row.isCounted;
  return {
    part: EXCHANGED_ROUGHLY,
    smallest: Number((OFF[own] + OFF[row.closeness]).toFixed(2)),
    roots: isOfCounts ? ROOTS_APART : null,
    between: betweenCounts(context, at),
    ratio:
      countsWholeThings(context.indicator) && row.isCounted
        ? Number((RATIO_OFF[own] + RATIO_OFF[row.closeness]).toFixed(2))
        : null,
  };
}

function betweenCounts({ indicator, neighbourRows }: FigureContext, at: number): Between | null {
  if (!countsWholeThings(indicator) && neighbourRows[at]?.isCounted !== true) return null;
  const is = STANDING.some((unit) => unit === indicator.unit) ? 'standing' : 'moving';
  return { usually: FEW[is], exactly: FEW_EXACTLY[is] };
}

function isBelow(value: number, least: number | null): boolean {
  return least !== null && compare(value, least) < 0;
}

/** Whether what is expected of the two is far enough apart, in Excel: less is enough where each is what the other was. */
function unlikeFormula(one: Near<string>, own: Near<string>, between: Between | null): string[] {
  if (between === null) return [];
  const distance = `ABS(${own.expected}-${one.expected})`;
  const usually = `${compared(distance, literal(between.usually))}>=0`;
  const same = `${own.figure}=${one.expected},${one.figure}=${own.expected}`;
  return [`OR(${usually},AND(${same},${compared(distance, literal(between.exactly))}>=0))`];
}

/** Roots of counts scatter alike, whatever the counts. */
function root(value: number): number {
  return Math.sqrt(Math.max(value, 0));
}

/** {@link root} in Excel. */
function rootFormula(value: string): string {
  return `MAX(${value},0)^0.5`;
}

/** How far two figures are apart, as a part of the larger. */
function apart(one: number, other: number): number {
  return Math.abs(one - other) / Math.max(one, other, TINY);
}

/** {@link apart} in Excel. */
function apartFormula(one: string, other: string): string {
  return `ABS(${one}-${other})/MAX(${one},${other},${literal(TINY)})`;
}
