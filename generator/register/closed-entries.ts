import { closedPeriods, entriesClosed } from '../../core/store/closing.ts';
import type { Closing, StoredEntry, StoredReturn } from '../../core/store/model.ts';
import type { Store } from '../store/store.ts';

/**
 * The entries that a closing is over.
 * @param returns those that are looked at
 * @param numbers theirs, where not all of the store are looked at
 */
export async function closedEntries(
  store: Store,
  closing: Pick<Closing, 'round' | 'sum'>,
  returns: readonly StoredReturn[],
  numbers?: readonly number[],
): Promise<StoredEntry[]> {
  const among = numbers === undefined ? {} : { returns: numbers };
  const entries: StoredEntry[][] = [];
  for (const period of closedPeriods(closing)) entries.push(await store.entries({ period, ...among }));
  // A round of the country has more entries than a call has room for arguments.
  return entriesClosed(closing, returns, entries.flat());
}
