import type { WorkbookFacts } from '../../../core/sheet/facts.ts';
import { sheetNames } from '../../../core/workbook/contract.ts';

/** Exchanges what stands in two rows of the form, one after the other, save for the keys. */
export function swappedRows<Facts extends WorkbookFacts>(facts: Facts, at = 0): Facts {
  const entry = facts.sheets.find(({ name }) => name === sheetNames.entry);
  const keyed =
    entry?.cells.filter(({ column, row, value }) => column === 1 && row > 1 && value !== null) ?? [];
  const [first, second] = keyed
    .map(({ row }) => row)
    .sort((a, b) => a - b)
    .slice(at);
  const to = (row: number) => (row === first ? second : row === second ? first : row) ?? row;
  return {
    ...facts,
    sheets: facts.sheets.map((sheet) =>
      sheet !== entry
        ? sheet
        : {
            ...sheet,
            cells: sheet.cells.map((cell) =>
              cell.column === 1 || cell.formula !== null ? cell : { ...cell, row: to(cell.row) },
            ),
          },
    ),
  };
}
