import { assignedKey, type Assignment } from './assignment.ts';

/** Later than every date of a decision: asks for the last assignment there is. */
export const END_OF_TIME = '9999-12-31';

/** The last day of a year, as a cut-off. */
export function endOfYear(year: number): string {
  return `${year}-12-31`;
}

/**
 * The assignment in force at a date: the one with the latest `validFrom` that is not after it. Earlier ones
 * stay in the list and answer for earlier dates. Of two that begin on the same day the one that supersedes
 * the other holds.
 * @param key figure key, `indicator|stratum`
 * @param cutOff ISO date
 * @returns null when nothing had been assigned by then
 */
export function assignmentInForce(
  assignments: readonly Assignment[],
  unit: string,
  key: string,
  year: number,
  cutOff: string,
): Assignment | null {
  const begun = assignments.filter(
    (one) => one.unit === unit && one.year === year && one.validFrom <= cutOff && assignedKey(one) === key,
  );
  const latest = begun.reduce((date, { validFrom }) => (validFrom > date ? validFrom : date), '');
  const sameDay = begun.filter(({ validFrom }) => validFrom === latest);
  const superseded = new Set(sameDay.map(({ supersedes }) => supersedes));
  const last = sameDay.filter(({ decision }) => !superseded.has(decision)).at(-1);
  return last ?? sameDay.at(-1) ?? null;
}

/** Of every unit and figure what is in force at the end of a year, assigned for it. */
export function inForceIn(year: number, assignments: readonly Assignment[]): Assignment[] {
  const alike = new Map<string, Assignment[]>();
  for (const one of assignments) {
    if (one.year !== year) continue;
    const place = `${one.unit}|${assignedKey(one)}`;
    const found = alike.get(place);
    if (found) found.push(one);
    else alike.set(place, [one]);
  }
  return [...alike.values()].flatMap((ones) => {
    const [first] = ones;
    const last = first && assignmentInForce(ones, first.unit, assignedKey(first), year, endOfYear(year));
    return last ? [last] : [];
  });
}
