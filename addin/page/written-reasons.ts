import type { FormulaCell, WorkbookFacts } from '../../core/check/structure/facts.ts';
import { cellAddress } from '../../core/workbook/address.ts';
import type { CellResult, CellText } from '../../formats/xlsx/write-texts.ts';
import { reasonCell } from '../pane/reason-cell.ts';
import type { Reason } from '../pane/workbench.ts';
import { resultsAfter, type ChangedResult } from './results-after.ts';

/** A file with reasons written into it. */
interface Written {
  /** The file without them, and how many had been written. */
  file: WorkbookFacts;
  change: number;
  facts: WorkbookFacts;
  results: readonly ChangedResult[];
}

/** Reasons written in the pane, by row key, until a copy of the file holds them. */
export class WrittenReasons {
  readonly #texts = new Map<string, string>();
  #change = 0;
  #saved = 0;
  #written: Written | null = null;

  /** Reasons written since the last copy was saved. */
  get unsaved(): number {
    return this.#change - this.#saved;
  }

  /** @returns false where the file has no cell for the reason */
  write(file: WorkbookFacts, { key, text }: Reason): boolean {
    if (reasonCell(file.sheets, key) === null) return false;
    if (this.#texts.get(key) === text) return true;
    this.#texts.set(key, text);
    this.#change += 1;
    return true;
  }

  /** A copy now holds all of them. */
  saved(): void {
    this.#saved = this.#change;
  }

  /** Where each reason belongs in the file. */
  texts(file: WorkbookFacts): CellText[] {
    return [...this.#texts].flatMap(([key, text]) => {
      const cell = reasonCell(file.sheets, key);
      return cell ? [{ sheet: cell.sheet, address: cell.address, text }] : [];
    });
  }

  /** What formulas of the file give once the reasons are in it. */
  results(file: WorkbookFacts): CellResult[] {
    return this.#into(file).results.map(({ sheet, row, column, value }) => ({
      sheet,
      address: cellAddress(row, column),
      value,
    }));
  }

  /** The file as its copy will read. */
  over(file: WorkbookFacts): WorkbookFacts {
    return this.#into(file).facts;
  }

  /** Computing results takes about as long as a check, so it is done once for each reason. */
  #into(file: WorkbookFacts): Written {
    if (this.#written?.file !== file || this.#written.change !== this.#change) {
      this.#written = { file, change: this.#change, ...this.#write(file) };
    }
    return this.#written;
  }

  #write(file: WorkbookFacts): Pick<Written, 'facts' | 'results'> {
    const texts = [...this.#texts].flatMap(([key, text]) => {
      const cell = reasonCell(file.sheets, key);
      return cell ? [{ sheet: cell.sheet, row: cell.row, column: cell.column, value: text }] : [];
    });
    if (texts.length === 0) return { facts: file, results: [] };
    const facts = withValues(file, texts);
    const results = resultsAfter(file, facts);
    return { facts: withValues(facts, results), results };
  }
}

/** The file with other values in some cells, which keep their formulas. */
function withValues(file: WorkbookFacts, values: readonly ChangedResult[]): WorkbookFacts {
  return {
    ...file,
    sheets: file.sheets.map((sheet) => {
      const own = new Map(
        values
          .filter((value) => value.sheet === sheet.name)
          .map(({ row, column, value }) => [`${row}:${column}`, { row, column, value }]),
      );
      if (own.size === 0) return sheet;
      const cells = sheet.cells.map((cell): FormulaCell => {
        const place = `${cell.row}:${cell.column}`;
        const changed = own.get(place);
        own.delete(place);
        return changed ? { ...cell, value: changed.value } : cell;
      });
      return { ...sheet, cells: [...cells, ...[...own.values()].map((one) => ({ ...one, formula: null }))] };
    }),
  };
}
