import { keysOf } from '../../sheet/keyed.ts';
import { cellIndex, type SheetModel, type WorkbookModel } from '../../sheet/model.ts';
import { workbookKeys } from '../../workbook/contract.ts';
import { columnFields, entryFields } from '../../workbook/entry-fields.ts';

/**
 * An expected workbook without the keys of columns that came with a later layout: what was issued before cannot
 * have them, and nothing of them can be missing.
 */
export function withKeysOfLayout(expected: WorkbookModel, layout: number): WorkbookModel {
  const later = columnFields.filter((field) => entryFields[field].since > layout);
  if (later.length === 0) return expected;
  const withoutLater = (sheet: SheetModel): SheetModel => {
    const { marker, columns } = keysOf(sheet.cells.values(), workbookKeys);
    const gone = columns.filter(({ field }) => later.includes(field));
    if (marker === null || gone.length === 0) return sheet;
    const cells = new Map(sheet.cells);
    for (const { column } of gone) cells.delete(cellIndex(marker.row, column));
    if (gone.length === columns.length) cells.delete(cellIndex(marker.row, marker.column));
    return { ...sheet, cells };
  };
  return { ...expected, sheets: expected.sheets.map(withoutLater) };
}
