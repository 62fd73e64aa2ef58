import type { Severity } from '../../../core/base/finding.ts';

/** Something to be said at a cell of a returned workbook. */
export interface CellMark {
  sheet: string;
  /** Address of one cell, for example `B7`. */
  address: string;
  severity: Severity;
  /** Becomes the comment of the cell; several marks of one cell share a comment, the worst first. */
  text: string;
}

/** Why a mark could not be made. */
export type UnmarkedReason =
  /** The workbook has no sheet of this name. */
  | 'no-such-sheet'
  /** The sheet has no cells, such as a chart sheet. */
  | 'no-cells'
  /** No sheet has such a cell. */
  | 'no-such-cell'
  /** The boxes of comments stand in a drawing that cannot be changed without a loss. */
  | 'unreadable-drawing'
  /** The workbook has no cell formats to make marked ones from. */
  | 'no-styles';

/** A marked copy, and the marks it does not have. */
export interface MarkedWorkbook {
  bytes: Uint8Array;
  unmarked: { mark: CellMark; reason: UnmarkedReason }[];
}
