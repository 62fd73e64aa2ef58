import type { KnownBaseline } from '../planner/baseline/baseline.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Finding, Place } from '../base/finding.ts';
import { type Locate, type Path, placeAt } from '../base/locate.ts';
import type { NamedTarget } from './messages.ts';
import { shownFigure } from '../target/figure-text.ts';
import type { IndicatorStatement, Plan, Statement } from '../plan/model.ts';

/** A plan with what is needed to point into its file. */
export interface LintPlan {
  plan: Plan;
  /** Name of the plan file, for findings. */
  file: string;
  /** Name of its document, for findings. */
  sourceFile: string;
  locate: Locate;
}

/** What a rule may look at besides the plan it judges. */
export interface LintContext {
  catalogue: Catalogue;
  /** Every plan that loads, the judged one included. */
  plans: readonly LintPlan[];
  /** Baselines the planner has gathered beside the plans. */
  baselines: readonly KnownBaseline[];
}

/** One check of a plan; it knows nothing of the other rules. */
export interface PlanRule {
  /** The name of its file. */
  id: string;
  check: (linted: LintPlan, context: LintContext) => Finding[];
}

const LISTS = { target: 'targets', baseline: 'baselines', deadline: 'deadlines' } as const;

/** The place of a statement in its plan file. */
export function placeOf({ plan, file, locate }: LintPlan, statement: Statement, ...field: string[]): Place {
  const list = LISTS[statement.role];
  const index = plan.file[list].findIndex(({ id }) => id === statement.id);
  const path: Path = [list, index, ...field];
  return placeAt(file, locate, path);
}

/** A target as messages name it. */
export function nameTarget(target: IndicatorStatement): NamedTarget {
  const { plan, id, indicator, yearFrom, yearTo, citations } = target;
  return {
    plan,
    id,
    name: indicator.name,
    figure: shownFigure(target),
    yearFrom,
    yearTo,
    line: citations[0].line,
  };
}
