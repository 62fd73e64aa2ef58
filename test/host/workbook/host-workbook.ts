import type { Area } from './area.ts';
import type { HostSheet } from './host-sheet.ts';

/** A name of the workbook. */
export interface HostName {
  name: string;
  /** Without `=`: `'Nhập liệu'!$B$7:$D$9`. */
  formula: string;
  hidden: boolean;
}

/** A workbook in memory. */
export class HostWorkbook {
  /** The file name. */
  readonly name: string;
  readonly sheets: HostSheet[];
  readonly names: HostName[];
  /** Settings the add-in stored in the file, by key, as JSON carries them. */
  readonly settings = new Map<string, unknown>();
  active: HostSheet;
  selection: Area = { row: 1, column: 1, rows: 1, columns: 1 };

  constructor(name: string, sheets: HostSheet[], names: HostName[]) {
    const active = sheets.find(({ visibility }) => visibility === 'Visible');
    if (!active) throw new Error('A workbook has at least one visible sheet.');
    this.name = name;
    this.sheets = sheets;
    this.names = names;
    this.active = active;
  }

  /** The sheet with an id or a name; names are compared without case. */
  sheet(key: string): HostSheet | null {
    const wanted = key.toLowerCase();
    return this.sheets.find(({ id, name }) => id === key || name.toLowerCase() === wanted) ?? null;
  }
}
