import {
  AMOUNT_DECIMALS,
  LARGEST_AMOUNT,
  SAID,
  type FigureTable,
} from '../../core/consolidate/figure-table.ts';
import { figureKey } from '../../core/observation/key.ts';
import { PLANNER } from '../../core/store/entry.ts';
import type { StoredEntry } from '../../core/store/model.ts';
import { COLUMNS, entryOfRow } from './entry-query.ts';
import type { FigureScan } from './figure-scan.ts';

/** A cell of an answer. */
export type Cell = string | number | null;

/** A piece of an answer of many rows, of which a row is decoded when somebody wants it. */
export interface Rows {
  count: number;
  /** The first two cells of a row, whole numbers. */
  place: (row: number) => [number, number];
  cells: (row: number) => Cell[];
}

/** Asks a database in the way in which it gives many rows fastest. All answers are of one moment. */
export interface AskMany {
  /** Few rows. */
  few: (sql: string) => Promise<Cell[][]>;
  rows: (sql: string) => Promise<Rows[]>;
  /** The figures among observations of a period as columns. @param observed `FROM` and `WHERE` of the observations */
  figures: (observed: string, period: string) => Promise<FigureColumns>;
}

/** Figures as columns of numbers, with the names that stand behind the numbers. */
export interface FigureColumns extends Pick<FigureTable, 'unit' | 'key' | 'of' | 'said' | 'amount'> {
  names: FigureNames;
  /** Row of each in its return. */
  row: Int32Array;
}

/** Units and series, numbered from 0 in their order; those of the figures are among them. */
export interface FigureNames {
  units: readonly string[];
  series: readonly { names: readonly [indicator: string, stratum: string]; blank: number }[];
}

/** Whether an entry is an observation. */
export const OBSERVED = `"table" = 'observations'`;
export const SAYS_SOMETHING = '(digits IS NOT NULL OR sign IS NOT NULL)';
const LARGEST_NUMBER = LARGEST_AMOUNT / 10 ** AMOUNT_DECIMALS;

/** What {@link saidIn} says of an entry. */
export const SAYS = `CASE
  WHEN reporter = '${PLANNER}' THEN ${SAID.look}
  WHEN digits IS NOT NULL THEN CASE
    WHEN value IS NOT NULL AND abs(value) < ${LARGEST_NUMBER}
      AND (strpos(digits, '.') = 0 OR length(digits) - strpos(digits, '.') <= ${AMOUNT_DECIMALS})
    THEN ${SAID.number} ELSE ${SAID.look} END
  WHEN sign = '-' THEN ${SAID['-']} WHEN sign = '...' THEN ${SAID['...']} WHEN sign = 'x' THEN ${SAID.x}
  ELSE ${SAID.look} END`;

/** Of a number how many ten-thousandths it is. */
export const AMOUNT = `round(CAST(coalesce(value, 0) AS DOUBLE PRECISION) * ${10 ** AMOUNT_DECIMALS})`;

/**
 * Reads the figures of a period as columns, in the SQL that DuckDB and PostgreSQL share.
 * @param entries the table, or what is asked in its place
 */
export async function scanFigures(ask: AskMany, period: string, entries = 'entries'): Promise<FigureScan> {
  const observed = `FROM ${entries} AS e WHERE ${OBSERVED} AND period = ${quoted(period)}`;
  const { names, row, ...columns } = await ask.figures(observed, period);
  const { of } = columns;
  const texts = readTexts(of.length);
  const table: FigureTable = {
    ...columns,
    units: names.units,
    keys: names.series.map(({ names: [indicator, stratum] }) => figureKey(indicator, stratum)),
    blank: names.series.map(({ blank }) => blank),
    entry: texts.entry,
  };
  const read: FigureScan['read'] = async (which) => {
    if (which.length === 0) return;
    // A long list is dearer than everything.
    const isFew = which !== 'all' && which.length <= MOST_NAMED;
    const named = isFew
      ? ` AND ("return", "row") IN (${which.map((at) => `(${of[at]}, ${row[at]})`).join(', ')})`
      : '';
    const found = await ask.rows(
      `SELECT "return", "row", ${COLUMNS.join(', ')} ${observed} AND ${SAYS_SOMETHING}${named}`,
    );
    texts.add(found, placesOf({ of, row }, which));
  };
  return { table, read };
}

/** Places of figures in the table, by return and row. */
function placesOf(
  { of, row }: Pick<FigureColumns, 'of' | 'row'>,
  which: readonly number[] | 'all',
): (ofReturn: number, line: number) => number | undefined {
  const places = new Map<number, Map<number, number>>();
  for (const at of which === 'all' ? of.keys() : which) {
    const ofReturn = of[at] ?? 0;
    const own = places.get(ofReturn);
    if (own) own.set(row[at] ?? 0, at);
    else places.set(ofReturn, new Map([[row[at] ?? 0, at]]));
  }
  return (ofReturn, line) => places.get(ofReturn)?.get(line);
}

/** Entries that are held decoded: what is asked for twice is asked for soon, and a round of the country has a million. */
const MOST_DECODED = 100_000;

/**
 * The texts of figures as the database gave them, decoded when somebody reads them.
 * @param count of figures in the table
 */
function readTexts(count: number) {
  const pieces: Rows[] = [];
  /** Of every figure the piece it is in, from 1, and its row there; 0 where it was not read. */
  const [pieceOf, rowIn] = [new Uint32Array(count), new Uint32Array(count)];
  const decoded = new Map<number, StoredEntry>();
  return {
    add: (found: readonly Rows[], placeOf: ReturnType<typeof placesOf>) => {
      for (const rows of found) {
        pieces.push(rows);
        for (let at = 0; at < rows.count; at += 1) {
          const place = placeOf(...rows.place(at));
          if (place === undefined) continue;
          pieceOf[place] = pieces.length;
          rowIn[place] = at;
        }
      }
    },
    entry: (at: number): StoredEntry => {
      const before = decoded.get(at);
      if (before) return before;
      const rows = pieces[(pieceOf[at] ?? 0) - 1];
      if (!rows) throw new RangeError(`The entry of figure ${at} was not read.`);
      const entry = entryOfRow(rows.cells(rowIn[at] ?? 0));
      if (decoded.size === MOST_DECODED) decoded.clear();
      decoded.set(at, entry);
      return entry;
    },
  };
}

const MOST_NAMED = 2000;

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
