import { availableParallelism } from 'node:os';
import type { InstalledSeeds } from '../workbook/definition-from-seeds.ts';
import { checkFile, unreadableResult, type CheckWants, type FileResult } from './check-file.ts';
import { unfinished } from './check-input.ts';
import type { Input } from './inputs.ts';
import { installedOf } from './installed.ts';
import { inOrder } from '../ordered-pool.ts';

/** What every worker is told once. */
export interface WorkerOrder {
  seeds: InstalledSeeds;
  wants: CheckWants;
}

/** Below this a further worker costs more, until it is loaded and warm, than it saves. */
const FILES_PER_WORKER = 16;

/** How many workers a check of so many files gets where nobody says. */
export function defaultJobs(files: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(files / FILES_PER_WORKER)));
}

/**
 * Checks returns, several at once.
 * @param jobs how many at once; 1 checks them in this thread
 * @returns what each comes to, in the order of `inputs`
 */
export async function* checkFiles(
  inputs: readonly Input[],
  { seeds, wants }: WorkerOrder,
  jobs: number,
): AsyncGenerator<FileResult, void> {
  if (jobs === 1) {
    const installed = installedOf(seeds);
    for (const input of inputs) yield await checkFile(input, installed, wants);
    return;
  }
  const data: WorkerOrder = { seeds, wants };
  // A worker that dies takes its file with it, not the other files.
  yield* inOrder(
    inputs,
    { module: new URL('./check-worker.js', import.meta.url), data, threads: jobs },
    (input, error) => lost(input, error, { seeds, wants }),
  );
}

function lost(input: Input, error: unknown, { seeds, wants }: WorkerOrder): FileResult {
  return unreadableResult(unfinished(input, error), seeds.catalogue, wants);
}
