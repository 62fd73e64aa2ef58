import type { WorkbookModel } from '../../sheet/model.ts';
import type { RuleCount } from '../report.ts';
import type { CheckFinding } from '../../rules/rule.ts';
import { alignWorkbook, type Alignment } from '../../returned/align/alignment.ts';
import { compareFormulas } from './compared-formulas.ts';
import { comparePrint } from './compared-print.ts';
import type { WorkbookFacts } from '../../sheet/facts.ts';
import { FormulaComparison } from './formula-comparison.ts';
import { numberCells } from './number-cells.ts';
import { outsideCells } from './outside-cells.ts';
import { repeatedFigures } from './repeated-keys.ts';
import { repeatedTexts } from './repeated-texts.ts';
import { structureRules } from './rules/index.ts';
import type { StructureContext } from './structure-rule.ts';

/** How much of a file is at hand. */
export interface StructureOptions {
  /**
   * The expected workbook built around the figures that came back (it may be `expected` itself); without it
   * stored results are not judged.
   */
  recomputed?: WorkbookModel;
  /** Of the expected workbook and the file, where it is known already. */
  alignment?: Alignment;
  /** `cells` inside a spreadsheet program, which shows values and formulas only; a whole file otherwise. */
  has?: 'cells' | 'file';
  /**
   * `keys`: the expected workbook is not the one that was issued (it is of an earlier layout, or made anew from
   * the plans alone, without what a planner gave beside them), so that only rules that go by keys can be tried.
   */
  against?: 'template' | 'keys';
  /** Its results were computed by an earlier version of the program. */
  isOfEarlierLayout?: boolean;
  /** What earlier layouts printed below their tables and this one does not. */
  printedBefore?: readonly string[];
  /** What the reason of a figure comes to; without it none explains anything. */
  explain?: StructureContext['explain'];
}

/**
 * Compares a returned workbook with the one that was issued, by keys and meaning: nothing is held against
 * people or programs that move, rename or re-save.
 * @returns findings in the order of the rules, folded by sheet; and for each rule how many places (formulas,
 * rows, sheets …) passed, failed, or could not be judged
 */
export function checkStructure(
  expected: WorkbookModel,
  found: WorkbookFacts,
  {
    recomputed,
    alignment = alignWorkbook(expected, found),
    has = 'file',
    against = 'template',
    isOfEarlierLayout = false,
    printedBefore = [],
    explain = () => ({ reason: null, not: null }),
  }: StructureOptions = {},
): { findings: CheckFinding[]; rules: RuleCount[] } {
  const context = contextOf({
    expected,
    found,
    recomputed: recomputed ?? null,
    alignment,
    isOfEarlierLayout,
    outside: outsideCells(alignment, against === 'keys' ? printedBefore : null, isOfEarlierLayout),
    explain,
  });
  const findings: CheckFinding[] = [];
  const rules: RuleCount[] = [];
  for (const { code, needs, judgedBy, evaluate } of structureRules) {
    const isUnsure = against === 'keys' && judgedBy === 'template';
    if (isUnsure || (needs === 'file' && has === 'cells')) {
      rules.push({ code, passed: 0, failed: 0, 'not-evaluable': 1 });
      continue;
    }
    const evaluation = evaluate(context);
    findings.push(...evaluation.findings);
    rules.push({
      code,
      passed: evaluation.passed,
      failed: evaluation.failed,
      'not-evaluable': evaluation.notEvaluable,
    });
  }
  return { findings, rules };
}

function contextOf(
  given: Pick<
    StructureContext,
    'expected' | 'found' | 'recomputed' | 'alignment' | 'isOfEarlierLayout' | 'outside' | 'explain'
  >,
): StructureContext {
  const { alignment, found } = given;
  const comparison = new FormulaComparison(alignment);
  return {
    ...given,
    comparison,
    formulas: compareFormulas(alignment, comparison),
    print: comparePrint(alignment),
    repeated: repeatedFigures(alignment),
    texts: repeatedTexts(alignment),
    numbers: numberCells(alignment, found),
  };
}
