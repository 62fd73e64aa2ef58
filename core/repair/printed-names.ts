import type { FormulaCell } from '../sheet/facts.ts';
import type { FoundSheet } from '../returned/align/found-sheet.ts';
import { fold } from '../base/text.ts';
import { cellIndex, type CellModel } from '../sheet/model.ts';
import { COMMUNE_HEAD } from '../workbook/commune-layout.ts';
import type { KeyedSheet } from './slots.ts';

/**
 * What is printed beside keyed rows and over keyed columns: the last way to find them in a sheet that has
 * lost its keys. Only what is unique in the template and in the sheet counts.
 */

const NUMBER_HEAD = 'TT';
const UNIT_HEAD = 'Đơn vị tính';
/** What layout 2 printed behind the name of a share that is typed only where its parts are not. */
const FORMER_ENDING = ' (nhập khi chỉ có số đã công bố)';
/** Two words over a table may be there by chance. */
const FEWEST_HEADS = 3;

/** Key of each row of a template's sheet by its printed number, name and unit; of a commune's by its name alone. */
export interface PrintedRows {
  /** How many texts stand for a row, from number to unit. */
  length: number;
  keys: ReadonlyMap<string, string>;
}

/** Printed words of a keyed sheet. */
export interface PrintedNames {
  rows: PrintedRows;
  /** The same by name and unit, for a sheet whose numbers stayed where they were. */
  rowsByNameAlone: PrintedRows;
  /** Key of each keyed column by its heading, and in the table by commune by its heading with the period below it. */
  columns: ReadonlyMap<string, string>;
  /** Every heading of the table, keyed or not. */
  heads: ReadonlySet<string>;
}

/** What the template prints beside its keys. */
export function printedNames({ sheet, rows, columns }: KeyedSheet): PrintedNames {
  const head = headRow(sheet.cells.values(), Math.min(...rows.values()));
  const words = new Map(head.map(({ column, value }) => [column, fold(String(value))]));
  const columnOf = (text: string) => [...words].find(([, word]) => word === text)?.[0];
  // Numbers and codes of communes do not always go along when names and figures are sorted.
  const communes = columnOf(fold(COMMUNE_HEAD));
  const [from = 2, to = 4] =
    communes === undefined ? [columnOf(NUMBER_HEAD), columnOf(UNIT_HEAD)] : [communes, communes];
  const printedFrom = (first: number): PrintedRows => {
    const length = to - first + 1;
    const signed = [...rows].map(([key, row]): [string, string] => [
      signature(Array.from({ length }, (_, at) => sheet.cells.get(cellIndex(row, first + at))?.value ?? '')),
      key,
    ]);
    return { length, keys: onlyOnce(signed) };
  };
  const headed = [...columns].map(([key, column]): [string, string] => [words.get(column) ?? '', key]);
  const headedTwice = [...columns].map(([key, column]): [string, string] => {
    const below = sheet.cells.get(cellIndex((head[0]?.row ?? 0) + 1, column))?.value;
    return [withBelow(words.get(column), below), key];
  });
  return {
    rows: printedFrom(from),
    rowsByNameAlone: printedFrom(Math.min(from + 1, to)),
    columns: new Map([...onlyOnce(headed), ...(communes === undefined ? [] : onlyOnce(headedTwice))]),
    heads: new Set(words.values()),
  };
}

/** Rows of a sheet that are known by what is printed there, and the columns in which that stands. */
export interface NamedRows {
  byName: ReadonlyMap<number, string>;
  nameColumns: readonly number[];
}

/**
 * Keys of the rows of a sheet whose printed number, name and unit stand there once; of those with name and unit where
 * there are more, since the numbers stayed when the rest was sorted.
 */
export function rowsByName(
  found: FoundSheet,
  { rows, rowsByNameAlone }: Pick<PrintedNames, 'rows' | 'rowsByNameAlone'>,
): NamedRows {
  const [numbered, alone] = [rows, rowsByNameAlone].map((printed): NamedRows => {
    const matched = inNameColumns(found, printed);
    const once = onlyOnce(matched.map(({ key, row }): [string, number] => [key, row]));
    return {
      byName: new Map([...once].map(([key, row]) => [row, key])),
      nameColumns: [...new Set(matched.flatMap(({ columns }) => columns))],
    };
  }) as [NamedRows, NamedRows];
  return alone.byName.size > numbered.byName.size ? alone : numbered;
}

