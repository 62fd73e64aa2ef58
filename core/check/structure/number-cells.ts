import type { Alignment } from '../../returned/align/alignment.ts';
import { formulaDoubts, type FormulaDoubt } from '../../returned/formula-doubts.ts';
import type { FigureRow } from '../../returned/reason-of-figure.ts';
import type { FormulaCell, WorkbookFacts } from '../../sheet/facts.ts';
import { cellIndex } from '../../sheet/model.ts';
import type { RuleDefinition } from '../../rules/rule.ts';
import { holdsFigures } from '../../workbook/entry-fields.ts';
import type { Evaluation } from './evaluation.ts';
import { evaluationOf, type SpotData } from './fold.ts';

/** A cell in which a number is read as a figure. */
export interface NumberCell {
  cell: FormulaCell;
  value: number;
  at: FigureRow & { sheet: string; row: number; column: number; period: string | null };
  /** What is wrong with the formula that gives it. */
  doubt: FormulaDoubt | null;
}

/** The cells in which a number is read as a figure, in all sheets of the file. */
export function numberCells({ all }: Pick<Alignment, 'all'>, { sheets }: WorkbookFacts): NumberCell[] {
  const doubtOf = formulaDoubts(sheets);
  const numbers: NumberCell[] = [];
  for (const { facts, cells, keys } of all) {
    const figures = keys.columns.filter(({ field }) => holdsFigures(field));
    for (const { row, key } of keys.rows) {
      for (const { column, period, figure = null } of figures) {
        const cell = cells.get(cellIndex(row, column));
        if (typeof cell?.value !== 'number') continue;
        const at = { sheet: facts.name, row, column, key, period: period === '_' ? null : period, figure };
        numbers.push({ cell, value: cell.value, at, doubt: doubtOf(cell, facts.name) });
      }
    }
  }
  return numbers;
}

/** What a rule says of the numbers whose formulas have something wrong with them, each with its formula. */
export function evaluationOfDoubt(
  rule: RuleDefinition<SpotData>,
  numbers: readonly NumberCell[],
  why: FormulaDoubt['why'],
): Evaluation {
  const doubted = numbers.filter(({ doubt }) => doubt?.why === why);
  const spots = doubted.map(({ cell, at }) => ({ ...at, found: `=${cell.formula ?? ''}` }));
  return evaluationOf(rule, spots, { passed: numbers.length - spots.length });
}
