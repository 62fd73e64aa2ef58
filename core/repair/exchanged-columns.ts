import type { AlignedSheet } from '../returned/align/align-sheet.ts';
import type { FoundSheet } from '../returned/align/found-sheet.ts';
import { cellIndex } from '../sheet/model.ts';
import { isAsIssued, isSameIssue } from './as-issued-cell.ts';
import type { KeyedSheet } from './slots.ts';

/**
 * Columns that changed places with everything below the row of keys: their headings left their keys in one
 * consistent way, and what the template prints or computes in them went along with the headings. Null where only
 * headings were typed over, and where nothing else tells.
 * @param byKey keys of the columns as they stand over them
 * @param byHeading keys of the columns by their headings, see `columnsByName`
 * @returns the columns that moved, with the key that goes by the heading
 */
export function exchangedColumns(
  { found, aligned, keyed }: { found: FoundSheet; aligned: AlignedSheet; keyed: KeyedSheet },
  byKey: ReadonlyMap<number, string>,
  byHeading: ReadonlyMap<number, string>,
  rowKeys: ReadonlyMap<number, string>,
  headRow: number,
): ReadonlyMap<number, string> | null {
  const moved = new Map(
    [...byHeading].filter(([column, key]) => byKey.has(column) && byKey.get(column) !== key),
  );
  const keysThere = new Set([...moved.keys()].map((column) => byKey.get(column)));
  const isExchange =
    new Set(moved.values()).size === moved.size && [...moved.values()].every((key) => keysThere.has(key));
  if (moved.size < 2 || !isExchange) return null;
  let balance = 0;
  for (const row of found.byRow.keys()) {
    const place = keyed.rows.get(rowKeys.get(row) ?? '') ?? aligned.rows.expected(row);
    if (row === headRow || place === undefined || place === aligned.keyRow) continue;
    for (const [column, key] of moved) {
      const [ofHeading, ofKey] = [key, byKey.get(column) ?? ''].map((one) => {
        const at = keyed.columns.get(one);
        return at === undefined ? undefined : keyed.sheet.cells.get(cellIndex(place, at));
      });
      if (isSameIssue(ofHeading, ofKey)) continue;
      const there = found.cells.get(cellIndex(row, column));
      if (isAsIssued(ofHeading, there)) balance += 1;
      else if (isAsIssued(ofKey, there)) balance -= 1;
    }
  }
  return balance > 0 ? moved : null;
}
