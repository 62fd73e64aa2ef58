import type { RuleDefinition } from '../../../rules/rule.ts';
import { communesMissing } from './form-communes-missing.ts';
import { formInOtherColumn } from './form-in-other-column.ts';

/** Every rule over the figures of a form together. */
export const wholeFormRules: readonly RuleDefinition[] = [formInOtherColumn, communesMissing];
