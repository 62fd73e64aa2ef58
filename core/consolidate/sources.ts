import type { Decision, KeptFile, StoredReturn } from '../store/model.ts';
import { entryKey } from '../store/entry.ts';
import type { Standing } from '../store/standing.ts';
import type { FigureCell } from './cells.ts';
import type { FigureColumn } from './columns.ts';
import type { Consolidation } from './consolidate.ts';

/** Where a figure comes from. */
export interface FigureSource {
  column: FigureColumn;
  /** With an entry. */
  cell: FigureCell & { entry: NonNullable<FigureCell['entry']> };
  of: StoredReturn | null;
  /** The file that the figure stands in; null where none was kept. */
  file: KeptFile | null;
  /** Decisions that hold about the figure or its return. */
  decisions: readonly Decision[];
}

/** A figure that came in, of a unit or of the province itself. */
export interface ReportedCell {
  column: FigureColumn;
  cell: FigureCell;
}

/**
 * Every figure of a consolidation that came in, each once, those that do not count and those of the province itself included,
 * column by column and in each in the order of the units. One after the other and without its entry: a round of the
 * country has a million.
 */
export function* reportedCells({
  columns,
  rows,
  totals,
  cell,
}: Pick<Consolidation, 'columns' | 'rows' | 'totals' | 'cell'>): Generator<ReportedCell> {
  for (const column of columns) {
    // What the planner gave stands for each body that says nothing, and a province may be one of the units.
    const said = new Map<string, Set<string>>();
    for (const { column: key, record, own, beside } of totals)
      if (key === column.key)
        for (const one of [record, own, ...beside])
          if (one?.cell && isReported(one.cell) && isFirst(one.cell, said)) yield { column, cell: one.cell };
    for (const { unit } of rows) {
      const one = cell(unit.id, column.key);
      if (isReported(one) && (!said.has(unit.id) || isFirst(one, said))) yield { column, cell: one };
    }
  }
}

/** Whether the entry of a province's cell has not been seen yet; it is seen from then on. */
function isFirst({ unit, entry }: FigureCell, said: Map<string, Set<string>>): boolean {
  const own = said.get(unit) ?? new Set<string>();
  said.set(unit, own);
  const id = `${entry?.return ?? ''}|${entry?.row ?? ''}`;
  if (own.has(id)) return false;
  own.add(id);
  return true;
}

/** A member's figure of the whole stands in the column of the whole. */
function isReported({ value, sign, ofWhole }: FigureCell): boolean {
  return (value !== null || sign !== null) && !ofWhole;
}

/** Which figures are wanted, by what they say; all of them where nothing is said. */
export type WantedCells = (cell: FigureCell) => boolean;

/** Figures of a consolidation with where they come from, in the order of {@link reportedCells}. */
export function sourcesOf(
  found: Consolidation,
  returns: readonly StoredReturn[],
  { decisions }: Pick<Standing, 'decisions'>,
  isWanted: WantedCells = () => true,
): FigureSource[] {
  const byNumber = new Map(returns.map((one) => [one.number, one]));
  const aboutReturn = grouped(decisions, (one) => (one.figure === null ? one.return : null));
  const aboutFigure = grouped(decisions, ({ figure }) => figure);
  const sources: FigureSource[] = [];
  for (const { column, cell } of reportedCells(found)) {
    if (!isWanted(cell)) continue;
    const { entry } = cell;
    if (entry === null) continue;
    const of = byNumber.get(entry.return) ?? null;
    sources.push({
      column,
      cell: { ...cell, entry },
      of,
      file: of && fileOf(of, entry.place),
      decisions: [...(aboutReturn.get(entry.return) ?? []), ...(aboutFigure.get(entryKey(entry)) ?? [])].sort(
        (a, b) => a.number - b.number,
      ),
    });
  }
  return sources;
}

/** Of a set of CSV files the one whose line the figure stands on; its place begins with its name. */
function fileOf({ files }: StoredReturn, place: string | null): KeptFile | null {
  return files.find(({ name }) => place?.startsWith(`${name}:`)) ?? files[0] ?? null;
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key | null): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
