import { countsWholeThings } from '../../../catalogue/whole-things.ts';
import { compare, round } from '../../../base/number.ts';
import { literal } from '../../../target/formula.ts';
import { compared, ifNumbers, numberIn, type RawCell } from '../cell.ts';
import { SAYING_IT_CANNOT_BE } from '../cannot-be.ts';
import { byCloseness, closenessOf, isByParts, NEAR_WHOLE, told } from '../expected.ts';
import { isOfOthers, OF_NEARLY_ALL, ofOthersFormula } from '../exchanged-beside.ts';
import {
  exchanged,
  exchangedFormula,
  isBeyondBounds,
  isBeyondBoundsFormula,
  lastPlace,
  PAIRS,
  TWO_DIGITS,
} from '../exchanged-digits.ts';
import { failedWith, notEvaluable, passed, type FigureRuleOf } from '../figure-rule.ts';
import { SAID_OF_ALL } from '../said-of-all.ts';
import { neighboursExchanged } from './figure-neighbours-exchanged.ts';
import { publishedRateDiffers } from './figure-rate-differs.ts';
import type { Closeness, FigureContext } from '../surroundings.ts';
import { UNITS_THAT_MOVE } from '../standing.ts';
import { unitSlip } from './figure-unit-slip.ts';
import { shown } from '../wording.ts';

/**
 * A figure that lies further than `from` from the period before (a part of it), and of which two adjacent digits
 * exchanged come to `part` of that distance. What a year brings anew moves more, what falls as the plan wants it
 * to may lose a third, and what rises against the plan is suspect sooner. Conventions.
 */
const TRANSPOSED = {
  usual: { from: 0.17, part: 0.35 },
  flow: { from: 0.25, part: 0.25 },
  wantedFall: { from: 0.35, part: 0.25 },
  unwantedRise: { from: 0.17, part: 0.55 },
} as const;
/**
 * The same where the plan or what is usual to a unit of the size is all there is to expect; null for too little. With
 * its digits exchanged back the figure has to be no further away than `from` itself, else neither of the two fits.
 */
const WITHOUT_EARLIER = {
  nearWhole: { from: 0.25, part: OF_NEARLY_ALL.part },
  level: { from: 0.5, part: 0.3 },
  size: { from: 0.4, part: 0.25 },
  hardly: null,
} satisfies Record<Exclude<Closeness, 'earlier'>, Limit | null>;
/** In one commune nearly everybody may be few: two of three, or half. Conventions. */
const IN_COMMUNE = {
  part: { from: 0.5, part: 0.3 },
  whole: { from: 1, part: 0.1 },
} as const;
/** More than the plan asks for of some is nothing to wonder at, unless it is much more. */
const BEYOND_LEVEL: Limit = { from: 0.5, part: 0.4 };
/** Where the plan wants less, what it asks for is below what there is, up to half of it. */
const BEFORE_FALL: Limit = { from: 1, part: 0.4 };
/** Nothing is further away than this. */
const NEVER: Limit = { from: 1e15, part: 0 };

interface Limit {
  from: number;
  part: number;
}
/**
 * People and households of a few change by a few; communes and schools stand still. Where nothing earlier is there, of
 * a few of anything one more or less is much. A convention.
 */
const SMALLEST_COUNT = 50;
/** Roots of a few differ by less than this from year to year, whatever the few: 23 become 32. A convention. */
const ROOTS_APART = 1;
/** A share that is to rise does so by as many points in a year, a small one by half of it: from 8 % to 11 % is no slip. */
const USUAL_RISE = { points: 7, part: 0.5 } as const;
/**
 * Further than this from what is only roughly known, 1 would be called a slip of 10 and 10 one of 1: a place too many
 * or too few, of which a rough size cannot tell. A convention.
 */
const OTHER_SIZE = 7;
/** A figure with two digits that may stand in each other's place. */
export interface Transposed {
  figure: number;
  expected: number;
  /** Whether the expectation is an earlier figure of the row. */
  isEarlier: boolean;
  perhaps: number;
  unit: string;
}

