import { reporter } from '../../base/finding.ts';
import type { IndicatorStatement } from '../../plan/model.ts';
import { unitsThen } from '../../plan/on-date.ts';
import { inheritedTags } from '../../unit/former.ts';
import { lintMessages } from '../messages.ts';
import { type PlanRule, placeOf } from '../rule.ts';

const report = reporter(lintMessages);

/**
 * Communes made of ground inside and outside a group of districts that the plan has targets for: the links do not
 * say whether they belong to it, and nobody has said it.
 */
export const stratumMembersMixed: PlanRule = {
  id: 'stratum-members-mixed',
  check: (linted) => {
    const { plan } = linted;
    const byTag = new Map<string, IndicatorStatement>();
    for (const target of plan.targets) {
      const tag = target.stratum?.tag;
      if (tag !== undefined && target.yearTo !== null && !byTag.has(tag)) byTag.set(tag, target);
    }
    const { mixed } = inheritedTags(plan.units, [...byTag.keys()]);
    return [...byTag].flatMap(([tag, target]) => {
      const then = unitsThen(plan, `${target.yearTo ?? plan.file.period.to}-12-31`);
      const open = mixed.filter(
        (one) => one.tag === tag && then.includes(one.unit) && !one.unit.tags.includes(tag),
      );
      const { stratum } = target;
      if (stratum === null || open.length === 0) return [];
      const units = open.map(({ unit }) => `${unit.name} (${unit.id})`);
      return [
        report('lint-stratum-members-mixed', placeOf(linted, target), { stratum: stratum.name, units }),
      ];
    });
  },
};
