import { dirname } from 'node:path';
import { behind, type Behind } from '../check/check-input.ts';
import { folderLister } from '../check/csv-files.ts';
import type { Installed } from '../check/installed.ts';
import { inOrderWith } from '../shared-work.ts';
import type { InstalledSeeds } from '../workbook/definition-from-seeds.ts';
import type { Arrival } from './arrivals.ts';
import {
  readArrival,
  sha256OfArrival,
  unfinishedArrival,
  type JoinedArrival,
  type ReadArrival,
  type UnreadArrival,
} from './read-arrival.ts';

/** What has come in: its hash, and what it says; null where files of that hash were received before. */
export interface Read {
  /** Over its files; empty where they cannot be read. */
  sha256: string;
  read: ReadArrival | UnreadArrival | JoinedArrival | null;
}

/** Reads one arrival after another. @param known hash of files received before, which are not read again */
export type ArrivalReader = (arrival: Arrival, known: ReadonlySet<string>) => Promise<Read>;

/** A reader that asks each folder once what is in it, for as long as it is kept. */
export function arrivalReader(installed: Installed): ArrivalReader {
  const list = folderLister();
  const filesOf = async (arrival: Arrival): Promise<Behind> =>
    behind(arrival, arrival.kind === 'csv' ? await list(dirname(arrival.path)) : undefined);
  return async (arrival, known) => {
    const read = await filesOf(arrival).catch(() => null);
    const sha256 = sha256OfArrival(read);
    if (sha256 !== '' && known.has(sha256)) return { sha256, read: null };
    return { sha256, read: await readArrival(arrival, installed, read) };
  };
}

/**
 * Of a worker what it has made last, in two halves of a third each: more makes it no faster. What it holds for longer
 * has no bound but the limits of what is read.
 */
const HEAP = { maxYoungGenerationSizeMb: 12 };

/** What every worker is told once. */
export interface ReadingOrder {
  seeds: InstalledSeeds;
  known: ReadonlySet<string>;
}

/**
 * Reads arrivals, several at once and never far ahead of whoever takes them in.
 * @param known hashes of files received before, which are not read again
 * @param jobs how many at once; 1 reads them in this thread, the next while one is taken in
 * @returns what each says, in their order
 */
export async function* readArrivals(
  arrivals: readonly Arrival[],
  { installed, known }: { installed: Installed; known: ReadonlySet<string> },
  jobs: number,
): AsyncGenerator<Read, void> {
  const read = arrivalReader(installed);
  const readHere = (arrival: Arrival) => read(arrival, known);
  if (jobs === 1) {
    yield* oneAhead(arrivals, readHere);
    return;
  }
  const { plans, catalogue, files } = installed;
  const data: ReadingOrder = { seeds: { plans, catalogue, ...(files && { files }) }, known };
  const module = new URL('./read-worker.js', import.meta.url);
  yield* inOrderWith(
    arrivals,
    readHere,
    { module, data, threads: jobs - 1, heap: HEAP },
    // A worker that dies takes its file with it, not the other files.
    (arrival, error): Read => ({ sha256: '', read: unfinishedArrival(arrival, error, installed) }),
  );
}

async function* oneAhead<Piece, Result>(
  pieces: readonly Piece[],
  work: (piece: Piece) => Promise<Result>,
): AsyncGenerator<Result, void> {
  let next: Promise<Result> | null = null;
  for (const [at, piece] of pieces.entries()) {
    const result = await (next ?? work(piece));
    const coming = pieces[at + 1];
    next = coming === undefined ? null : work(coming);
    // One that fails while another is taken in is told of when its turn comes.
    next?.catch(() => undefined);
    yield result;
  }
}
