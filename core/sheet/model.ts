/** A workbook as plain data: what core decides and a serialiser writes down, without any file format. */

import { SHEET_COLUMNS } from './address.ts';

/** Looks; the serialiser gives each its font, fill, border and protection. */
export type StyleName =
  | 'plain'
  | 'plainLeft'
  | 'paragraph'
  | 'title'
  | 'subtitle'
  | 'workbookLine'
  | 'hint'
  | 'formTitle'
  | 'formSubtitle'
  | 'formHead'
  | 'banner'
  | 'header'
  | 'section'
  | 'label'
  | 'wrappedLabel'
  | 'wrapped'
  | 'small'
  | 'note'
  | 'centered'
  | 'input'
  | 'notAsked'
  | 'inputText'
  | 'target'
  | 'computed'
  | 'verdict'
  | 'link'
  | 'linkedNumber'
  | 'name'
  | 'hiddenKey'
  | 'signature'
  | 'signatureLines'
  | 'signatureNote'
  | 'signatureLabel'
  | 'signatureNumber'
  | 'meta';

/** What the input of a cell must be, with the words shown when it is selected and when it is refused. */
export interface Validation {
  /**
   * A condition over the cell itself that must be true; the texts it may hold, to choose from; or the range that
   * has them, from which another text may be typed where `open` says so.
   */
  rule: { condition: string } | { list: readonly string[] } | { from: string; open?: boolean };
  promptTitle: string;
  prompt: string;
  errorTitle: string;
  error: string;
}

/** One cell. A formula always carries the result it will show. */
export interface CellModel {
  row: number;
  column: number;
  style: StyleName;
  /** An input that nobody owes looks milder: paler, with a dotted frame. */
  optional?: boolean;
  /** An input that was filled in beforehand: slanted, on paper too. */
  given?: boolean;
  /** Without the frame of its style: a condition draws one where the cell says something. */
  bare?: boolean;
  value?: number | string;
  /** A text that is this workbook's alone: it is kept in its cell, not among the texts that cells share. */
  own?: true;
  /** Number of the decision a printed value comes from. */
  decision?: string;
  /** Without the leading `=`. */
  formula?: string;
  /** Address of a cell further up its column whose formula this is, filled down: it is written once for all. */
  filledFrom?: string;
  result?: number | string;
  /** Excel number format. */
  format?: string;
  validation?: Validation;
  /** Part of the text that is set in bold, from an index up to, but not including, another. */
  bold?: readonly [from: number, to: number];
  /** Target of a link inside the workbook, for example `'Nguồn'!B7`. */
  link?: string;
  /** What kind of computation the formula belongs to; tests count by it. */
  tag?: string;
}

/** How a cell looks while a condition holds; the condition is written for the top left cell of `range`. */
export interface ConditionalFormat {
  range: string;
  condition: string;
  look: ConditionalLook;
}
export type ConditionalLook =
  'good' | 'better' | 'bad' | 'waiting' | 'unknown' | 'behind' | 'ahead' | 'filled' | 'whole' | 'framed';

/** A range a chart or sparkline reads, with the values it shows before anything is recalculated. */
export interface PlottedRange {
  /** Absolute, with its sheet: `'Tổng hợp'!$D$7:$D$16`. */
  reference: string;
  cached: readonly (number | string | null)[];
}

/** A native chart over the cells from `from` up to, but not including, `to`. */
export interface ChartModel {
  kind: 'stackedBar' | 'clusteredBar' | 'line';
  title: string;
  from: { row: number; column: number };
  to: { row: number; column: number };
  categories: PlottedRange;
  /** `color` is RGB without alpha, for example `2F75B5`. */
  series: { name: string; values: PlottedRange; color: string }[];
  valueFormat: string;
}

/** A line in one cell over a row of figures. */
export interface SparklineModel {
  row: number;
  column: number;
  /** With its sheet, as in {@link PlottedRange}. */
  reference: string;
}

/** A column; `outlined` ones form a group that can be folded away. */
export interface ColumnModel {
  width: number;
  hidden?: boolean;
  outlined?: boolean;
}

export type Paper = 'A3' | 'A4';

/** One sheet. */
export interface SheetModel {
  name: string;
  state: 'visible' | 'veryHidden';
  columns: ColumnModel[];
  /**
   * Row heights in points where they are not the default; hidden rows. A row that `grows` is only begun with its
   * height: programs make room for what is typed into it.
   */
  rows: Map<number, { height?: number; hidden?: boolean; grows?: boolean }>;
  /** By {@link cellIndex}, so that no cell is written twice. */
  cells: Map<number, CellModel>;
  merges: string[];
  /** Rows and columns that stay in view. */
  freeze: { rows: number; columns: number } | null;
  /** Rows repeated on every printed page. */
  titleRows: [number, number] | null;
  /** Columns repeated on every printed page. */
  titleColumns: [number, number] | null;
  /** Rows after which a printed page ends. */
  rowBreaks: number[];
  conditional: ConditionalFormat[];
  charts: ChartModel[];
  sparklines: SparklineModel[];
  /** First printed row and column. */
  printFrom: { row: number; column: number };
  /** Last printed column; null: the last used one. */
  printTo: number | null;
  /** Last printed row; null: the last used one. */
  printBottom: number | null;
  paper: Paper;
  orientation: 'landscape' | 'portrait';
  /** Shrunk to one printed page; else only to the page's width. */
  onePage: boolean;
  /** Pages side by side that the sheet is shrunk to where it is not shrunk to one. */
  pagesAcross: number;
  /** Size in points of letters whose style says none. */
  letters: number;
}

/** A whole workbook. */
export interface WorkbookModel {
  title: string;
  /** ISO date stored as the creation date, so that the same input gives the same file. */
  created: string;
  /** What stands at the foot of every printed page, before its number. */
  foot?: string;
  sheets: SheetModel[];
}

/** Index of a cell within its sheet: row-major, as Excel's 16 384 columns allow. */
export function cellIndex(row: number, column: number): number {
  return row * SHEET_COLUMNS + column;
}

/** The cell of an index of {@link cellIndex}. */
export function cellPlace(index: number): { row: number; column: number } {
  const row = Math.floor((index - 1) / SHEET_COLUMNS);
  return { row, column: index - row * SHEET_COLUMNS };
}
