import { figureKeyOf } from '../observation/key.ts';
import { seriesRules } from './series/rules/index.ts';
import { besides } from './figure/precedence.ts';
import { keyAt, reasonOf, writtenBeside, type JudgedReturn } from './judge-all.ts';
import { isReasonForTwo } from './reason.ts';
import type { NotExplained, RuleDefinition } from './rule.ts';
import type { TypedFigures } from './typed.ts';

/** The reason that explains a warning of a row, or why what is written there does not; both null for nothing. */
export interface Explanation {
  reason: string | null;
  not: NotExplained | null;
}

/** Says of each warning what the reason beside its row comes to. */
export function explanationsOf(
  judged: Pick<JudgedReturn, 'figures' | 'series'>,
  typed: TypedFigures,
): (rule: Pick<RuleDefinition, 'code' | 'wantsOwnReason'>, row: string) => Explanation {
  const warned = warningsByRow(judged);
  return (rule, row) => {
    const written = writtenBeside(typed, row);
    if (written === null) return { reason: null, not: null };
    const reason = reasonOf(typed, row);
    if (reason === null) return { reason, not: { written, why: 'no-words' } };
    const others = warned.get(row) ?? new Set<string>();
    const isShared = rule.wantsOwnReason === true && neighbours(rule.code).some((code) => others.has(code));
    return isShared && !isReasonForTwo(reason)
      ? { reason: null, not: { written, why: 'shared' } }
      : { reason, not: null };
  };
}

/** Codes of the warnings with which a reason may have to be shared. */
function neighbours(code: string): string[] {
  return [...besides(code), ...seriesRules].map((one) => one.code);
}

/** Codes of the warnings of each row, by `indicator|stratum`. */
function warningsByRow({
  figures,
  series,
}: Pick<JudgedReturn, 'figures' | 'series'>): Map<string, Set<string>> {
  const warned = new Map<string, Set<string>>();
  const add = (row: string, { code, severity }: RuleDefinition) => {
    if (severity === 'warning') warned.set(row, (warned.get(row) ?? new Set()).add(code));
  };
  for (const { figure, judged } of figures) {
    for (const { rule, result } of judged ?? []) {
      if (result.outcome === 'failed') add(keyAt(figure, result), rule);
    }
  }
  for (const { series: one, judged } of series) {
    const row = figureKeyOf(one);
    for (const { rule, result } of judged) if (result.outcome === 'failed') add(row, rule);
  }
  return warned;
}
