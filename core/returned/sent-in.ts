import { parsePeriod } from '../period/period.ts';

/** Returns of a round are corrected until the figures of a plan's whole term are closed. A convention. */
export const LATEST_YEARS = 5;

/**
 * Whether a return of a round may have been sent on a day. Nothing here knows what day it is; what lies this far
 * behind the round is a slip of the hand on any day.
 * @param day as YYYY-MM-DD
 * @param round SDMX period
 */
export function isSentIn(day: string, round: string): boolean {
  const period = parsePeriod(round);
  return period === null || Number(day.slice(0, 4)) <= period.year + LATEST_YEARS;
}
