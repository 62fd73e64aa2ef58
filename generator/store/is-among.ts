/**
 * Whether a column is any of some values, as SQL. Never with a NULL among them, which would be the same: with it
 * DuckDB compares every row with one value after the other (thousands of times as long), without it looks them up.
 * @param values as SQL: numbers, quoted texts, places of parameters
 */
export function isAmong(column: string, values: readonly (string | number)[]): string {
  return values.length === 0 ? 'false' : `${column} IN (${values.join(', ')})`;
}
