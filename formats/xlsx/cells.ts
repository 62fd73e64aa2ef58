/** What a cell of a workbook file holds, whatever program wrote the file. */
export type CellContent = number | string | boolean | null | { error: string };

/** A cell as read: 1-based row and column, the stored value, the formula if it has one (without `=`). */
export interface ReadCell {
  row: number;
  column: number;
  /** The stored value or stored formula result; null when the cell holds a formula without a result. */
  value: CellContent;
  formula: string | null;
}

/** A sheet as read; cells in file order, only those that hold something. */
export interface ReadSheet {
  name: string;
  state: 'visible' | 'hidden' | 'veryHidden';
  cells: ReadCell[];
}

/** A workbook as read. */
export interface ReadWorkbook {
  sheets: ReadSheet[];
  /** True when dates count from 1904. */
  date1904: boolean;
}

/** Caps that keep a hostile or damaged file from exhausting time or memory. */
export interface ReadLimits {
  /** Bytes of the file itself. */
  fileBytes: number;
  /** Entries of the zip. */
  entries: number;
  /** Uncompressed bytes of one part. */
  partBytes: number;
  /** Uncompressed bytes of all parts together. */
  totalBytes: number;
  /** Cells of all sheets together. */
  cells: number;
  /** Characters of one cell's text. */
  textLength: number;
}

/** Generous for our workbooks (the largest is below 2 MB), tight for a bomb. */
export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 64 * 1024 * 1024,
  entries: 2_000,
  partBytes: 128 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  cells: 2_000_000,
  textLength: 32_767,
};
