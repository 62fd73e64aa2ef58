import { type Finding, type Place, reporter } from '../../base/finding.ts';
import { compare } from '../../base/number.ts';
import { assignmentMessages } from './messages.ts';
import { assignedKey, type Assignment } from './assignment.ts';

const report = reporter(assignmentMessages);

/** Where a row stands; its line is part of what messages say of it. */
export type PlaceOf = (assignment: Assignment) => Place;

/**
 * Checks that the decisions about one value follow each other: each stands once, what it supersedes is in
 * the file and not later, and two that differ are linked, directly or over others.
 */
export function checkSupersession(assignments: readonly Assignment[], placeOf: PlaceOf): Finding[] {
  const groups = new Map<string, Assignment[]>();
  for (const assignment of assignments) {
    const key = `${assignment.unit}|${assignedKey(assignment)}|${assignment.year}`;
    const group = groups.get(key);
    if (group) group.push(assignment);
    else groups.set(key, [assignment]);
  }
  return [...groups.values()].flatMap((group) => checkGroup(group, placeOf));
}

function checkGroup(group: readonly Assignment[], placeOf: PlaceOf): Finding[] {
  const findings: Finding[] = [];
  const byDecision = new Map<string, Assignment>();
  for (const one of group) {
    const first = byDecision.get(one.decision);
    if (first === undefined) byDecision.set(one.decision, one);
    else
      findings.push(
        report('assignment-twice', placeOf(one), { decision: one.decision, firstLine: lineOf(first) }),
      );
  }
  for (const one of group) findings.push(...checkLink(one, byDecision, placeOf));
  // With a broken link every contradiction would be reported a second time.
  if (findings.length > 0) return findings;
  group.forEach((one, at) => {
    const other = group
      .slice(0, at)
      .find((earlier) => differ(earlier, one) && !reaches(one, earlier) && !reaches(earlier, one));
    if (other === undefined) return;
    findings.push(
      report('assignment-contradiction', placeOf(one), {
        decision: one.decision,
        value: one.value,
        other: other.decision,
        otherValue: other.value,
        otherLine: lineOf(other),
      }),
    );
  });
  return findings;

  function lineOf(assignment: Assignment): number | null {
    return placeOf(assignment).line ?? null;
  }

  /** Whether one decision supersedes another, over any number of steps. */
  function reaches(from: Assignment, to: Assignment): boolean {
    return chainOf(from, byDecision).includes(to);
  }
}

function checkLink(
  one: Assignment,
  byDecision: ReadonlyMap<string, Assignment>,
  placeOf: PlaceOf,
): Finding[] {
  const { decision, supersedes, validFrom } = one;
  if (supersedes === null) return [];
  const earlier = byDecision.get(supersedes);
  if (earlier === undefined) return [report('supersedes-missing', placeOf(one), { decision, supersedes })];
  if (chainOf(one, byDecision).includes(one))
    return [report('supersedes-circle', placeOf(one), { decision, supersedes })];
  if (earlier.validFrom <= validFrom) return [];
  const dates = { validFrom, earlierFrom: earlier.validFrom };
  return [report('supersedes-order', placeOf(one), { decision, supersedes, ...dates })];
}

/** The decisions one supersedes, nearest first; ends where a circle closes. */
function chainOf(from: Assignment, byDecision: ReadonlyMap<string, Assignment>): Assignment[] {
  const chain: Assignment[] = [];
  let at = from.supersedes === null ? undefined : byDecision.get(from.supersedes);
  while (at !== undefined && !chain.includes(at)) {
    chain.push(at);
    at = at.supersedes === null ? undefined : byDecision.get(at.supersedes);
  }
  return chain;
}

function differ(left: Assignment, right: Assignment): boolean {
  return left.comparator !== right.comparator || compare(left.value, right.value) !== 0;
}
