import { openDamaged } from '../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../core/repair/repair-workbook.ts';
import { isInput } from '../../core/returned/align/align-sheet.ts';
import { type CellModel, cellIndex, type SheetModel, type WorkbookModel } from '../../core/sheet/model.ts';
import { parseColumnKey } from '../../core/workbook/contract.ts';
import { type ColumnField, holdsFigures } from '../../core/workbook/entry-fields.ts';
import { factsOf } from '../core/check/structure/facts-of.ts';
import { seedModel } from '../core/check/structure/models.ts';

/** Figures as people type and paste them; the others stay as they were filled in. */
const FIGURES: readonly (number | string)[] = [
  '12,5',
  '1.234',
  '0101',
  '2 500',
  '-',
  '...',
  'x',
  0,
  1e-7,
  0.1 + 0.2,
];

const LONG = 'Số liệu lấy theo báo cáo của ngành, đối chiếu với cơ quan thống kê; '.repeat(19).trim();

/** Reasons that a program may take for something else, or cut. */
const REASONS: readonly string[] = [
  'Dòng một\nDòng hai',
  '  hai đầu có dấu cách  ',
  '=1+1',
  '30/11/2025',
  'NA',
  'Tỷ lệ khác'.normalize('NFD'),
  LONG,
];

/** A unit's workbook with figures, reasons and marks that are awkward to other programs. */
export async function awkwardReturn(): Promise<WorkbookModel> {
  const { model } = await seedModel('lai-chau-2021', 'VN12.106', 2, (_, place) => place % 2 === 0);
  const damaged = openDamaged(factsOf({ ...model, sheets: model.sheets.map(typedInto) }));
  // A repaired workbook has the results of its formulas over whatever was typed, unreadable texts included.
  const repaired = damaged.issued && repairWorkbook(damaged, damaged.issued.definition);
  if (!repaired) throw new Error('the workbook lost its definition');
  return repaired.model;
}

function typedInto(sheet: SheetModel): SheetModel {
  const cells = new Map(sheet.cells);
  let figures = 0;
  let reasons = 0;
  for (const [index, cell] of cells) {
    const field = isInput(cell) ? fieldOf(sheet, cell) : null;
    if (field === null) continue;
    if (field === 'replaces') {
      cells.set(index, { ...cell, value: '15/01/2024' });
      continue;
    }
    const value = holdsFigures(field)
      ? FIGURES[figures++ % (2 * FIGURES.length)]
      : REASONS[reasons++ % REASONS.length];
    if (value !== undefined) cells.set(index, { ...cell, value });
  }
  return { ...sheet, cells };
}

function fieldOf(sheet: SheetModel, cell: CellModel): ColumnField | null {
  const key = sheet.cells.get(cellIndex(1, cell.column))?.value;
  return typeof key === 'string' ? (parseColumnKey(key)?.field ?? null) : null;
}
