import { median } from '../../base/number.ts';
import type { Unit } from '../../unit/unit.ts';
import { numberIn, type RawCell } from './cell.ts';
import type { FigureContext } from './surroundings.ts';

/**
 * How many people live in a unit, as the counts of one form say together: each implies a number by what is usual
 * to 1 000 residents, and the median of them is not moved by one that slipped. What is usual for a unit of the
 * level counts as two of them, so that a form with a single count has something to be held against.
 */

/** People of Viet Nam and of its provinces, districts, communes, more or less. A convention. */
const USUAL_PEOPLE: Record<Exclude<Unit['level'], 'department'>, number> = {
  country: 100_000_000,
  province: 1_000_000,
  district: 100_000,
  commune: 15_000,
};
/** Communes since 2025 have from some 2 000 people to more than 100 000. A convention. */
export const COMMUNE_ROOM = 6;
/** Counts whose usual range is wider than this say too little. A convention. */
const CLOSEST = 6;

/** People of nearly every unit of a level; islands have fewer, a few cities more. Conventions. */
export const PEOPLE_OF_NEARLY_ALL = {
  province: [250_000, 12_000_000],
  district: [9_000, 500_000],
  commune: [2_500, 130_000],
} as const satisfies Partial<Record<Unit['level'], readonly [number, number]>>;

/** Whether so many people are a unit of its level; null where nobody knows. */
export function isUsualSize(level: Unit['level'], people: number): boolean | null {
  const range = level === 'country' || level === 'department' ? null : PEOPLE_OF_NEARLY_ALL[level];
  return range && people >= range[0] && people <= range[1];
}

/** Residents to one counted; null for what says nothing of them. Six digits, the same double in both worlds. */
export function peopleEach({ indicator: { perThousand }, stratum, period, year }: Implying): number | null {
  if (!perThousand || stratum !== null || period !== String(year)) return null;
  const [low, high] = perThousand;
  return high > CLOSEST * low ? null : Number((1_000 / Math.sqrt(low * high)).toPrecision(6));
}

type Implying = Pick<FigureContext, 'indicator' | 'stratum' | 'period'> & { year: number };

/** The residents a figure implies; null where it is no positive number. */
export function impliedPeople(raw: RawCell, each: number): number | null {
  const number = numberIn(raw);
  return number === null || number <= 0 ? null : number * each;
}

/** What a unit of its level has, as often as it counts. */
export function usualPeople(level: Unit['level']): number[] {
  const people = USUAL_PEOPLE[level === 'department' ? 'province' : level];
  return [people, people];
}

/** The residents of a unit, by what its figures imply. */
export function peopleOf(level: Unit['level'], implied: readonly number[]): number {
  return median([...implied, ...usualPeople(level)]);
}

/** A count whose usual range is too wide to imply people. */
export interface WideCount {
  count: number;
  /** How many there usually are to 1 000 residents, from and to. */
  perThousand: readonly [number, number];
  concentrated: boolean;
}

/** A count that says little of the residents; null where it is no positive number, or says more or nothing. */
export function wideCount(raw: RawCell, of: Implying): WideCount | null {
  const { perThousand, concentrated } = of.indicator;
  const count = numberIn(raw);
  if (count === null || count <= 0 || !perThousand || of.stratum !== null || of.period !== String(of.year))
    return null;
  if (peopleEach(of) !== null) return null;
  return { count, perThousand, concentrated: concentrated !== undefined };
}

/**
 * The residents of a commune by its row in the table by commune alone, which may have nothing that says so. Only where
 * the row speaks of what no commune is does the usual one count beside it.
 * @param wide counts of the row that say little each
 * @returns null where no figure of the row speaks of residents at all
 */
export function peopleOfRow(implied: readonly number[], wide: readonly WideCount[] = []): number | null {
  if (implied.length === 0) return peopleOfStaff(wide) ?? peopleNeeded(wide);
  const own = median(implied);
  const isCommune = own * COMMUNE_ROOM >= USUAL_PEOPLE.commune && own <= USUAL_PEOPLE.commune * COMMUNE_ROOM;
  return isCommune ? own : peopleOf('commune', implied);
}

/** Counts of what few places have agree on a hospital or on none: two of them are not wrong the same way. */
const FEWEST_OF_STAFF = 3;

/** The residents that a hospital and its staff are for, by the smaller of what they imply. */
function peopleOfStaff(wide: readonly WideCount[]): number | null {
  const implied = wide
    .filter(({ concentrated }) => concentrated)
    .map(({ count, perThousand: [low, high] }) => (1_000 * count) / Math.sqrt(low * high))
    .sort((a, b) => a - b);
  return implied.length < FEWEST_OF_STAFF ? null : (implied[1] ?? null);
}

/** The usual commune, or as much more as the counts need at least and a commune may have. */
function peopleNeeded(wide: readonly WideCount[]): number | null {
  if (wide.length === 0) return null;
  const most = USUAL_PEOPLE.commune * COMMUNE_ROOM;
  const needed = wide.flatMap(({ count, perThousand: [, high], concentrated }) =>
    concentrated ? [] : [(1_000 * count) / high],
  );
  return Math.max(USUAL_PEOPLE.commune, ...needed.filter((people) => people <= most));
}
