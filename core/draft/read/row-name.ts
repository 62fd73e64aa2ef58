import type { DraftCell } from '../model.ts';
import type { PlacedParagraph } from '../outline.ts';
import { nameOfColumn } from '../place-rows.ts';
import { partName } from '../sub-rows.ts';

/** What a row of a table is of: its name, behind that of the row it is a part of; of a commune's row its column. */
export function nameOfRow({ rowLabel, columnHeading, under, isOfPlace }: DraftCell): string {
  if (isOfPlace === true) return nameOfColumn(columnHeading);
  return under === undefined || rowLabel === '' ? rowLabel : `${under.label}: ${partName(rowLabel)}`;
}

/** What stands around a cell: its column, and where places name the rows the title of the table. */
export function aroundCell({ columnHeading, isOfPlace }: DraftCell, { above }: PlacedParagraph): string {
  return isOfPlace === true ? `${columnHeading} ${above[0]?.clean ?? ''}` : columnHeading;
}
