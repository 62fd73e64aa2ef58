import { cellAddress } from '../../sheet/address.ts';
import { sheetReference } from '../../sheet/draft.ts';
import type { FigureColumn } from '../columns.ts';
import type { Consolidation } from '../consolidate.ts';
import type { Grid } from './grid.ts';
import { HEAD, SIDE, TOTAL_ROWS } from './grid.ts';

/** What stands side by side for an indicator: the figure first, as in the other sheets of totals. */
const OF_SUM = ['value', 'entered', 'of'] as const;
const OF_RATIO = [...OF_SUM, 'above', 'below'] as const;
export type CoverColumn = (typeof OF_RATIO)[number];

/** Where everything stands in the sheets of domains of a workbook that covers several. */
export interface CoverGrid extends Pick<Grid, 'groupRow' | 'reference'> {
  sheets: { name: string; columns: { column: FigureColumn; at: number; has: readonly CoverColumn[] }[] }[];
  /** Row of a file, by its place among the files. */
  fileRow: (file: number) => number;
}

/**
 * Lays out the sheets of domains: totals first, then a row for each file.
 * @param files how many there are
 */
export function coverGridOf({ columns, catalogue, groups }: Consolidation): CoverGrid {
  const sheets = [...catalogue.domains.values()].flatMap((domain) => {
    const own = columns.filter(({ indicator }) => indicator.domain === domain.id);
    let next = SIDE.state + 1;
    const placed = own.map((column) => {
      const has = column.parts === null ? OF_SUM : OF_RATIO;
      const at = next;
      next += has.length;
      return { column, at, has };
    });
    return own.length === 0 ? [] : [{ name: domain.sheet, columns: placed }];
  });
  const places = new Map(
    sheets.flatMap(({ name, columns: own }) =>
      own.map(({ column, at }) => [column.key, { name, at }] as const),
    ),
  );
  const firstGroup = HEAD.source + 1;
  const groupRows = new Map(groups.map(({ id }, at) => [id, firstGroup + at * TOTAL_ROWS.length]));
  const firstFile = firstGroup + groups.length * TOTAL_ROWS.length;
  return {
    sheets,
    fileRow: (file) => firstFile + file,
    groupRow: (group) => {
      const row = groupRows.get(group);
      if (row === undefined) throw new RangeError(`${group} has no place in the workbook.`);
      return row;
    },
    reference: (column, row, from) => {
      const place = places.get(column);
      if (!place) throw new RangeError(`${column} has no place in the workbook.`);
      const address = cellAddress(row, place.at);
      return place.name === from ? address : sheetReference(place.name, address);
    },
  };
}
