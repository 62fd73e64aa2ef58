import type { CountryView } from './country.ts';
import { countryWords } from './country-words.ts';

/** A table of a report, whatever it is written on. */
export interface ReportTable {
  heads: readonly string[];
  /** Columns of numbers, from 0. */
  numbers: readonly number[];
  rows: readonly (readonly string[])[];
}

/** Province by province how its round stands, and a column for each verdict that any of its targets has. */
export function provincesTable({ language, rows }: Pick<CountryView, 'language' | 'rows'>): ReportTable {
  const { heads } = countryWords[language];
  const before = [heads.province, heads.state, heads.closed, heads.units, heads.late];
  const shown = (rows[0]?.counts ?? []).filter(({ verdict }) =>
    rows.some(({ counts }) => counts.some((one) => one.verdict === verdict && one.count > 0)),
  );
  return {
    heads: [...before, ...shown.map(({ word }) => word)],
    numbers: [3, 4, ...shown.map((_, at) => before.length + at)],
    rows: rows.map(({ id, name, word, closed, units, daysLate, counts }) => [
      ...[`${name} (${id})`, word, closed, units, daysLate],
      ...shown.map(({ verdict }) => String(counts.find((one) => one.verdict === verdict)?.count ?? 0)),
    ]),
  };
}
