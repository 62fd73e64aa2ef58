import { availableParallelism } from 'node:os';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { NotComputed } from '../../core/sheet/evaluate/value.ts';
import { unitMould, type UnitMould } from '../../core/template/mould/unit-mould.ts';
import type { WorkbookRequest } from '../../core/workbook/request.ts';
import { packageParts } from '../../formats/xlsx/write/package-parts.ts';
import { stampOf } from '../../formats/xlsx/write/stamp.ts';
import { inOrder } from '../ordered-pool.ts';
import {
  inputCellsOf,
  type InputCells,
  makeWorkbook,
  modelOf,
  requestOf,
  sharedBy,
  type WorkbookJob,
} from './jobs.ts';
import { isFilled, structureKey } from './structure.ts';

/** A workbook that was made, with how much it asks for. */
export interface MadeWorkbook {
  bytes: Uint8Array;
  cells: InputCells;
}

/** What every worker is told once. */
export interface MakingOrder {
  jobs: readonly WorkbookJob[];
  catalogue: Catalogue;
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
 * @returns them in the order of the jobs
 */
export async function* makeWorkbooks(
  order: MakingOrder,
  threads: number,
): AsyncGenerator<MadeWorkbook, void> {
  if (threads === 1) {
    const make = workbookMaker(order.jobs, order.catalogue);
    for (const job of order.jobs) yield await make(job);
    return;
  }
  const module = new URL('./make-worker.js', import.meta.url);
  yield* inOrder(
    order.jobs.map((_, at) => at),
    { module, data: order, threads },
  );
}

/** Makes a workbook from what it shares with others; null where it cannot be had that way. */
type Stamping = (job: WorkbookJob) => Promise<MadeWorkbook | null>;

/** A stamp costs as much as four workbooks, one with figures as ten; below twice that it is not worth its trouble. */
const WORTH_A_STAMP = { blank: 8, filled: 20 };

/**
 * Makes the workbooks of one run. Those that differ only in their unit and in what their cells are filled in with are
 * built once, the others are stamped from it: only what differs is computed, written and packed anew. A stamp is used
 * when it gives a few of the units, those with the shortest and the longest name among them, what they get by
 * themselves, part by part.
 * @param jobs all of the run
 */
export function workbookMaker(
  jobs: readonly WorkbookJob[],
  catalogue: Catalogue,
): (job: WorkbookJob) => Promise<MadeWorkbook> {
  const alike = new Map<string, WorkbookJob[]>();
  const keys = new Map<WorkbookJob, string>();
  for (const job of jobs) {
    const key = structureKey(job);
    if (key === null) continue;
    const group = alike.get(key);
    if (group === undefined) alike.set(key, [job]);
    else group.push(job);
    keys.set(job, key);
  }
  const stampings = new Map<string, Stamping | null>();
  return async (job) => {
    const key = keys.get(job);
    const group = key === undefined ? [] : (alike.get(key) ?? []);
    const enough = isFilled(job) ? WORTH_A_STAMP.filled : WORTH_A_STAMP.blank;
    if (key === undefined || group.length < enough) return madeAlone(job, catalogue);
    let stamping = stampings.get(key);
    if (stamping === undefined) stampings.set(key, (stamping = await stampingFor(group, catalogue)));
    return (await stamping?.(job)) ?? madeAlone(job, catalogue);
  };
}

async function madeAlone(job: WorkbookJob, catalogue: Catalogue): Promise<MadeWorkbook> {
  return { bytes: await makeWorkbook(job, catalogue), cells: inputCellsOf(job, catalogue) };
}

async function stampingFor(group: readonly WorkbookJob[], catalogue: Catalogue): Promise<Stamping | null> {
  const byLength = [...group].sort((a, b) => a.unit.name.length - b.unit.name.length);
  const [shortest, longest] = [byLength[0], byLength.at(-1)];
  if (shortest === undefined || longest === undefined) return null;
  const shared = sharedBy(shortest, catalogue);
  const knownOf = (job: WorkbookJob) => requestOf(job, catalogue, shared).known;
  const mould = mouldOf(requestOf(shortest, catalogue, shared));
  if (mould === null) return null;
  const { model, naming: texts, changeable: cells, standIns: marks } = mould;
  const stamp = await stampOf(model, { texts, cells, marks });
  if (stamp === null) return null;
  const middle = byLength[Math.floor(byLength.length / 2)];
  for (const job of new Set([shortest, longest, ...(middle && isFilled(middle) ? [middle] : [])])) {
    const changes = mould.workbookOf(job.unit, knownOf(job));
    const stamped = changes && stamp.parts(changes);
    const alone = await packageParts(modelOf(job, catalogue));
    if (!stamped || [...alone].some(([name, text]) => stamped.get(name) !== text)) return null;
  }
  const counts = inputCellsOf(shortest, catalogue);
  return async (job) => {
    const changes = mould.workbookOf(job.unit, knownOf(job));
    const bytes = changes && (await stamp.write(changes));
    return bytes && { bytes, cells: counts };
  };
}

/** Null where a formula of the workbook cannot be computed apart from the whole. */
function mouldOf(request: WorkbookRequest): UnitMould | null {
  try {
    return unitMould(request);
  } catch (error) {
    if (error instanceof NotComputed) return null;
    throw error;
  }
}
