import { cellIndex } from '../../../core/sheet/model.ts';
import type { CellContent } from '../../../formats/xlsx/cells.ts';
import { boundingArea, type Area } from './area.ts';
import { HostGap } from '../wire/host-error.ts';

/** How a cell looks and whether it is locked, as far as the pane can tell. */
export interface CellLook {
  locked: boolean;
  /** `#RRGGBB`; null without a fill. */
  fill: string | null;
}

/** What a cell without a style of its own looks like. */
export const DEFAULT_LOOK: CellLook = { locked: true, fill: null };

/** One cell that exists in the file. */
export interface HostCell {
  value: CellContent;
  /** As stored, without `=`; '' where the text stands in another cell; null without a formula. */
  formula: string | null;
  look: CellLook;
}

/** What may be done to a protected sheet without taking the protection off. */
export interface SheetProtection {
  on: boolean;
  formatCells: boolean;
}

/** What a cell shows to office.js: an error is its text, an empty cell ''. */
export type CellValue = string | number | boolean;

/** As Excel.RangeValueType names what a cell holds. */
export type CellValueType = 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error';

/** A sheet in memory. Formulas keep their results: this host does not calculate. */
export class HostSheet {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  protection: SheetProtection = { on: false, formatCells: false };
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly columnLooks = new Map<number, CellLook>();
  readonly #cells = new Map<number, HostCell & { row: number; column: number }>();

  constructor(
    id: string,
    name: string,
    visibility: HostSheet['visibility'],
    hiddenRows: ReadonlySet<number>,
    hiddenColumns: ReadonlySet<number>,
  ) {
    this.id = id;
    this.hiddenRows = hiddenRows;
    this.hiddenColumns = hiddenColumns;
    this.name = name;
    this.visibility = visibility;
  }

  /** The cell, or null where the file has none. */
  cell(row: number, column: number): HostCell | null {
    return this.#cells.get(cellIndex(row, column)) ?? null;
  }

  lookOf(row: number, column: number): CellLook {
    return this.cell(row, column)?.look ?? this.columnLooks.get(column) ?? DEFAULT_LOOK;
  }

  valueOf(row: number, column: number): CellValue {
    const value = this.cell(row, column)?.value ?? '';
    return typeof value === 'object' ? value.error : value;
  }

  typeOf(row: number, column: number): CellValueType {
    const value = this.cell(row, column)?.value ?? '';
    if (value === '') return 'Empty';
    if (typeof value === 'object') return 'Error';
    if (typeof value === 'number') return 'Double';
    return typeof value === 'boolean' ? 'Boolean' : 'String';
  }

  formulaOf(row: number, column: number): CellValue {
    const formula = this.cell(row, column)?.formula ?? null;
    if (formula === '') {
      throw new HostGap(`The formula of ${this.name} row ${row} column ${column} stands in another cell.`);
    }
    return formula === null ? this.valueOf(row, column) : `=${formula}`;
  }

  /** Puts content into a cell; its look stays. An emptied cell keeps its place in the used range. */
  setContent(row: number, column: number, value: CellContent, formula: string | null): void {
    const look = this.lookOf(row, column);
    this.#cells.set(cellIndex(row, column), { row, column, value, formula, look });
  }

  setLook(row: number, column: number, look: CellLook): void {
    const { value, formula } = this.cell(row, column) ?? { value: null, formula: null };
    this.#cells.set(cellIndex(row, column), { row, column, value, formula, look });
  }

  /** The smallest rectangle around all cells that hold something; formatted ones count unless left out. */
  usedArea(valuesOnly: boolean): Area | null {
    let area: Area | null = null;
    for (const { row, column, value, formula } of this.#cells.values()) {
      if (valuesOnly && (value === null || value === '') && formula === null) continue;
      const cell = { row, column, rows: 1, columns: 1 };
      area = area === null ? cell : boundingArea(area, cell);
    }
    return area;
  }
}
