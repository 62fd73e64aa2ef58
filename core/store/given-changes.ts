import { WHOLE } from '../exchange/tables.ts';
import { assignedKey, type Assignment } from '../planner/assignment/assignment.ts';
import { assignmentInForce } from '../planner/assignment/in-force.ts';
import type { BaselineRow } from '../planner/baseline/baseline.ts';
import type { LateCorrection } from './closing.ts';
import { figurePlace, type Entry } from './entry.ts';
import { givenAssignment, givenBaseline } from './given.ts';

/** What a planner gives that verdicts rest on, beside figures. */
export interface GivenForVerdicts {
  assignments: readonly Assignment[];
  baselines: readonly BaselineRow[];
}

/** In the place of a period: the value that was assigned for the year behind it. */
export const ASSIGNED = 'assigned:';

/**
 * What of baselines and assigned values is otherwise now than when a round was closed. Reasons are what the row that
 * says so now has newly of decision, source and note: what stood there before gives none for the change.
 * @param cutOff ISO date until which decisions are heard
 * @param cutOffNow the same of what is said now
 */
export function givenChanges(
  then: GivenForVerdicts,
  now: GivenForVerdicts,
  cutOff: string,
  cutOffNow: string = cutOff,
): LateCorrection[] {
  const [before, after] = [rowsOf(then, cutOff), rowsOf(now, cutOffNow)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): LateCorrection[] => {
    const [old, own] = [before.get(key) ?? null, after.get(key) ?? null];
    if (textOf(old) === textOf(own)) return [];
    const then = [old?.source, old?.reason];
    const said = own === null ? [] : [own.source, own.reason];
    const reasons = said.flatMap((one) => (one === null || one === '' || then.includes(one) ? [] : [one]));
    const { source } = own ?? old ?? { source: null };
    const given = { source: source === '' || (source !== null && reasons.includes(source)) ? null : source };
    return [{ key, before: stored(old), after: stored(own), isDisputed: false, reasons, given }];
  });
}

/** By unit, figure and year what holds. */
function rowsOf({ assignments, baselines }: GivenForVerdicts, cutOff: string): Map<string, Entry> {
  const rows = new Map<string, Entry>();
  for (const row of baselines) {
    const entry = givenBaseline(row, '');
    rows.set(figurePlace(entry), entry);
  }
  const assigned = new Map<string, [Assignment, ...Assignment[]]>();
  for (const row of assignments) {
    const key = [row.unit, row.indicator, row.stratum ?? WHOLE, `${ASSIGNED}${row.year}`].join('|');
    const before = assigned.get(key);
    if (before) before.push(row);
    else assigned.set(key, [row]);
  }
  for (const [key, [first, ...others]] of assigned) {
    const all = [first, ...others];
    const holding = assignmentInForce(all, first.unit, assignedKey(first), first.year, cutOff);
    if (holding) rows.set(key, givenAssignment(holding, ''));
  }
  return rows;
}

function textOf(entry: Entry | null): string {
  return entry === null ? '' : [entry.kind, entry.value, entry.unread].join('|');
}

/** Of no return: it is as the planner's files say. */
function stored(entry: Entry | null): LateCorrection['before'] {
  return entry && { ...entry, return: 0, row: 0 };
}