/** 4 312 typed as 3 412: with two adjacent digits exchanged the figure fits the period before. */
export const digitsTransposed: FigureRuleOf<Transposed> = {
  code: 'figure-digits-transposed',
  severity: 'warning',
  scope: 'round',
  silencedBy: [
    ...SAYING_IT_CANNOT_BE,
    unitSlip.code,
    ...SAID_OF_ALL,
    neighboursExchanged.code,
    publishedRateDiffers.code,
  ],
  appliesTo: ({ indicator: { measure }, kinds }) =>
    measure !== 'ordinal' && measure !== 'yes-no' && !kinds.some(({ isOfPeriod }) => isOfPeriod),
  check: (context, values) => {
    const [figure, expected] = [numberIn(values.figure), numberIn(values.expected)];
    if (figure === null || expected === null || figure <= 0 || expected <= 0) return notEvaluable;
    const distance = Math.abs(figure - expected);
    const closeness = closenessOf(context, values);
    const isEarlier = closeness === 'earlier';
    const limit = closeness && limitOf(context, closeness, figure > expected ? 'rise' : 'fall');
    if (!limit || isUntold(context, isEarlier, { figure, expected })) return notEvaluable;
    const usual = rises(context) && figure > expected ? usualRise(expected) : 0;
    const isFar = compare(distance, Math.max(limit.from * expected, usual)) > 0;
    const near = isEarlier ? limit.part * distance : Math.min(limit.part * distance, limit.from * expected);
    if (!isEarlier && values.isByExchanged === true) return passed;
    if (closeness === 'nearWhole' && isOfOthers(context, { ...values, figure })) return passed;
    const most = mostOf(context, values.denominators);
    const { indicator } = context;
    const perhaps = PAIRS.filter((pair) => !isBeyondBounds(indicator, pair, figure))
      .map((pair) => exchanged(figure, pair, lastPlace(context)))
      .find((one) => compare(one, most) <= 0 && compare(Math.abs(one - expected), near) < 0);
    const { unit } = indicator;
    return failedWith(
      isFar && perhaps !== undefined
        ? { figure, expected, isEarlier, perhaps: round(perhaps, 6), unit }
        : null,
    );
  },
  formula: (context, refs) => {
    const { figure, expected } = refs;
    if (expected === null) return null;
    const distance = `ABS(${figure}-${expected})`;
    const limit = (of: keyof Limit, closeness: Closeness) => {
      const [rise, fall] = (['rise', 'fall'] as const).map((to) =>
        literal((limitOf(context, closeness, to) ?? NEVER)[of]),
      );
      return rise === fall ? `${rise}` : `IF(${figure}>${expected},${rise},${fall})`;
    };
    const from = byCloseness(context, refs, (closeness) => limit('from', closeness));
    const least = `${from}*${expected}`;
    const { points, part } = USUAL_RISE;
    const rise = `MIN(${literal(points)},${literal(part)}*${expected})`;
    const usual = `IF(${figure}>${expected},${rise},0)`;
    const far = `${compared(distance, rises(context) ? `MAX(${least},${usual})` : least)}>0`;
    const most = partOfAt(context).flatMap((at) => refs.denominators[at] ?? []);
    const distances = PAIRS.map((pair) => {
      const one = exchangedFormula(figure, pair, lastPlace(context));
      const within = most.map(
        (whole) => `IF(${ifNumbers([whole], `${compared(one, whole)}>0`)},${literal(NEVER.from)},0)`,
      );
      const off = [`ABS(${one}-${expected})`, ...within].join('+');
      const beyond = isBeyondBoundsFormula(context.indicator, pair, figure);
      return beyond === null ? off : `IF(${beyond},${literal(NEVER.from)},${off})`;
    });
    const near = byCloseness(context, refs, (closeness) => {
      const part = `${limit('part', closeness)}*${distance}`;
      return closeness === 'earlier' ? part : `MIN(${part},${limit('from', closeness)}*${expected})`;
    });
    const fits = `${compared(`MIN(${distances.join(',')})`, near)}<0`;
    const isTold = byCloseness(context, refs, (closeness) => {
      const conditions = toldFormulas(context, closeness === 'earlier', { figure, expected });
      if (conditions.length === 0) return 'TRUE';
      return conditions.length === 1 ? conditions.join('') : `AND(${conditions.join(',')})`;
    });
    const ofOthers = ofOthersFormula(context, refs);
    const isByParts = byCloseness(context, refs, (closeness) =>
      closeness === 'nearWhole' ? 'TRUE' : 'FALSE',
    );
    const isOwn = ofOthers === null ? fits : `IF(${fits},IF(${isByParts},NOT(${ofOthers}),TRUE),FALSE)`;
    const byExchanged = refs.isByExchanged;
    const isTheirs =
      byExchanged === null
        ? 'FALSE'
        : byCloseness(context, refs, (closeness) => (closeness === 'earlier' ? 'FALSE' : byExchanged));
    const isSaid = isTheirs === 'FALSE' ? isOwn : `IF(${isTheirs},FALSE,${isOwn})`;
    // AND computes all its parts, and there is no logarithm of what is not above zero.
    const condition = `IF(AND(${figure}>0,${expected}>0),IF(${isTold},IF(${far},${isSaid},FALSE),FALSE),FALSE)`;
    return ifNumbers([figure, expected], condition);
  },
  text: {
    vi: {
      title: 'Có thể gõ đảo hai chữ số',
      meaning: `Số khác kỳ trước quá ${Math.round(TRANSPOSED.usual.from * 100)} % (số của riêng năm quá ${Math.round(TRANSPOSED.flow.from * 100)} %, chỉ tiêu cần giảm mà giảm thì quá ${Math.round(TRANSPOSED.wantedFall.from * 100)} %; tỷ lệ không phải cần giảm mà tăng thì quá ${USUAL_RISE.points} điểm %), nhưng nếu đổi chỗ hai chữ số liền nhau thì gần số kỳ trước: có thể gõ đảo (4.312 thành 3.412). Chưa có số kỳ trước thì so với số gốc, rồi với mức kế hoạch hoặc mức thường gặp theo quy mô đơn vị khi lệch quá ${Math.round(WITHOUT_EARLIER.nearWhole.from * 100)} % (tỷ lệ kế hoạch nêu từ ${NEAR_WHOLE} % trở lên) hoặc ${Math.round(WITHOUT_EARLIER.size.from * 100)} %; vượt mức kế hoạch dưới ${NEAR_WHOLE} % thì chỉ hỏi khi quá ${Math.round(BEYOND_LEVEL.from * 100)} %, của một xã thì không hỏi. Các ngưỡng là quy ước của chương trình.`,
      example: '3.412 hộ, kỳ trước 4.250 hộ: có lẽ 4.312.',
      fix: 'Đọc lại từng chữ số trong báo cáo gốc; nếu số đúng, ghi lý do ở cột lý do.',
      message: ({ figure, expected, isEarlier, perhaps, unit }) =>
        `Ô ghi ${shown(figure, unit, 'vi')}, ${isEarlier ? 'trước đây' : 'thường khoảng'} ${shown(told(expected, isEarlier), unit, 'vi')}: có lẽ gõ đảo chữ số của ${shown(perhaps, unit, 'vi')}.`,
      expected: ({ perhaps, unit }) => `có lẽ ${shown(perhaps, unit, 'vi')}`,
    },
    en: {
      title: 'Two digits possibly transposed',
      meaning: `The figure differs from the period before by more than ${Math.round(TRANSPOSED.usual.from * 100)} % (the year's own amounts ${Math.round(TRANSPOSED.flow.from * 100)} %, a wanted fall ${Math.round(TRANSPOSED.wantedFall.from * 100)} %, a share that is not to fall and rises ${USUAL_RISE.points} points), but with two adjacent digits exchanged it would be near it: they may have been transposed (4,312 typed as 3,412). Without a period before it is held against the baseline, else against what the plan speaks of or what is usual to a unit of this size, where it is off by more than ${Math.round(WITHOUT_EARLIER.nearWhole.from * 100)} % (a share the plan asks for of ${NEAR_WHOLE} % and more) or ${Math.round(WITHOUT_EARLIER.size.from * 100)} %; above a level of the plan below ${NEAR_WHOLE} % it is asked about beyond ${Math.round(BEYOND_LEVEL.from * 100)} % alone, and of one commune not at all. The thresholds are conventions of this program.`,
      example: '3,412 households, 4,250 the period before: perhaps 4,312.',
      fix: 'Read the digits of the source once more; if the figure is right, give the reason in the reason column.',
      message: ({ figure, expected, isEarlier, perhaps, unit }) =>
        `The cell holds ${shown(figure, unit, 'en')}, ${isEarlier ? 'before' : 'usually some'} ${shown(told(expected, isEarlier), unit, 'en')}: perhaps the digits of ${shown(perhaps, unit, 'en')} were transposed.`,
      expected: ({ perhaps, unit }) => `perhaps ${shown(perhaps, unit, 'en')}`,
    },
  },
};

