import type { Entry } from '../../core/store/entry.ts';
import type { StoredEntry } from '../../core/store/model.ts';
import { isAmong } from './is-among.ts';
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
 * @param hash the database's own whole number for several texts, where it has one: by it alone most figures are left out
 */
export function entriesQuery(
  { differing, return: of, returns, units, periods, ...texts }: EntryFilter,
  { entries = 'entries', hash }: { entries?: string; hash?: (texts: readonly string[]) => string } = {},
): { sql: string; values: (string | number)[] } {
  const asked: string[] = [];
  const values: (string | number)[] = [];
  const equals = (name: string, value: string | number) => {
    values.push(value);
    asked.push(`"${name}" = $${values.length}`);
  };
  const among = (name: string, texts: readonly string[]) =>
    isAmong(
      name,
      texts.map((text) => `$${values.push(text)}`),
    );
  for (const [name, value] of Object.entries(texts)) if (value !== undefined) equals(name, value);
  if (of !== undefined) equals('return', of);
  if (units !== undefined) asked.push(among('unit', units));
  const ofPeriods = periods === undefined ? [] : [among('period', periods)];
  asked.push(...ofPeriods);
  if (returns !== undefined) asked.push(isAmong('"return"', returns.map(Number)));
  let first = '';
  if (differing) {
    // Of a unit's figure another reporter's may differ: the planner's, and others that are told apart afterwards.
    const parts = ['unit', 'indicator', 'stratum', 'period', `coalesce("year", '')`, 'vintage'];
    const key = parts.join(', ');
    const figures = [`"table" IN ('observations', 'baselines')`, ...ofPeriods];
    const groups = (by: string, where: readonly string[], having: string) =>
      `SELECT ${by} FROM ${entries} AS others WHERE ${where.join(' AND ')} GROUP BY ${by} HAVING ${having}`;
    if (hash) {
      // Most figures are said once: to count them takes a fraction of comparing what they say.
      first = `WITH twice (h) AS MATERIALIZED (${groups(hash(parts), figures, 'count(*) > 1')}) `;
      figures.push(`${hash(parts)} IN (SELECT h FROM twice)`);
    }
    const differ = 'min(coalesce(digits, sign)) <> max(coalesce(digits, sign))';
    asked.push(...figures, `(${key}) IN (${groups(key, figures, differ)})`);
  }
  const where = asked.length > 0 ? `WHERE ${asked.join(' AND ')}` : '';
  const sql = `${first}SELECT "return", "row", ${COLUMNS.join(', ')} FROM ${entries} AS e ${where} ORDER BY "return", "row"`;
  return { sql, values };
}

/** The statement that asks for the units that entries are about. @param entries as in {@link entriesQuery} */
export function unitsQuery(entries = 'entries'): string {
  return `SELECT DISTINCT unit FROM ${entries} AS e`;
}

/**
 * The statement that asks for the periods that entries of some returns are about.
 * @param place a column by which the table is cut up, so that each server finds out its own
 */
export function periodsQuery(
  returns: readonly number[],
  { entries = 'entries', place }: { entries?: string; place?: string } = {},
): string {
  const by = place === undefined ? 'period' : `${place}, period`;
  return `SELECT period FROM ${entries} AS e WHERE ${isAmong('"return"', returns.map(Number))} GROUP BY ${by}`;
}

/** An entry from the cells of a row of {@link entriesQuery}. */
export function entryOfRow([of, row, ...cells]: readonly (string | number | null)[]): StoredEntry {
  const said = Object.fromEntries(TEXTS.map((name, at) => [name, cells[at] ?? null]));
  return { return: Number(of), row: Number(row), ...said } as unknown as StoredEntry;
}
