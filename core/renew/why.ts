import { endsOf, writtenFigure } from '../changes/change-map.ts';
import { parseRowKey } from '../observation/key.ts';
import type { Link } from '../unit/link.ts';
import { partsOf, type ChangesByKey } from './changes-by-key.ts';
import { labelOf } from '../workbook/key-label.ts';
import { isBefore, type Derived, type Origins } from './derive.ts';
import type { EarlierFigure } from './earlier.ts';
import { outcomeOf, type Outcome, type Why } from './line.ts';
import type { RollOverInput } from './input.ts';

/** What of all the new workbooks and all units the reasons are found in. */
export interface Everywhere {
  /** Keys that some new workbook asks for. */
  asked: ReadonlySet<string>;
  /** Units that some new workbook has cells for. */
  withBooks: ReadonlySet<string>;
  /** What passed from a unit. */
  linksFrom: (unit: string) => readonly Link[];
  /** What passed to a unit. */
  linksTo: (unit: string) => readonly Link[];
}

/** Draws up what the reasons of all figures are found in. */
export function everywhereOf({ cells, links }: RollOverInput): Everywhere {
  const [asked, withBooks] = [new Set<string>(), new Set<string>()];
  for (const { unit, key } of cells.cells) {
    asked.add(key);
    withBooks.add(unit);
  }
  const by = (end: 'old' | 'new') => {
    const found = new Map<string, Link[]>();
    for (const one of links) {
      const own = found.get(one[end]);
      if (own === undefined) found.set(one[end], [one]);
      else own.push(one);
    }
    return (unit: string) => found.get(unit) ?? [];
  };
  return { asked, withBooks, linksFrom: by('old'), linksTo: by('new') };
}

/** What the reasons are found in. */
export interface WhyContext extends RollOverInput {
  everywhere: Everywhere;
  changes: ChangesByKey;
  origins: Origins;
  derive: (unit: string, key: string, period: string) => Derived | null;
}

type Reason = { outcome: Outcome; why: Why; detail: string };

/** Makes the function that says why an earlier figure is in no new workbook. */
export function whyAside(context: WhyContext): (figure: EarlierFigure) => Reason {
  const { asked, withBooks, linksFrom, linksTo } = context.everywhere;
  const isDivided = (unit: string) => isDividedBy(linksFrom(unit));
  const periods = new Map<string, Set<string>>();
  for (const { unit, key, period } of context.cells.cells)
    periods.set(`${unit}|${key}`, (periods.get(`${unit}|${key}`) ?? new Set()).add(period));
  const later = laterUnits(context);
  const names = (ids: Iterable<string>) => [...ids].map((id) => context.unitOf(id)?.name ?? id).join(', ');
  const ground = groundOf(context);
  return (figure) => {
    const { unit, key, period } = figure;
    const is = (why: Why, detail = ''): Reason => ({ outcome: outcomeOf(why), why, detail });
    if (figure.kind === 'baseline') return is('other-baseline');
    if (isBefore(period, context.changes.since(key))) {
      const next = context.changes.definitions(key).find(({ since }) => isBefore(period, since));
      return is('break', `${next?.since ?? ''}: ${next?.reason ?? ''}`);
    }
    const keys = laterKeys(key, context.changes).filter((one) => asked.has(one));
    if (keys.length === 0) return ofMap(key, context, is);
    const units = later(unit);
    const places = units.flatMap((one) =>
      keys.flatMap((other) => {
        const has = periods.get(`${one}|${other}`);
        return has ? [{ unit: one, key: other, has }] : [];
      }),
    );
    if (places.length === 0) {
      const known = context.unitOf(unit);
      if (!known) return is('unknown-unit', unit);
      const parts = ground(unit);
      if (parts.size === 0) return is(withBooks.has(unit) ? 'not-asked' : 'nothing-asked');
      const [only, ...others] = parts;
      const isOne = only !== undefined && others.length === 0 && !isDivided(unit);
      if (!isOne) return is('unit-part', names(parts));
      if (!withBooks.has(only)) return is('elsewhere', names(parts));
      const divided = linksTo(only).filter(({ old }) => isDivided(old));
      return is('incomplete', names(divided.map(({ old }) => old)));
    }
    const open = places.filter(({ has }) => has.has(period));
    const [first] = open;
    if (!first) return is('no-column');
    if (open.some((one) => context.derive(one.unit, one.key, period) !== null)) return is('own-figure');
    return whyNotMade(first, figure, context, { is, names });
  };
}

