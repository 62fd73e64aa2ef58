import type { FormulaCell } from '../sheet/facts.ts';
import type { Finding, Language } from '../base/finding.ts';
import type { RepairCode } from './messages.ts';
import type { WorkbookModel } from '../sheet/model.ts';

/** What a cell holds; false and TRUE come as text. */
export type CellData = number | string;

/** A typed cell of the damaged file that has no place in the repaired one, or one that has to be looked at. */
export interface Noted {
  sheet: string;
  /** Address in the damaged file. */
  cell: string;
  /** `indicator|stratum` or the key of a series, with the period where it is known; null without a key. */
  key: string | null;
  /** What the key stands for, as people call it; null without a key. */
  about: Record<Language, string> | null;
  /** Words of the same row, for people. */
  label: string | null;
  value: CellData;
  /** Why; rendered from the table of messages. */
  finding: Finding<RepairCode>;
  /** The words of an earlier repair, which listed it already; they stand for the finding's. */
  why?: string;
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

/** What a repair could not put back as it was. */
export interface NotedLists {
  /** In the order of the damaged file. */
  unplaced: readonly Noted[];
  /** Put back by printed words instead of keys, or otherwise to be looked at. */
  toVerify: readonly Noted[];
  /**
   * What is blank in the repaired workbook because its row, column or sheet is gone from the file; places are those
   * of the repaired workbook.
   */
  leftBlank: readonly Noted[];
}

/** A repaired workbook. */
export interface Repaired extends NotedLists {
  model: WorkbookModel;
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
