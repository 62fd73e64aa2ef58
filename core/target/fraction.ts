import { compare } from '../base/number.ts';
import { perOf } from '../catalogue/per.ts';
import type { Indicator } from '../catalogue/schema.ts';
import { difference, literal } from './formula.ts';
import { kindOf } from './kinds/index.ts';
import type { Series } from './series.ts';

/**
 * A percentage that was stored as a fraction: "25 %" typed into a cell with a percent format, or 0,25 typed for it, is
 * 0,25 in the file. Of a row in per cent, 1 and less is taken for a fraction where the plan speaks of clearly more or
 * where another figure of the row does. Nothing is judged from it, since it would be judged a hundredth.
 */

/** What the plan or another figure says clearly, in per cent. A convention. */
export const CLEAR_PERCENT = 10;
/** Of a yearly cut printed for the unit itself: less than this part of it is nothing to start from. A convention. */
const PART_OF_CUT = 0.5;
/** The whole as a fraction. */
const WHOLE = 1;

/** What says how large the percentages of a row are. */
export interface PercentEvidence {
  /** A number up to which the plan speaks against everything; 0 for none. */
  upTo: number;
  /** Whether another figure of the row is {@link CLEAR_PERCENT} or more. */
  isLarge: boolean;
}

/** Whether figures of an indicator are typed in per cent. */
export function isInPercent(indicator: Pick<Indicator, 'measure' | 'unit'>): boolean {
  return perOf(indicator) === 100 || indicator.unit === '%';
}

/**
 * The number up to which what plans print says that a figure is a fraction, see {@link PercentEvidence}.
 * @param series of one row, of all plans
 */
export function fractionsUpTo(series: readonly Series[]): number {
  const printed = series.flatMap((one) => {
    const { isStanding, isRate, isRelative } = kindOf(one);
    if (!isInPercent(one.indicator) || isRelative) return [];
    return one.segments.flatMap(({ low }) => {
      if (low === null) return [];
      if (isStanding) return [low >= CLEAR_PERCENT ? WHOLE : 0];
      // A province's yearly cut is no district's.
      return isRate && one.own ? [Math.min(WHOLE, PART_OF_CUT * low)] : [];
    });
  });
  return printed.length === 0 ? 0 : Number(Math.min(...printed).toPrecision(6));
}

/** Whether a figure in per cent is one that was stored as a fraction. */
export function isFraction(
  indicator: Pick<Indicator, 'measure' | 'unit'>,
  value: number,
  { upTo, isLarge }: PercentEvidence,
): boolean {
  if (!isInPercent(indicator) || compare(value, 0) <= 0 || compare(value, WHOLE) > 0) return false;
  return isLarge || (upTo > 0 && compare(value, upTo) <= 0);
}

/**
 * {@link isFraction} as an Excel condition over an expression that is a number; null where it never is.
 * @param large conditions, of which one says that another figure of the row is large
 */
export function isFractionFormula(
  indicator: Pick<Indicator, 'measure' | 'unit'>,
  value: string,
  { upTo, large }: { upTo: number; large: readonly string[] },
): string | null {
  if (!isInPercent(indicator)) return null;
  const least = `ROUND(${value},6)>0`;
  const within = `${difference(value, literal(WHOLE))}<=0`;
  if (upTo >= WHOLE) return `AND(${least},${within})`;
  const evidence = [...(upTo > 0 ? [`${difference(value, literal(upTo))}<=0`] : []), ...large];
  if (evidence.length === 0) return null;
  const said = evidence.length === 1 ? evidence.join('') : `OR(${evidence.join(',')})`;
  return `AND(${least},${within},${said})`;
}
