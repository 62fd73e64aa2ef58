import { reporter } from '../../base/finding.ts';
import { lintMessages } from '../messages.ts';
import { saysPointsOrPercent, secondReader } from '../second-reading.ts';
import { nameTarget, placeOf, type PlanRule } from '../rule.ts';

const report = reporter(lintMessages);

/** Shares that "rise by 20 %", which may be points or a part of what they were, until `readAs` has the answer. */
export const pointsOrPercent: PlanRule = {
  id: 'points-or-percent',
  check: (linted, { catalogue }) => {
    const reader = secondReader(linted.plan, catalogue);
    return linted.plan.targets
      .filter((target) => saysPointsOrPercent(target, reader))
      .filter(({ id }) => linted.plan.file.targets.find((one) => one.id === id)?.readAs?.kind === undefined)
      .map((target) =>
        report('lint-points-or-percent', placeOf(linted, target), {
          target: nameTarget(target),
          quote: target.citations[0].quote,
        }),
      );
  },
};