/** A name that stands alone may also be part of what somebody wrote: only the column with most of them counts. */
function inNameColumns(found: FoundSheet, printed: PrintedRows): ReturnType<typeof matches> {
  const matched = matches(found, printed);
  if (printed.length > 1) return matched;
  const counts = new Map<number, number>();
  for (const { columns } of matched)
    for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return matched.filter(({ columns }) => columns[0] === most?.[0]);
}

/** The rows of a sheet that hold what is printed beside a key. */
function matches(
  found: FoundSheet,
  { length, keys }: PrintedRows,
): { key: string; row: number; columns: number[] }[] {
  return [...found.byRow].flatMap(([row, cells]) => {
    const typed = typedCells(cells);
    return typed.flatMap((_, at) => {
      const texts = typed.slice(at, at + length);
      const key = keys.get(signature(texts.map(({ value }) => value)));
      return key === undefined ? [] : [{ key, row, columns: texts.map(({ column }) => column) }];
    });
  });
}

/** Keys of the columns of a sheet whose heading stands once in the row of headings, and that row; 0 for none. */
export function columnsByName(
  found: FoundSheet,
  { columns, heads }: PrintedNames,
): { headRow: number; keyed: ReadonlyMap<number, string> } {
  let best: { row: number; words: [string, number][]; count: number } | null = null;
  for (const [row, cells] of found.byRow) {
    const words = typedCells(cells).map(({ column, value }): [string, number] => [
      fold(String(value)),
      column,
    ]);
    const count = new Set(words.map(([word]) => word).filter((word) => heads.has(word))).size;
    if (count >= FEWEST_HEADS && count > (best?.count ?? 0)) best = { row, words, count };
  }
  const keyed = new Map<number, string>();
  const { row, words } = best ?? { row: 0, words: [] };
  const headedTwice = words.map(([word, column]): [string, number] => [
    withBelow(word, found.cells.get(cellIndex(row + 1, column))?.value),
    column,
  ]);
  for (const [word, column] of [...onlyOnce(words), ...onlyOnce(headedTwice)]) {
    const key = columns.get(word);
    if (key !== undefined) keyed.set(column, key);
  }
  return { headRow: row, keyed };
}

/** A heading with the one below it; nothing where there are not two. */
function withBelow(word: string | undefined, below: unknown): string {
  return word && typeof below === 'string' && below !== '' ? `${word}, ${fold(below)}` : '';
}

/** The nearest row of headings above the first keyed row that has words, not only column numbers. */
function headRow(cells: Iterable<CellModel>, first: number): CellModel[] {
  const rows = new Map<number, CellModel[]>();
  for (const cell of cells) {
    if (cell.style !== 'header' || cell.row >= first || cell.value === undefined) continue;
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const worded = [...rows].filter(([, row]) =>
    row.some(({ value }) => value === UNIT_HEAD || value === COMMUNE_HEAD),
  );
  return worded.sort(([a], [b]) => b - a)[0]?.[1] ?? [];
}

function typedCells(cells: readonly FormulaCell[]): FormulaCell[] {
  return cells
    .filter(
      ({ value, formula }) => formula === null && (typeof value === 'string' || typeof value === 'number'),
    )
    .filter(({ value }) => value !== '')
    .sort((a, b) => a.column - b.column);
}

function signature(values: readonly unknown[]): string {
  return values.map((value) => fold(String(value)).replace(FORMER_ENDING, '')).join('\u0001');
}

/** Pairs whose first half stands once. */
function onlyOnce<Value>(pairs: readonly [string, Value][]): Map<string, Value> {
  const counts = new Map<string, number>();
  for (const [text] of pairs) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Map(pairs.filter(([text]) => text !== '' && counts.get(text) === 1));
}
