import type { AlignedSheet } from '../returned/align/align-sheet.ts';
import type { FoundSheet } from '../returned/align/found-sheet.ts';
import { cellIndex } from '../sheet/model.ts';
import { isAsIssued, isSameIssue } from './as-issued-cell.ts';
import { isBlank } from './repaired.ts';
import type { KeyedSheet } from './slots.ts';

/** Columns whose headings left their keys, with the key of the heading, and which of the two their figures go by. */
export interface ExchangedColumns {
  columns: ReadonlyMap<number, string>;
  by: 'heading' | 'nobody knows';
}

/**
 * Columns whose headings left their keys in one consistent way, with or without what stands below. Where everything
 * that is printed under the headings and between the rows of figures went along, the figures did; rows of totals
 * below them say nothing, since they are left where they are when a table is sorted. Where some of it went and some
 * stayed, or nothing tells, nobody knows. Null where only headings were typed over and all else stayed.
 * @param byKey keys of the columns as they stand over them
 * @param byHeading keys of the columns by their headings, see `columnsByName`
 */
export function exchangedColumns(
  { found, aligned, keyed }: { found: FoundSheet; aligned: AlignedSheet; keyed: KeyedSheet },
  byKey: ReadonlyMap<number, string>,
  byHeading: ReadonlyMap<number, string>,
  rowKeys: ReadonlyMap<number, string>,
  headRow: number,
): ExchangedColumns | null {
  const columns = new Map(
    [...byHeading].filter(([column, key]) => byKey.has(column) && byKey.get(column) !== key),
  );
  const keysThere = new Set([...columns.keys()].map((column) => byKey.get(column)));
  const isExchange =
    new Set(columns.values()).size === columns.size &&
    [...columns.values()].every((key) => keysThere.has(key));
  if (columns.size < 2 || !isExchange) return null;
  const lastKeyed = Math.max(...keyed.rows.values());
  const evidence = { moved: 0, stayed: 0 };
  for (const row of found.byRow.keys()) {
    const place = keyed.rows.get(rowKeys.get(row) ?? '') ?? aligned.rows.expected(row);
    if (row === headRow || place === undefined || place === aligned.keyRow || place > lastKeyed) continue;
    const inRow = { moved: 0, stayed: 0 };
    for (const [column, key] of columns) {
      const [ofHeading, ofKey] = [key, byKey.get(column) ?? ''].map((one) => {
        const at = keyed.columns.get(one);
        return at === undefined ? undefined : keyed.sheet.cells.get(cellIndex(place, at));
      });
      if (isSameIssue(ofHeading, ofKey)) continue;
      const there = found.cells.get(cellIndex(row, column));
      // A cell for figures is blank wherever it went when nobody filled it in.
      if (rowKeys.has(row) && isBlank(there?.value ?? null) && (there?.formula ?? null) === null) continue;
      if (isAsIssued(ofHeading, there)) inRow.moved += 1;
      else if (isAsIssued(ofKey, there)) inRow.stayed += 1;
    }
    // A year's figure that is the same as the year's before stands in both columns and tells nothing.
    if (inRow.moved > 0 && inRow.stayed > 0) continue;
    evidence.moved += inRow.moved;
    evidence.stayed += inRow.stayed;
  }
  const { moved, stayed } = evidence;
  if (moved === 0 && stayed > 0) return null;
  return { columns, by: stayed === 0 && moved > 0 ? 'heading' : 'nobody knows' };
}
