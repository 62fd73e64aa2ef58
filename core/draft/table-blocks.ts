import { isNumberColumn, isUnitColumn, type TextTable } from '../plan/table-text.ts';
import type { DraftBlock } from './model.ts';
import { upperRows } from './sub-rows.ts';

/**
 * The cells of a table as blocks, each with what names its row and its column. Numbers of rows are none.
 * @param index of the table in the document
 */
export function tableBlocks(table: TextTable, index: number): DraftBlock[] {
  const { rows, headings } = table;
  const uppers = upperRows(table);
  const unitColumn = headings.findIndex(isUnitColumn);
  return rows.flatMap((row, at) =>
    row.cells.flatMap(({ text, start, end }, column): DraftBlock[] => {
      // A merged cell is read once.
      const isRepeated = text === row.cells[column - 1]?.text || text === rows[at - 1]?.cells[column]?.text;
      if (text === '' || isNumberColumn(headings[column]) || (isRepeated && /\p{L}/u.test(text))) return [];
      const place = { table: index + 1, row: at + 1, column: column + 1 };
      const names = row.isHeading
        ? { rowLabel: '', columnHeading: '', unit: '' }
        : {
            rowLabel: row.label,
            columnHeading: headings[column] ?? '',
            unit: row.cells[unitColumn]?.text ?? '',
          };
      const upper = uppers[at] ?? null;
      return [{ start, end, cell: { ...place, ...names, ...(upper === null ? {} : { under: upper }) } }];
    }),
  );
}
