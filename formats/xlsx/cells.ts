import type { SheetFacts, ShownAs, WorkbookFacts } from '../../core/sheet/facts.ts';

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
   * The formula as stored, without `=`; null for a typed cell. Followers of a shared formula have their own
   * text. '' where the text stands in another cell (an array formula fills several, its first has the text)
   * or nowhere (data tables).
   */
  formula: string | null;
  /** Given where the cell's format shows its number as a per cent, a day or a time. */
  shownAs?: ShownAs;
  /** What the cell's format shows where that is another number, or nothing: '', also of texts that nobody sees. */
  rendered?: string;
  /** How many decimals its format shows of its number, where that has more. */
  shownDecimals?: number;
  /** Given where its column is too narrow for its number. */
  isCutOff?: true;
}

/** A sheet as read; cells in file order, only those that hold something. */
export interface ReadSheet extends SheetFacts {
  cells: ReadCell[];
}

/** A workbook as read: its cells, and what else one reading of the package can tell. */
export interface ReadWorkbook extends WorkbookFacts {
  sheets: ReadSheet[];
}
