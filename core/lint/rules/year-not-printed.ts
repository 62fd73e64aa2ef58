import { reporter } from '../../base/finding.ts';
import { lintMessages } from '../messages.ts';
import type { PlanRule } from '../rule.ts';

const report = reporter(lintMessages);

/** Targets that take their year from the plan's period, because neither sentence nor heading prints one. */
export const yearNotPrinted: PlanRule = {
  id: 'year-not-printed',
  check: ({ plan, file }) => {
    const targets = plan.targets
      .filter(({ yearBasis }) => yearBasis === 'period' || yearBasis === 'none')
      .map(({ id, citations }) => ({ id, line: citations[0].line }));
    return targets.length === 0 ? [] : [report('lint-year-not-printed', { file }, { targets })];
  },
};
