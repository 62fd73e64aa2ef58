import { reporter } from '../../../finding.ts';
import { lintMessages } from '../../../messages/lint.ts';
import { sameSubject } from '../demand.ts';
import type { PlanRule } from '../rule.ts';

const report = reporter(lintMessages);

/** Kinds whose path starts from a baseline. */
const STARTING_KINDS = ['level', 'change', 'growth'];

/** Targets without a baseline: no path can be drawn to them until the planner enters one. */
export const noBaseline: PlanRule = {
  id: 'no-baseline',
  check: ({ plan, file }) => {
    const targets = plan.targets
      .filter(({ kind }) => STARTING_KINDS.includes(kind))
      .filter((target) => !plan.baselines.some((base) => base.kind === 'level' && sameSubject(target, base)))
      .map(({ id, citations }) => ({ id, line: citations[0].line }));
    return targets.length === 0 ? [] : [report('lint-no-baseline', { file }, { targets })];
  },
};
