import { isPossible } from '../../target/possible.ts';
import { absoluteAddress } from '../../sheet/address.ts';
import { sheetReference } from '../../sheet/draft.ts';
import type { CommuneColumn, CommuneLayout } from '../../workbook/commune-layout.ts';
import { sheetNames } from '../../workbook/contract.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';

/** The hidden column of the table by commune that says which cells of a figure are left to do. */
export function leftColumn({ noteColumn }: CommuneLayout, at: number): number {
  return noteColumn + 1 + at;
}

/** Whether a cell is blank, or holds neither a sign nor a number that the figure can have. */
export function isLeft(
  { byCommune }: Pick<WorkbookRequest, 'byCommune'>,
  { figure: { key, indicator }, period }: CommuneColumn,
  unit: string,
): boolean {
  const figure = byCommune?.figure(unit, key, period) ?? null;
  return figure === null || (typeof figure === 'number' && !isPossible(indicator, figure));
}

/** Cells of the table by commune, and how many of them are left to do: a formula of any sheet, and its result. */
export function leftByCommune(
  request: Pick<WorkbookRequest, 'byCommune'>,
  table: CommuneLayout,
): { cells: number; formula: string; result: number } {
  const { columns, rows } = table;
  const first = absoluteAddress(rows[0]?.row ?? 0, leftColumn(table, 0));
  const last = absoluteAddress(rows.at(-1)?.row ?? 0, leftColumn(table, columns.length - 1));
  const left = rows.flatMap(({ unit }) => columns.filter((column) => isLeft(request, column, unit.id)));
  return {
    cells: rows.length * columns.length,
    formula: `SUM(${sheetReference(sheetNames.communes, `${first}:${last}`)})`,
    result: left.length,
  };
}
