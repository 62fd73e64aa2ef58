import type { Finding } from '../base/finding.ts';
import type { Reading } from '../exchange/reading.ts';
import type { Entry } from './entry.ts';

/** What a file can come to when it is imported. */
export const fileStates = [
  'new',
  'correction',
  'unchanged',
  'conflicting',
  'held-back',
  'refused',
  'not-looked-at',
] as const;
export type FileState = (typeof fileStates)[number];

/** What a return in the store can be. */
export type ReturnState = Exclude<FileState, 'not-looked-at'>;

/** Whose return it is. */
export interface ReturnHead {
  /** Unit the figures are about, and who reports them, by ids. */
  unit: string;
  reporter: string;
  /** SDMX period of the round. */
  round: string;
  plans: readonly string[];
}

/** A file that is kept. */
export interface KeptFile {
  /** As it was called where it came from, without folder; of a planner's file its path in the workspace. */
  name: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
}

/** What the check said when the return came in. */
export interface Judged {
  acceptance: 'blocked' | 'to-explain' | 'accepted';
  errors: number;
  /** Warnings without a reason. */
  warnings: number;
  /** Figures owed in the round, and how many of them were there. */
  owed: number;
  entered: number;
}

/** A return as the store keeps it; nothing in it changes once it is written. */
export interface StoredReturn extends ReturnHead {
  /** 1, 2, 3 … in the order in which returns came in; people name it `B1`. */
  number: number;
  state: ReturnState;
  /** Why it is in that state. */
  why: readonly Finding[];
  /** ISO time with the offset of the place, so that its first ten characters are the day there. */
  received: string;
  by: string | null;
  files: readonly KeptFile[];
  /** SHA-256 over its files. */
  sha256: string;
  /** SHA-256 of what it says, see contentOf; null where nothing of it was taken. */
  content: string | null;
  /** The return it replaces. */
  corrects: number | null;
  /** The return that says the same. */
  sameAs: number | null;
  judged: Judged | null;
  /** What of its files was read by the code lists of the day; null where they say everything themselves. */
  reading: Reading | null;
  /** Version of the program that read it. */
  program: string;
  /** Of a planner's file by which form of reading its entries were made; absent of every other. */
  form?: number;
  /** Of a set that a province has sent what its manifest says; absent of every other. */
  set?: SentRound;
  /** Of a return that came in such a set; absent of every other. */
  sent?: SentReturn;
}

/** An entry with the return it is of. */
export interface StoredEntry extends Entry {
  return: number;
  /** Its place among the entries of the return, from 0. */
  row: number;
}

/**
 * What people decide about returns and figures; kept for ever. They `release` a return that was held back, `withdraw` one, say that one `corrects` another, `accept` one
 * in spite of unexplained warnings, `choose` which return's figure holds in a conflict, `close` a round or `reopen`
 * it, `explain` why levels say different figures of the same, `publish` figures of periods, `undo` a decision.
 */
export interface Decision {
  number: number;
  kind:
    | 'release'
    | 'withdraw'
    | 'corrects'
    | 'accept'
    | 'choose'
    | 'close'
    | 'reopen'
    | 'explain'
    | 'publish'
    | 'undo';
  /** The return it is about; of `undo` null. */
  return: number | null;
  /** Of `corrects` the return that is replaced, of `undo` the decision that is undone; else null. */
  target: number | null;
  /** Of `choose` the figure, by entryKey; else null. */
  figure: string | null;
  /** Of `close` and `reopen`; absent of every other. */
  closing?: Closing;
  /** Of `explain`; absent of every other. */
  difference?: ExplainedDifference;
  /** Of `publish`; absent of every other. */
  publication?: PublishedPeriods;
  /** The newest return when it was decided: of those that came later it says nothing. */
  seen: number;
  at: string;
  by: string;
  reason: string;
  /** Of a decision that came in a set of a province; absent of every other. */
  sent?: FromSet;
}

/** A difference between levels, as it was when somebody explained it: of other figures nothing was said. */
export interface ExplainedDifference {
  /** What is held against what. */
  place: string;
  /** Both figures at the decimals in which the indicator is reported. */
  values: readonly [number, number];
}

/** What was published together. */
export interface PublishedPeriods {
  /** SDMX periods whose figures are in it. */
  periods: readonly string[];
  /** Counts of persons or households below it were hidden. */
  threshold: number;
  /** Where it was written, as a path in the workspace, and how was chosen what to hide; absent of earlier programs'. */
  out?: string;
  method?: number;
}

/** What a round was when it was closed. */
export interface Closing {
  /** SDMX period. */
  round: string;
  /** SDMX period of the sum from the start of the year that its returns say beside it; absent where none does. */
  sum?: string | undefined;
  /** SHA-256 over the figures in force, see closingText, and how many there were. */
  checksum: string;
  figures: number;
  /**
   * The planner's files of baselines and assigned values that verdicts rested on, null where there was none; absent of
   * closings of earlier programs.
   */
  given?: { baselines: KeptFile | null; assignments: KeptFile | null };
  /** Conflicts that were left open, by the names people have for them. */
  leftOpen: readonly string[];
}

/** The closed round of a province as it was sent: what its manifest says of it. */
export interface SentRound {
  /** Id of the province. */
  province: string;
  /** SDMX period. */
  round: string;
  plans: readonly string[];
  /** The closing, with who closed it, when and why. */
  closed: Pick<Decision, 'number' | 'at' | 'by' | 'reason'> & Closing;
  /** Figures of the round in force when the set was drawn up, see closingText: SHA-256 and count. */
  inForce: { checksum: string; figures: number };
  /** How many figures had changed since the round was closed. */
  corrections: number;
  /** Figures in force of the round that come from returns of other rounds, which are not in the set. */
  elsewhere: number;
}

/** Of a return or decision that came in a set: whose, its number there, and the set it came in. */
export interface FromSet {
  province: string;
  number: number;
  /** The store's number of the set. */
  set: number;
}

/** Of a return that came in a set. */
export interface SentReturn extends FromSet {
  /** The files of the set with its entries; those of the return itself stay in the province. */
  kept: readonly KeptFile[];
}

/** How people name a return. */
export function returnName(number: number): string {
  return `B${number}`;
}

/** The return a name means; null for anything else. */
export function parseReturnName(text: string): number | null {
  const match = /^B?([1-9]\d{0,8})$/iu.exec(text.trim());
  return match?.[1] === undefined ? null : Number(match[1]);
}
