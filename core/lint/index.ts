import type { Finding } from '../base/finding.ts';
import type { LintContext, LintPlan, PlanRule } from './rule.ts';
import { belowEarlierPlan } from './rules/below-earlier-plan.ts';
import { contradiction } from './rules/contradiction.ts';
import { districtsEnded } from './rules/districts-ended.ts';
import { noBaseline } from './rules/no-baseline.ts';
import { noUnitBelow } from './rules/no-unit-below.ts';
import { pointsOrPercent } from './rules/points-or-percent.ts';
import { secondReaderRule } from './rules/second-reader.ts';
import { stratumMembersMixed } from './rules/stratum-members-mixed.ts';
import { stratumWithoutMembers } from './rules/stratum-without-members.ts';
import { unexplainedNumber } from './rules/unexplained-number.ts';
import { yearNotPrinted } from './rules/year-not-printed.ts';

/** Every rule of `plan lint`, in the order of the report. */
export const planRules: readonly PlanRule[] = [
  contradiction,
  belowEarlierPlan,
  districtsEnded,
  stratumWithoutMembers,
  stratumMembersMixed,
  noUnitBelow,
  noBaseline,
  secondReaderRule,
  pointsOrPercent,
  yearNotPrinted,
  unexplainedNumber,
];

/** Runs every rule over one plan. */
export function lintPlan(linted: LintPlan, context: LintContext): Finding[] {
  return planRules.flatMap((rule) => rule.check(linted, context));
}
