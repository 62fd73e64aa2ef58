/** A workbook that can be chosen, by what it holds. */
export interface Coverable {
  name: string;
  shapes: ReadonlySet<string>;
  /** What opening it costs, relative to the others. */
  cost: number;
}

/**
 * Names of workbooks that together hold every shape of all, cheap ones first of all where several will do:
 * always the one that adds most for its cost.
 */
export function coverOf(all: readonly Coverable[]): string[] {
  const open = new Map(all.map(({ name, shapes, cost }) => [name, { left: new Set(shapes), cost }]));
  const chosen: string[] = [];
  for (;;) {
    let best: string | null = null;
    let most = 0;
    for (const [name, { left, cost }] of open) {
      if (left.size / cost > most) {
        most = left.size / cost;
        best = name;
      }
    }
    if (best === null) return chosen;
    chosen.push(best);
    const covered = open.get(best)?.left ?? new Set();
    open.delete(best);
    for (const { left } of open.values()) for (const shape of covered) left.delete(shape);
  }
}
