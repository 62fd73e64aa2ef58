import type { Consolidation } from './consolidate.ts';
import type { ColumnFigures } from './figures-in-column.ts';
import { SAID } from './figure-table.ts';
import { reportedCells } from './sources.ts';
import { eachUnit, hasUnit, type UnitSet } from './unit-set.ts';

/**
 * What became of the figures that are owed: each is known, unknown, left or missing, and these add up to what is owed.
 * `known` says a number, `-` or `x` and counts, `unknown` says `...`, `left` came in and does not count.
 */
export interface OwedCells {
  owed: number;
  /** Those that are known and count. */
  counted: number;
  unknown: number;
  left: number;
}

/** The figures of a column that are owed, with those of the whole where the column is of a group of units. */
export interface OwedColumn {
  figures: ColumnFigures;
  whole: ColumnFigures | null;
}

/**
 * The columns whose figures are owed by the units: a share that was computed is no figure of its own, and may well be left
 * blank; what a body reports of each unit is owed by that body.
 */
export function owedColumns(
  columns: Consolidation['columns'],
  figures: (column: string) => ColumnFigures,
): OwedColumn[] {
  return columns.flatMap(({ key, parts, ofBody, whole }) =>
    parts === null && !ofBody
      ? [{ figures: figures(key), whole: whole === null ? null : figures(whole) }]
      : [],
  );
}

/** Counts what each unit owes, by its place, and what became of it. @param units how many there are */
export function owedCells(columns: readonly OwedColumn[], units: number): (at: number) => OwedCells {
  const [owed, blank, unknown, left] = [count(units), count(units), count(units), count(units)];
  const times = new Map<UnitSet, number>();
  for (const { figures, whole } of columns) {
    const { counts, x, number, said } = figures;
    // Who reports the whole of itself for the whole does not owe it a second time for the group it is in.
    const asked = whole === null ? figures.asked : without(figures.asked, whole.asked);
    times.set(asked, (times.get(asked) ?? 0) + 1);
    eachUnit(
      asked.map((bits, word) => bits & ~((x[word] ?? 0) | (number[word] ?? 0))),
      (at) => {
        const isSaid = said[at] !== SAID.nothing;
        const to = !isSaid ? blank : hasUnit(counts, at) ? unknown : left;
        to[at] = (to[at] ?? 0) + 1;
      },
    );
  }
  for (const [asked, every] of times)
    eachUnit(asked, (at) => {
      owed[at] = (owed[at] ?? 0) + every;
    });
  return (at) => {
    const of = (all: Uint32Array) => all[at] ?? 0;
    const counted = of(owed) - of(blank) - of(unknown) - of(left);
    return { owed: of(owed), counted, unknown: of(unknown), left: of(left) };
  };
}

/** What all units owe together. */
export function owedInAll(rows: readonly OwedCells[]): OwedCells & { missing: number } {
  const sum = (of: keyof OwedCells) => rows.reduce((all, row) => all + row[of], 0);
  const all = { owed: sum('owed'), counted: sum('counted'), unknown: sum('unknown'), left: sum('left') };
  return { ...all, missing: all.owed - all.counted - all.unknown - all.left };
}

/**
 * All figures that came in, of the units, the province and its bodies, owed or not, each once: those that count with a
 * number, `-` or `x`, those that say `...`, and those that do not count. What several bodies report of one thing is
 * several figures and one place.
 */
export function cameIn(
  found: Pick<Consolidation, 'columns' | 'rows' | 'totals' | 'cell'>,
): Omit<OwedCells, 'owed'> & { all: number; places: number } {
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

function count(units: number): Uint32Array {
  return new Uint32Array(units);
}

function without(units: UnitSet, others: UnitSet): UnitSet {
  return units.map((bits, word) => bits & ~(others[word] ?? 0));
}
