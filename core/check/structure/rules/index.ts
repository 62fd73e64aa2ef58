import type { StructureRule } from '../structure-rule.ts';
import { assignedValueChanged } from './assigned-value-changed.ts';
import { cellsMerged } from './cells-merged.ts';
import { columnMissing } from './column-missing.ts';
import { columnRepeated } from './column-repeated.ts';
import { columnUnknown } from './column-unknown.ts';
import { communesInBeforeColumn } from './communes-in-before-column.ts';
import { computedRowMissing } from './computed-row-missing.ts';
import { conditionalFormatLost } from './conditional-format-lost.ts';
import { contentOutsideCells } from './content-outside-cells.ts';
import { dates1904 } from './dates-1904.ts';
import { digitallySigned } from './digitally-signed.ts';
import { externalLinks } from './external-links.ts';
import { figureAtRandom } from './figure-at-random.ts';
import { figureCommentDiffers } from './figure-comment-differs.ts';
import { figureFormatMisleads } from './figure-format-misleads.ts';
import { figureFromBlank } from './figure-from-blank.ts';
import { figureInTwoPlaces } from './figure-in-two-places.ts';
import { figureIsFormula } from './figure-is-formula.ts';
import { figureIsTruthValue } from './figure-is-truth-value.ts';
import { figureNotShownWhole } from './figure-not-shown-whole.ts';
import { figureOutsideCells } from './figure-outside-cells.ts';
import { figureResultStale } from './figure-result-stale.ts';
import { figureWithoutKey } from './figure-without-key.ts';
import { figuresHidden } from './figures-hidden.ts';
import { formulaAltered } from './formula-altered.ts';
import { formulaEmptied } from './formula-emptied.ts';
import { formulaReplaced } from './formula-replaced.ts';
import { keyAndNameDiffer } from './key-and-name-differ.ts';
import { keysLost } from './keys-lost.ts';
import { macros } from './macros.ts';
import { namesAdded } from './names-added.ts';
import { namesBroken } from './names-broken.ts';
import { ownVerdictInTwoPlaces } from './own-verdict-in-two-places.ts';
import { ownVerdictWithoutReason } from './own-verdict-without-reason.ts';
import { printedNumberChanged } from './printed-number-changed.ts';
import { printedTextChanged } from './printed-text-changed.ts';
import { protectionRemoved } from './protection-removed.ts';
import { remarkCellsMerged } from './remark-cells-merged.ts';
import { remarkColumnMissing } from './remark-column-missing.ts';
import { remarkInTwoPlaces } from './remark-in-two-places.ts';
import { remarkWithoutKey } from './remark-without-key.ts';
import { remarkWithoutResult } from './remark-without-result.ts';
import { resultStale } from './result-stale.ts';
import { rowMissing } from './row-missing.ts';
import { rowRepeated } from './row-repeated.ts';
import { rowUnknown } from './row-unknown.ts';
import { sheetAdded } from './sheet-added.ts';
import { sheetCopied } from './sheet-copied.ts';
import { sheetMissing } from './sheet-missing.ts';
import { sheetOfAnotherWorkbook } from './sheet-of-another-workbook.ts';
import { sheetRemoved } from './sheet-removed.ts';
import { sheetRenamed } from './sheet-renamed.ts';
import { validationLost } from './validation-lost.ts';
import { verdictDiffersFromLayout } from './verdict-differs-from-layout.ts';

/** Every rule about the file itself, in the order in which they are listed. */
export const structureRules: readonly StructureRule[] = [
  formulaAltered,
  formulaReplaced,
  formulaEmptied,
  figureResultStale,
  resultStale,
  assignedValueChanged,
  printedNumberChanged,
  communesInBeforeColumn,
  printedTextChanged,
  rowMissing,
  figureInTwoPlaces,
  ownVerdictInTwoPlaces,
  remarkInTwoPlaces,
  keyAndNameDiffer,
  figureWithoutKey,
  figureOutsideCells,
  remarkWithoutKey,
  contentOutsideCells,
  remarkWithoutResult,
  rowRepeated,
  rowUnknown,
  computedRowMissing,
  columnMissing,
  remarkColumnMissing,
  columnRepeated,
  columnUnknown,
  keysLost,
  sheetMissing,
  sheetRemoved,
  sheetCopied,
  sheetRenamed,
  sheetAdded,
  sheetOfAnotherWorkbook,
  cellsMerged,
  remarkCellsMerged,
  figureFormatMisleads,
  figureNotShownWhole,
  figureAtRandom,
  figureIsTruthValue,
  figureFromBlank,
  figureIsFormula,
  figureCommentDiffers,
  figuresHidden,
  validationLost,
  verdictDiffersFromLayout,
  ownVerdictWithoutReason,
  conditionalFormatLost,
  protectionRemoved,
  dates1904,
  macros,
  externalLinks,
  digitallySigned,
  namesAdded,
  namesBroken,
];
