import { figureKeyOf } from '../observation/key.ts';
import { seriesRules } from './series/rules/index.ts';
import { besides } from './figure/precedence.ts';
import { keyAt, reasonOf, writtenBeside, type JudgedReturn } from './judge-all.ts';
import { isReason, isReasonForTwo } from './reason.ts';
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
    const { reason, not } = reasonBeside(typed, row);
    if (reason === null) return { reason, not };
    const others = warned.get(row) ?? new Set<string>();
    const isShared = rule.wantsOwnReason === true && neighbours(rule.code).some((code) => others.has(code));
    return isShared && !isReasonForTwo(reason)
      ? { reason: null, not: { written: reason, why: 'shared' } }
      : { reason, not: null };
  };
}

/** The reason beside a row, whatever it is to explain, or why what is written there is none; both null for nothing. */
export function reasonBeside(typed: Pick<TypedFigures, 'reasons'>, row: string): Explanation {
  const written = writtenBeside(typed, row);
  if (written === null) return { reason: null, not: null };
  const reason = reasonOf(typed, row);
  return { reason, not: reason === null ? { written, why: 'no-words' } : null };
}

/** Reasons of a form and notes of a commune's row together; a note that is no reason takes none away. */
export function withNotes(
  reasons: TypedFigures['reasons'],
  notes: TypedFigures['reasons'],
): TypedFigures['reasons'] {
  const explaining = [...notes].filter(([key, text]) => isReason(text) || !reasons.has(key));
  return new Map([...reasons, ...explaining]);
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
