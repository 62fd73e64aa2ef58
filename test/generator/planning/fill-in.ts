import { readFile } from 'node:fs/promises';
import { cellIndex, type CellModel } from '../../../core/sheet/model.ts';
import { newSheet } from '../../../core/sheet/draft.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';

/** First row of a table of the planning workbook. */
const FIRST_ROW = 5;

/** A planning workbook with cells typed into: the key of the column, the 1-based row of the table, the text. */
export async function filledIn(
  path: string,
  sheetName: string,
  typed: readonly (readonly [column: string, row: number, text: string])[],
): Promise<Uint8Array> {
  const { sheets } = await readWorkbook(new Uint8Array(await readFile(path)));
  const models = sheets.map(({ name, state, cells }) => {
    const sheet = newSheet(name, [], {
      state: state === 'visible' ? 'visible' : 'veryHidden',
      rows: new Map(),
    });
    const columns = new Map(cells.filter(({ row }) => row === 1).map(({ column, value }) => [value, column]));
    for (const { row, column, value } of cells)
      if (typeof value === 'string' || typeof value === 'number')
        sheet.cells.set(cellIndex(row, column), { row, column, style: 'plain', value } satisfies CellModel);
    if (name !== sheetName) return sheet;
    for (const [field, at, value] of typed) {
      const [row, column] = [FIRST_ROW + at - 1, columns.get(field) ?? 0];
      sheet.cells.set(cellIndex(row, column), { row, column, style: 'plain', value });
    }
    return sheet;
  });
  return serialize({ title: 'Sổ', created: '2025-01-01', sheets: models });
}
