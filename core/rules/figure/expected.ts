import { perOf } from '../../catalogue/per.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import { literal } from '../../target/formula.ts';
import { isNumber, numberIn, type RawCell } from './cell.ts';
import { perContext } from './per-context.ts';
import type { PrintedValue } from './printed.ts';
import type { Closeness, FigureContext, FigureSurroundings } from './surroundings.ts';

/**
 * What a figure is expected to be near: the period before, else the baseline; else, as in a first cycle, what the
 * plan asks for the year, what it prints for a share of any year, that part of the denominator (or the denominator
 * of that part), or what is usual to the people of the unit. The first that is there counts.
 */

/** A usual range whose ends are further apart expects nothing closely. A convention. */
const CLOSE = 3;

/** Fewer counts leave the people of a unit to what is usual for its level, which is no unit's. A convention. */
const ENOUGH_COUNTS = 3;

/** From this share on a plan asks for nearly everybody, and no unit is far from it. A convention. */
export const NEAR_WHOLE = 80;

/** The places an expectation comes from. */
type Places<Part> = Pick<
  FigureSurroundings<Part>,
  'previous' | 'baseline' | 'plan' | 'denominators' | 'portions' | 'people'
>;

/** One way to expect something: a place, what it is multiplied by, how closely it tells. */
interface Way<Part> {
  place: Part;
  times: number;
  closeness: Closeness;
}

/** The number a figure is expected near; null where nothing says so. */
export function expectedOf(context: FigureContext, places: Places<RawCell>): number | null {
  const { sources, level } = expectationOf(context);
  for (const source of sources) {
    const number = numberIn(placeOf(places, source) ?? null);
    if (number !== null) return source.times * number;
  }
  return level;
}

