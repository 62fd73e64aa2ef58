/**
 * What a cell of a workbook file holds, whatever program wrote the file. '' is a stored empty text, which is
 * not the same as null; a date is its serial number.
 */
export type CellContent = number | string | boolean | null | { error: string };

/** A cell as read; row and column count from 1. */
export interface ReadCell {
  row: number;
  column: number;
  /** The stored value or stored formula result; null when the cell holds a formula without a result. */
  value: CellContent;
  /**
   * The formula as stored, without `=`; null when the cell has none; '' when it has one whose text stands in
   * another cell (the followers of a shared formula) or nowhere (data tables). Of an array formula only the
   * first cell has the text, the others look like plain values.
   */
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
  /** Cells of all sheets together, as stored: empty cells that only have a format count too. */
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
