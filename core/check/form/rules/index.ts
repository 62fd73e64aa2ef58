import type { RuleDefinition } from '../../../rules/rule.ts';
import { formInOtherColumn } from './form-in-other-column.ts';

/** Every rule over the figures of a form together. */
export const wholeFormRules: readonly RuleDefinition[] = [formInOtherColumn];
