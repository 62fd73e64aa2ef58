import { parsePeriod } from '../period/period.ts';

/** Returns of a round are corrected until the figures of a plan's whole term are closed. A convention. */
export const LATEST_YEARS = 5;

/** Whether a return of a round may have been sent on a day; else why not. */
export type SentIn = 'yes' | 'before' | 'late';

/**
 * Whether a return of a round may have been sent on a day. Nothing here knows what day it is; what lies before the
 * year of the round, or this far behind it, is a slip of the hand on any day.
 * @param day as YYYY-MM-DD
 * @param round SDMX period
 */
export function sentIn(day: string, round: string): SentIn {
  const period = parsePeriod(round);
  if (period === null) return 'yes';
  const year = Number(day.slice(0, 4));
  if (year < period.year) return 'before';
  return year > period.year + LATEST_YEARS ? 'late' : 'yes';
}
