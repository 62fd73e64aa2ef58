import { availableParallelism } from 'node:os';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import { inRuns } from '../ordered-pool.ts';
import { inputCellsOf, type InputCells, makeWorkbook, type WorkbookJob } from './jobs.ts';
import { sender, type SentJob } from './sent-job.ts';
import { stampingFor, type Stamping } from './stamping.ts';
import { alikeJobs, isFilled } from './structure.ts';

/** A workbook that was made, with how much it asks for. */
export interface MadeWorkbook {
  /** The place of its job among all. */
  at: number;
  bytes: Uint8Array;
  cells: InputCells;
  /** Why it was built by itself, which takes longer, though others are like it; null for all others. */
  alone: string | null;
}

/** What is to be made. */
export interface MakingOrder {
  jobs: readonly WorkbookJob[];
  catalogue: Catalogue;
}

/** What every worker is told once: memory of a worker must not grow with the number of workbooks. */
export interface WorkerOrder {
  plans: readonly Plan[];
  catalogue: Catalogue;
  groups: readonly (readonly SentJob[])[];
}

/** One workbook that a worker makes. */
export interface WorkerPiece {
  at: number;
  job: SentJob;
  group: number | null;
}

/** Below this a further worker costs more, until it is loaded and warm, than it saves. */
const BOOKS_PER_WORKER = 48;

/** How many workers so many workbooks get where nobody says. */
export function workersFor(books: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(books / BOOKS_PER_WORKER)));
}

/**
 * Makes the workbooks of a run, several at once; memory does not grow with their number.
 * @param threads how many at once; 1 makes them in this thread
 * @returns by one thread those that are alike one after the other, else in the order of the jobs; by several as they
 * are made
 */
export async function* makeWorkbooks(
  { jobs, catalogue }: MakingOrder,
  threads: number,
): AsyncGenerator<MadeWorkbook, void> {
  const { groups, groupOf } = alikeJobs(jobs);
  const turns = jobs.map((job, at) => ({ at, job, group: groupOf[at] ?? null }));
  // Only one stamp is kept.
  turns.sort((a, b) => (a.group ?? groups.length) - (b.group ?? groups.length) || a.at - b.at);
  if (threads === 1) {
    const make = workbookMaker(groups, catalogue);
    for (const { at, job, group } of turns) yield { at, ...(await make(job, group)) };
    return;
  }
  const { plans, sent } = sender(jobs);
  const data: WorkerOrder = { plans, catalogue, groups: groups.map((group) => group.map(sent)) };
  const module = new URL('./make-worker.js', import.meta.url);
  const most = Math.ceil(turns.length / (threads * RUNS_PER_WORKER));
  const heap = {
    maxOldGenerationSizeMb: MOST_OLD,
    maxYoungGenerationSizeMb: jobs.some(isFilled) ? YOUNG.filled : YOUNG.blank,
  };
  yield* inRuns<WorkerPiece, MadeWorkbook>(runs(), { module, data, threads, heap });

  function* runs() {
    for (const run of runsOf(turns, most))
      yield run.map(({ at, job, group }) => ({ at, job: sent(job), group }));
  }
}

/** So many runs of one structure there are for a worker at least, so that none waits long for the other at the end. */
const RUNS_PER_WORKER = 4;

/**
 * Workbooks in runs: of those that are alike, side by side, at most so many; of those like no other each alone.
 * @param most of one run
 */
export function* runsOf<Turn extends { group: number | null }>(
  turns: readonly Turn[],
  most: number,
): Generator<Turn[], void> {
  let run: Turn[] = [];
  for (const turn of turns) {
    const [first] = run;
    const belongs = first !== undefined && turn.group !== null && first.group === turn.group;
    if (first !== undefined && (!belongs || run.length >= most)) {
      yield run;
      run = [];
    }
    run.push(turn);
  }
  if (run.length > 0) yield run;
}

/** Left to itself a worker takes twice what it needs before it clears up; the largest workbook needs a quarter of this. */
const MOST_OLD = 1024;
/**
 * Megabytes of what a worker has made last. Results that follow from figures filled in are thrown away by the thousand:
 * with room for them a tenth of the processor time goes.
 */
const YOUNG = { blank: 24, filled: 96 };

/**
 * Makes the workbooks of one run. Those that differ only in their unit and in what their cells are filled in with are
 * built once, the others are stamped from it: only what differs is computed, written and packed anew.
 * @param groups of workbooks that are alike, a few jobs of each
 */
export function workbookMaker(
  groups: readonly (readonly WorkbookJob[])[],
  catalogue: Catalogue,
): (job: WorkbookJob, group: number | null) => Promise<Omit<MadeWorkbook, 'at'>> {
  // It holds some fifty megabytes: the one before is let go before the next is made.
  let kept: { group: number; stamping: Stamping } | null = null;
  const stampingOf = async (group: number) => {
    if (kept?.group === group) return kept.stamping;
    kept = null;
    const stamping = await stampingFor(groups[group] ?? [], catalogue);
    kept = { group, stamping };
    return stamping;
  };
  return async (job, group) => {
    // Those like no other come last: the stamp of those before is of no use to them.
    if (group === null) kept = null;
    const stamping = group === null ? null : await stampingOf(group);
    const stamped = await stamping?.(job);
    if (stamped !== undefined && stamped.bytes !== null) return { ...stamped, alone: null };
    const alone = stamped?.why ?? null;
    return { bytes: await makeWorkbook(job, catalogue), cells: inputCellsOf(job, catalogue), alone };
  };
}
