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
  const circles = inCircles(group, byDecision);
  for (const one of group) findings.push(...checkLink(one, byDecision, circles, placeOf));
  // With a broken link every contradiction would be reported a second time.
  if (findings.length > 0) return findings;
  const reaches = reachesOver(group, byDecision);
  group.forEach((one, at) => {
    const other = group.find(
      (earlier, before) =>
        before < at && !reaches(at, before) && !reaches(before, at) && differ(earlier, one),
    );
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
}

function checkLink(
  one: Assignment,
  byDecision: ByDecision,
  circles: ReadonlySet<Assignment>,
  placeOf: PlaceOf,
): Finding[] {
  const { decision, supersedes, validFrom } = one;
  if (supersedes === null) return [];
  const earlier = byDecision.get(supersedes);
  if (earlier === undefined) return [report('supersedes-missing', placeOf(one), { decision, supersedes })];
  if (circles.has(one)) return [report('supersedes-circle', placeOf(one), { decision, supersedes })];
  if (earlier.validFrom <= validFrom) return [];
  const dates = { validFrom, earlierFrom: earlier.validFrom };
  return [report('supersedes-order', placeOf(one), { decision, supersedes, ...dates })];
}

type ByDecision = ReadonlyMap<string, Assignment>;

function supersededBy({ supersedes }: Assignment, byDecision: ByDecision): Assignment | undefined {
  return supersedes === null ? undefined : byDecision.get(supersedes);
}

/** The decisions that come back to themselves over those they supersede; each is looked at once. */
function inCircles(group: readonly Assignment[], byDecision: ByDecision): Set<Assignment> {
  const metFrom = new Map<Assignment, Assignment>();
  const circles = new Set<Assignment>();
  for (const start of group) {
    let at: Assignment | undefined = start;
    for (; at !== undefined && !metFrom.has(at); at = supersededBy(at, byDecision)) metFrom.set(at, start);
    if (at === undefined || metFrom.get(at) !== start) continue;
    for (; at !== undefined && !circles.has(at); at = supersededBy(at, byDecision)) circles.add(at);
  }
  return circles;
}

/**
 * Whether one decision of a group, by its place, supersedes another over any number of steps, where none comes back
 * to itself: those that supersede it stand between where it was entered and left on a walk from the first on.
 */
function reachesOver(group: readonly Assignment[], byDecision: ByDecision) {
  const later = new Map<Assignment | undefined, Assignment[]>();
  for (const one of group) {
    const earlier = supersededBy(one, byDecision);
    const list = later.get(earlier);
    if (list) list.push(one);
    else later.set(earlier, [one]);
  }
  const entered = new Map<Assignment, number>();
  const left = new Map<Assignment, number>();
  const walk = (later.get(undefined) ?? []).map((one) => ({ one, isLeft: false }));
  for (let step = walk.pop(); step !== undefined; step = walk.pop()) {
    const { one, isLeft } = step;
    (isLeft ? left : entered).set(one, entered.size);
    if (!isLeft)
      walk.push({ one, isLeft: true }, ...(later.get(one) ?? []).map((next) => ({ one: next, isLeft })));
  }
  const [from, until] = [entered, left].map((places) => group.map((one) => places.get(one) ?? 0));
  return (one: number, other: number): boolean =>
    (from?.[other] ?? 0) < (from?.[one] ?? 0) && (until?.[one] ?? 0) <= (until?.[other] ?? 0);
}

function differ(left: Assignment, right: Assignment): boolean {
  return left.comparator !== right.comparator || compare(left.value, right.value) !== 0;
}
