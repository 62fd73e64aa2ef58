import type { Consolidation } from '../consolidate.ts';
import type { Part } from '../parts.ts';
import type { BookRequest } from './request.ts';

/** What is known of a part once its workbook is written. */
export type PartTotals = Pick<Consolidation, 'columns' | 'catalogue' | 'groups' | 'rows' | 'totals'>;

/** A workbook of several, as it was written. */
export interface WrittenPart {
  part: Part;
  name: string;
  /** Name of the file, and the SHA-256 of its bytes. */
  file: string;
  sha256: string;
  /** What its units come to, under the group of all units; their figures stand in the file alone. */
  found: PartTotals;
}

/** What the workbook is made from that covers several. */
export interface CoverRequest extends BookRequest {
  /** Of the provinces themselves only: those of units stand in the files. */
  sources: BookRequest['sources'];
  /** In the order of the provinces of the round. */
  parts: readonly WrittenPart[];
}
