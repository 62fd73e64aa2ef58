import type { RawCell } from './cell.ts';
import { notEvaluable, type FigureOutcome, type FigureRule } from './figure-rule.ts';
import { perContext } from './per-context.ts';
import { figureRules } from './rules/index.ts';
import type { FigureContext, FigureSurroundings } from './surroundings.ts';

/** The rules that have anything to say about a figure: of an earlier year only those about its form. */
export const rulesFor = perContext((context): readonly FigureRule[] =>
  figureRules.filter((rule) => (context.ofRound || rule.scope !== 'round') && rule.appliesTo(context)),
);

/** What a rule says of a figure. */
export interface JudgedBy {
  rule: FigureRule;
  /** Its finding; not evaluable where another rule has already said it. */
  result: FigureOutcome<unknown>;
  /** What it would say alone. */
  alone: FigureOutcome<unknown>;
}

/**
 * The warnings that may stand beside one of a rule: neither silenced by it nor by one that it silences. Formulas of
 * the rule may look at their findings without looking at themselves.
 */
export function besides(code: string): readonly FigureRule[] {
  const known = besideOf.get(code);
  if (known !== undefined) return known;
  const rules = notAround(code);
  besideOf.set(code, rules);
  return rules;
}

const besideOf = new Map<string, readonly FigureRule[]>();

function notAround(code: string): FigureRule[] {
  const after = new Set([code]);
  return figureRules.filter((rule) => {
    if (rule.silencedBy.some((one) => after.has(one))) after.add(rule.code);
    return rule.severity === 'warning' && rule.wantsOwnReason !== true && !after.has(rule.code);
  });
}

/** What every rule says of a figure. */
export function judgeFigure(context: FigureContext, values: FigureSurroundings<RawCell>): JudgedBy[] {
  const failed = new Set<string>();
  const said = rulesFor(context).map((rule): JudgedBy => {
    const alone = rule.check(context, values);
    if (alone.outcome === 'failed') failed.add(rule.code);
    return { rule, alone, result: alone };
  });
  if (failed.size === 0) return said;
  for (const one of said) {
    if (one.alone.outcome !== 'failed') continue;
    const isSilenced = one.rule.silencedBy.some((code) => failed.has(code));
    if (isSilenced || one.rule.saidElsewhere?.check(values)) one.result = notEvaluable;
  }
  return said;
}
