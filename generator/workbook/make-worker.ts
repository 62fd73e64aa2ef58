import { workerData } from 'node:worker_threads';
import type { WorkbookJob } from './jobs.ts';
import {
  type MadeWorkbook,
  workbookMaker,
  type SentJob,
  type WorkerOrder,
  type WorkerPiece,
} from './make-many.ts';

const { plans, catalogue, groups } = workerData as WorkerOrder;
const make = workbookMaker(
  groups.map((group) => group.map(jobOf)),
  catalogue,
);

/** Makes one workbook in a thread of its own. */
export default async function work({ at, job, group }: WorkerPiece): Promise<MadeWorkbook> {
  return { at, ...(await make(jobOf(job), group)) };
}

function jobOf(sent: SentJob): WorkbookJob {
  const [first, ...others] = sent.plans.map((at) => {
    const plan = plans[at];
    if (plan === undefined) throw new RangeError(`There is no plan ${at}.`);
    return plan;
  });
  if (first === undefined) throw new RangeError(`${sent.name} has no plan.`);
  return { ...sent, plans: [first, ...others] };
}
