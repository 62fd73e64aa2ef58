import type { Decision, StoredReturn } from '../../core/store/model.ts';
import type { Store } from '../store/store.ts';

/**
 * The returns that decide what holds of figures: those the figures come from, and all others of the same rounds, as a
 * return replaces only such of its own round; what somebody said that one replaces besides may be of any. In a store
 * of many years they are few of all.
 * @param of numbers of the returns with the figures, also several times
 * @param known returns that were read, whole rounds of them
 */
export async function returnsAbout(
  store: Pick<Store, 'returns'>,
  of: Iterable<number>,
  decisions: readonly Decision[],
  known: readonly StoredReturn[] = [],
): Promise<readonly StoredReturn[]> {
  const there = new Set(known.map(({ number }) => number));
  const others = new Set<number>();
  let last = 0;
  for (const number of of) {
    // Figures of a return mostly stand together.
    if (number === last) continue;
    last = number;
    if (!there.has(number)) others.add(number);
  }
  for (const { kind, return: one, target } of decisions)
    if (kind === 'corrects')
      for (const number of [one, target]) if (number !== null && !there.has(number)) others.add(number);
  if (others.size === 0) return known;
  const rounds = [...new Set(known.map(({ round }) => round))];
  return store.returns({ rounds, roundsOf: [...others] });
}
