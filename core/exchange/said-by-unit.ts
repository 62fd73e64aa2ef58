import type { Place } from '../base/finding.ts';
import { figureKey } from '../observation/key.ts';
import type { Observation } from '../observation/observation.ts';
import { isCommuneId } from '../unit/unit.ts';
import type { Remark } from '../workbook/entry-fields.ts';
import { observationOf, remarksOf, sortedRemarks } from './observation-rows.ts';
import type { TextTable } from './text-table.ts';
import type { ReturnIdentity, UnreadText } from './return-figures.ts';
import { textOf } from './row-cells.ts';
import type { TableRow } from './tables.ts';

/** A row that has passed every check. */
export interface GoodRow {
  row: TableRow;
  place: Place;
}

/** What rows say of one unit, with the place of each. */
export interface SaidOfUnit {
  unit: string;
  observations: ReadonlyMap<Observation, Place>;
  remarks: ReadonlyMap<Remark, Place>;
  unread: ReadonlyMap<UnreadText, Place>;
}

/** A text in place of a figure, with its unit and place. */
export interface UnreadRow {
  unit: string;
  text: UnreadText;
  place: Place;
}

/** What rows of observations say, the return's own unit first. */
export function saidByUnit(
  own: string,
  rows: readonly GoodRow[],
  unread: readonly UnreadRow[],
): [SaidOfUnit, ...SaidOfUnit[]] {
  const others = new Set([...rows.map(({ row }) => textOf(row.unit)), ...unread.map(({ unit }) => unit)]);
  others.delete(own);
  const of = (unit: string): SaidOfUnit => {
    const mine = rows.filter(({ row }) => textOf(row.unit) === unit);
    return {
      unit,
      observations: placed(mine, observationOf, (one) =>
        [figureKey(one.indicator, one.stratum), one.period, one.vintage].join('|'),
      ),
      remarks: sortedRemarks(
        new Map(mine.flatMap(({ row, place }) => remarksOf(row).map((one) => [one, place]))),
      ),
      unread: new Map(unread.filter((one) => one.unit === unit).map(({ text, place }) => [text, place])),
    };
  };
  return [of(own), ...[...others].map(of)];
}

/** What rows say, in the order of a workbook, with the place of each. */
export function placed<Value extends object>(
  rows: readonly GoodRow[],
  read: (row: TableRow) => Value | null,
  sortKey: (value: Value) => string,
): Map<Value, Place> {
  const values = rows.flatMap(({ row, place }): [Value, Place][] => {
    const value = read(row);
    return value === null ? [] : [[value, place]];
  });
  return new Map(values.sort(([a], [b]) => (sortKey(a) < sortKey(b) ? -1 : 1)));
}

/** Whether a row is what a body of record says of a commune, in a return of another unit. */
export function isOfCommune(
  { unit, reporter }: Pick<ReturnIdentity, 'unit' | 'reporter'>,
  whose: Pick<ReturnIdentity, 'unit' | 'reporter'>,
): boolean {
  return (
    reporter === whose.reporter && whose.unit !== whose.reporter && unit !== reporter && isCommuneId(unit)
  );
}

/**
 * Whose return rows are of that begin with what a body of record says of a commune, as a program may have sorted them:
 * that of the rows of the same reporter about itself or its province. Null where they do not begin so, or there are
 * none.
 */
export function headAmong(tables: readonly TextTable[]): ReturnIdentity | null {
  const rows = tables.flatMap((table) => table.rows);
  const said = (row: (typeof rows)[number] | undefined, column: string) =>
    row?.cells.get(column)?.trim() ?? '';
  const [first] = rows;
  const by = said(first, 'reporter');
  if (!isCommuneId(said(first, 'unit')) || by === said(first, 'unit')) return null;
  const head = rows.find((row) => said(row, 'reporter') === by && !isCommuneId(said(row, 'unit')));
  if (!head) return null;
  const [unit, round, sample] = ['unit', 'round', 'sample'].map((column) => said(head, column));
  return { unit: unit ?? '', reporter: by, round: round ?? '', sample: sample === 'yes' };
}
