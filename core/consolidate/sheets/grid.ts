import { cellAddress } from '../../sheet/address.ts';
import { sheetReference } from '../../sheet/draft.ts';
import { ALL, type Consolidation } from '../consolidate.ts';
import type { FigureColumn } from '../columns.ts';
import type { TotalGroup } from '../totals.ts';

/** Rows of the heads of a domain's sheet; its first row holds the keys and is hidden. */
export const HEAD = {
  title: 2,
  subtitle: 3,
  marks: 4,
  indicator: 5,
  stratum: 6,
  unit: 7,
  adds: 8,
  source: 9,
};

/** Columns before the figures: hidden key, id, name, state. */
export const SIDE = { key: 1, id: 2, name: 3, state: 4 };

/** Rows of a group's totals, from its first. */
export const TOTAL_ROWS = ['total', 'entered', 'of', 'whole', 'record', 'own', 'decided', 'by'] as const;
export type TotalRow = (typeof TOTAL_ROWS)[number];

/** Where everything stands: units and groups have the same row in every sheet of a domain. */
export interface Grid {
  /** Domains that have a column, in the catalogue's order. */
  sheets: { name: string; columns: { column: FigureColumn; at: number }[] }[];
  /** First row of a group's totals. */
  groupRow: (group: string) => number;
  /** Ids of the units from the first row on. */
  units: readonly string[];
  unitRow: (unit: string) => number;
  /** A cell of a column, seen from another sheet where it has to be. */
  reference: (column: string, row: number, from: string) => string;
  /** The figures of a group's units in a column. */
  range: (column: string, group: TotalGroup, from: string) => string;
  /** The marks beside them. */
  marks: (column: string, group: TotalGroup) => string;
  /** The sheet and number of a column. */
  place: (column: string) => { sheet: string; at: number };
}

/** Mark of a unit that has no figure to give, where others have: its fill alone would be lost in print. */
export const NOT_ASKED = 'k';

/** Each figure has a column of its own, and beside it one for its mark. */
const COLUMNS_PER_FIGURE = 2;

/** Lays out the sheets of a consolidation: totals before the units, as in Vietnamese statistical tables. */
export function gridOf({
  columns,
  catalogue,
  groups,
}: Pick<Consolidation, 'columns' | 'catalogue' | 'groups'>): Grid {
  const sheets = [...catalogue.domains.values()].flatMap((domain) => {
    const own = columns.filter(({ indicator }) => indicator.domain === domain.id);
    const placed = own.map((column, at) => ({ column, at: SIDE.state + 1 + at * COLUMNS_PER_FIGURE }));
    return own.length === 0 ? [] : [{ name: domain.sheet, columns: placed }];
  });
  const places = new Map(
    sheets.flatMap(({ name, columns: own }) =>
      own.map(({ column, at }) => [column.key, { sheet: name, at }] as const),
    ),
  );
  const firstGroup = HEAD.source + 1;
  const groupRows = new Map(groups.map(({ id }, at) => [id, firstGroup + at * TOTAL_ROWS.length]));
  const [all, ...parts] = groups;
  // Units of a group stand together, so that its formulas have one range.
  const units = [...new Set([...parts.flatMap(({ members }) => members), ...(all?.members ?? [])])];
  const firstUnit = firstGroup + groups.length * TOTAL_ROWS.length;
  const unitRows = new Map(units.map((id, at) => [id, firstUnit + at]));
  const place = (column: string) => found(places.get(column), column);
  const unitRow = (unit: string) => found(unitRows.get(unit), unit);
  const reference: Grid['reference'] = (column, row, from) => {
    const { sheet, at } = place(column);
    const address = cellAddress(row, at);
    return sheet === from ? address : sheetReference(sheet, address);
  };
  const rowsOf = ({ id, members }: TotalGroup) => {
    const top = id === ALL ? firstUnit : unitRow(members[0] ?? id);
    return [top, top + members.length - 1] as const;
  };
  return {
    sheets,
    units,
    place,
    unitRow,
    reference,
    groupRow: (group) => found(groupRows.get(group), group),
    range: (column, group, from) => {
      const [top, bottom] = rowsOf(group);
      return `${reference(column, top, from)}:${cellAddress(bottom, place(column).at)}`;
    },
    marks: (column, group) => {
      const [top, bottom] = rowsOf(group);
      const { at } = place(column);
      return `${cellAddress(top, at + 1)}:${cellAddress(bottom, at + 1)}`;
    },
  };
}

function found<Value>(value: Value | undefined, key: string): Value {
  if (value === undefined) throw new RangeError(`${key} has no place in the workbook.`);
  return value;
}
