import { workerData } from 'node:worker_threads';
import { type MadeWorkbook, type MakingOrder, workbookMaker } from './make-many.ts';

const { jobs, catalogue } = workerData as MakingOrder;
const make = workbookMaker(jobs, catalogue);

/** Makes one workbook in a thread of its own. */
export default async function work(at: number): Promise<MadeWorkbook> {
  const job = jobs[at];
  if (job === undefined) throw new RangeError(`There is no job ${at}.`);
  return make(job);
}
