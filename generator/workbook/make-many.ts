import { availableParallelism } from 'node:os';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { unitMould } from '../../core/template/unit-mould.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { packageParts } from '../../formats/xlsx/write/package-parts.ts';
import { stampOf } from '../../formats/xlsx/write/stamp.ts';
import { inOrder } from '../ordered-pool.ts';
import { inputCellsOf, type InputCells, makeWorkbook, modelOf, requestOf, type WorkbookJob } from './jobs.ts';
import { structureKey } from './structure.ts';

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

/** Makes the workbook of a unit from what it shares with others; null where it cannot be had that way. */
type Stamping = (unit: Unit) => Promise<MadeWorkbook | null>;

/** A stamp costs as much as four workbooks; below twice that it is not worth its trouble. */
const WORTH_A_STAMP = 8;

/**
 * Makes the workbooks of one run. Those that differ only in their unit are built once, the others are stamped from
 * it: only the texts that name the unit are packed anew. A stamp is used when it gives the units with the shortest
 * and the longest name what they get by themselves, part by part.
 * @param jobs all of the run
 */
export function workbookMaker(
  jobs: readonly WorkbookJob[],
  catalogue: Catalogue,
): (job: WorkbookJob) => Promise<MadeWorkbook> {
  const alike = new Map<string, WorkbookJob[]>();
  for (const job of jobs) {
    const key = structureKey(job);
    if (key === null) continue;
    const group = alike.get(key);
    if (group === undefined) alike.set(key, [job]);
    else group.push(job);
  }
  const stampings = new Map<string, Stamping | null>();
  return async (job) => {
    const key = structureKey(job);
    const group = key === null ? [] : (alike.get(key) ?? []);
    if (key === null || group.length < WORTH_A_STAMP) return madeAlone(job, catalogue);
    let stamping = stampings.get(key);
    if (stamping === undefined) stampings.set(key, (stamping = await stampingFor(group, catalogue)));
    return (await stamping?.(job.unit)) ?? madeAlone(job, catalogue);
  };
}

async function madeAlone(job: WorkbookJob, catalogue: Catalogue): Promise<MadeWorkbook> {
  return { bytes: await makeWorkbook(job, catalogue), cells: inputCellsOf(job, catalogue) };
}

async function stampingFor(group: readonly WorkbookJob[], catalogue: Catalogue): Promise<Stamping | null> {
  const byLength = [...group].sort((a, b) => a.unit.name.length - b.unit.name.length);
  const [shortest, longest] = [byLength[0], byLength.at(-1)];
  if (shortest === undefined || longest === undefined) return null;
  const mould = unitMould(requestOf(shortest, catalogue));
  const stamp = await stampOf(mould.model, mould.changing, mould.standIns);
  if (stamp === null) return null;
  for (const job of [shortest, longest]) {
    const texts = mould.textsFor(job.unit);
    const stamped = texts && stamp.parts(texts);
    const alone = await packageParts(modelOf(job, catalogue));
    if (!stamped || [...alone].some(([name, text]) => stamped.get(name) !== text)) return null;
  }
  const cells = inputCellsOf(shortest, catalogue);
  return async (unit) => {
    const texts = mould.textsFor(unit);
    const bytes = texts && (await stamp.write(texts));
    return bytes && { bytes, cells };
  };
}
