import type { WorkbookModel } from '../../sheet/model.ts';
import type { RuleDefinition } from '../../rules/rule.ts';
import type { Alignment } from '../../returned/align/alignment.ts';
import type { ComparedFormula } from './compared-formulas.ts';
import type { ComparedPrint } from './compared-print.ts';
import type { reasonOfFigure } from '../../returned/reason-of-figure.ts';
import type { WorkbookFacts } from '../../sheet/facts.ts';
import type { FormulaComparison } from './formula-comparison.ts';
import type { Conflict } from './repeated-keys.ts';
import type { outsideCells } from './outside-cells.ts';
import type { RepeatedTexts } from './repeated-texts.ts';
import type { NumberCell } from './number-cells.ts';
import type { Evaluation } from './evaluation.ts';

/** Everything a structure rule may look at; drawn up once for all of them. */
export interface StructureContext {
  expected: WorkbookModel;
  found: WorkbookFacts;
  /**
   * The expected workbook built around the figures that came back, whose results are those core computes
   * from them; null where nobody built it.
   */
  recomputed: WorkbookModel | null;
  /** The file was issued by an earlier version of the program. */
  isOfEarlierLayout: boolean;
  alignment: Alignment;
  comparison: FormulaComparison;
  formulas: readonly ComparedFormula[];
  print: readonly ComparedPrint[];
  repeated: { conflicts: readonly Conflict[]; checked: number };
  texts: RepeatedTexts;
  outside: ReturnType<typeof outsideCells>;
  numbers: readonly NumberCell[];
  /** What the reason of a figure comes to. */
  explain: ReturnType<typeof reasonOfFigure>;
}

/** A rule about the file itself. */
export interface StructureRule<Data = never> extends RuleDefinition<Data> {
  /**
   * `cells`: values and formulas of the sheets are enough, so the rule also runs inside Excel's pane;
   * `file`: it needs what only a file shows (names, validations, merges, macros …).
   */
  needs: 'cells' | 'file';
  /**
   * `keys`: it looks at keys and at the file and says the same of a workbook whatever was assigned to its unit
   * or filled in beforehand; `template`: it compares formulas, texts and numbers with the expected workbook.
   */
  judgedBy: 'keys' | 'template';
  /**
   * It warns of typed cells that are not read: whoever has the workbook still sees them there, whoever has
   * only its figures does not.
   */
  unread?: true;
  /** What it warns of shows in the workbook alone: among figures handed on it looks sound, unless a reason goes along. */
  unseenInFigures?: true;
  /**
   * By what it finds figures may stand under the name of another indicator, period or unit: by itself, or only
   * `together` with the other rules that say so.
   */
  misplaces?: 'alone' | 'together';
  /** A cell it names holds something else than the figure that was meant: what else may be wrong with it is not told. */
  holdsNoFigure?: true;
  evaluate: (context: StructureContext) => Evaluation;
}
