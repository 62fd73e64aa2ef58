import { forEachCell, isUnbounded, type Area } from '../workbook/area.ts';
import type { HostSheet } from '../workbook/host-sheet.ts';
import { HostError } from '../wire/host-error.ts';

/** @throws HostError AccessDenied when a cell of the area is locked on a protected sheet */
export function assertUnlocked(sheet: HostSheet, area: Area): void {
  if (!sheet.protection.on) return;
  if (isUnbounded(area)) throw new HostError('AccessDenied');
  forEachCell(area, (row, column) => {
    if (sheet.lookOf(row, column).locked) throw new HostError('AccessDenied');
  });
}

/**
 * The format of an unlocked cell is protected too, unless the protection itself allows formatting:
 * learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions
 * @throws HostError AccessDenied
 */
export function assertFormattable({ protection }: HostSheet): void {
  if (protection.on && !protection.formatCells) throw new HostError('AccessDenied');
}
