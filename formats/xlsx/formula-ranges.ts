import { knownFormula, type KnownFormula } from '../../core/sheet/formula/known-formula.ts';
import { type CellRange, parseRange } from './cell-range.ts';
import type { ReadCell } from './cells.ts';
import type { ReadBudget } from './read-budget.ts';

/** The `f` element of a cell. */
export interface StoredFormula {
  /** Attribute `t`; `normal` when it has none. */
  type: string;
  /** Attribute `si`, the number of a shared formula within its sheet. */
  shared: string | null;
  /** Attribute `ref`, the cells the formula fills. */
  range: string | null;
  text: string;
}

interface Master {
  row: number;
  column: number;
  formula: KnownFormula;
}

/**
 * Formulas of one sheet that fill more than the cell they stand in. Followers of a shared formula get their
 * own text; cells that an array formula or a data table fills get '', for they are not typed.
 */
export class FormulaRanges {
  readonly #budget: ReadBudget;
  readonly #masters = new Map<string, Master>();
  /** Followers whose master has not come yet; programs write the master first. */
  readonly #waiting = new Map<string, ReadCell[]>();
  /** For a column, the last row that array formulas and data tables above have filled. */
  readonly #filledTo = new Map<number, number>();

  constructor(budget: ReadBudget) {
    this.#budget = budget;
  }

  /** Call for every cell that holds something, in file order; sets its formula. */
  add(cell: ReadCell, stored: StoredFormula | null): void {
    if (stored === null) {
      if (this.#filledTo.size > 0 && cell.row <= (this.#filledTo.get(cell.column) ?? 0)) cell.formula = '';
    } else if (stored.type === 'shared' && stored.shared !== null) {
      this.#addShared(cell, stored.shared, stored);
    } else {
      // A data table's text, if a program writes one, is not the formula.
      cell.formula = stored.type === 'dataTable' ? '' : knownFormula(stored.text).text;
      if (stored.type !== 'array' && stored.type !== 'dataTable') return;
      const range = stored.range === null ? null : parseRange(stored.range);
      if (range) this.#fill(range);
    }
  }

  #addShared(cell: ReadCell, shared: string, { text, range }: StoredFormula): void {
    const { row, column } = cell;
    if (text === '') {
      cell.formula = text;
      this.#follow(cell, shared);
      return;
    }
    const formula = knownFormula(text);
    cell.formula = formula.text;
    if ((range !== null && parseRange(range) !== null) || !this.#masters.has(shared)) {
      // Some programs write the text into every follower; only the one with a range is the master.
      this.#masters.set(shared, { row, column, formula });
      const waiting = this.#waiting.get(shared) ?? [];
      this.#waiting.delete(shared);
      for (const follower of waiting) this.#follow(follower, shared);
    }
  }

  #follow(cell: ReadCell, shared: string): void {
    const master = this.#masters.get(shared);
    if (master === undefined) {
      const waiting = this.#waiting.get(shared);
      if (waiting === undefined) this.#waiting.set(shared, [cell]);
      else waiting.push(cell);
      return;
    }
    cell.formula = master.formula.follower(cell.row - master.row, cell.column - master.column);
    this.#budget.countWrittenOut(cell.formula);
  }

  #fill({ left, right, bottom }: CellRange): void {
    this.#budget.countEntries(right - left + 1);
    for (let column = left; column <= right; column += 1) {
      this.#filledTo.set(column, Math.max(bottom, this.#filledTo.get(column) ?? 0));
    }
  }
}