/** {@link expectedOf} as a formula: an empty text where nothing says so; null where nothing ever does. */
export function expectedFormula(context: FigureContext, places: Places<string>): string | null {
  const { level } = expectationOf(context);
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

/** How closely {@link expectedOf} tells; null where it tells nothing. */
export function closenessOf(context: FigureContext, places: Places<RawCell>): Closeness | null {
  const { sources, level } = expectationOf(context);
  const source = sources.find((one) => numberIn(placeOf(places, one) ?? null) !== null);
  return source?.closeness ?? (level === null ? null : closenessOfLevel(context));
}

/**
 * A limit that goes by {@link closenessOf}, in Excel.
 * @param limit as a literal or an expression
 */
export function byCloseness(
  context: FigureContext,
  places: Places<string>,
  limit: (closeness: Closeness) => string,
): string {
  const ways = waysOf(context, places);
  const last = printedLevel(context) === null ? ways.at(-1)?.closeness : closenessOfLevel(context);
  const otherwise = limit(last ?? 'hardly');
  // Ways with one limit that follow each other share a condition: formulas have to fit into a cell.
  const groups: { own: string; of: string[] }[] = [];
  for (const { place, closeness } of ways) {
    const own = limit(closeness);
    const group = groups.at(-1);
    if (group?.own === own) group.of.push(place);
    else groups.push({ own, of: [place] });
  }
  return groups.reduceRight((after, { own, of }) => {
    if (own === after) return after;
    const [only = ''] = of;
    const isThere = of.length === 1 ? isNumber(only) : `COUNT(${of.join(',')})>0`;
    return `IF(${isThere},${own},${after})`;
  }, otherwise);
}

/** A rough expectation as it is told: it is no figure of anybody's, three digits are as much as is known. */
export function told(expected: number, isEarlier: boolean): number {
  return isEarlier ? expected : Number(expected.toPrecision(3));
}

function waysOf<Part>(context: FigureContext, places: Places<Part>): Way<Part>[] {
  return expectationOf(context).sources.flatMap((source): Way<Part>[] => {
    const place = placeOf(places, source);
    const { times, closeness } = source;
    return place === null || place === undefined ? [] : [{ place, times, closeness }];
  });
}

/** A place by its name, and which of several. */
interface Source extends Beside {
  of: keyof Places<unknown>;
}

function placeOf<Part>(places: Places<Part>, { of, at }: Source): Part | null | undefined {
  return of === 'denominators' || of === 'portions' ? places[of][at] : places[of];
}

/** What a figure may be expected by, whatever stands there; the level that plans print comes after all of it. */
interface Expectation {
  sources: readonly Source[];
  level: number | null;
}

const expectationOf = perContext((context): Expectation => ({
  sources: sourcesOf(context),
  level: printedLevel(context),
}));

function sourcesOf(context: FigureContext): Source[] {
  const source = (of: Source['of'], closeness: Closeness, times = 1): Source => ({
    of,
    at: 0,
    times,
    closeness,
  });
  return [
    source('previous', 'earlier'),
    source('baseline', 'earlier'),
    ...(isPlanned(context) ? [source('plan', closenessOfLevel(context))] : []),
    ...wholesOf(context).map((one): Source => ({ of: 'denominators', ...one })),
    ...portionsOf(context).map((one): Source => ({ of: 'portions', ...one })),
    ...(restsOnPeople(context)
      ? [source('people', closenessByPeople(context), usualToOne(context.indicator) ?? 1)]
      : []),
  ];
}

/** How closely the people of the unit tell a count: where few counts say how many there are, it is guessed. */
function closenessByPeople({ indicator: { perThousand }, countsOfPeople }: Alone): Closeness {
  const isWide = perThousand !== undefined && perThousand[1] > CLOSE * perThousand[0];
  return isWide || countsOfPeople < ENOUGH_COUNTS ? 'hardly' : 'size';
}

/** How closely the level that plans print for a share, rate or average tells it; of what adds up only a size. */
function closenessOfLevel(context: Levelled): Closeness {
  return closenessOfShare(context.indicator, printedLevel(context));
}

/** How closely a figure is known that has no earlier one. */
export function closenessWithout(context: Alone): Closeness {
  return restsOnPeople(context) ? closenessByPeople(context) : closenessOfLevel(context);
}

/** A figure as far as it is known without those beside it. */
export type Alone = Pick<
  FigureContext,
  'indicator' | 'stratum' | 'kinds' | 'printed' | 'shares' | 'countsOfPeople'
>;

function closenessOfShare(indicator: Indicator, level: number | null): Closeness {
  if (level === null || indicator.direction !== 'up') return 'size';
  return indicator.measure === 'share' && level >= NEAR_WHOLE ? 'nearWhole' : 'level';
}

/** Whether the plan may ask for a size of the year's figure itself. */
function isPlanned({ kinds }: Alone): boolean {
  return kinds.some(({ hasValue, isRelative, isRate, isOfPeriod }) => {
    return hasValue && !isRelative && !isRate && !isOfPeriod;
  });
}

/** A count of the form that another is a part of, what the other is multiplied by, and how closely that tells. */
export interface Beside {
  at: number;
  times: number;
  closeness: Closeness;
}

/** Of a count, the denominators of shares the plan prints, and which part of them it asks for. */
export function wholesOf({ shares }: Alone): Beside[] {
  return shares.flatMap(({ indicator, printed }, at) => {
    const [per, level] = [perOf(indicator), standing(printed)];
    const closeness = closenessOfShare(indicator, level);
    return per === null || level === null ? [] : [{ at, times: digits(level / per), closeness }];
  });
}

/** Of a count, the numerators of shares of it that the plan asks for of nearly everybody. */
export function portionsOf({ portionShares }: FigureContext): Beside[] {
  return portionShares.flatMap((share, at) => {
    if (share === null) return [];
    const [per, level] = [perOf(share.indicator), standing(share.printed)];
    if (per === null || level === null) return [];
    const closeness = closenessOfShare(share.indicator, level);
    return closeness === 'nearWhole' ? [{ at, times: digits(per / level), closeness }] : [];
  });
}

/** Those of the rows of the form beside a figure of the round that it may be expected by. */
export function expectedBy<Row>(
  context: FigureContext,
  { denominators, portions }: { denominators: readonly Row[]; portions: readonly Row[] },
): Row[] {
  if (!context.ofRound) return [];
  return expectationOf(context).sources.flatMap(({ of, at }): Row | [] => {
    if (of === 'denominators') return denominators[at] ?? [];
    return of === 'portions' ? (portions[at] ?? []) : [];
  });
}

/** Whether nothing but its parts says how large a whole is, once nothing earlier does. */
export function isByParts(context: FigureContext): boolean {
  return printedLevel(context) === null && wholesOf(context).length === 0;
}

/** Whether nothing but the size of the unit says how large the figure is in a first cycle. */
function restsOnPeople(context: Alone): boolean {
  const { indicator, stratum } = context;
  if (printedLevel(context) !== null || isPlanned(context) || wholesOf(context).length > 0) return false;
  return stratum === null && usualToOne(indicator) !== null;
}

/** What the plan prints for a share, rate or average, which is of a size in every unit. */
type Levelled = Pick<FigureContext, 'indicator' | 'printed'>;

function printedLevel({ indicator, printed }: Levelled): number | null {
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
