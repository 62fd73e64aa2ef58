import type { HostServices } from './host-services.ts';
import { forEachCell, parseArea, type Area } from './workbook/area.ts';
import { activate, contentOf, reportChange, reportSelection } from './workbook/changes.ts';
import type { HostSheet } from './workbook/host-sheet.ts';

/** What a person in front of Excel types into a cell; '' empties it. */
export type Typed = string | number | boolean;

/** What happens in Excel beside the add-in: a person works, or another person in the same workbook. */
export class ExcelUser {
  readonly #host: HostServices;

  constructor(host: HostServices) {
    this.#host = host;
  }

  /**
   * Types into a cell.
   * @throws Error when the cell is locked: Excel would not let the person type
   */
  type(sheet: string, address: string, value: Typed): void {
    this.paste(sheet, address, [[value]]);
  }

  /** Pastes rows of values from a cell on; one change, however many cells. @throws Error as `type` */
  paste(sheet: string, address: string, rows: readonly (readonly Typed[])[]): void {
    this.#change(sheet, address, rows, 'Local');
  }

  /** Another person edits the same workbook. */
  typeElsewhere(sheet: string, address: string, value: Typed): void {
    this.#change(sheet, address, [[value]], 'Remote');
  }

  /** Selects cells; their sheet comes to the front. */
  select(sheet: string, address: string): void {
    reportSelection(this.#host, this.#sheet(sheet), this.#area(address));
  }

  /** Clicks the tab of a sheet. */
  showSheet(sheet: string): void {
    activate(this.#host, this.#sheet(sheet));
  }

  /** Protects or frees a sheet; a workbook of ours has no password. */
  protect(sheet: string, on: boolean): void {
    const found = this.#sheet(sheet);
    found.protection = { ...found.protection, on };
  }

  #change(name: string, address: string, rows: readonly (readonly Typed[])[], source: 'Local' | 'Remote') {
    const sheet = this.#sheet(name);
    const from = this.#area(address);
    const area = { ...from, rows: rows.length, columns: rows[0]?.length ?? 1 };
    forEachCell(area, (row, column) => {
      if (!sheet.protection.on || !sheet.lookOf(row, column).locked) return;
      throw new Error(`${name}!${address} touches a locked cell (row ${row}, column ${column}).`);
    });
    const before = contentOf(sheet, area);
    forEachCell(area, (row, column) => {
      const value = rows[row - area.row]?.[column - area.column] ?? '';
      sheet.setContent(row, column, value === '' ? null : value, null);
    });
    reportChange(this.#host, { sheet, area, before, source, trigger: 'Unknown' });
  }

  #sheet(name: string): HostSheet {
    const sheet = this.#host.workbook.sheet(name);
    if (!sheet) throw new Error(`The workbook has no sheet "${name}".`);
    return sheet;
  }

  #area(address: string): Area {
    const area = parseArea(address);
    if (!area) throw new Error(`"${address}" is no address.`);
    return area;
  }
}
