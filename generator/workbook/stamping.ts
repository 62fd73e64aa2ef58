import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { NotComputed } from '../../core/sheet/evaluate/value.ts';
import { unitMould, type UnitMould, type UnitWorkbook } from '../../core/template/mould/unit-mould.ts';
import type { WorkbookRequest } from '../../core/workbook/request.ts';
import { packageParts } from '../../formats/xlsx/write/package-parts.ts';
import { stampOf } from '../../formats/xlsx/write/stamp.ts';
import { inputCellsOf, type InputCells, modelOf, requestOf, sharedBy, type WorkbookJob } from './jobs.ts';

/** Makes a workbook from what it shares with others; null where it cannot be had that way. */
export type Stamping = (job: WorkbookJob) => Promise<{ bytes: Uint8Array; cells: InputCells } | null>;

/**
 * A stamp of workbooks that are alike. It is used where it gives a few of the units what they get by themselves, part
 * by part: those given, and the first of each set of heights that names of units give the rows.
 * @param some of the jobs, of names short and long
 * @returns null where there is no such stamp
 */
export async function stampingFor(
  some: readonly WorkbookJob[],
  catalogue: Catalogue,
): Promise<Stamping | null> {
  const [first] = some;
  if (first === undefined) return null;
  const shared = sharedBy(first, catalogue);
  const knownOf = (job: WorkbookJob) => requestOf(job, catalogue, shared).known;
  const mould = mouldOf(requestOf(first, catalogue, shared));
  if (mould === null) return null;
  const { model, naming: texts, changeable: cells, standIns: marks } = mould;
  const stamp = await stampOf(model, { texts, cells, marks });
  if (stamp === null) return null;
  const proven = new Map<string, boolean>();
  const prove = async (job: WorkbookJob, changes: UnitWorkbook) => {
    const stamped = stamp.parts(changes);
    const alone = await packageParts(modelOf(job, catalogue));
    const isSame = stamped !== null && [...alone].every(([name, text]) => stamped.get(name) === text);
    const heights = JSON.stringify(changes.named);
    proven.set(heights, isSame && (proven.get(heights) ?? true));
  };
  for (const job of some) {
    const changes = mould.workbookOf(job.unit, knownOf(job));
    if (changes !== null) await prove(job, changes);
  }
  const counts = inputCellsOf(first, catalogue);
  return async (job) => {
    const changes = mould.workbookOf(job.unit, knownOf(job));
    if (changes === null) return null;
    const heights = JSON.stringify(changes.named);
    if (!proven.has(heights)) await prove(job, changes);
    const bytes = proven.get(heights) === true ? await stamp.write(changes) : null;
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
