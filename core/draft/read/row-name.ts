import type { DraftCell } from '../model.ts';
import { partName } from '../sub-rows.ts';

/** What a row of a table is of: its name, behind that of the row it is a part of. */
export function nameOfRow({ rowLabel, under }: DraftCell): string {
  return under === undefined || rowLabel === '' ? rowLabel : `${under.label}: ${partName(rowLabel)}`;
}
