import { cellIndex, type CellModel, type SheetModel } from '../../sheet/model.ts';
import type { FoundSheet } from './found-sheet.ts';
import { keyedPart, type KeyedPart } from './keyed-part.ts';
import { linkByNeighbours } from './neighbours.ts';
import { Pairing } from './pairing.ts';

/** An expected sheet beside the returned one, with what stands where now. */
export interface AlignedSheet extends KeyedPart {
  /** Place of the sheet in the expected workbook. */
  index: number;
  found: FoundSheet;
  rows: Pairing;
  columns: Pairing;
}

/** Cells people fill in: never compared with what was issued. */
export function isInput({ style }: CellModel): boolean {
  return style === 'input' || style === 'inputText';
}

/**
 * Finds the expected rows and columns of a sheet in the returned one, whatever was inserted, sorted or
 * moved: by their keys first, then by the printed words of a row and the printed values under a column,
 * and what has neither (rows of formulas only) by its neighbours.
 * @param isAsIssued whether it {@link standsWhereIssued}
 */
export function alignSheet(
  index: number,
  expected: SheetModel,
  found: FoundSheet,
  isAsIssued = standsWhereIssued(expected, found),
): AlignedSheet {
  const aligned: AlignedSheet = {
    ...keyedPart(expected),
    index,
    found,
    rows: new Pairing(),
    columns: new Pairing(),
  };
  if (isAsIssued) {
    const rows = new Set<number>();
    const columns = new Set<number>();
    for (const { row, column } of expected.cells.values()) {
      rows.add(row);
      columns.add(column);
    }
    for (const row of rows) aligned.rows.link(row, row);
    for (const column of columns) aligned.columns.link(column, column);
    return aligned;
  }
  const byRow = groupBy(expected, ({ row }) => row);
  const byColumn = groupBy(expected, ({ column }) => column);
  linkKeys(aligned);
  linkRowsByWords(aligned, byRow);
  linkColumnsByValues(aligned, byRow);
  const keyedRows = new Set(byColumn.get(aligned.keyColumn ?? 0)?.map(({ row }) => row));
  const keyedColumns = new Set(byRow.get(aligned.keyRow ?? 0)?.map(({ column }) => column));
  const columnPass = (mayBeBlank: (column: number) => boolean) =>
    linkByNeighbours(aligned.columns, byColumn, mayBeBlank, lastOf(found, 'column'), (cell, column) => {
      const row = aligned.rows.found(cell.row);
      return row === undefined ? null : (found.cells.get(cellIndex(row, column)) ?? null);
    });
  // Columns whose rows are not placed yet show nothing in the first pass.
  columnPass(() => false);
  linkByNeighbours(
    aligned.rows,
    byRow,
    (row) => !keyedRows.has(row),
    lastOf(found, 'row'),
    (cell, row) => {
      const column = aligned.columns.found(cell.column);
      return column === undefined ? null : (found.cells.get(cellIndex(row, column)) ?? null);
    },
  );
  columnPass((column) => !keyedColumns.has(column));
  return aligned;
}

/** Every word and key stands where it was printed, every formula where a formula was. */
export function standsWhereIssued(expected: SheetModel, found: FoundSheet): boolean {
  for (const cell of expected.cells.values()) {
    const there = found.cells.get(cellIndex(cell.row, cell.column));
    if (cell.formula !== undefined) {
      if (typeof there?.formula !== 'string') return false;
    } else if (typeof cell.value === 'string' && !isInput(cell) && there?.value !== cell.value) {
      return false;
    }
  }
  return true;
}

function groupBy(sheet: SheetModel, place: (cell: CellModel) => number): Map<number, CellModel[]> {
  const groups = new Map<number, CellModel[]>();
  for (const cell of sheet.cells.values()) {
    const group = groups.get(place(cell));
    if (group) group.push(cell);
    else groups.set(place(cell), [cell]);
  }
  return groups;
}

function linkKeys(aligned: AlignedSheet): void {
  const { found, rows, columns, keyRow, keyColumn, keyedRows, keyedColumns } = aligned;
  const keys = new Map(keyedRows.map(({ key, row }) => [key, row]));
  const columnKeys = new Map(keyedColumns.map(({ key, column }) => [key, column]));
  const foundMarker = found.keys.marker;
  if (keyRow !== null && keyColumn !== null && foundMarker) {
    rows.link(keyRow, foundMarker.row);
    columns.link(keyColumn, foundMarker.column);
  }
  for (const { column, key } of found.keys.columns) {
    const place = columnKeys.get(key);
    if (place !== undefined) columns.link(place, column);
  }
  const there = foundMarker?.column ?? columnHolding(found, keys);
  if (keyColumn === null || there === null) return;
  columns.link(keyColumn, there);
  for (const { row, column, value } of found.facts.cells) {
    const place = column === there && typeof value === 'string' ? keys.get(value) : undefined;
    if (place !== undefined) rows.link(place, row);
  }
}

