import type { RuleDefinition } from '../../../rules/rule.ts';
import { baselineImpossible } from './baseline-impossible.ts';
import { formInOtherColumn } from './form-in-other-column.ts';

/** Every rule over the figures and baselines of a form together. */
export const wholeFormRules: readonly RuleDefinition[] = [formInOtherColumn, baselineImpossible];
