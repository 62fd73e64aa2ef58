import { compare, round } from '../../base/number.ts';
import { literal } from '../../target/formula.ts';
import { compared } from './cell.ts';
import type { FigureContext } from './surroundings.ts';

/** Which figures surprise when they are the ones before again, in TypeScript and in Excel side by side. */

/**
 * Places at which a figure with no more than two significant digits is already whole, by size: 45,3 and
 * 4.120 are exact enough that the same again surprises; 45 and 4.100 are not. A convention.
 */
const ROUND_PLACES = [
  { from: 1_000, places: -2 },
  // Counts of some hundreds come out the same by chance.
  { from: 100, places: 0 },
  { from: 10, places: 0 },
  { from: 1, places: 1 },
  { from: 0, places: 2 },
] as const;
/** Counts of institutions (communes, schools) stand still for years; those of people and households do not. */
export const UNITS_THAT_MOVE = ['người', 'hộ'] as const;

/** Whether figures like this one change from year to year. */
export function movesYearly({ indicator: { measure, unit }, kinds }: FigureContext): boolean {
  if (measure === 'ordinal' || measure === 'yes-no') return false;
  if (kinds.some(({ moves }) => !moves)) return false;
  return measure !== 'count' || UNITS_THAT_MOVE.some((moving) => moving === unit);
}

/** Whether the same again surprises. */
export function isExact(figure: number): boolean {
  const size = Math.abs(figure);
  const rough = ROUND_PLACES.find(({ from }) => size >= from);
  return rough !== undefined && compare(size, round(size, rough.places)) !== 0;
}

/** {@link isExact} in Excel. */
export function exactFormula(figure: string): string {
  const size = `ABS(${figure})`;
  const differs = (places: number) => `${compared(size, `ROUND(${size},${places})`)}<>0`;
  return ROUND_PLACES.reduceRight(
    (otherwise, { from, places }) =>
      from === 0 ? differs(places) : `IF(${size}>=${from},${differs(places)},${otherwise})`,
    'FALSE',
  );
}

/** Where figures stay, as they can go no further or seldom do. */
export function endsOf({ indicator: { hard, plausible } }: FigureContext): number[] {
  return [...new Set([...(hard ?? []), ...(plausible ?? [])])];
}

/** That a figure is at none of its ends, as conditions in Excel. */
export function notAtEndFormula(context: FigureContext, figure: string): string[] {
  return endsOf(context).map((end) => `${compared(figure, literal(end))}<>0`);
}
