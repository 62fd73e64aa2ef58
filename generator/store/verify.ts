import type { Entry } from '../../core/store/entry.ts';
import { returnName, type StoredReturn } from '../../core/store/model.ts';
import { figuresHeld } from './figures-held.ts';
import { rereadEntries } from './reread.ts';
import type { Unreadable } from './unreadable.ts';
import type { Store } from './store.ts';

/** What a verification has found of one return. */
export interface VerifyFault {
  return: string;
  /** Files that are missing or changed. */
  missing: string[];
  /** Files that are there and cannot be read, with why. */
  broken: Unreadable['broken'];
  /** Entries that the store has otherwise than the files, counted. */
  differing: number;
  /** Whether its figures are added up otherwise than its entries say them. */
  isMiscounted: boolean;
}

/** What a verification comes to. */
export interface Verified {
  returns: number;
  entries: number;
  faults: VerifyFault[];
}

/**
 * Computes every entry of a store from the kept files again and compares, and holds the columns that totals are made
 * from against the entries.
 */
export async function verifyStore(store: Store, progress: (text: string) => void): Promise<Verified> {
  const returns = await store.returns();
  const result: Verified = { returns: returns.length, entries: 0, faults: [] };
  const figures = figuresHeld();
  for (const [at, one] of returns.entries()) {
    progress(`${at + 1}/${returns.length} ${returnName(one.number)}`);
    const kept = await store.entries({ return: one.number });
    result.entries += kept.length;
    figures.add(kept);
    const fault = await faultOf(one, kept, store);
    if (fault) result.faults.push(fault);
  }
  for (const of of await figures.against(store))
    result.faults.push({ return: returnName(of), missing: [], broken: [], differing: 0, isMiscounted: true });
  progress('');
  return result;
}

async function faultOf(one: StoredReturn, kept: readonly Entry[], store: Store): Promise<VerifyFault | null> {
  const name = returnName(one.number);
  const again = await rereadEntries((file) => store.original(file), one);
  if ('missing' in again) return { return: name, ...again, differing: 0, isMiscounted: false };
  const [before, after] = [kept.map(asText), again.map(asText)];
  const differing =
    before.filter((text, at) => text !== after[at]).length + Math.max(0, after.length - before.length);
  return differing === 0 ? null : { return: name, missing: [], broken: [], differing, isMiscounted: false };
}

/** An entry field by field, without the place it has in the store. */
function asText(entry: Entry): string {
  const said = Object.entries(entry).filter(([field]) => field !== 'return' && field !== 'row');
  return JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}
