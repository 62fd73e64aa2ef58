/** A rectangle of cells; rows and columns count from 0. */
export interface Band {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Cuts a rectangle into bands of whole rows with at most so many cells each; a single row is never cut. */
export function bandsOf(area: Band, cells: number): Band[] {
  const height = Math.max(1, Math.floor(cells / area.columns));
  const bands: Band[] = [];
  for (let down = 0; down < area.rows; down += height) {
    bands.push({ ...area, row: area.row + down, rows: Math.min(height, area.rows - down) });
  }
  return bands;
}

/** Puts neighbours together as long as they have at most so many cells; a larger one stays alone. */
export function inBatches<Item extends Band>(bands: readonly Item[], cells: number): Item[][] {
  const batches: Item[][] = [];
  let held = Infinity;
  for (const band of bands) {
    const size = band.rows * band.columns;
    if (held + size > cells) {
      batches.push([]);
      held = 0;
    }
    batches.at(-1)?.push(band);
    held += size;
  }
  return batches;
}
