import type { FormulaCell } from '../check/structure/facts.ts';
import type { Finding } from '../finding.ts';
import type { RepairCode } from '../messages/repair.ts';
import type { WorkbookModel } from '../workbook/model.ts';

/** What a cell holds; false and TRUE come as text. */
export type CellData = number | string;

/** A typed cell of the damaged file that has no place in the repaired one, or one that has to be looked at. */
export interface Noted {
  sheet: string;
  /** Address in the damaged file. */
  cell: string;
  /** `indicator|stratum` or the key of a series, with the period where it is known; null without a key. */
  key: string | null;
  /** Words of the same row, for people. */
  label: string | null;
  value: CellData;
  /** Why; rendered from the table of messages. */
  finding: Finding<RepairCode>;
  /** The words of an earlier repair, which listed it already; they stand for the finding's. */
  why?: string;
}

/** A comment on a cell of the damaged file. */
export interface CellComment {
  sheet: string;
  cell: string;
  text: string;
}

/** A text box of the damaged file, or another shape with words in it. */
export interface TextBox {
  sheet: string;
  /** Cell under its upper left corner. */
  cell: string;
  text: string;
}

/** The pictures of a sheet, and its drawings without words. */
export interface Pictures {
  sheet: string;
  /** Cell under the upper left corner of the first. */
  cell: string;
  count: number;
}

/** What lies on the sheets of a damaged file beside the content of their cells. */
export interface BesideCells {
  comments: readonly CellComment[];
  textBoxes: readonly TextBox[];
  pictures: readonly Pictures[];
}

/** How much was put back. */
export interface Placed {
  figures: number;
  /** Marks and reasons. */
  remarks: number;
  ownVerdicts: number;
  /** Years, values and sources of baselines. */
  baselines: number;
  /** Entries of the cover. */
  cover: number;
  /** Figures and baselines whose cells are gone, as they were filled in when the workbook was issued. */
  asIssued: number;
}

/** A repaired workbook. */
export interface Repaired {
  model: WorkbookModel;
  /** In the order of the damaged file. */
  unplaced: readonly Noted[];
  /** Put back by printed words instead of keys, or otherwise to be looked at. */
  toVerify: readonly Noted[];
  placed: Placed;
}

/** Whether a cell holds nothing that anybody could miss. */
export function isBlank(value: FormulaCell['value']): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/** A cell's content as it is written again: errors and truth values as their words. */
export function cellData(value: FormulaCell['value']): CellData {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value === null) return '';
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : value.error;
}
