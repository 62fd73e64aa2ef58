import { type Finding, reporter } from '../../base/finding.ts';
import { lintMessages } from '../messages.ts';
import type { IndicatorStatement } from '../../plan/model.ts';
import { asksLess, demandOf, sameSubject } from '../demand.ts';
import { type LintPlan, type PlanRule, nameTarget, placeOf } from '../rule.ts';
import { kindOf } from '../../target/kinds/index.ts';

const report = reporter(lintMessages);

/** Targets of one plan that cannot both be meant: two figures for one time, or a later one that is worse. */
export const contradiction: PlanRule = {
  id: 'contradiction',
  check: (linted) => {
    const { targets } = linted.plan;
    return targets.flatMap((target, index) =>
      targets
        .slice(0, index)
        .filter((other) => sameSubject(target, other))
        .flatMap((other) => comparePair(linted, target, other)),
    );
  },
};

function comparePair(linted: LintPlan, target: IndicatorStatement, other: IndicatorStatement): Finding[] {
  const place = placeOf(linted, target);
  if (target.kind === other.kind && overlaps(target, other)) {
    const code = sameFigure(target, other) ? 'lint-stated-twice' : 'lint-contradiction';
    return [report(code, place, { target: nameTarget(target), other: nameTarget(other) })];
  }
  // A lower yearly amount or pace in a later period is a choice; a level once reached is not given up.
  if (!kindOf(target).isStanding || !kindOf(other).isStanding) return [];
  return [...worseThan(linted, target, other), ...worseThan(linted, other, target)];
}

function worseThan(linted: LintPlan, later: IndicatorStatement, earlier: IndicatorStatement): Finding[] {
  const laterDemand = demandOf(later);
  const earlierDemand = demandOf(earlier);
  if (laterDemand === null || earlierDemand === null || earlierDemand.from > laterDemand.to) return [];
  if (!asksLess(laterDemand.bound, earlierDemand.bound, laterDemand.direction)) return [];
  const data = { target: nameTarget(later), earlier: nameTarget(earlier) };
  return [report('lint-later-is-worse', placeOf(linted, later), data)];
}

function overlaps(left: IndicatorStatement, right: IndicatorStatement): boolean {
  if (left.yearTo === null || right.yearTo === null) return false;
  const leftFrom = left.yearFrom ?? left.yearTo;
  const rightFrom = right.yearFrom ?? right.yearTo;
  return leftFrom <= right.yearTo && rightFrom <= left.yearTo;
}

function sameFigure(left: IndicatorStatement, right: IndicatorStatement): boolean {
  return (
    left.comparator === right.comparator &&
    left.value === right.value &&
    left.low === right.low &&
    left.high === right.high
  );
}
