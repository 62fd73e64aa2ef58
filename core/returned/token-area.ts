import { SHEET_COLUMNS, SHEET_ROWS } from '../sheet/address.ts';

/** Cells of a sheet, its name in capitals. */
export interface Area {
  sheet: string;
  top: number;
  left: number;
  bottom: number;
  right: number;
}

const ADDRESS = String.raw`R(?:\[-?\d+\]|\d+)C(?:\[-?\d+\]|\d+)`;
const REFERENCE = new RegExp(
  String.raw`^(?:'(?<sheet>(?:[^']|'')*)'!)?(?:(?<from>${ADDRESS})(?::(?<to>${ADDRESS}))?|(?<fromColumn>C(?:\[-?\d+\]|\d+)):(?<toColumn>C(?:\[-?\d+\]|\d+)))$`,
  'u',
);
const PART = /(?<axis>[RC])(?:\[(?<by>-?\d+)\]|(?<at>\d+))/gu;

/**
 * The cells of a reference as `formulaTokens` spells it, whole columns among them.
 * @param place the cell for which the tokens were made
 * @returns null where the token is no such reference
 */
export function tokenArea(token: string, place: { sheet: string; row: number; column: number }): Area | null {
  const { sheet, from, to, fromColumn, toColumn } = REFERENCE.exec(token)?.groups ?? {};
  const [start, end] = [from ?? fromColumn, to ?? toColumn ?? from];
  if (start === undefined || end === undefined) return null;
  const [one, other] = [cornerOf(start, place), cornerOf(end, place)];
  return {
    sheet: sheet?.replaceAll("''", "'") ?? place.sheet,
    top: from === undefined ? 1 : Math.min(one.row, other.row),
    bottom: from === undefined ? SHEET_ROWS : Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.min(Math.max(one.column, other.column), SHEET_COLUMNS),
  };
}

function cornerOf(text: string, place: { row: number; column: number }): { row: number; column: number } {
  const corner = { row: place.row, column: place.column };
  for (const { groups } of text.matchAll(PART)) {
    const axis = groups?.axis === 'R' ? 'row' : 'column';
    corner[axis] = groups?.at === undefined ? corner[axis] + Number(groups?.by) : Number(groups.at);
  }
  return corner;
}
