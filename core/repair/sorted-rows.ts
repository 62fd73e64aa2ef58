import type { AlignedSheet } from '../returned/align/align-sheet.ts';
import type { FoundSheet } from '../returned/align/found-sheet.ts';
import { cellIndex } from '../sheet/model.ts';
import { isAsIssued, isSameIssue } from './as-issued-cell.ts';
import type { KeyAt } from './key-at.ts';
import type { NamedRows } from './printed-names.ts';
import type { KeyedSheet } from './slots.ts';

/** A block of a sheet that was sorted without the hidden column of keys. */
export interface SortedBlock {
  /** Key of each of its rows by the name printed there. */
  rows: ReadonlyMap<number, KeyAt>;
  /** Columns that went with the names; all others stayed with the keys. */
  columns: ReadonlySet<number>;
  /** Rows that hold the name of another key than stands there, or of one where none stands. */
  moved: ReadonlySet<number>;
}

/** Of so many keys that lost their name, this part may have lost it altogether: a name was overtyped or deleted. */
const LOST_NAMES = 0.2;

/**
 * The block of a sheet that was sorted while its keys stayed, if that is what happened: every name that left its
 * key stands once beside another, so that names and keys disagree in one consistent way. Which columns went along
 * is told by what was printed or filled in there when the workbook was issued; one that tells nothing goes with
 * its left neighbour. Null where names were only overtyped, and where nothing but the names themselves moved.
 */
export function sortedBlock(
  { found, aligned, keyed }: { found: FoundSheet; aligned: AlignedSheet; keyed: KeyedSheet },
  byKey: ReadonlyMap<number, string>,
  columnKeys: ReadonlyMap<number, string>,
  { byName, nameColumns }: NamedRows,
): SortedBlock | null {
  const moved = new Set([...byName].flatMap(([row, key]) => (byKey.get(row) === key ? [] : [row])));
  const named = new Set(byName.values());
  const parted = [...byKey].filter(([row, key]) => keyed.rows.has(key) && byName.get(row) !== key);
  const lost = parted.filter(([, key]) => !named.has(key));
  const keysThere = new Set(byKey.values());
  const isExchange = [...moved].every((row) => keysThere.has(byName.get(row) ?? ''));
  if (moved.size < 2 || !isExchange || lost.length > LOST_NAMES * parted.length) return null;

  const templateColumn = (column: number) => {
    const key = columnKeys.get(column);
    return (key === undefined ? undefined : keyed.columns.get(key)) ?? aligned.columns.expected(column);
  };
  const says = (column: number): 'moved' | 'stayed' | null => {
    const place = templateColumn(column);
    if (place === undefined) return null;
    let balance = 0;
    for (const row of moved) {
      const [name, key] = [keyed.rows.get(byName.get(row) ?? ''), keyed.rows.get(byKey.get(row) ?? '')];
      if (name === undefined || key === undefined) continue;
      const [ofName, ofKey] = [name, key].map((at) => keyed.sheet.cells.get(cellIndex(at, place)));
      if (isSameIssue(ofName, ofKey)) continue;
      const there = found.cells.get(cellIndex(row, column));
      if (isAsIssued(ofName, there)) balance += 1;
      else if (isAsIssued(ofKey, there)) balance -= 1;
    }
    return balance === 0 ? null : balance > 0 ? 'moved' : 'stayed';
  };
  const columns = new Set<number>(nameColumns);
  let state: 'moved' | 'stayed' = 'moved';
  const first = Math.max(...nameColumns) + 1;
  // Numbers and codes before the names went along only where what is printed there says so.
  for (let column = 1; column < first; column += 1) if (says(column) === 'moved') columns.add(column);
  const last = found.facts.cells.reduce((most, { column }) => Math.max(most, column), 0);
  for (let column = first; column <= last; column += 1) {
    state = says(column) ?? state;
    if (state === 'moved') columns.add(column);
  }
  const isMoreThanNames = [...columnKeys.keys()].some((column) => columns.has(column));
  if (!isMoreThanNames) return null;
  const rows = new Map([...byName].map(([row, key]): [number, KeyAt] => [row, { key, by: 'sorting' }]));
  return { rows, columns, moved };
}
