import { reporter } from '../../base/finding.ts';
import { unitsThen } from '../../plan/on-date.ts';
import { lintMessages } from '../messages.ts';
import { type PlanRule, nameTarget, placeOf } from '../rule.ts';

const report = reporter(lintMessages);

/** Targets of a group of units that has no member when they are due: nobody reports for it, nothing is judged. */
export const stratumWithoutMembers: PlanRule = {
  id: 'stratum-without-members',
  check: (linted) =>
    linted.plan.targets.flatMap((target) => {
      const { stratum, yearTo } = target;
      const tag = stratum?.tag;
      if (stratum === null || tag === undefined || yearTo === null) return [];
      const date = `${yearTo}-12-31`;
      if (unitsThen(linted.plan, date).some(({ tags }) => tags.includes(tag))) return [];
      const last = linted.plan.units
        .filter(({ tags }) => tags.includes(tag))
        .map(({ validTo }) => validTo ?? date)
        .sort()
        .at(-1);
      const data = { target: nameTarget(target), stratum: stratum.name, date, last: last ?? null };
      return [report('lint-stratum-without-members', placeOf(linted, target), data)];
    }),
};
