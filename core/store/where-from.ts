import { isGiven } from './given.ts';
import type { StoredEntry, StoredReturn } from './model.ts';

/** File and cell of an entry for people; of what the planner gave the line of the file, and the source it names. */
export function whereFrom(entry: StoredEntry, of: StoredReturn | undefined): string {
  const parts = isGiven(entry) ? [entry.place, entry.source] : [of?.files[0]?.name, entry.place];
  return parts.filter((part) => typeof part === 'string').join(', ');
}
