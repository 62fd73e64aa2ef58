import type { Consolidation } from './consolidate.ts';
import type { OwedCells } from './owed-cells.ts';
import { reportedCells } from './sources.ts';

/** How many figures came in, and what became of them. */
export interface CameIn extends Omit<OwedCells, 'owed'> {
  all: number;
  /** Of how many things they are: units, figures. */
  places: number;
}

/**
 * All figures that came in, of the units, the province and its bodies, owed or not, each once: those that count with a
 * number, `-` or `x`, those that say `...`, and those that do not count. What several bodies report of one thing is
 * several figures and one place.
 */
export function cameIn(found: Pick<Consolidation, 'columns' | 'rows' | 'totals' | 'cell'>): CameIn {
  const places = new Set<string>();
  const provinces = new Set(
    found.totals.flatMap(({ record, own, beside }) =>
      [record, own, ...beside].flatMap((one) => one?.cell?.unit ?? []),
    ),
  );
  const result = { all: 0, counted: 0, unknown: 0, left: 0, places: 0 };
  for (const { column, cell } of reportedCells(found)) {
    result.all += 1;
    if (!cell.counts) result.left += 1;
    else if (cell.sign === '...') result.unknown += 1;
    else result.counted += 1;
    // Below a province each unit is the only one who reports for itself, and there may be a million of figures.
    if (provinces.has(cell.unit)) places.add(`${cell.unit}|${column.key}`);
    else result.places += 1;
  }
  return { ...result, places: result.places + places.size };
}