/** Why a cell that a figure could have a part in is not made of it. */
function whyNotMade(
  place: { unit: string; key: string },
  { period }: EarlierFigure,
  { origins, derive, catalogue, changes }: WhyContext,
  { is, names }: { is: (why: Why, detail?: string) => Reason; names: (ids: Iterable<string>) => string },
): Reason {
  const before = origins(place.unit) ?? [];
  const addsUp = catalogue.indicators.get(parseRowKey(place.key)?.indicator ?? '')?.aggregation === 'sum';
  if (before.length > 1 && !addsUp) {
    const parts = partsOf(place.key, catalogue);
    const isAnew = parts.length === 2 && parts.every((part) => derive(place.unit, part, period) !== null);
    return is(isAnew ? 'made-anew' : 'not-additive');
  }
  const isMissing = (unit: string, key: string) => {
    const one = derive(unit, key, period);
    return one === null || (one.value === null && one.sign !== '-');
  };
  const units = before.filter((unit) => isMissing(unit, place.key));
  if (before.length > 0 && units.length > 0) return is('incomplete', names(units));
  const keys = changes
    .leadingTo(place.key)
    .flatMap((change) => endsOf(change).from)
    .filter((key) => isMissing(place.unit, key));
  return is('incomplete', keys.map((key) => labelOf(key, catalogue, 'vi')).join(', '));
}

/** What the map says of a figure that is asked for nowhere. */
function ofMap(
  key: string,
  { changes, catalogue }: WhyContext,
  is: (why: Why, detail?: string) => Reason,
): Reason {
  const change = changes.of(key);
  const name = (of: string) => labelOf(of, catalogue, 'vi');
  switch (change?.change) {
    case 'retire':
      return is('retired', change.reason);
    case 'break':
      return is('break', `${name(change.to)}: ${change.reason}`);
    case 'split':
      return is('split', change.to.map(name).join(', '));
    case 'undecided':
      return is('undecided', change.question);
    case 'rename':
    case 'factor':
    case 'merge':
    case undefined:
      return is('not-in-map', writtenFigure(key));
  }
}

/** A figure's own key and those that it can be made into. */
function laterKeys(key: string, changes: ChangesByKey): string[] {
  const found = [key];
  for (const one of found) {
    const change = changes.of(one);
    if (change?.change !== 'rename' && change?.change !== 'factor' && change?.change !== 'merge') continue;
    if (endsOf(change).from.includes(one) && !found.includes(change.to)) found.push(change.to);
  }
  return found;
}

/** A unit and those that are made of it whole, over every change. */
function laterUnits({ cells, origins }: WhyContext): (unit: string) => string[] {
  const later = new Map<string, Set<string>>();
  const seen = new Set<string>();
  const look = (unit: string) => {
    if (seen.has(unit)) return;
    seen.add(unit);
    for (const old of origins(unit) ?? []) {
      later.set(old, (later.get(old) ?? new Set()).add(unit));
      look(old);
    }
  };
  for (const { unit } of cells.cells) look(unit);
  return (unit) => {
    const found = [unit];
    for (const one of found)
      for (const next of later.get(one) ?? []) if (!found.includes(next)) found.push(next);
    return found;
  };
}

/**
 * The units that the ground of a unit passed to: one that has ended without a workbook is followed to those after it.
 */
function groundOf({ everywhere, unitOf }: WhyContext): (unit: string) => Set<string> {
  const { withBooks, linksFrom } = everywhere;
  const next = (unit: string) => [
    ...new Set([...(unitOf(unit)?.successors ?? []), ...linksFrom(unit).map((one) => one.new)]),
  ];
  return (unit) => {
    const [ends, met] = [new Set<string>(), new Set([unit])];
    for (const one of met) {
      const after = one === unit || !withBooks.has(one) ? next(one) : [];
      if (after.length === 0 && one !== unit) ends.add(one);
      for (const later of after) met.add(later);
    }
    return ends;
  };
}

/** Whether only a part of a unit passed to some other, by all that passed from it. */
function isDividedBy(links: readonly Link[]): boolean {
  return links.length > 1 || links.some(({ part }) => part !== 'whole');
}
