import type { SeriesRefs, SeriesValues } from '../../target/kind.ts';
import type { Series } from '../../target/series.ts';
import type { FigureOutcome } from '../figure/figure-rule.ts';
import type { RuleDefinition } from '../rule.ts';

/** A rule over a series in the year of the round, its function and its Excel formula side by side. */
export interface SeriesRule<In = never, Out = unknown> extends RuleDefinition<In> {
  appliesTo: (series: Series, year: number) => boolean;
  check: (series: Series, values: SeriesValues, year: number) => FigureOutcome<Out>;
  /** TRUE where the check fails, FALSE otherwise; null where the sheet has no cells for it. */
  formula: (series: Series, refs: SeriesRefs, year: number) => string | null;
}

/** A rule as its own file defines it. */
export type SeriesRuleOf<Data> = SeriesRule<Data, Data>;
