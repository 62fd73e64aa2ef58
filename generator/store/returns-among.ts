import type { StoredReturn } from '../../core/store/model.ts';
import { isAmong } from './is-among.ts';

/** Which returns are wanted. */
export interface ReturnFilter {
  /** Those of any of these rounds. */
  rounds: readonly string[];
  /** And of every round of which one of these numbers is. */
  roundsOf?: readonly number[];
}

/** The returns that a filter wants, of all that there are. */
export function returnsAmong(
  all: readonly StoredReturn[],
  { rounds, roundsOf = [] }: ReturnFilter,
): StoredReturn[] {
  const numbers = new Set(roundsOf);
  const wanted = new Set(rounds);
  for (const { number, round } of all) if (numbers.has(number)) wanted.add(round);
  return all.filter(({ round }) => wanted.has(round));
}

/** The same as a condition in the SQL that DuckDB and PostgreSQL share. @param returns the table, or what is asked in its place */
export function returnsWhere({ rounds, roundsOf = [] }: ReturnFilter, returns = 'returns'): string {
  const own = isAmong(
    'round',
    rounds.map((round) => `'${round.replaceAll("'", "''")}'`),
  );
  const ofNumbers = `round IN (SELECT round FROM ${returns} AS r WHERE ${isAmong('number', roundsOf.map(Number))})`;
  return roundsOf.length === 0 ? own : `${own} OR ${ofNumbers}`;
}
