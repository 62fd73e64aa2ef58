import type { LateCorrection } from '../store/closing.ts';
import { ASSIGNED, givenChanges, type GivenForVerdicts } from '../store/given-changes.ts';
import { parseRowKey } from '../observation/key.ts';
import type { EarlierFigure } from './earlier.ts';

/** What is compared of the planner's baselines and assigned values. */
export interface GivenCompared {
  /** As the last round was judged by; null where nobody kept it. */
  then: GivenForVerdicts | null;
  now: GivenForVerdicts;
  /** ISO dates until which decisions were heard in the last round, and are in the new one. */
  cutOffs: { then: string; now: string };
  /** Year of the new round: what is assigned for it is new, and no change. */
  year: number;
  /** Earlier figures, baselines that returns brought among them. */
  earlier: readonly EarlierFigure[];
}

/**
 * The planner's baselines and assigned values that are others in the new workbooks than they were in the last round.
 * Where the store kept none of that time, baselines are held against those that returns brought, and assigned values
 * are what the same file said by the last round's cut-off.
 */
export function givenChanged({ then, now, cutOffs, year, earlier }: GivenCompared): LateCorrection[] {
  const returned = { assignments: [], baselines: baselinesIn(earlier) };
  const ofReturns = givenChanges(returned, { ...now, assignments: [] }, cutOffs.then).filter(
    ({ before, after }) => before !== null && after !== null,
  );
  const before = then ?? { assignments: now.assignments, baselines: now.baselines };
  const ofFiles = givenChanges(before, now, cutOffs.then, cutOffs.now).filter(
    (one) => one.before !== null || assignedYear(one) < year,
  );
  return [...new Map([...ofReturns, ...ofFiles].map((one) => [one.key, one])).values()];
}

/** The year a value was assigned for; none of a baseline. */
function assignedYear({ key }: LateCorrection): number {
  const time = key.split('|')[3] ?? '';
  return time.startsWith(ASSIGNED) ? Number(time.slice(ASSIGNED.length)) : Infinity;
}

function baselinesIn(earlier: readonly EarlierFigure[]): GivenForVerdicts['baselines'] {
  return earlier.flatMap(({ kind, unit, key, period, value, source }) => {
    const of = parseRowKey(key);
    if (kind !== 'baseline' || of === null || value === null) return [];
    const parts = { numerator: null, denominator: null };
    return [{ unit, ...of, year: Number(period), value: Number(value), ...parts, source }];
  });
}
