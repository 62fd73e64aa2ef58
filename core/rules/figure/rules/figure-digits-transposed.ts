import { countsWholeThings } from '../../../catalogue/whole-things.ts';
import { compare, round } from '../../../base/number.ts';
import { literal } from '../../../target/formula.ts';
import { compared, ifNumbers, numberIn } from '../cell.ts';
import { SAYING_IT_CANNOT_BE } from '../cannot-be.ts';
import { byCloseness, closenessOf, NEAR_WHOLE, told } from '../expected.ts';
import { failedWith, notEvaluable, type FigureRuleOf } from '../figure-rule.ts';
import { neighboursExchanged } from './figure-neighbours-exchanged.ts';
import { publishedRateDiffers } from './figure-rate-differs.ts';
import type { Closeness, FigureContext } from '../surroundings.ts';
import { UNITS_THAT_MOVE } from './figure-unchanged.ts';
import { unitSlip } from './figure-unit-slip.ts';
import { shown } from '../wording.ts';

/**
 * A figure that lies further than `from` from the period before (a part of it), and of which two adjacent digits
 * exchanged come to `part` of that distance. What a year brings anew moves more, what falls as the plan wants it
 * to may lose a third, and what rises against the plan is suspect sooner. Conventions.
 */
export const TRANSPOSED = {
  usual: { from: 0.12, part: 0.35 },
  flow: { from: 0.18, part: 0.3 },
  wantedFall: { from: 0.3, part: 0.3 },
  unwantedRise: { from: 0.12, part: 0.55 },
} as const;
/** The same where the plan or what is usual to a unit of the size is all there is to expect; null for too little. */
const WITHOUT_EARLIER = {
  nearWhole: { from: 0.2, part: 0.5 },
  level: { from: 0.35, part: 0.5 },
  size: { from: 0.35, part: 0.3 },
  hardly: null,
} satisfies Record<Exclude<Closeness, 'earlier'>, Limit | null>;
/** Nothing is further away than this. */
const NEVER: Limit = { from: 1e15, part: 0 };

interface Limit {
  from: number;
  part: number;
}
/** People and households of a few change by a few; communes and schools stand still. A convention. */
const SMALLEST_COUNT = 50;
/** The pair with a zero before the first digit, the first pair and the one after; later ones change little. */
const PAIRS = [0, 1, 2] as const;
/** A logarithm of 1 000 may fall short of 3. */
const LOG_MARGIN = 0.000000001;

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
  silencedBy: [...SAYING_IT_CANNOT_BE, unitSlip.code, neighboursExchanged.code, publishedRateDiffers.code],
  appliesTo: ({ indicator: { measure }, kinds }) =>
    measure !== 'ordinal' && measure !== 'yes-no' && !kinds.some(({ isOfPeriod }) => isOfPeriod),
  check: (context, values) => {
    const [figure, expected] = [numberIn(values.figure), numberIn(values.expected)];
    if (figure === null || expected === null || figure <= 0 || expected <= 0) return notEvaluable;
    if (Math.max(figure, expected) < smallestOf(context)) return notEvaluable;
    const distance = Math.abs(figure - expected);
    const closeness = closenessOf(context, values);
    const isEarlier = closeness === 'earlier';
    const limit = closeness && limitOf(context, closeness, figure > expected ? 'rise' : 'fall');
    if (!limit) return notEvaluable;
    const isFar = compare(distance, limit.from * expected) > 0;
    const perhaps = PAIRS.map((pair) => exchanged(figure, pair, lastPlace(context))).find(
      (one) => compare(Math.abs(one - expected), limit.part * distance) < 0,
    );
    const { unit } = context.indicator;
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
    const limit = (of: keyof Limit) =>
      byCloseness(context, refs, (closeness) => {
        const [rise, fall] = (['rise', 'fall'] as const).map((to) =>
          literal((limitOf(context, closeness, to) ?? NEVER)[of]),
        );
        return rise === fall ? `${rise}` : `IF(${figure}>${expected},${rise},${fall})`;
      });
    const far = `${compared(distance, `${limit('from')}*${expected}`)}>0`;
    const distances = PAIRS.map(
      (pair) => `ABS(${exchangedFormula(figure, pair, lastPlace(context))}-${expected})`,
    );
    const fits = `${compared(`MIN(${distances.join(',')})`, `${limit('part')}*${distance}`)}<0`;
    const large = `MAX(${figure},${expected})>=${literal(smallestOf(context))}`;
    const condition = `IF(AND(${figure}>0,${expected}>0,${large}),IF(${far},${fits},FALSE),FALSE)`;
    return ifNumbers([figure, expected], condition);
  },
  text: {
    vi: {
      title: 'Có thể gõ đảo hai chữ số',
      meaning: `Số khác kỳ trước quá ${Math.round(TRANSPOSED.usual.from * 100)} % (số của riêng năm quá ${Math.round(TRANSPOSED.flow.from * 100)} %, chỉ tiêu cần giảm mà giảm thì quá ${Math.round(TRANSPOSED.wantedFall.from * 100)} %), nhưng nếu đổi chỗ hai chữ số liền nhau thì gần số kỳ trước: có thể gõ đảo (4.312 thành 3.412). Chưa có số kỳ trước thì so với số gốc, rồi với mức kế hoạch hoặc mức thường gặp theo quy mô đơn vị khi lệch quá ${Math.round(WITHOUT_EARLIER.nearWhole.from * 100)} % (tỷ lệ kế hoạch nêu từ ${NEAR_WHOLE} % trở lên) hoặc ${Math.round(WITHOUT_EARLIER.size.from * 100)} %. Các ngưỡng là quy ước của chương trình.`,
      example: '3.412 hộ, kỳ trước 4.250 hộ: có lẽ 4.312.',
      fix: 'Đọc lại từng chữ số trong báo cáo gốc; nếu số đúng, ghi lý do ở cột lý do.',
      message: ({ figure, expected, isEarlier, perhaps, unit }) =>
        `Ô ghi ${shown(figure, unit, 'vi')}, ${isEarlier ? 'trước đây' : 'thường khoảng'} ${shown(told(expected, isEarlier), unit, 'vi')}: có lẽ gõ đảo chữ số của ${shown(perhaps, unit, 'vi')}.`,
      expected: ({ perhaps, unit }) => `có lẽ ${shown(perhaps, unit, 'vi')}`,
    },
    en: {
      title: 'Two digits possibly transposed',
      meaning: `The figure differs from the period before by more than ${Math.round(TRANSPOSED.usual.from * 100)} % (the year's own amounts ${Math.round(TRANSPOSED.flow.from * 100)} %, a wanted fall ${Math.round(TRANSPOSED.wantedFall.from * 100)} %), but with two adjacent digits exchanged it would be near it: they may have been transposed (4,312 typed as 3,412). Without a period before it is held against the baseline, else against what the plan speaks of or what is usual to a unit of this size, where it is off by more than ${Math.round(WITHOUT_EARLIER.nearWhole.from * 100)} % (a share the plan asks for of ${NEAR_WHOLE} % and more) or ${Math.round(WITHOUT_EARLIER.size.from * 100)} %. The thresholds are conventions of this program.`,
      example: '3,412 households, 4,250 the period before: perhaps 4,312.',
      fix: 'Read the digits of the source once more; if the figure is right, give the reason in the reason column.',
      message: ({ figure, expected, isEarlier, perhaps, unit }) =>
        `The cell holds ${shown(figure, unit, 'en')}, ${isEarlier ? 'before' : 'usually some'} ${shown(told(expected, isEarlier), unit, 'en')}: perhaps the digits of ${shown(perhaps, unit, 'en')} were transposed.`,
      expected: ({ perhaps, unit }) => `perhaps ${shown(perhaps, unit, 'en')}`,
    },
  },
};

