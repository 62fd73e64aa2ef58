import type { Catalogue } from '../catalogue/catalogue.ts';
import { add, exactOf, exactText, multiply, ZERO } from '../consolidate/exact.ts';
import type { ChangeMap } from '../changes/change-map.ts';
import { parseRowKey } from '../observation/key.ts';
import type { MissingSign } from '../observation/figure.ts';
import { vintages, type Vintage } from '../observation/vintage.ts';
import type { Link } from '../unit/link.ts';
import type { ChangesByKey } from './changes-by-key.ts';
import { placeOf, type EarlierFigure } from './earlier.ts';

/** An earlier figure that a derived one is made of, and what its number was multiplied by. */
export interface Part {
  figure: EarlierFigure;
  /** Digits; `1` for the number as it was. */
  factor: string;
}

/** A figure made of earlier ones, with nothing estimated. */
export interface Derived {
  value: string | null;
  sign: MissingSign | null;
  /** The least sure of its parts. */
  vintage: Vintage;
  parts: readonly [Part, ...Part[]];
}

/** What figures are derived by. */
export interface DerivationRules {
  catalogue: Catalogue;
  changes: ChangesByKey;
  origins: Origins;
}

/** The units that together were a unit before, where they were nothing else; null where no exact sum is known. */
export type Origins = (unit: string) => readonly string[] | null;

/**
 * The units that a unit is the exact sum of. Old and new side of a link are told apart: a unit may follow one and
 * be followed by another.
 */
export function originsBy(links: readonly Link[]): Origins {
  const olds = new Map<string, Set<string>>();
  const news = new Map<string, Set<string>>();
  for (const { old, new: later } of links) {
    if (old === later) continue;
    olds.set(later, (olds.get(later) ?? new Set()).add(old));
    news.set(old, (news.get(old) ?? new Set()).add(later));
  }
  return (unit) => {
    const own = olds.get(unit);
    if (!own) return null;
    return [...own].every((old) => news.get(old)?.size === 1) ? [...own].sort() : null;
  };
}

/** What change maps say of units that the national lists do not link. */
export function wholeLinks(maps: readonly ChangeMap[]): Link[] {
  return maps.flatMap(({ units }) =>
    units.flatMap(({ from, to }) =>
      from.flatMap((old) => to.map((later): Link => ({ old, new: later, part: 'whole' }))),
    ),
  );
}

/**
 * How figures of places are made: the earlier figure of the very place; else the sum of all the units that the
 * unit is made of; else by a change map from earlier figures of the unit, each of which may itself be made so. A
 * sum has all its parts or is none; shares and rates pass from one unit whole to one other, and add up never.
 */
export function derivation(
  earlier: readonly EarlierFigure[],
  { catalogue, changes, origins }: DerivationRules,
): (unit: string, key: string, period: string) => Derived | null {
  const own = new Map(
    earlier
      .filter(({ kind, key, period }) => kind === 'figure' && !isBefore(period, changes.since(key)))
      .map((one) => [placeOf(one), one]),
  );
  const made = new Map<string, Derived | null>();
  const addsUp = (key: string) =>
    catalogue.indicators.get(parseRowKey(key)?.indicator ?? '')?.aggregation === 'sum';
  const derive = (unit: string, key: string, period: string): Derived | null => {
    const place = placeOf({ unit, key, period });
    const known = made.get(place);
    if (known !== undefined) return known;
    // Maps that lead in a circle give nothing.
    made.set(place, null);
    const found = ofItself(place) ?? ofUnits(unit, key, period) ?? ofChanges(unit, key, period);
    made.set(place, found);
    return found;
  };
  const ofItself = (place: string): Derived | null => {
    const figure = own.get(place);
    if (!figure) return null;
    const { value, sign, vintage } = figure;
    return { value, sign, vintage, parts: [{ figure, factor: '1' }] };
  };
  const ofUnits = (unit: string, key: string, period: string): Derived | null => {
    const before = origins(unit);
    if (before === null || (before.length > 1 && !addsUp(key))) return null;
    return sumOf(before.map((old) => derive(old, key, period)));
  };
  const ofChanges = (unit: string, key: string, period: string): Derived | null => {
    if (isBefore(period, changes.since(key))) return null;
    for (const change of changes.leadingTo(key)) {
      if (change.change === 'merge') {
        const sum = sumOf(change.from.map((from) => derive(unit, from, period)));
        if (sum) return sum;
      } else if (change.change === 'rename' || change.change === 'factor') {
        const one = derive(unit, change.from, period);
        if (one) return change.change === 'factor' ? times(one, change.factor) : one;
      }
    }
    return null;
  };
  return derive;
}

/** Whether a period lies before a year. */
export function isBefore(period: string, year: number | null): boolean {
  return year !== null && Number(period.slice(0, 4)) < year;
}

/** One figure alone is itself; several add up where each is a number or `-`; `-` alone stays `-`. */
function sumOf(all: readonly (Derived | null)[]): Derived | null {
  const [first, ...others] = all;
  if (!first || others.some((one) => one === null)) return null;
  const rest = others.filter((one) => one !== null);
  if (rest.length === 0) return first;
  let sum = ZERO;
  let isNothing = true;
  for (const { value, sign } of [first, ...rest]) {
    if (value === null && sign !== '-') return null;
    if (value === null) continue;
    isNothing = false;
    sum = add(sum, exactOf(value));
  }
  const [part, ...parts] = [first, ...rest].flatMap((one) => one.parts);
  if (!part) return null;
  return {
    value: isNothing ? null : exactText(sum),
    sign: isNothing ? '-' : null,
    vintage: leastSure([first, ...rest].map(({ vintage }) => vintage)),
    parts: [part, ...parts],
  };
}

function times(one: Derived, factor: string): Derived {
  const by = exactOf(factor);
  const [first, ...rest] = one.parts.map((part) => ({
    ...part,
    factor: exactText(multiply(exactOf(part.factor), by)),
  }));
  if (!first) return one;
  const value = one.value === null ? null : exactText(multiply(exactOf(one.value), by));
  return { ...one, value, parts: [first, ...rest] };
}

function leastSure(all: readonly Vintage[]): Vintage {
  return vintages.find((one) => all.includes(one)) ?? 'final';
}
