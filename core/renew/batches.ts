import type { Link } from '../unit/link.ts';
import type { RollOverInput } from './input.ts';

/** What is carried over at a time: a part of the input, with everything that its units were made of. */
export interface Batch extends Pick<RollOverInput, 'earlier' | 'cells' | 'given'> {
  /** Places of its earlier figures among all. */
  places: readonly number[];
}

/**
 * Puts units together between which something passed, and of those that have nothing to do with each other so many
 * that a batch has about `most` cells and figures: what is found out on the way is let go with it.
 */
export function batchesOf(input: RollOverInput, links: readonly Link[], most: number): Batch[] {
  const { earlier, cells, given } = input;
  if (cells.cells.length + earlier.length <= most)
    return [{ earlier, cells, given, places: [...earlier.keys()] }];
  const groundOf = groundsOf(links);
  const sizes = new Map<string, number>();
  for (const { unit } of [...cells.cells, ...earlier])
    sizes.set(groundOf(unit), (sizes.get(groundOf(unit)) ?? 0) + 1);
  const numbers = new Map<string, number>();
  let [number, size] = [0, 0];
  for (const [ground, own] of sizes) {
    if (size > 0 && size + own > most) [number, size] = [number + 1, 0];
    numbers.set(ground, number);
    size += own;
  }
  const by = <Row extends { unit: string }>(rows: readonly Row[]): Row[][] => {
    const parts = Array.from({ length: number + 1 }, (): Row[] => []);
    for (const row of rows) parts[numbers.get(groundOf(row.unit)) ?? 0]?.push(row);
    return parts;
  };
  const places = by(earlier.map(({ unit }, at) => ({ unit, at })));
  const [figures, baselines] = [by(given.figures), by(given.baselines)];
  const [ofCells, ofBaselines] = [by(cells.cells), by(cells.baselines)];
  return by(earlier).map((own, at) => ({
    earlier: own,
    places: places[at]?.map((one) => one.at) ?? [],
    cells: { cells: ofCells[at] ?? [], baselines: ofBaselines[at] ?? [] },
    given: { figures: figures[at] ?? [], baselines: baselines[at] ?? [] },
  }));
}

/** One name for all units that links lead between, directly or over others. */
function groundsOf(links: readonly Link[]): (unit: string) => string {
  const above = new Map<string, string>();
  const top = (unit: string): string => {
    let at = unit;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
    if (at !== unit) above.set(unit, at);
    return at;
  };
  for (const { old, new: later } of links) {
    const [one, other] = [top(old), top(later)];
    if (one !== other) above.set(one, other);
  }
  return top;
}
