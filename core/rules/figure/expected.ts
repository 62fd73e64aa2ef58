import { perOf } from '../../catalogue/per.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import { literal } from '../../target/formula.ts';
import { isNumber, numberIn, type RawCell } from './cell.ts';
import type { PrintedValue } from './printed.ts';
import type { FigureContext, FigureSurroundings } from './surroundings.ts';

/**
 * What a figure is expected to be near: the period before, else the baseline; else, as in a first cycle, what the
 * plan asks for the year, what it prints for a share of any year, that part of the denominator, or what is usual to
 * the people of the unit. The first that is there counts.
 */

/** A usual range whose ends are further apart expects nothing closely. A convention. */
const CLOSE = 3;

/** The places an expectation comes from. */
type Places<Part> = Pick<
  FigureSurroundings<Part>,
  'previous' | 'baseline' | 'plan' | 'denominators' | 'people'
>;

/** One way to expect something: a place, and what it is multiplied by. */
interface Way<Part> {
  place: Part;
  times: number;
}

/** The number a figure is expected near; null where nothing says so. */
export function expectedOf(context: FigureContext, places: Places<RawCell>): number | null {
  for (const { place, times } of waysOf(context, places)) {
    const number = numberIn(place);
    if (number !== null) return times * number;
  }
  return printedLevel(context);
}

/** {@link expectedOf} as a formula: an empty text where nothing says so; null where nothing ever does. */
export function expectedFormula(context: FigureContext, places: Places<string>): string | null {
  const level = printedLevel(context);
  const ways = waysOf(context, places);
  if (ways.length === 0 && level === null) return null;
  return ways.reduceRight(
    (otherwise, { place, times }) =>
      `IF(${isNumber(place)},${times === 1 ? place : `${literal(times)}*${place}`},${otherwise})`,
    level === null ? '""' : literal(level),
  );
}

/** Whether an earlier figure of the row is there; without one the expectation is rough. */
export function hasEarlier({ previous, baseline }: { previous: RawCell; baseline: RawCell }): boolean {
  return numberIn(previous) !== null || numberIn(baseline) !== null;
}

/** {@link hasEarlier} in Excel; null where the workbook has no cell for either. */
export function hasEarlierFormula(of: { previous: string | null; baseline: string | null }): string | null {
  const cells = [of.previous, of.baseline].flatMap((cell) => (cell === null ? [] : [cell]));
  return cells.length === 0 ? null : `COUNT(${cells.join(',')})>0`;
}

/** Whether what a figure without an earlier one is expected near is more than a wide usual range. */
export function isExpectedClosely(context: FigureContext): boolean {
  const { perThousand } = context.indicator;
  const isWide = perThousand !== undefined && perThousand[1] > CLOSE * perThousand[0];
  return !(isWide && restsOnPeople(context));
}

/** A rough expectation as it is told: it is no figure of anybody's, three digits are as much as is known. */
export function told(expected: number, isEarlier: boolean): number {
  return isEarlier ? expected : Number(expected.toPrecision(3));
}

function waysOf<Part>(context: FigureContext, places: Places<Part>): Way<Part>[] {
  const way = (place: Part | null | undefined, times = 1): Way<Part>[] =>
    place === null || place === undefined ? [] : [{ place, times }];
  return [
    ...way(places.previous),
    ...way(places.baseline),
    ...(isPlanned(context) ? way(places.plan) : []),
    ...wholesOf(context).flatMap(({ at, times }) => way(places.denominators[at], times)),
    ...(restsOnPeople(context) ? way(places.people, usualToOne(context.indicator) ?? 1) : []),
  ];
}

/** Whether the plan may ask for a size of the year's figure itself. */
function isPlanned({ kinds }: FigureContext): boolean {
  return kinds.some(({ hasValue, isRelative, isRate, isOfPeriod }) => {
    return hasValue && !isRelative && !isRate && !isOfPeriod;
  });
}

/** Of a count, the denominators of shares the plan prints, and which part of them it asks for. */
function wholesOf({ shares }: FigureContext): { at: number; times: number }[] {
  return shares.flatMap(({ indicator, printed }, at) => {
    const [per, level] = [perOf(indicator), standing(printed)];
    return per === null || level === null ? [] : [{ at, times: digits(level / per) }];
  });
}

/** Whether nothing but the size of the unit says how large the figure is in a first cycle. */
function restsOnPeople(context: FigureContext): boolean {
  const { indicator, stratum } = context;
  if (printedLevel(context) !== null || isPlanned(context) || wholesOf(context).length > 0) return false;
  return stratum === null && usualToOne(indicator) !== null;
}

/** What the plan prints for a share, rate or average, which is of a size in every unit. */
function printedLevel({ indicator, printed }: FigureContext): number | null {
  const { measure, aggregation } = indicator;
  const adds = (measure === 'count' || measure === 'amount') && aggregation === 'sum';
  return adds || measure === 'ordinal' || measure === 'yes-no' ? null : standing(printed);
}

function standing(printed: readonly PrintedValue[]): number | null {
  const first = printed.find(({ of }) => of === 'standing');
  return first ? digits((first.low + first.high) / 2) : null;
}

function usualToOne({ perThousand }: Indicator): number | null {
  return perThousand ? digits(Math.sqrt(perThousand[0] * perThousand[1]) / 1_000) : null;
}

/** As it stands in a formula. */
function digits(value: number): number {
  return Number(value.toPrecision(6));
}