/**
 * The least that either of figure and expectation, and that both, have to reach; fewer say something where their roots
 * are so far apart, null where they do not.
 */
function smallestOf(
  { indicator }: FigureContext,
  isEarlier: boolean,
): { either: number; both: number; roots: number | null } {
  const moves = UNITS_THAT_MOVE.some((moving) => moving === indicator.unit);
  if (!countsWholeThings(indicator)) return { either: 0, both: 0, roots: null };
  if (isEarlier) return { either: moves ? SMALLEST_COUNT : 0, both: 0, roots: ROOTS_APART };
  return { either: SMALLEST_COUNT, both: TWO_DIGITS, roots: null };
}

/** Whether a rise is usual to the figure. */
function rises({ indicator: { measure, direction } }: FigureContext): boolean {
  return measure === 'share' && direction !== 'down';
}

/** The points by which such a figure may rise against the one before without a word. */
function usualRise(expected: number): number {
  return Math.min(USUAL_RISE.points, USUAL_RISE.part * expected);
}

interface Pair<Part> {
  figure: Part;
  expected: Part;
}

/** Whether figure and expectation are too small, or of what is roughly known too far apart, to say anything. */
function isUntold(context: FigureContext, isEarlier: boolean, { figure, expected }: Pair<number>): boolean {
  const { either, both, roots } = smallestOf(context, isEarlier);
  const [least, most] = [Math.min(figure, expected), Math.max(figure, expected)];
  const isFew = most < either && (roots === null || compare(Math.sqrt(most) - Math.sqrt(least), roots) < 0);
  if (isFew || least < both) return true;
  return !isEarlier && compare(most, OTHER_SIZE * least) > 0;
}

