import type { Catalogue } from '../catalogue/catalogue.ts';
import { endsOf, type Change, type ChangeMap } from '../changes/change-map.ts';
import { figureKey, parseRowKey } from '../observation/key.ts';

/** The entries of change maps by the figures they are about. */
export interface ChangesByKey {
  /** What became of a figure; null where no map says. */
  of: (key: string) => Change | null;
  /** By which entries a figure of the new plan may be made from earlier ones. */
  leadingTo: (key: string) => readonly Change[];
  /** First year of the present definition of a figure that kept its id; null where it never changed. */
  since: (key: string) => number | null;
  /** Why the present definition is another one; empty where it never changed. */
  whySince: (key: string) => string;
  /** Every definition but the first of a figure that kept its id, the earliest first. */
  definitions: (key: string) => readonly Definition[];
}

/** From which year a figure is defined otherwise, and why. */
interface Definition {
  since: number;
  reason: string;
}

/** Entries that make a figure from earlier ones; the others keep them apart. */
const CONVERTING: ReadonlySet<Change['change']> = new Set(['rename', 'factor', 'merge']);

/**
 * Puts change maps together, a later one after an earlier one. What a map says of a share goes for the counts it is
 * made of, where it says nothing of these themselves. Another definition under the same id is one of the numerator:
 * who is poor by a new standard is counted anew, how many households there are is not; of a group it may be that other
 * units belong to it, which all its counts are of.
 */
export function changesByKey(maps: readonly ChangeMap[], catalogue: Catalogue): ChangesByKey {
  const own = new Map<string, Change>();
  const to = new Map<string, Change[]>();
  const definitions = new Map<string, Definition[]>();
  const define = (key: string, one: Definition) => {
    const others = (definitions.get(key) ?? []).filter(({ since }) => since !== one.since);
    definitions.set(
      key,
      [...others, one].sort((a, b) => a.since - b.since),
    );
  };
  for (const change of maps.flatMap(({ changes }) => changes)) {
    const ends = endsOf(change);
    if (change.change === 'break' && change.since !== undefined && change.from === change.to) {
      define(change.from, { since: change.since, reason: change.reason });
      continue;
    }
    for (const key of ends.from) own.set(key, change);
    if (CONVERTING.has(change.change))
      for (const key of ends.to) to.set(key, [...(to.get(key) ?? []), change]);
  }
  const ofShares = new Map<string, Change>();
  for (const [key, change] of own)
    for (const part of partsOf(key, catalogue))
      if (!own.has(part) && !CONVERTING.has(change.change)) ofShares.set(part, change);
  for (const [key, ofShare] of [...definitions]) {
    const [numerator, ...denominators] = partsOf(key, catalogue);
    if (numerator === undefined || denominators.length === 0) continue;
    const isOfGroup = parseRowKey(key)?.stratum !== null;
    for (const part of [numerator, ...(isOfGroup ? denominators : [])])
      for (const one of own.has(part) ? [] : ofShare)
        if (!definitions.get(part)?.some(({ since }) => since === one.since)) define(part, one);
  }
  const latest = (key: string) => definitions.get(key)?.at(-1);
  return {
    of: (key) => own.get(key) ?? ofShares.get(key) ?? null,
    leadingTo: (key) => to.get(key) ?? [],
    since: (key) => latest(key)?.since ?? null,
    whySince: (key) => latest(key)?.reason ?? '',
    definitions: (key) => definitions.get(key) ?? [],
  };
}

/** The counts that a share or rate is made of, of the same stratum. */
export function partsOf(key: string, { indicators }: Pick<Catalogue, 'indicators'>): string[] {
  const parsed = parseRowKey(key);
  const { numerator, denominator } = indicators.get(parsed?.indicator ?? '') ?? {};
  return [numerator, denominator].flatMap((id) =>
    id === undefined ? [] : [figureKey(id, parsed?.stratum ?? null)],
  );
}
