import { SAID } from '../../core/consolidate/figure-table.ts';
import { AMOUNT, OBSERVED, SAYS, SAYS_SOMETHING } from './read-figures.ts';

/** What of a database it takes. */
interface Asked {
  read: (sql: string) => Promise<{ rows: (string | number | null)[][] }>;
  run: (sql: string) => Promise<void>;
  together: (steps: readonly (() => Promise<unknown>)[]) => Promise<void>;
}

/**
 * Observations once more, with numbers in the place of names and of what they say: adding up a round reads these and
 * no text. They are made of the entries and of nothing else, are brought up to date before they are asked, and a
 * store that lacks them (of an earlier program, or read from Parquet) gets them then.
 *
 * Those that come in together lie by series and unit, the way in which they are added up: to jump about among them takes
 * several times as long. `figures_of` says of how many entries, up to which return, they are. Returns have rising numbers and entries are
 * never changed, so as many entries are the same entries.
 */
const TABLES = [
  'CREATE TABLE figure_units (n INTEGER NOT NULL, unit VARCHAR NOT NULL)',
  `CREATE TABLE figure_series (n INTEGER NOT NULL, indicator VARCHAR NOT NULL, stratum VARCHAR NOT NULL)`,
  `CREATE TABLE figures (period VARCHAR NOT NULL, unit INTEGER NOT NULL, series INTEGER NOT NULL,
    "return" INTEGER NOT NULL, "row" INTEGER NOT NULL, said UTINYINT NOT NULL, amount DOUBLE NOT NULL)`,
  'CREATE TABLE figures_of (entries BIGINT NOT NULL, last INTEGER NOT NULL)',
];

const EMPTIED = ['figures', 'figure_units', 'figure_series', 'figures_of'].map(
  (table) => `DELETE FROM ${table}`,
);

/** Numbers of figures as they follow from the entries. @param which of the entries, beside that they are observations */
function derived(which: string): string {
  const says = `CASE WHEN ${SAYS_SOMETHING} THEN ${SAYS} ELSE ${SAID.nothing} END`;
  return `SELECT period, unit, series, "return", "row", said, CASE said WHEN ${SAID.number} THEN amount ELSE 0 END AS amount
    FROM (SELECT period, u.n AS unit, s.n AS series, "return", "row", CAST(${says} AS UTINYINT) AS said, ${AMOUNT} AS amount
      FROM entries AS e JOIN figure_units AS u ON u.unit = e.unit
      JOIN figure_series AS s ON s.indicator = e.indicator AND s.stratum = e.stratum
      WHERE ${OBSERVED} AND ${which})`;
}

/** The table that says of how many entries the numbers are; without it there are none of the others. */
export const FIGURES_OF = 'figures_of';

/** Brings the numbers up to date with the entries. @param hasTables whether there is {@link FIGURES_OF} */
export async function indexFigures(database: Asked, hasTables: boolean): Promise<void> {
  if (!hasTables) await database.together(TABLES.map((sql) => () => database.run(sql)));
  const { rows } = await database.read(
    `SELECT (SELECT count(*) FROM entries), f.entries, f.last FROM (SELECT 1) LEFT JOIN ${FIGURES_OF} AS f ON true`,
  );
  const [[entries, known, last] = [0, 0, 0], ...more] = rows.map(
    (row) => row.map(Number) as [number, number, number],
  );
  if (known === entries && more.length === 0) return;
  const since = await countOf(database, `SELECT count(*) FROM entries WHERE "return" > ${last}`);
  const isAdded = more.length === 0 && known + since === entries;
  const which = isAdded ? `"return" > ${last}` : 'true';
  const observed = `FROM entries AS e WHERE ${OBSERVED} AND ${which}`;
  await database.together(
    [
      ...(isAdded ? [] : EMPTIED),
      numbering('figure_units', ['unit'], observed),
      numbering('figure_series', ['indicator', 'stratum'], observed),
      `INSERT INTO figures ${derived(which)} ORDER BY period, series, unit, "return", "row"`,
      'DELETE FROM figures_of',
      'INSERT INTO figures_of SELECT count(*), coalesce(max("return"), 0) FROM entries',
    ].map((sql) => () => database.run(sql)),
  );
}

/** Gives new names the numbers after those there are. */
function numbering(table: string, names: readonly string[], observed: string): string {
  const listed = names.join(', ');
  return `INSERT INTO ${table} SELECT (SELECT count(*) FROM ${table}) + row_number() OVER (ORDER BY ${listed}) - 1, ${listed}
    FROM (SELECT DISTINCT ${listed} ${observed}) WHERE (${listed}) NOT IN (SELECT (${listed}) FROM ${table})`;
}

async function countOf(database: Asked, sql: string): Promise<number> {
  const { rows } = await database.read(sql);
  return Number(rows[0]?.[0]);
}