/** The column of a returned sheet that holds most of the keys; null where none holds any. */
function columnHolding(found: FoundSheet, keys: ReadonlyMap<string, number>): number | null {
  const counts = new Map<number, number>();
  for (const { column, value } of found.facts.cells) {
    if (typeof value === 'string' && keys.has(value)) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

const HAS_LETTER = /\p{L}/u;

/** Rows without a key are known by all their words, or else by those with letters, or by the first. */
function linkRowsByWords(aligned: AlignedSheet, byRow: ReadonlyMap<number, readonly CellModel[]>): void {
  const { found, rows, columns, keyColumn } = aligned;
  const foundKeyColumn = keyColumn === null ? undefined : columns.found(keyColumn);
  const expectedWords = new Map<number, string[]>();
  for (const [row, cells] of byRow) {
    if (rows.found(row) !== undefined) continue;
    const words = cells.filter((cell) => cell.column !== keyColumn && !isInput(cell));
    expectedWords.set(row, wordsOf(words));
  }
  const foundWords = new Map<number, string[]>();
  for (const [row, cells] of found.byRow) {
    if (rows.expected(row) !== undefined) continue;
    foundWords.set(row, wordsOf(cells.filter((cell) => cell.column !== foundKeyColumn)));
  }
  const signatures: ((words: readonly string[]) => string)[] = [
    (words) => [...words].sort().join('\u0001'),
    // A program may have made numbers of the texts that look like one (xlsx-populate 1.21.0).
    (words) =>
      words
        .filter((word) => HAS_LETTER.test(word))
        .sort()
        .join('\u0001'),
    (words) => words[0] ?? '',
  ];
  for (const signature of signatures) {
    const [before, after] = [places(expectedWords, signature), places(foundWords, signature)];
    for (const [text, expectedRows] of before) {
      const foundRows = after.get(text);
      // Rows that read the same can only be told apart while none of them is gone and none was added.
      if (text === '' || foundRows?.length !== expectedRows.length) continue;
      expectedRows.forEach((row, at) => {
        const there = foundRows[at];
        if (there === undefined || !rows.link(row, there)) return;
        expectedWords.delete(row);
        foundWords.delete(there);
      });
    }
  }
}

function wordsOf(
  cells: readonly { column: number; value?: unknown; formula?: string | null | undefined }[],
): string[] {
  return [...cells]
    .sort((a, b) => a.column - b.column)
    .flatMap(({ value, formula }) =>
      (typeof value === 'string' || typeof value === 'number') &&
      value !== '' &&
      (formula === undefined || formula === null)
        ? // A printed number that is text may have become one ("Convert to number").
          [String(value)]
        : [],
    );
}

function places(
  rows: ReadonlyMap<number, readonly string[]>,
  signature: (words: readonly string[]) => string,
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [row, words] of [...rows].sort(([a], [b]) => a - b)) {
    const text = signature(words);
    const there = found.get(text);
    if (there) there.push(row);
    else found.set(text, [row]);
  }
  return found;
}

/** A column without a key is where most of its printed values are, counting values a row holds once. */
function linkColumnsByValues(aligned: AlignedSheet, byRow: ReadonlyMap<number, readonly CellModel[]>): void {
  const { found, rows, columns } = aligned;
  const votes = new Map<string, { column: number; there: number; count: number }>();
  for (const [row, cells] of byRow) {
    const foundRow = rows.found(row);
    if (foundRow === undefined) continue;
    const values = columnOfValue(found.byRow.get(foundRow) ?? []);
    const printed = cells.filter((cell) => !isInput(cell));
    for (const [value, column] of columnOfValue(printed)) {
      const there = values.get(value);
      if (column === null || there === undefined || there === null) continue;
      const ballot = `${column}:${there}`;
      const vote = votes.get(ballot) ?? { column, there, count: 0 };
      vote.count += 1;
      votes.set(ballot, vote);
    }
  }
  const order = [...votes.values()].sort((a, b) => b.count - a.count);
  for (const { column, there } of order) columns.link(column, there);
}

/** Column of each typed value of a row; null for a value that stands in several. */
function columnOfValue(
  cells: readonly { column: number; value?: unknown; formula?: string | null | undefined }[],
): Map<string | number, number | null> {
  const columns = new Map<string | number, number | null>();
  for (const { column, value, formula } of cells) {
    if ((typeof value !== 'string' && typeof value !== 'number') || value === '') continue;
    if (formula !== undefined && formula !== null) continue;
    columns.set(value, columns.has(value) ? null : column);
  }
  return columns;
}

function lastOf(found: FoundSheet, axis: 'row' | 'column'): number {
  return found.facts.cells.reduce((last, cell) => Math.max(last, cell[axis]), 0);
}
