import { isPossible } from '../target/possible.ts';
import { givenOfCommune } from './by-commune.ts';
import type { CommuneColumn, CommuneLayout } from './commune-layout.ts';
import type { WorkbookRequest } from './request.ts';

/** Whether a cell is blank, or holds neither a sign nor a number that the figure can have. */
export function isLeft(
  { byCommune }: Pick<WorkbookRequest, 'byCommune'>,
  { figure: { key, indicator }, period }: CommuneColumn,
  unit: string,
): boolean {
  const figure = byCommune?.figure(unit, key, period) ?? null;
  return figure === null || (typeof figure === 'number' && !isPossible(indicator, figure));
}

/** The columns that somebody owes: nobody what is filled in of every commune beforehand. */
export function owedColumns({ columns }: Pick<CommuneLayout, 'columns'>): CommuneColumn[] {
  return columns.filter(({ figure: { key } }) => givenOfCommune('', key) === null);
}

/** Cells of the table by commune, each a figure owed, and how many of them are left; none where there is no table. */
export function communesOwed(
  request: Pick<WorkbookRequest, 'byCommune'>,
  table: CommuneLayout | null,
): { owed: number; left: number } {
  if (table === null) return { owed: 0, left: 0 };
  const { rows } = table;
  const columns = owedColumns(table);
  const left = rows.flatMap(({ unit }) => columns.filter((column) => isLeft(request, column, unit.id)));
  return { owed: rows.length * columns.length, left: left.length };
}
