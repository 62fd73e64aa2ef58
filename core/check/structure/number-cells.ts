import { cellIndex } from '../../sheet/model.ts';
import type { Alignment } from '../../returned/align/alignment.ts';
import { holdsFigures } from '../../workbook/entry-fields.ts';

/** The cells in which a number is read as a figure, in all sheets of the file, each with where it stands. */
export function* numberCells({ all }: Pick<Alignment, 'all'>) {
  for (const { facts, cells, keys } of all) {
    const figures = keys.columns.filter(({ field }) => holdsFigures(field));
    for (const { row, key } of keys.rows) {
      for (const { column, period } of figures) {
        const cell = cells.get(cellIndex(row, column));
        if (typeof cell?.value !== 'number') continue;
        const at = { sheet: facts.name, row, column, key, period: period === '_' ? null : period };
        yield { cell, value: cell.value, at };
      }
    }
  }
}
