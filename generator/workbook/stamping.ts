import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { NotComputed } from '../../core/sheet/evaluate/value.ts';
import { NotStamped } from '../../core/template/mould/not-stamped.ts';
import { unitMould, type UnitWorkbook } from '../../core/template/mould/unit-mould.ts';
import { packageParts } from '../../formats/xlsx/write/package-parts.ts';
import { stampOf } from '../../formats/xlsx/write/stamp.ts';
import { inputCellsOf, type InputCells, modelOf, requestOf, sharedBy, type WorkbookJob } from './jobs.ts';

/** A workbook that was made from what it shares with others, or why it cannot be had that way. */
export type Stamped = { bytes: Uint8Array; cells: InputCells } | { bytes: null; why: string };

/** Makes a workbook from what it shares with others. */
export type Stamping = (job: WorkbookJob) => Promise<Stamped>;

/**
 * A stamp of workbooks that are alike. It is used where it gives a few of the units what they get by themselves, part
 * by part: those given, and the first of each set of heights that names of units give the rows.
 * @param some of the jobs, of names short and long
 */
export async function stampingFor(some: readonly WorkbookJob[], catalogue: Catalogue): Promise<Stamping> {
  const stamping = await orWhy(() => provenStamping(some, catalogue));
  if (typeof stamping === 'string') return () => Promise.resolve({ bytes: null, why: stamping });
  return async (job) => {
    const stamped = await orWhy(() => stamping(job));
    return typeof stamped === 'string' ? { bytes: null, why: stamped } : stamped;
  };
}

/** @throws NotStamped, NotComputed where there is no such stamp; what it returns, where a workbook is not had from it */
async function provenStamping(
  some: readonly WorkbookJob[],
  catalogue: Catalogue,
): Promise<(job: WorkbookJob) => Promise<Exclude<Stamped, { bytes: null }>>> {
  const [first] = some;
  if (first === undefined) throw new NotStamped('no workbook');
  const shared = sharedBy(first, catalogue);
  const knownOf = (job: WorkbookJob) => requestOf(job, catalogue, shared).known;
  const mould = unitMould(requestOf(first, catalogue, shared));
  const { model, naming: texts, changeable: cells, standIns: marks } = mould;
  const stamp = await stampOf(model, { texts, cells, marks });
  if (stamp === null) throw new NotStamped('the name of the unit stands where it cannot be changed');
  /** The part that differs, by the heights of rows; null where none does. */
  const proven = new Map<string, string | null>();
  const prove = async (job: WorkbookJob, changes: UnitWorkbook) => {
    const stamped = stamp.parts(changes);
    const alone = await packageParts(modelOf(job, catalogue));
    const other = [...alone].find(([name, text]) => stamped?.get(name) !== text)?.[0] ?? null;
    const heights = JSON.stringify(changes.named);
    proven.set(heights, proven.get(heights) ?? other);
  };
  for (const job of some) {
    const changes = await orWhy(() => mould.workbookOf(job.unit, knownOf(job)));
    if (typeof changes !== 'string') await prove(job, changes);
  }
  const counts = inputCellsOf(first, catalogue);
  return async (job) => {
    const changes = mould.workbookOf(job.unit, knownOf(job));
    const heights = JSON.stringify(changes.named);
    if (!proven.has(heights)) await prove(job, changes);
    const other = proven.get(heights) ?? null;
    if (other !== null) throw new NotStamped(`${other} would differ`);
    const bytes = await stamp.write(changes);
    if (bytes === null) throw new NotStamped('two texts of the workbook are one');
    return { bytes, cells: counts };
  };
}

/** What is made, or in words why it cannot be. */
async function orWhy<Made>(make: () => Made | Promise<Made>): Promise<Made | string> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof NotComputed || error instanceof NotStamped) return error.message;
    throw error;
  }
}
