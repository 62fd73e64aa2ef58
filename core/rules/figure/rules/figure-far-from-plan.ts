import type { Indicator } from '../../../catalogue/schema.ts';
import { perOf } from '../../../catalogue/per.ts';
import { countsWholeThings } from '../../../catalogue/whole-things.ts';
import { compare } from '../../../base/number.ts';
import { isWithinBounds } from '../../../target/possible.ts';
import { literal } from '../../../target/formula.ts';
import { compared, ifNumbers, isNumber, numberIn } from '../cell.ts';
import { NEAR_WHOLE } from '../expected.ts';
import { countNotWhole } from './figure-not-whole.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import { outsideHardBounds } from './figure-impossible.ts';
import { outsidePlausibleBounds } from './figure-implausible.ts';
import type { PrintedValue } from '../printed.ts';
import { SAID_OF_ALL } from '../said-of-all.ts';
import type { FigureContext } from '../surroundings.ts';
import { unitSlip } from './figure-unit-slip.ts';
import { shown } from '../wording.ts';

/**
 * How far a unit's figure may lie from what the plan prints for any year before somebody is asked: the units of a
 * plan differ by a factor of a few, a slip of the unit is one of a hundred. Conventions.
 */
const FAR_ABOVE = 12;
const FAR_BELOW = 15;
/** Of what the plan asks for of nearly everybody, few units have less than this part: a place is missing. A convention. */
const FAR_BELOW_NEAR_WHOLE = 6;
/** Of a share the plan clearly speaks of, few units have less than this part either. A convention. */
const FAR_BELOW_LEVEL = 8;
/** A share of this and more is not reached from below one per cent; 83,4 % typed as 0,834 is. A convention. */
const CLEAR_SHARE = 10;
/** Of a share that falls by points a year, this part of a year's cut may be all that is left. A convention. */
const REST_OF_CUT = 0.5;
/** Counts below this are too few to tell. A convention. */
const SMALLEST_COUNT = 50;
const FACTORS = [100, 1_000, 10] as const;

/** A figure of another size than the plan speaks of. */
export interface FarFromPlan {
  figure: number;
  unit: string;
  side: 'below' | 'above';
  limit: number;
  /** The figure the slip would come from. */
  perhaps: number;
}

/** What a figure is asked about below (the limit too) and above; null for no limit. */
interface Limits {
  least: number | null;
  most: number | null;
  /** A value the plan prints for the figure itself. */
  near: number;
}

/**
 * Where no earlier figure and no baseline says how large a figure is, the plan does: its printed values of every
 * year and level. A share of one or less where the plan speaks of clearly more was typed with a per cent sign.
 */