/** Not {@link isUntold}, in Excel. */
function toldFormulas(
  context: FigureContext,
  isEarlier: boolean,
  { figure, expected }: Pair<string>,
): string[] {
  const { either, both, roots } = smallestOf(context, isEarlier);
  const [least, most] = [`MIN(${figure},${expected})`, `MAX(${figure},${expected})`];
  const many = `${most}>=${literal(either)}`;
  const apart = compared(`ABS(${figure}^0.5-${expected}^0.5)`, literal(roots ?? 0));
  return [
    ...(either === 0 ? [] : [roots === null ? many : `OR(${many},${apart}>=0)`]),
    ...(both > 0 ? [`${least}>=${literal(both)}`] : []),
    ...(isEarlier ? [] : [`${compared(most, `${OTHER_SIZE}*${least}`)}<=0`]),
  ];
}

/** The wholes that a figure is a part of, by their places among the denominators. */
function partOfAt({ shares }: FigureContext): number[] {
  return shares.flatMap(({ isPart }, at) => (isPart ? [at] : []));
}

/** No part is more than its whole, whatever slipped; where none is there nothing limits it. */
function mostOf(context: FigureContext, denominators: readonly RawCell[]): number {
  return Math.min(...partOfAt(context).flatMap((at) => numberIn(denominators[at] ?? null) ?? []));
}

/** Null where too little is known to tell. */
function limitOf(context: FigureContext, closeness: Closeness, to: 'rise' | 'fall'): Limit | null {
  if (closeness === 'earlier') return limitsOf(context)[to];
  if (closeness === 'size' && to === 'rise' && context.indicator.direction === 'down') return BEFORE_FALL;
  if (closeness === 'nearWhole' && context.level === 'commune') {
    const byParts = isByParts(context);
    if (to === (byParts ? 'rise' : 'fall')) return byParts ? IN_COMMUNE.whole : IN_COMMUNE.part;
  }
  if (closeness !== 'level') return WITHOUT_EARLIER[closeness];
  // Of one commune the plan of a province says little.
  if (context.level === 'commune') return null;
  return to === 'rise' ? BEYOND_LEVEL : WITHOUT_EARLIER.level;
}

/** The limits for a figure that lies above the period before, and for one below. */
function limitsOf({ indicator: { direction, cumulative }, kinds }: FigureContext) {
  const isNew = cumulative === 'yes' || kinds.some(({ addsUp }) => addsUp);
  const usual = isNew ? TRANSPOSED.flow : TRANSPOSED.usual;
  return direction === 'down'
    ? { rise: TRANSPOSED.unwantedRise, fall: TRANSPOSED.wantedFall }
    : { rise: usual, fall: usual };
}
