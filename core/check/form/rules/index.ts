import type { RuleDefinition } from '../../../rules/rule.ts';
import { communesInNoteColumn } from './form-communes-in-note-column.ts';
import { communesMissing } from './form-communes-missing.ts';
import { communesSumDiffers } from './form-communes-sum-differs.ts';
import { formInOtherColumn } from './form-in-other-column.ts';
import { formInReasonColumn } from './form-in-reason-column.ts';
import { formOfOtherSize } from './form-of-other-size.ts';
import { formRowsShifted } from './form-rows-shifted.ts';

/** Every rule over the figures of a form together. */
export const wholeFormRules: readonly RuleDefinition[] = [
  formInOtherColumn,
  formInReasonColumn,
  formRowsShifted,
  formOfOtherSize,
  communesMissing,
  communesSumDiffers,
  communesInNoteColumn,
];