export const farFromPlan: FigureRuleOf<FarFromPlan> = {
  code: 'figure-far-from-plan',
  severity: 'warning',
  scope: 'round',
  wantsOwnReason: true,
  silencedBy: [
    outsideHardBounds.code,
    countNotWhole.code,
    ...SAID_OF_ALL,
    unitSlip.code,
    outsidePlausibleBounds.code,
  ],
  appliesTo: (context) => limitsOf(context) !== null || partLimits(context).some((part) => part !== null),
  check: (context, { figure: cell, previous, baseline, denominators, isWholeSaid }) => {
    const figure = numberIn(cell);
    if (figure === null || isPositive(previous) || isPositive(baseline)) return notEvaluable;
    const own = limitsOf(context);
    // What is held against a whole that slipped would be told in its place.
    const parts = (isWholeSaid === true ? [] : partLimits(context)).flatMap((part, at) => {
      const whole = numberIn(denominators[at] ?? null);
      return part === null || whole === null || whole <= 0 ? [] : [ofMany(context, timesWhole(part, whole))];
    });
    const { unit } = context.indicator;
    for (const limits of [...(own ? [own] : []), ...parts]) {
      const { least, most } = limits;
      const data = { figure, unit, perhaps: perhapsOf(context.indicator, figure, limits) };
      const inUnits = (limit: number) => (countsWholeThings(context.indicator) ? Math.floor(limit) : limit);
      if (least !== null && compare(figure, 0) > 0 && compare(figure, least) <= 0)
        return failedWith<FarFromPlan>({ ...data, side: 'below', limit: inUnits(least) });
      if (most !== null && compare(figure, most) > 0)
        return failedWith<FarFromPlan>({ ...data, side: 'above', limit: inUnits(most) });
    }
    return failedWith<FarFromPlan>(null);
  },
  formula: (context, { figure, previous, baseline, denominators, isWholeSaid }) => {
    const [own, smallest] = [limitsOf(context), smallestOf(context)];
    const isBelow = (least: string) => `AND(ROUND(${figure},6)>0,${compared(figure, least)}<=0)`;
    const isAbove = (most: string) => `${compared(figure, most)}>0`;
    const ofWhole = ({ least, most, near }: Limits, whole: string) => [
      ...(least === null
        ? []
        : [
            `IF(${compared(`${literal(near)}*${whole}`, literal(smallest))}>=0,${isBelow(`${literal(least)}*${whole}`)},FALSE)`,
          ]),
      ...(most === null ? [] : [isAbove(`MAX(${literal(most)}*${whole},${literal(smallest)})`)]),
    ];
    const parts = partLimits(context).flatMap((part, at) => {
      const whole = denominators[at];
      if (part === null || whole === undefined) return [];
      const conditions = ofWhole(part, whole);
      const either = conditions.length === 1 ? conditions.join('') : `OR(${conditions.join(',')})`;
      return [ifNumbers([whole], `IF(${whole}>0,${either},FALSE)`)];
    });
    const far = [
      ...parts.map((part) => (isWholeSaid === null ? part : `IF(${isWholeSaid},FALSE,${part})`)),
      ...(own === null || own.least === null ? [] : [isBelow(literal(own.least))]),
      ...(own === null || own.most === null ? [] : [isAbove(literal(own.most))]),
    ];
    if (far.length === 0) return null;
    const condition = far.length === 1 ? far.join('') : `OR(${far.join(',')})`;
    const known = [previous, baseline].flatMap((cell) =>
      cell === null ? [] : [`IF(${isNumber(cell)},${cell}>0,FALSE)`],
    );
    const asked = known.reduceRight((otherwise, is) => `IF(${is},FALSE,${otherwise})`, condition);
    return ifNumbers([figure], asked);
  },
  text: {
    vi: {
      title: 'Số cách xa mức kế hoạch nêu',
      meaning: `Chưa có số kỳ trước và số gốc thì lấy giá trị kế hoạch in cho bất kỳ năm nào để so: tỷ lệ từ 0 đến 1 trong khi kế hoạch nói đến mức từ ${CLEAR_SHARE} trở lên (gõ "83,4%" thì tệp lưu 0,834), số gấp hơn ${FAR_ABOVE} lần hoặc chưa bằng 1/${FAR_BELOW} mức kế hoạch (tỷ lệ cần tăng mà kế hoạch nêu từ ${CLEAR_SHARE} % trở lên: 1/${FAR_BELOW_LEVEL}, từ ${NEAR_WHOLE} %: 1/${FAR_BELOW_NEAR_WHOLE}), số của huyện lớn hơn của cả tỉnh. Các ngưỡng là quy ước của chương trình.`,
      example: 'Tỷ lệ 0,834 trong khi kế hoạch nêu 86 %: có lẽ 83,4.',
      fix: 'So với đơn vị tính của dòng và nhập lại; nếu số đúng, ghi lý do ở cột lý do.',
      message: ({ figure, unit, side, limit, perhaps }) =>
        `Ô ghi ${shown(figure, unit, 'vi')}, quá ${side === 'below' ? 'nhỏ' : 'lớn'} so với mức kế hoạch nêu (${side === 'below' ? 'dưới' : 'trên'} khoảng ${shown(roughly(limit), unit, 'vi')}): có lẽ ${shown(perhaps, unit, 'vi')}.`,
      expected: ({ perhaps, unit }) => `số theo đơn vị của dòng, có lẽ ${shown(perhaps, unit, 'vi')}`,
    },
    en: {
      title: 'Figure far from what the plan speaks of',
      meaning: `Without a figure of the period before and a baseline the values the plan prints for any year say how large a figure is: a share of 0 to 1 where the plan speaks of ${CLEAR_SHARE} and more ("83.4%" typed is stored as 0.834), a figure more than ${FAR_ABOVE} times or less than 1/${FAR_BELOW} of the plan's (1/${FAR_BELOW_LEVEL} of a share to rise that it prints ${CLEAR_SHARE} % and more for, 1/${FAR_BELOW_NEAR_WHOLE} from ${NEAR_WHOLE} % on), a district's above the whole province's. The thresholds are conventions of this program.`,
      example: 'A share of 0.834 where the plan prints 86 %: perhaps 83.4.',
      fix: "Compare with the row's unit and enter the figure again; if it is right, give the reason in the reason column.",
      message: ({ figure, unit, side, limit, perhaps }) =>
        `The cell holds ${shown(figure, unit, 'en')}, too ${side === 'below' ? 'small' : 'large'} for what the plan speaks of (${side === 'below' ? 'below' : 'above'} some ${shown(roughly(limit), unit, 'en')}): perhaps ${shown(perhaps, unit, 'en')}.`,
      expected: ({ perhaps, unit }) => `a figure in the row's unit, perhaps ${shown(perhaps, unit, 'en')}`,
    },
  },
};

/** Three digits are as much as is known of a limit. */
function roughly(limit: number): number {
  return Number(limit.toPrecision(3));
}

function isPositive(cell: Parameters<typeof numberIn>[0]): boolean {
  return (numberIn(cell) ?? 0) > 0;
}

/** The least that a count has to be expected to reach; of a few, one more or less is much. */
function smallestOf({ indicator }: FigureContext): number {
  return countsWholeThings(indicator) ? SMALLEST_COUNT : 0;
}

