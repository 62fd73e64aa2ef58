import { compare, round } from '../base/number.ts';
import type { Indicator } from '../catalogue/schema.ts';
import { countsWholeThings } from '../catalogue/whole-things.ts';
import { judgedNumber, type Figure } from '../observation/figure.ts';
import {
  denominatorTooSmall,
  denominatorTooSmallFormula,
  type MeasuredParts,
} from '../observation/measured.ts';
import { difference, literal } from './formula.ts';

/**
 * What an indicator can be. Nothing is judged from a figure it cannot be (112,5 % of the districts, −3 or 12,5
 * households), whether it is the figure itself, a baseline, an earlier year's, one of a sum or mean, or a
 * part that a rate is computed from.
 */

type Bounded = Pick<Indicator, 'hard' | 'measure'>;

/** Whether a value lies within the hard bounds of an indicator; every value where it has none. */
export function isWithinBounds({ hard }: Pick<Indicator, 'hard'>, value: number): boolean {
  return hard === undefined || (compare(value, hard[0]) >= 0 && compare(value, hard[1]) <= 0);
}

/** {@link isWithinBounds} as Excel conditions over an expression that is a number; none without hard bounds. */
export function withinBoundsFormulas({ hard }: Pick<Indicator, 'hard'>, value: string): string[] {
  if (hard === undefined) return [];
  return [`${difference(value, literal(hard[0]))}>=0`, `${difference(value, literal(hard[1]))}<=0`];
}

/** Whether a number is broken. */
export function isBroken(value: number): boolean {
  return compare(value, round(value, 0)) !== 0;
}

/** {@link isBroken} as an Excel condition over an expression that is a number. */
export function isBrokenFormula(value: string): string {
  return `${difference(value, `ROUND(${value},0)`)}<>0`;
}

/** Whether an indicator can have a value: within its hard bounds, and whole where it counts whole things. */
export function isPossible(indicator: Bounded, value: number): boolean {
  return isWithinBounds(indicator, value) && !(countsWholeThings(indicator) && isBroken(value));
}

/** {@link isPossible} as an Excel condition over an expression that is a number; null where it can be anything. */
export function isPossibleFormula(indicator: Bounded, value: string): string | null {
  const conditions = [
    ...withinBoundsFormulas(indicator, value),
    ...(countsWholeThings(indicator) ? [`${difference(value, `ROUND(${value},0)`)}=0`] : []),
  ];
  return conditions.length > 1 ? `AND(${conditions.join(',')})` : (conditions[0] ?? null);
}

/** A baseline as paths and verdicts start from it: none where the indicator cannot have its value. */
export function possibleBase<Base extends { year: number | null; value: number | null }>(
  indicator: Bounded,
  base: Base,
): Pick<Base, 'year' | 'value'> {
  const { year, value } = base;
  return { year, value: value !== null && isPossible(indicator, value) ? value : null };
}

/**
 * The value of {@link possibleBase} in Excel; an empty text where there is none.
 * @param otherwise condition over the number under which it is not what it seems either; null for none
 */
export function possibleBaseFormula(indicator: Bounded, cell: string, otherwise: string | null): string {
  const possible = isPossibleFormula(indicator, cell);
  const sound = otherwise === null ? cell : `IF(${otherwise},"",${cell})`;
  const shown = possible === null ? sound : `IF(${possible},${sound},"")`;
  return `IF(ISNUMBER(${cell}),${shown},"")`;
}

/** The indicators that a share or rate is computed from. */
export type PartIndicators = Readonly<Record<'numerator' | 'denominator', Bounded | null>>;

/**
 * Whether a share or rate was computed from parts that nothing can be judged from: a denominator below the
 * indicator's minimum, a part that its own indicator cannot be.
 */
export function isUnsound(
  indicator: Indicator,
  partIndicators: PartIndicators,
  parts: MeasuredParts<Figure>,
): boolean {
  if (parts.published !== null) return false;
  const impossible = (['numerator', 'denominator'] as const).some((name) => {
    const [bounded, number] = [partIndicators[name], judgedNumber(parts[name])];
    return bounded !== null && number !== null && !isPossible(bounded, number);
  });
  return impossible || denominatorTooSmall(indicator, parts);
}

/** {@link isUnsound} as an Excel condition; null where nothing can make it so. */
export function isUnsoundFormula(
  indicator: Indicator,
  partIndicators: PartIndicators,
  cells: MeasuredParts<string>,
): string | null {
  const { published, numerator, denominator } = cells;
  const impossible = (bounded: Bounded | null, cell: string | null): string[] => {
    const possible = bounded && cell && isPossibleFormula(bounded, `SUM(${cell})`);
    // The sign "-" is 0, every other text nothing to look at.
    return possible ? [`IF(OR(ISNUMBER(${cell}),TRIM(${cell})="-"),NOT(${possible}),FALSE)`] : [];
  };
  const parts = [
    ...impossible(partIndicators.numerator, numerator),
    ...impossible(partIndicators.denominator, denominator),
  ];
  const computed = parts.length === 0 ? null : `AND(TRIM(${published})="",OR(${parts.join(',')}))`;
  const small = denominatorTooSmallFormula(indicator, cells);
  if (computed === null || small === null) return computed ?? small;
  return `OR(${computed},${small})`;
}
