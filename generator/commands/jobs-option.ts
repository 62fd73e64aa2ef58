import { InvalidArgumentError } from 'commander';

/** A number of files at once; more than this no machine of an office has cores for. */
const MOST_JOBS = 64;

/** Reads how many pieces of work a user wants done at once. */
export function jobsFrom(text: string): number {
  const jobs = /^\d{1,3}$/u.test(text) ? Number(text) : 0;
  if (jobs < 1 || jobs > MOST_JOBS)
    throw new InvalidArgumentError(`Hãy ghi một số nguyên từ 1 đến ${MOST_JOBS} (a whole number).`);
  return jobs;
}
