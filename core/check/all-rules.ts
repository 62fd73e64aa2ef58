import { baselineRules } from '../rules/baseline/rules/index.ts';
import { wholeFormRules } from './form/rules/index.ts';
import { returnRules } from './return/rules/index.ts';
import type { RuleDefinition } from '../rules/rule.ts';
import { structureRules } from './structure/rules/index.ts';
import { valueRules } from '../rules/value-rules.ts';

/** Every rule of the check, for pages and for wording findings. */
export const allRules: readonly RuleDefinition[] = [
  ...valueRules,
  ...baselineRules,
  ...wholeFormRules,
  ...structureRules,
  ...returnRules,
];
