import type { Decision, KeptFile, StoredEntry, StoredReturn } from '../../core/store/model.ts';
import type { Entry, EntryTable } from '../../core/store/entry.ts';
import type { FigureScan } from './figure-scan.ts';
import type { ReturnFilter } from './returns-among.ts';

/** Which entries are wanted; everything of the store where nothing is said. */
export interface EntryFilter {
  table?: EntryTable;
  unit?: string;
  /** Any of these. */
  units?: readonly string[];
  reporter?: string;
  indicator?: string;
  /** Of figures: SDMX. */
  period?: string;
  /** Any of these. */
  periods?: readonly string[];
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

/** Returns with their entries, and decisions, that belong together. */
export interface Additions {
  returns: readonly { one: StoredReturn; entries: readonly Entry[] }[];
  decisions: readonly Decision[];
}

/** The numbers that the next return and the next decision get. */
export interface NextNumbers {
  return: number;
  decision: number;
  /** From one number to the one after it. */
  step: number;
}

/**
 * Somebody else has added to the store what was not there when it was asked: what was made of the answers may be wrong,
 * and nothing was kept. Whoever asked asks again. Where one process has a store for itself it never happens.
 */
export class Overtaken extends Error {}

/**
 * The store as the rest of the program sees it, wherever it has its home. Returns, entries and decisions are only ever
 * added. What a verb has returned from is kept, whatever happens to the process then.
 */
export interface Store {
  /** Returns in the order in which they came in; all of them where nothing is said. */
  returns(which?: ReturnFilter): Promise<StoredReturn[]>;
  entries(filter: EntryFilter): Promise<StoredEntry[]>;
  /** Ids of the units that entries are about, each once, in the order of their signs. */
  units(): Promise<string[]>;
  /** Periods that entries of these returns are about, each once. */
  periods(returns: readonly number[]): Promise<string[]>;
  /** Figures of a period (SDMX) as columns, for adding up many of them. */
  figures(period: string): Promise<FigureScan>;
  /** All decisions in their order. */
  decisions(): Promise<Decision[]>;
  /** A file as it came in; null where it is missing, or its bytes are no longer those that were kept. */
  original(file: KeptFile): Promise<Original | null>;
  /**
   * Keeps a return with its entries and its files, all or nothing.
   * @returns it with its number, which is above that of every return the store has told of
   * @throws Overtaken
   */
  take(
    one: Omit<StoredReturn, 'number' | 'files'>,
    entries: readonly Entry[],
    originals: readonly Original[],
  ): Promise<StoredReturn>;
  /**
   * Keeps what belongs together with the files it comes from, all or nothing.
   * @param unit whose it is
   * @param made from the numbers that are next, each return and decision with its own
   * @throws Overtaken
   */
  takeTogether(
    unit: string,
    made: (next: NextNumbers) => Additions,
    originals: readonly Original[],
  ): Promise<Additions>;
  /** Keeps decisions, all of them or none. @throws Overtaken */
  decide(ones: readonly NewDecision[]): Promise<Decision[]>;
  close(): Promise<void>;
}
