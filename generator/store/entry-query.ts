import type { Entry } from '../../core/store/entry.ts';
import type { StoredEntry } from '../../core/store/model.ts';
import type { EntryFilter } from './store.ts';

/** Columns of an entry beside `return`, `row` and the number for sums. */
export const TEXTS = [
  'table',
  'unit',
  'reporter',
  'indicator',
  'stratum',
  'period',
  'vintage',
  'value',
  'sign',
  'unread',
  'plan',
  'kind',
  'verdict',
  'year',
  'source',
  'mark',
  'reason',
  'place',
] as const satisfies readonly (keyof Entry)[];

/** `digits` hold a number as it was reported; `value` is it to four decimals, for sums of other programs. */
const column = (name: keyof Entry) => (name === 'value' ? 'digits' : `"${name}"`);
/** As SQL names them, without `return`, `row` and the number for sums. */
export const COLUMNS = TEXTS.map(column);
/** Those that no entry lacks. */
export const REQUIRED = (
  ['table', 'unit', 'reporter', 'indicator', 'stratum', 'period', 'vintage'] as const
).map(column);

/**
 * The statement that asks for entries, in the SQL that DuckDB and PostgreSQL share: `"return"`, `"row"` and then
 * {@link COLUMNS}, in the order of returns and rows.
 * @param entries the table, or what is asked in its place
 * @param hash the database's own function of several columns, where it has one: by it alone most figures are left out
 */
export function entriesQuery(
  { differing, return: of, returns, units, ...texts }: EntryFilter,
  { entries = 'entries', hash }: { entries?: string; hash?: 'hash' } = {},
): { sql: string; values: (string | number)[] } {
  const asked: string[] = [];
  const values: (string | number)[] = [];
  const equals = (name: string, value: string | number) => {
    values.push(value);
    asked.push(`"${name}" = $${values.length}`);
  };
  for (const [name, value] of Object.entries(texts)) if (value !== undefined) equals(name, value);
  if (of !== undefined) equals('return', of);
  if (units !== undefined) {
    const places = units.map((unit) => `$${values.push(unit)}`);
    asked.push(`unit IN (${['NULL', ...places].join(', ')})`);
  }
  if (returns !== undefined) asked.push(`"return" IN (${['NULL', ...returns.map(Number)].join(', ')})`);
  // Of a unit's figure another reporter's may differ: the planner's, and others that are told apart afterwards.
  const key = `unit, indicator, stratum, period, coalesce("year", ''), vintage`;
  const figures = `"table" IN ('observations', 'baselines')`;
  const groups = (by: string, among: string, having: string) =>
    `SELECT ${by} FROM ${entries} AS others WHERE ${among} GROUP BY ${by} HAVING ${having}`;
  const hashed = `${hash}(${key})`;
  // Most figures are said once: to count them takes half as long as to compare what they say.
  const among = hash ? `${figures} AND ${hashed} IN (${groups(hashed, figures, 'count(*) > 1')})` : figures;
  const differ = 'min(coalesce(digits, sign)) <> max(coalesce(digits, sign))';
  if (differing) asked.push(`${figures} AND (${key}) IN (${groups(key, among, differ)})`);
  const where = asked.length > 0 ? `WHERE ${asked.join(' AND ')}` : '';
  const sql = `SELECT "return", "row", ${COLUMNS.join(', ')} FROM ${entries} AS e ${where} ORDER BY "return", "row"`;
  return { sql, values };
}

/** The statement that asks for the units that entries are about. @param entries as in {@link entriesQuery} */
export function unitsQuery(entries = 'entries'): string {
  return `SELECT DISTINCT unit FROM ${entries} AS e`;
}

/** An entry from the cells of a row of {@link entriesQuery}. */
export function entryOfRow([of, row, ...cells]: readonly (string | number | null)[]): StoredEntry {
  const said = Object.fromEntries(TEXTS.map((name, at) => [name, cells[at] ?? null]));
  return { return: Number(of), row: Number(row), ...said } as unknown as StoredEntry;
}
