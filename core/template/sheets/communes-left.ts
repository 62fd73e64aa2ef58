import { absoluteAddress } from '../../sheet/address.ts';
import { sheetReference } from '../../sheet/draft.ts';
import type { CommuneLayout } from '../../workbook/commune-layout.ts';
import { communesOwed, owedColumns } from '../../workbook/communes-left.ts';
import { sheetNames } from '../../workbook/contract.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';

/** The hidden column of the table by commune that says which cells of a figure that is owed are left to do. */
export function leftColumn({ lastColumn }: CommuneLayout, at: number): number {
  return lastColumn + 1 + at;
}

/** What the table by commune owes and how much of it is left, this also as a formula of any sheet; null without one. */
export function communesLeft(
  request: Pick<WorkbookRequest, 'byCommune'>,
  table: CommuneLayout | null,
): { formula: string; owed: number; left: number } | null {
  return table && { formula: leftFormula(table), ...communesOwed(request, table) };
}

function leftFormula(table: CommuneLayout): string {
  const { rows } = table;
  const first = absoluteAddress(rows[0]?.row ?? 0, leftColumn(table, 0));
  const last = absoluteAddress(rows.at(-1)?.row ?? 0, leftColumn(table, owedColumns(table).length - 1));
  return `SUM(${sheetReference(sheetNames.communes, `${first}:${last}`)})`;
}
