import { figureKey } from '../../core/target/series.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { Baseline, KnownFigures } from '../../core/workbook/request.ts';

/** What a plan itself says of the present state: figures its document prints as reached. */
export function figuresOfPlan(plan: Plan): KnownFigures {
  const baselines = new Map<string, Baseline>();
  for (const { indicator, stratum, kind, value, yearTo, comparator, citations } of plan.baselines) {
    // "trên 5 %" and yearly changes are no level to start a path from.
    if (kind !== 'level' || comparator !== '=' || value === null) continue;
    baselines.set(figureKey(indicator.id, stratum?.id ?? null), {
      year: yearTo,
      value,
      source: `${plan.file.title}, dòng ${citations[0].line}`,
    });
  }
  return {
    figure: () => null,
    baseline: (key) => baselines.get(key) ?? { year: null, value: null, source: null },
  };
}
