import { baselineNeeds } from '../../target/baseline-choice.ts';
import type { BaselineLayout } from '../../workbook/baseline-rows.ts';
import type { Layout } from '../../workbook/layout.ts';
import type { Baseline, WorkbookRequest } from '../../workbook/request.ts';
import { fractionBaseFormula, isFractionBase } from '../../workbook/percent-rows.ts';
import type { BaselineContext, BaselineRefs, BaselineRule, FoundInBaseline } from './baseline-rule.ts';
import { baselineRules } from './rules/index.ts';

/** A row of Số gốc and what the rules find in it. */
export interface JudgedBaseline {
  row: BaselineLayout['rows'][number];
  baseline: Baseline;
  context: BaselineContext;
  found: { rule: BaselineRule; findings: FoundInBaseline<unknown>[] }[];
}

/** Judges every baseline of a workbook; those made up for trying it out were given by nobody. */
export function judgeBaselines(request: WorkbookRequest, layout: Layout): JudgedBaseline[] {
  const { known, round, sample, plans } = request;
  const needs = baselineNeeds(plans);
  const given = sample ? null : (known.given ?? known);
  return layout.baselines.rows.map((row): JudgedBaseline => {
    const baseline = known.baseline(row.key);
    const context = {
      indicator: row.series.indicator,
      round,
      needed: needs.get(row.key)?.exactYears ?? [],
      isFraction: isFractionBase(request, layout, row.key, baseline),
      fractionFormula: (refs: BaselineRefs) => fractionBaseFormula(request, layout, row.key, refs),
      given: given?.baseline(row.key) ?? null,
    };
    const found = baselineRules.map((rule) => ({ rule, findings: rule.check(context, baseline) }));
    return { row, baseline, context, found };
  });
}

/** The rule that speaks beside a row, the first that finds something; null for none. */
export function foundIn({ found }: Pick<JudgedBaseline, 'found'>): BaselineRule | null {
  return found.find(({ findings }) => findings.length > 0)?.rule ?? null;
}
