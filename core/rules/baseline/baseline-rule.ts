import type { Indicator } from '../../catalogue/schema.ts';
import type { Baseline } from '../../workbook/request.ts';
import type { RuleDefinition } from '../rule.ts';

/** What is known about a row of Số gốc without looking into its cells. */
export interface BaselineContext {
  indicator: Indicator;
  /** Year of the round reported in. */
  round: number;
  /** The years a change or growth is counted from; none where only levels start from it. */
  needed: readonly number[];
  /** Whether its value was stored as a fraction, see `isFractionBase`; and the same in Excel, null where it never is. */
  isFraction: boolean;
  fractionFormula: ((refs: BaselineRefs) => string | null) | null;
  /** What the planner filled in; null for nothing. */
  given: Baseline | null;
}

/** References to the cells of a row. */
export type BaselineRefs = Readonly<Record<keyof Baseline, string>>;

/** What is wrong with a baseline, and in which of its cells. */
export interface FoundInBaseline<Data> {
  at: 'year' | 'value';
  found: number | null;
  data: Data;
}

/** A rule over one row of Số gốc, its TypeScript function and its Excel formula side by side. */
export interface BaselineRule<In = never, Out = unknown> extends RuleDefinition<In & { name: string }> {
  severity: 'error' | 'note';
  /** What stands beside the row on the sheet where the rule finds something. */
  word: string;
  check: (context: BaselineContext, baseline: Baseline) => FoundInBaseline<Out>[];
  /** TRUE where the check finds something, FALSE otherwise, never an error; null where it never does. */
  formula: (context: BaselineContext, refs: BaselineRefs) => string | null;
}

/** A rule as its own file defines it; whose baseline it is is said in every message. */
export type BaselineRuleOf<Data> = BaselineRule<Data, Data>;
