import type { FormulaCell, WorkbookFacts } from '../../core/check/structure/facts.ts';
import type { CellText } from '../../formats/xlsx/write-texts.ts';
import { reasonCell } from '../pane/reason-cell.ts';
import type { Reason } from '../pane/workbench.ts';

/** Reasons written in the pane, by row key, until a copy of the file holds them. */
export class WrittenReasons {
  readonly #texts = new Map<string, string>();
  #unsaved = 0;

  /** Rows with a reason that no saved copy holds. */
  get unsaved(): number {
    return this.#unsaved;
  }

  /** @returns false where the file has no cell for the reason */
  write(file: WorkbookFacts, { key, text }: Reason): boolean {
    if (reasonCell(file.sheets, key) === null) return false;
    if (this.#texts.get(key) === text) return true;
    this.#texts.set(key, text);
    this.#unsaved += 1;
    return true;
  }

  /** A copy now holds all of them. */
  saved(): void {
    this.#unsaved = 0;
  }

  /** Where each reason belongs in the file. */
  cells(file: WorkbookFacts): CellText[] {
    return [...this.#texts].flatMap(([key, text]) => {
      const cell = reasonCell(file.sheets, key);
      return cell ? [{ sheet: cell.sheet, address: cell.address, text }] : [];
    });
  }

  /** The file as its copy will read. */
  over(file: WorkbookFacts): WorkbookFacts {
    const texts = [...this.#texts].flatMap(([key, text]) => {
      const cell = reasonCell(file.sheets, key);
      return cell ? [{ ...cell, text }] : [];
    });
    if (texts.length === 0) return file;
    return {
      ...file,
      sheets: file.sheets.map((sheet) => {
        const own = texts.filter((text) => text.sheet === sheet.name);
        if (own.length === 0) return sheet;
        const isOwn = (cell: FormulaCell) =>
          own.some(({ row, column }) => row === cell.row && column === cell.column);
        const written = own.map(({ row, column, text }) => ({ row, column, value: text, formula: null }));
        return { ...sheet, cells: [...sheet.cells.filter((cell) => !isOwn(cell)), ...written] };
      }),
    };
  }
}
