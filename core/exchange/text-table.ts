import type { ExchangeTable } from './tables.ts';
import type { TextCells } from './text-cells.ts';

/** A row as text. */
export interface TextTableRow {
  cells: TextCells;
  /** 1-based physical line on which it begins, as an editor shows it. */
  line: number;
  /** 1-based row in which a spreadsheet shows it. */
  row: number;
}

/** A table as text. */
export interface TextTable {
  table: ExchangeTable;
  file: string;
  /** Names of the columns in the order of the file. */
  columns: readonly string[];
  rows: readonly TextTableRow[];
}
