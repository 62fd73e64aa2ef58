/**
 * Finding cells by keys that stand in a column and a row of the sheet itself, where people may have sorted, moved
 * and copied everything: a marker says where the two cross.
 */

/** A cell as far as keys go: any reader's, or the workbook's own model's. */
export interface KeyCell {
  row: number;
  column: number;
  value?: unknown;
}

/** How keys are told from other texts. */
export interface KeySigns<Column extends object> {
  /** Whether a text in the key column is the key of its row. */
  row: (text: string) => boolean;
  /** What a text in the key row says of its column; null where it is no key. */
  column: (text: string) => Column | null;
}

export interface KeyedRow {
  row: number;
  key: string;
}

export type KeyedColumn<Column extends object> = Column & { column: number; key: string };

/** The keys of a sheet in the order of its cells; the same key may stand twice. */
export interface KeyedLines<Column extends object> {
  rows: readonly KeyedRow[];
  columns: readonly KeyedColumn<Column>[];
}

/** The keys of a sheet beside its first marker; none where there is no marker. */
export interface Keys<Column extends object> extends KeyedLines<Column> {
  marker: { row: number; column: number } | null;
}

/**
 * Reads the keys beside and below the marker, in one pass over the cells.
 * @param signs with the text of the cell where the key row and the key column cross
 */
export function keysOf<Column extends object>(
  cells: Iterable<KeyCell>,
  signs: KeySigns<Column> & { marker: string },
): Keys<Column> {
  let marker: Keys<Column>['marker'] = null;
  const lines = { rows: [], columns: [] };
  // On a sheet in reading order the marker comes first; texts before it are kept for one in another order.
  const before: KeyCell[] = [];
  for (const cell of cells) {
    if (typeof cell.value !== 'string') continue;
    if (marker !== null) take(lines, cell, marker, signs);
    else if (cell.value !== signs.marker) before.push(cell);
    else {
      marker = { row: cell.row, column: cell.column };
      for (const earlier of before) take(lines, earlier, marker, signs);
    }
  }
  return { marker, ...lines };
}

/**
 * Reads the keys of a row and a column that are known otherwise than by a marker.
 * @param at null for an axis without keys
 */
export function keysAt<Column extends object>(
  cells: Iterable<KeyCell>,
  at: { row: number | null; column: number | null },
  signs: KeySigns<Column>,
): KeyedLines<Column> {
  const lines = { rows: [], columns: [] };
  for (const cell of cells) take(lines, cell, at, signs);
  return lines;
}

function take<Column extends object>(
  lines: { rows: KeyedRow[]; columns: KeyedColumn<Column>[] },
  { row, column, value }: KeyCell,
  at: { row: number | null; column: number | null },
  signs: KeySigns<Column>,
): void {
  if (typeof value !== 'string') return;
  if (row === at.row) {
    const said = signs.column(value);
    if (said !== null) lines.columns.push({ ...said, column, key: value });
  } else if (column === at.column && signs.row(value)) lines.rows.push({ row, key: value });
}

/**
 * What stands where keyed rows and keyed columns cross: a line of cells for each keyed row, in the order of the
 * keys, undefined for a cell that the sheet does not have.
 */
export function crossings<Cell extends KeyCell>(
  cells: Iterable<Cell>,
  { rows, columns }: KeyedLines<object>,
): (Cell | undefined)[][] {
  const columnAt = new Map(columns.map(({ column }, at) => [column, at]));
  const lines = rows.map(() => new Array<Cell | undefined>(columns.length).fill(undefined));
  const lineAt = new Map(rows.map(({ row }, at) => [row, lines[at]]));
  for (const cell of cells) {
    const line = lineAt.get(cell.row);
    if (line === undefined) continue;
    const at = columnAt.get(cell.column);
    if (at !== undefined) line[at] = cell;
  }
  return lines;
}
