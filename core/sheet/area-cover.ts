import { parseAddress } from './address.ts';
import { cellIndex } from './model.ts';

/** A rectangle of cells. */
export interface Rectangle {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Ranges up to this many cells are kept cell by cell; few are larger, and those are tried one by one. */
const SMALL = 4_096;

/** Of so few ranges each is tried: our own sheets have no more conditional formats. */
const FEW = 24;

/** Reads `B7:E7` or `B7`; null for anything else. */
export function parseRange(range: string): Rectangle | null {
  const [from = '', to = from] = range.split(':');
  const [start, end] = [parseAddress(from), parseAddress(to)];
  if (!start || !end) return null;
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  };
}

/** A test for cells that at least one of the ranges covers; equal ranges are looked at once. */
export function coverOf(ranges: Iterable<string>): (row: number, column: number) => boolean {
  const cells = new Set<number>();
  const large: Rectangle[] = [];
  const distinct = new Set(ranges);
  for (const range of distinct) {
    const area = parseRange(range);
    if (!area) continue;
    if (distinct.size <= FEW || (area.bottom - area.top + 1) * (area.right - area.left + 1) > SMALL) {
      large.push(area);
      continue;
    }
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) cells.add(cellIndex(row, column));
    }
  }
  return (row, column) =>
    cells.has(cellIndex(row, column)) ||
    large.some(
      ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
    );
}

/** Places of a set that lie in a span; looks at whichever is smaller. */
export function within(places: ReadonlySet<number>, from: number, to: number): number[] {
  if (to - from >= places.size) return [...places].filter((place) => place >= from && place <= to);
  const found: number[] = [];
  for (let place = from; place <= to; place += 1) if (places.has(place)) found.push(place);
  return found;
}
