import { workerData } from 'node:worker_threads';
import { type MadeWorkbook, workbookMaker, type WorkerOrder, type WorkerPiece } from './make-many.ts';
import { receivedJob } from './sent-job.ts';

const { plans, catalogue, groups } = workerData as WorkerOrder;
const make = workbookMaker(
  groups.map((group) => group.map((job) => receivedJob(job, plans))),
  catalogue,
);

/** Makes one workbook in a thread of its own. */
export default async function work({ at, job, group }: WorkerPiece): Promise<MadeWorkbook> {
  return { at, ...(await make(receivedJob(job, plans), group)) };
}