/** The limits of a part of a whole, of which the plan may speak of no more than a few. */
function ofMany(context: FigureContext, { least, most, near }: Limits): Limits {
  const smallest = smallestOf(context);
  return {
    least: compare(near, smallest) >= 0 ? least : null,
    most: most === null ? null : Math.max(most, smallest),
    near,
  };
}

/** The limits of a figure, rounded so that the same doubles stand in both worlds. */
function limitsOf({ indicator, printed }: FigureContext): Limits | null {
  const { measure } = indicator;
  if (printed.length === 0 || measure === 'ordinal' || measure === 'yes-no') return null;
  const adds = (measure === 'count' || measure === 'amount') && indicator.aggregation === 'sum';
  const each = printed.flatMap(
    (value) => (adds ? addingLimits(value, indicator) : ratioLimits(value, indicator)) ?? [],
  );
  return widest(each);
}

/** Of several values the widest limits: a unit may be anywhere between them. */
function widest(each: readonly Limits[]): Limits | null {
  const least = each.flatMap((one) => one.least ?? []);
  const most = each.flatMap((one) => one.most ?? []);
  const [first] = each;
  if (!first || (least.length === 0 && most.length === 0)) return null;
  return {
    least: least.length === 0 ? null : digits(Math.min(...least)),
    most: most.length === 0 ? null : digits(Math.max(...most)),
    near: first.near,
  };
}

/** As it stands in a formula. */
function digits(value: number): number {
  return Number(value.toPrecision(6));
}

/**
 * For each denominator the parts of it below and above which a count is asked about, as the share or rate it is
 * divided for is; null for none. A count is typed without a per cent sign.
 */
function partLimits({ shares }: FigureContext): (Limits | null)[] {
  return shares.map(({ indicator, isPart, printed }) => {
    const per = perOf(indicator);
    if (per === null) return null;
    const limits = widest(
      printed.flatMap(({ low, high, of }): Limits[] => {
        if (of === 'change') return [{ least: Math.min(1, REST_OF_CUT * low), most: null, near: 10 * high }];
        const least = low / farBelow(indicator, low);
        return [{ least, most: isPart ? null : FAR_ABOVE * high, near: high }];
      }),
    );
    return limits && timesWhole({ ...limits, near: digits(limits.near) }, 1 / per);
  });
}

function timesWhole({ least, most, near }: Limits, whole: number): Limits {
  return {
    least: least === null ? null : digits(least * whole),
    most: most === null ? null : digits(most * whole),
    near: near * whole,
  };
}

/** How many times below what the plan prints a share or rate is asked about. */
function farBelow({ measure, direction }: Indicator, low: number): number {
  if (measure !== 'share' || direction !== 'up' || low < CLEAR_SHARE) return FAR_BELOW;
  return low >= NEAR_WHOLE ? FAR_BELOW_NEAR_WHOLE : FAR_BELOW_LEVEL;
}

/** Of shares, rates and averages, which are of the same size in every unit. */
function ratioLimits({ low, high, of }: PrintedValue, indicator: Indicator): Limits | null {
  const isPercent = perOf(indicator) === 100 || indicator.unit === '%';
  if (of === 'change') {
    return isPercent ? { least: Math.min(1, REST_OF_CUT * low), most: null, near: 10 * high } : null;
  }
  const most = FAR_ABOVE * high;
  const isClear = isPercent && high >= CLEAR_SHARE;
  const below = farBelow(indicator, low);
  return {
    least: isClear && below === FAR_BELOW ? 1 : low / below,
    most: indicator.hard && most >= indicator.hard[1] ? null : most,
    near: high,
  };
}

/**
 * Of what adds up over units and, where it is an amount of a period, over years. Nobody has more of it than all
 * who share it, or more in a year than in the whole period.
 */
function addingLimits(
  { low, high, of, years, sharedBy }: PrintedValue,
  { measure }: Indicator,
): Limits | null {
  if (of === 'change') return null;
  const yearly = of === 'period' ? low / years : low;
  const above = of === 'period' || sharedBy > 1 ? 1 : FAR_ABOVE;
  const smallest = measure === 'count' ? SMALLEST_COUNT : 0;
  return {
    least: yearly < smallest ? null : yearly / FAR_BELOW / sharedBy,
    most: Math.max(above * high, smallest),
    near: yearly / sharedBy,
  };
}

/** The figure that is nearest to what the plan prints when a usual slip is undone; of whole things a whole one. */
function perhapsOf(
  indicator: Indicator,
  figure: number,
  { near, least }: Pick<Limits, 'near' | 'least'>,
): number {
  const isSmall = least !== null && figure <= least;
  const all = FACTORS.map((factor) => (isSmall ? figure * factor : figure / factor));
  const possible = all.filter((value) => isWithinBounds(indicator, value));
  const undone = possible.length > 0 ? possible : all;
  const distance = (value: number) => Math.abs(Math.log(value / near));
  const nearest = undone.reduce((best, one) => (distance(one) < distance(best) ? one : best));
  return countsWholeThings(indicator) ? Math.round(nearest) : nearest;
}
