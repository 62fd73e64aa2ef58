import { reporter } from '../../../finding.ts';
import { lintMessages } from '../../../messages/lint.ts';
import { figureKey } from '../../../target/series.ts';
import { sameSubject } from '../demand.ts';
import type { PlanRule } from '../rule.ts';

const report = reporter(lintMessages);

/** Kinds whose path starts from a baseline. */
const STARTING_KINDS = ['level', 'change', 'growth'];

/**
 * Targets whose baseline neither the document nor the planner's baseline file gives for the province: no path
 * can be drawn to them until somebody enters one.
 */
export const noBaseline: PlanRule = {
  id: 'no-baseline',
  check: ({ plan, file }, { baselines }) => {
    const gathered = new Set(
      baselines
        .filter(({ unit }) => unit === plan.file.province)
        .map(({ indicator, stratum }) => figureKey(indicator, stratum)),
    );
    const targets = plan.targets
      .filter(({ kind }) => STARTING_KINDS.includes(kind))
      .filter((target) => !plan.baselines.some((base) => base.kind === 'level' && sameSubject(target, base)))
      .filter(({ indicator, stratum }) => !gathered.has(figureKey(indicator.id, stratum?.id ?? null)))
      .map(({ id, citations }) => ({ id, line: citations[0].line }));
    return targets.length === 0 ? [] : [report('lint-no-baseline', { file }, { targets })];
  },
};
