import { EventType, type HostServices } from '../host-services.ts';
import { areaAddress, type Area } from './area.ts';
import type { CellValue, CellValueType, HostSheet } from './host-sheet.ts';

/** A change of cells that happened. */
export interface CellChange {
  sheet: HostSheet;
  area: Area;
  /** What the first cell held before; told for changes of a single cell only. */
  before: { value: CellValue; type: CellValueType };
  /** Remote: another person who edits the same workbook at the same time. */
  source: 'Local' | 'Remote';
  trigger: 'ThisLocalAddin' | 'Unknown';
}

/** Tells listeners of a change: learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs */
export function reportChange(host: HostServices, change: CellChange): void {
  const { sheet, area, before, source, trigger } = change;
  const single = area.rows === 1 && area.columns === 1;
  const after = contentOf(sheet, area);
  host.events.fire(EventType.changed, sheet.id, {
    address: areaAddress(area),
    changeType: 'RangeEdited',
    source,
    worksheetId: sheet.id,
    shiftDirection: 'None',
    triggerSource: trigger,
    ...(single
      ? {
          valueBefore: before.value,
          valueAfter: after.value,
          valueTypeBefore: before.type,
          valueTypeAfter: after.type,
        }
      : {}),
  });
}

/** What the first cell of an area holds, to be told as `before`. */
export function contentOf(sheet: HostSheet, { row, column }: Area): CellChange['before'] {
  return { value: sheet.valueOf(row, column), type: sheet.typeOf(row, column) };
}

/** Moves the selection and tells listeners; a sheet that was behind comes to the front. */
export function reportSelection(host: HostServices, sheet: HostSheet, area: Area): void {
  activate(host, sheet);
  host.workbook.selection = area;
  host.events.fire(EventType.selectionChanged, sheet.id, {
    address: areaAddress(area),
    worksheetId: sheet.id,
  });
}

/** Brings a sheet to the front and tells listeners. */
export function activate(host: HostServices, sheet: HostSheet): void {
  if (host.workbook.active === sheet) return;
  host.workbook.active = sheet;
  host.events.fire(EventType.activated, sheet.id, { worksheetId: sheet.id });
}
