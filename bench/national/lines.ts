import { exactOf, exactText, quotient } from '../../core/consolidate/exact.ts';
import { ALL, type Consolidation } from '../../core/consolidate/consolidate.ts';

/** A total as text: period, province and series; then owed, entered, sum, numerator, denominator, ratio. */
export type Line = string;

/** The totals of a consolidation, province by province, in the order of their keys. */
export function ownLines({ round, columns, totals }: Consolidation): Line[] {
  const names = new Map(
    columns.map(({ key, indicator, stratum }) => [key, [indicator.id, stratum?.id ?? '_T']]),
  );
  return totals
    .filter(({ group }) => group !== ALL)
    .map(({ group, column, coverage, sum, parts, value }) =>
      [
        ...[round.period, group, ...(names.get(column) ?? [])],
        ...[coverage.of, coverage.entered, sum ?? '', parts?.numerator ?? '', parts?.denominator ?? ''],
        parts === null ? '' : String(value),
      ].join('|'),
    )
    .sort();
}

/** What an engine says to a statement of docs/sql, with the ratios by the program's own division. */
export function engineLines(
  rows: readonly (readonly (string | number | null)[])[],
  perOf: (indicator: string) => number,
): Line[] {
  return rows
    .map((row) => {
      const keys = row.slice(0, 4).map(String);
      const [owed, entered, ...sums] = row.slice(4);
      const [, above, below] = sums.map((one) => (one === null ? null : exactOf(String(one))));
      const ratio = above && below ? quotient(above, below, perOf(keys[2] ?? '')) : null;
      return [
        ...[...keys, owed, entered],
        ...sums.map((one) => (one === null ? '' : exactText(exactOf(String(one))))),
        ratio === null ? '' : String(ratio),
      ].join('|');
    })
    .sort();
}

/** How many lines of one are not in the other. */
export function differing(found: readonly Line[], expected: readonly Line[]): number {
  const wanted = new Set(expected);
  const same = found.filter((line) => wanted.has(line)).length;
  return Math.max(found.length, expected.length) - same;
}
