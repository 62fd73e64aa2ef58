import { entriesOf, saysSomething } from './copies.ts';
import { keyOfEntry, type KeyedCell } from './keyed-cells.ts';

/**
 * The cell from which the reason of each row is read, and into which one is written, by row key. A row that was
 * copied has several, of which copies decide; where columns of several periods came together, the latest that
 * says something counts.
 */
export function reasonCells(cells: readonly KeyedCell[]): Map<string, KeyedCell> {
  const reasons = cells.filter(({ field }) => field === 'reason');
  const found = new Map<string, KeyedCell>();
  for (const cell of entriesOf(reasons, keyOfEntry).read) {
    const before = found.get(cell.rowKey);
    if (before === undefined || rank(cell) > rank(before)) found.set(cell.rowKey, cell);
  }
  return found;
}

function rank(cell: KeyedCell): string {
  return `${saysSomething(cell.field, cell) ? 1 : 0}|${cell.period}`;
}
