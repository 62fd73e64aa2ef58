import ExcelJS from 'exceljs';
import type { CellModel, WorkbookModel } from '../core/sheet/model.ts';

/**
 * The yardstick: the same sheets and cells written by exceljs as it comes, values and formulas only. No
 * styles, validation, protection or print setup, and no last step over the zip.
 */
export async function writePlain(model: WorkbookModel): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, cells } of model.sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const cell of cells.values()) sheet.getCell(cell.row, cell.column).value = valueOf(cell);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function valueOf({ formula, result, value }: CellModel): ExcelJS.CellValue {
  return formula === undefined ? (value ?? null) : { formula, result: result ?? '' };
}
