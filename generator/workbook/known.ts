import { figureKey } from '../../core/target/series.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { Baseline, KnownFigures } from '../../core/workbook/request.ts';

/** What plans themselves say of the present state: figures their documents print as reached. */
export function figuresOfPlans(plans: readonly Plan[]): KnownFigures {
  const titles = new Map(plans.map(({ file }) => [file.id, file.title]));
  const baselines = new Map<string, Baseline>();
  for (const statement of plans.flatMap((plan) => plan.baselines)) {
    const { indicator, stratum, kind, value, yearTo, comparator, citations } = statement;
    // "trên 5 %" and yearly changes are no level to start a path from.
    if (kind !== 'level' || comparator !== '=' || value === null) continue;
    baselines.set(figureKey(indicator.id, stratum?.id ?? null), {
      year: yearTo,
      value,
      source: `${titles.get(statement.plan) ?? statement.plan}, dòng ${citations[0].line}`,
    });
  }
  return {
    figure: () => null,
    baseline: (key) => baselines.get(key) ?? { year: null, value: null, source: null },
  };
}
