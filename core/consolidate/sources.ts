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

/**
 * Every figure of a consolidation with where it comes from, those that do not count and those of the province
 * itself included, column by column and in each in the order of the units.
 */
export function sourcesOf(
  { columns, rows, totals, cell }: Consolidation,
  returns: readonly StoredReturn[],
  { decisions }: Pick<Standing, 'decisions'>,
): FigureSource[] {
  const byNumber = new Map(returns.map((one) => [one.number, one]));
  const aboutReturn = grouped(decisions, (one) => (one.figure === null ? one.return : null));
  const aboutFigure = grouped(decisions, ({ figure }) => figure);
  return columns.flatMap((column) => {
    const ofProvince = totals.flatMap(({ column: key, record, own, beside }) =>
      key === column.key ? [record, own, ...beside].map((one) => one?.cell ?? null) : [],
    );
    const cells = [...ofProvince, ...rows.map(({ unit }) => cell(unit.id, column.key))];
    return cells.flatMap((one): FigureSource[] => {
      // A member's figure of the whole stands in the column of the whole.
      if (one === null || one.entry === null || one.ofWhole) return [];
      const { entry } = one;
      const of = byNumber.get(entry.return) ?? null;
      return [
        {
          column,
          cell: { ...one, entry },
          of,
          file: of && fileOf(of, entry.place),
          decisions: [
            ...(aboutReturn.get(entry.return) ?? []),
            ...(aboutFigure.get(entryKey(entry)) ?? []),
          ].sort((a, b) => a.number - b.number),
        },
      ];
    });
  });
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
