import type { RawCell } from './cell.ts';
import { notEvaluable, type FigureOutcome, type FigureRule } from './figure-rule.ts';
import { figureRules } from './rules.ts';
import type { FigureContext, FigureSurroundings } from './surroundings.ts';

/** The rules that have anything to say about a figure: of an earlier year only those about its form. */
export function rulesFor(context: FigureContext): FigureRule[] {
  return figureRules.filter((rule) => (context.ofRound || rule.scope === 'form') && rule.appliesTo(context));
}

/** What every rule says of a figure; one that another has already said it for is not evaluable. */
export function judgeFigure(
  context: FigureContext,
  values: FigureSurroundings<RawCell>,
): { rule: FigureRule; result: FigureOutcome<unknown> }[] {
  const alone = rulesFor(context).map((rule) => ({ rule, result: rule.check(context, values) }));
  const failed = new Set(
    alone.flatMap(({ rule, result }) => (result.outcome === 'failed' ? [rule.code] : [])),
  );
  return alone.map(({ rule, result }) => {
    const isSilenced = result.outcome === 'failed' && rule.silencedBy.some((code) => failed.has(code));
    return { rule, result: isSilenced ? notEvaluable : result };
  });
}

/** The finding of a rule as {@link judgeFigure} gives it: TRUE where the rule fails and no other has said it. */
export function figureFormula(
  rule: FigureRule,
  context: FigureContext,
  refs: FigureSurroundings<string>,
): string | null {
  const own = rule.formula(context, refs);
  if (own === null) return null;
  const louder = rulesFor(context)
    .filter(({ code }) => rule.silencedBy.includes(code))
    .flatMap((other) => other.formula(context, refs) ?? []);
  if (louder.length === 0) return own;
  return `AND(${own},NOT(${louder.length === 1 ? louder.join('') : `OR(${louder.join(',')})`}))`;
}
