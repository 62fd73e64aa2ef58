import { verdicts, type Verdict } from '../../../target/verdict.ts';
import { absoluteAddress, cellAddress } from '../../../sheet/address.ts';
import { put, setHeight } from '../../../sheet/draft.ts';
import type { Layout } from '../../../workbook/layout.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import { COLUMN, listRange, type ListArea } from './columns.ts';
import type { ListRow } from './list.ts';

export const VERDICT_NAMES = Object.keys(verdicts) as Verdict[];

/** Column of the sums. */
export const SUM_COLUMN = COLUMN.domain + VERDICT_NAMES.length;

/** Verdict counts per domain, by formula over the list; the head stands in row `top`. */
export function putCounts(
  sheet: SheetModel,
  layout: Layout,
  rows: readonly ListRow[],
  top: number,
  area: ListArea,
): void {
  putCountHead(sheet, top, 'Lĩnh vực');
  layout.domains.forEach(({ domain, series }, at) => {
    const own = rows.filter(({ block }) => series.includes(block.series));
    putCountRow(
      sheet,
      top + 1 + at,
      top,
      at + 1,
      domain.name.vi,
      own,
      `${listRange(area, COLUMN.domain)},${absoluteAddress(top + 1 + at, COLUMN.name)}`,
      area,
    );
  });
  const last = top + layout.domains.length;
  put(sheet, last + 1, COLUMN.number, 'label');
  put(sheet, last + 1, COLUMN.name, 'label', 'Cộng');
  for (let column: number = COLUMN.domain; column <= SUM_COLUMN; column += 1) {
    const name = VERDICT_NAMES[column - COLUMN.domain];
    put(sheet, last + 1, column, 'centered', {
      formula: `SUM(${cellAddress(top + 1, column)}:${cellAddress(last, column)})`,
      result: name === undefined ? rows.length : countOf(rows, name),
      format: '0',
      tag: 'count',
    });
  }
}

/** Heading of a table of counts. */
export function putCountHead(sheet: SheetModel, row: number, what: string): void {
  put(sheet, row, COLUMN.number, 'header', 'TT');
  put(sheet, row, COLUMN.name, 'header', what);
  VERDICT_NAMES.forEach((name, at) => put(sheet, row, COLUMN.domain + at, 'header', verdicts[name].vi));
  put(sheet, row, SUM_COLUMN, 'header', 'Cộng');
  setHeight(sheet, row, 34);
}

/** A row of counts over the list rows that a COUNTIFS condition picks. */
export function putCountRow(
  sheet: SheetModel,
  row: number,
  headRow: number,
  number: number,
  label: string,
  rows: readonly ListRow[],
  condition: string,
  area: ListArea,
): void {
  put(sheet, row, COLUMN.number, 'centered', String(number));
  put(sheet, row, COLUMN.name, 'wrapped', label);
  VERDICT_NAMES.forEach((name, at) => {
    const column = COLUMN.domain + at;
    put(sheet, row, column, 'centered', {
      formula: `COUNTIFS(${condition},${listRange(area, COLUMN.verdict)},${absoluteAddress(headRow, column)})`,
      result: countOf(rows, name),
      format: '0',
      tag: 'count',
    });
  });
  put(sheet, row, SUM_COLUMN, 'centered', {
    formula: `SUM(${cellAddress(row, COLUMN.domain)}:${cellAddress(row, SUM_COLUMN - 1)})`,
    result: rows.length,
    format: '0',
    tag: 'count',
  });
}

function countOf(rows: readonly ListRow[], name: Verdict): number {
  return rows.filter((row) => row.verdict === name).length;
}
