import { changedCell, type ChangedCell } from './changed-cell.ts';
import type { ExchangeNames } from './names.ts';
import type { Profile } from './profile.ts';
import { firstRowCheck, formatOfCheck, rowCheck, type CheckFormat } from './row-check.ts';
import { textOf } from './row-cells.ts';
import type { ExchangeTable, TableRow } from './tables.ts';

/** By what rows are verified. */
export interface VerifyContext {
  /** That of the descriptor; null where there is none, and each checksum says its own. */
  format: CheckFormat | null;
  names: ExchangeNames | null;
  profile: Profile;
}

/** What the checksum of a row says: there is none, it fits, or a cell was changed. */
export type Verified = 'without' | 'fits' | ChangedCell;

/** Verifies a row by its checksum. */
export function verifyRow(table: ExchangeTable, row: TableRow, context: VerifyContext): Verified {
  const { names, profile } = context;
  const check = row.check ?? null;
  if (typeof check !== 'string') return 'without';
  const format = context.format ?? formatOfCheck(check);
  const fits = (one: TableRow) =>
    format === 1
      ? // Under the first checksum are names too. Where they are right, or left empty, is judged by themselves.
        [one, withKnownNames(one, names)].some((named) => firstRowCheck(table, named) === check)
      : rowCheck(table, one) === check;
  return fits(row) ? 'fits' : changedCell(table, row, fits, profile);
}

function withKnownNames(row: TableRow, names: ExchangeNames | null): TableRow {
  if (names === null) return row;
  const known = (of: ReadonlyMap<string, string>, code: string, name: string) =>
    of.get(textOf(row[code])) ?? row[name] ?? null;
  return {
    ...row,
    unitName: known(names.units, 'unit', 'unitName'),
    indicatorName: known(names.indicators, 'indicator', 'indicatorName'),
    stratumName: known(names.strata, 'stratum', 'stratumName'),
  };
}
