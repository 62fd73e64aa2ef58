import { type Finding, reporter } from '../../base/finding.ts';
import { lintMessages } from '../messages.ts';
import type { IndicatorStatement } from '../../plan/model.ts';
import { areComparable, asksLess, demandOf, sameSubject } from '../demand.ts';
import { type LintPlan, type PlanRule, nameTarget, placeOf } from '../rule.ts';

const report = reporter(lintMessages);

/**
 * Targets that ask for less than an earlier plan of the same province asked for the same year or before.
 * Of each earlier plan only the last such target counts: an older one may have been overtaken by it.
 */
export const belowEarlierPlan: PlanRule = {
  id: 'below-earlier-plan',
  check: (linted, { plans }) =>
    linted.plan.targets.flatMap((target) =>
      nearestWith(target, plans, linted).flatMap((earlier) => compareWith(earlier, target, linted)),
    ),
};

/**
 * The latest earlier plan that has a target of the same subject to compare with, before any that has only a related one:
 * what an older plan asked for has been overtaken by it.
 */
function nearestWith(
  target: IndicatorStatement,
  plans: readonly LintPlan[],
  linted: LintPlan,
): readonly LintPlan[] {
  const earlier = plans
    .filter((other) => isEarlier(other, linted))
    .sort((one, other) => (one.plan.file.date > other.plan.file.date ? -1 : 1));
  const same = earlier.find(({ plan }) =>
    plan.targets.some((other) => sameSubject(target, other) && areComparable(target, other)),
  );
  const related = earlier.find(({ plan }) => plan.targets.some((other) => isRelated(target, other)));
  const nearest = same ?? related;
  return nearest === undefined ? [] : [nearest];
}

function isEarlier(other: LintPlan, linted: LintPlan): boolean {
  const [theirs, ours] = [other.plan.file, linted.plan.file];
  return theirs.province === ours.province && theirs.id !== ours.id && theirs.date < ours.date;
}

function compareWith(earlierPlan: LintPlan, target: IndicatorStatement, linted: LintPlan): Finding[] {
  const same = earlierPlan.plan.targets.filter((other) => sameSubject(target, other));
  const exceeded = lastExceeded(target, same);
  if (exceeded !== null) {
    return [
      report('lint-below-earlier-plan', placeOf(linted, target), {
        target: nameTarget(target),
        earlier: nameTarget(exceeded),
      }),
    ];
  }
  if (same.some((other) => areComparable(target, other))) return [];
  const related = earlierPlan.plan.targets.filter((other) => isRelated(target, other));
  const exceededRelated = lastExceeded(target, related);
  if (exceededRelated === null) return [];
  return [
    report('lint-below-related-target', placeOf(linted, target), {
      target: nameTarget(target),
      earlier: nameTarget(exceededRelated),
    }),
  ];
}

/** The last of the earlier targets due by the year of the target, when it asked for more. */
function lastExceeded(
  target: IndicatorStatement,
  earlier: readonly IndicatorStatement[],
): IndicatorStatement | null {
  const demand = demandOf(target);
  if (demand === null) return null;
  const due = earlier
    .filter((other) => areComparable(target, other) && other.direction === target.direction)
    .map((other) => ({ other, demand: demandOf(other) }))
    .flatMap((entry) => (entry.demand === null ? [] : [{ other: entry.other, demand: entry.demand }]))
    .filter((entry) => entry.demand.from <= demand.to);
  const last = Math.max(...due.map((entry) => Math.min(entry.demand.to, demand.to)));
  const exceeded = due.find(
    (entry) =>
      Math.min(entry.demand.to, demand.to) === last &&
      asksLess(demand.bound, entry.demand.bound, demand.direction),
  );
  return exceeded?.other ?? null;
}

function isRelated(left: IndicatorStatement, right: IndicatorStatement): boolean {
  const names = (one: IndicatorStatement, other: IndicatorStatement): boolean =>
    (one.indicator.relatedTo ?? []).some(({ indicator }) => indicator === other.indicator.id);
  return (
    left.stratum?.id === right.stratum?.id &&
    left.indicator.unit === right.indicator.unit &&
    (names(left, right) || names(right, left))
  );
}
