import type { Plan } from '../../core/plan/model.ts';
import type { WorkbookJob } from './jobs.ts';
import { filesOf } from './known.ts';

/** A job as it is sent to a worker: its plans by their place, of what the planner gave only what it can hold. */
export interface SentJob extends Omit<WorkbookJob, 'plans'> {
  plans: readonly [number, ...number[]];
}

/** The plans of jobs, each once, and what makes a job ready to be sent to who has them. */
export function sender(jobs: readonly WorkbookJob[]): {
  plans: readonly Plan[];
  sent: (job: WorkbookJob) => SentJob;
} {
  const plans = [...new Set(jobs.flatMap((job) => job.plans))];
  const places = new Map(plans.map((plan, at) => [plan, at]));
  return {
    plans,
    sent(job) {
      const [first, ...others] = job.plans.map((plan) => places.get(plan) ?? 0);
      return { ...job, plans: [first ?? 0, ...others], files: filesOf(job) };
    },
  };
}

/**
 * A job as it was before it was sent.
 * @throws RangeError where a plan is not among those
 */
export function receivedJob(sent: SentJob, plans: readonly Plan[]): WorkbookJob {
  const [first, ...others] = sent.plans.map((at) => {
    const plan = plans[at];
    if (plan === undefined) throw new RangeError(`There is no plan ${at}.`);
    return plan;
  });
  if (first === undefined) throw new RangeError(`${sent.name} has no plan.`);
  return { ...sent, plans: [first, ...others] };
}
