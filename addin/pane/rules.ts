import { returnRules } from '../../core/check/return/rules.ts';
import type { RuleDefinition } from '../../core/check/rule.ts';
import { structureRules } from '../../core/check/structure/rules/index.ts';
import { valueRules } from '../../core/check/value-rules.ts';

/** Definitions of all rules whose findings the pane may be given. */
export const shownRules: readonly RuleDefinition[] = [
  ...valueRules,
  ...[...structureRules, ...returnRules].map(({ definition }) => definition as RuleDefinition),
];
