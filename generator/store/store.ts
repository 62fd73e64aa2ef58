import type { Entry } from '../../core/store/entry.ts';
import type { Decision, StoredEntry, StoredReturn } from '../../core/store/model.ts';

/** Which entries are wanted; everything of the store where nothing is said. */
export interface EntryFilter {
  unit?: string;
  reporter?: string;
  indicator?: string;
  /** Of figures: SDMX. */
  period?: string;
  return?: number;
  /** Any of these. */
  returns?: readonly number[];
  /** Only figures of which another one differs, whoever reports it: same unit, indicator, stratum, period, vintage. */
  differing?: boolean;
}

/** A file of a return as it came in. */
export interface Original {
  name: string;
  bytes: Uint8Array;
}

/** A decision before the store has it. */
export type NewDecision = Omit<Decision, 'number' | 'seen'>;

/**
 * The store as the rest of the program sees it. Returns, entries and decisions are only ever added. What a verb has
 * returned from is kept, whatever happens to the process then.
 */
export interface Store {
  /** All returns, in the order in which they came in. */
  returns(): Promise<StoredReturn[]>;
  entries(filter: EntryFilter): Promise<StoredEntry[]>;
  /** All decisions in their order. */
  decisions(): Promise<Decision[]>;
  /** Keeps a return with its entries and its files, all or nothing. @returns its number */
  take(
    one: Omit<StoredReturn, 'number' | 'files'>,
    entries: readonly Entry[],
    originals: readonly Original[],
  ): Promise<StoredReturn>;
  /** Keeps decisions, all of them or none. */
  decide(ones: readonly NewDecision[]): Promise<Decision[]>;
  close(): Promise<void>;
}
