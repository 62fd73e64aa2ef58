import type { Place } from '../base/finding.ts';
import type { RawCell } from './figure/cell.ts';

/** A cell for a figure, blank ones too: where it stands in the file and what it holds. */
export interface TypedCell {
  place: Place;
  raw: RawCell;
}

/** What came back, as typed. */
export interface TypedFigures {
  /** By `indicator|stratum|period|vintage`. A cell that is not here was not found, and is not judged. */
  cells: ReadonlyMap<string, TypedCell>;
  /** Text of the reason column, by row key `indicator|stratum`. */
  reasons: ReadonlyMap<string, string>;
  /** Where those stand, by the same keys; not there where a file has no cells for them. */
  reasonPlaces?: ReadonlyMap<string, Place>;
  /**
   * Cells of the template whose content nobody knows, by the same keys: their row, column or sheet is lost, or
   * the row of the file was refused. What is judged by them is not judged; they are not blank.
   */
  unknown?: ReadonlySet<string>;
}