function smallestOf({ indicator: { measure, unit } }: FigureContext): number {
  return measure === 'count' && UNITS_THAT_MOVE.some((moving) => moving === unit) ? SMALLEST_COUNT : 0;
}

/** Null where too little is known to tell. */
function limitOf(context: FigureContext, closeness: Closeness, to: 'rise' | 'fall'): Limit | null {
  return closeness === 'earlier' ? limitsOf(context)[to] : WITHOUT_EARLIER[closeness];
}

/** The limits for a figure that lies above the period before, and for one below. */
function limitsOf({ indicator: { direction, cumulative }, kinds }: FigureContext) {
  const isNew = cumulative === 'yes' || kinds.some(({ addsUp }) => addsUp);
  const usual = isNew ? TRANSPOSED.flow : TRANSPOSED.usual;
  return direction === 'down'
    ? { rise: TRANSPOSED.unwantedRise, fall: TRANSPOSED.wantedFall }
    : { rise: usual, fall: usual };
}

/** Digits behind it are of a calculation, not typed. */
function lastPlace({ indicator }: FigureContext): number {
  return countsWholeThings(indicator) ? 1 : 0.01;
}

/** A figure with the digit of a place, counted down from the one before its first, and the next in each other's. */
function exchanged(figure: number, pair: number, last: number): number {
  const unit = Math.max(10 ** (Math.floor(Math.log10(figure) + LOG_MARGIN) - pair), last);
  const digit = (of: number) => Math.floor(round(figure / of, 6)) % 10;
  return figure + 9 * unit * (digit(unit) - digit(10 * unit));
}

/** {@link exchanged} in Excel. */
function exchangedFormula(figure: string, pair: number, last: number): string {
  const unit = `MAX(10^(INT(LOG10(${figure})+${literal(LOG_MARGIN)})-${pair}),${literal(last)})`;
  const digit = (of: string) => `MOD(INT(ROUND(${figure}/${of},6)),10)`;
  return `(${figure}+9*${unit}*(${digit(unit)}-${digit(`(10*${unit})`)}))`;
}
