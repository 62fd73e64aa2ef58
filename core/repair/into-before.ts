import { reporter } from '../base/finding.ts';
import { columnLetters, parseAddress } from '../sheet/address.ts';
import { COMMUNE_HEADER_ROW, FEWEST_IN_BEFORE, figureBefore } from '../workbook/commune-layout.ts';
import { sheetNames } from '../workbook/contract.ts';
import type { DamagedSheet } from './found-sheets.ts';
import { repairMessages, type RepairCode } from './messages.ts';
import type { Noted } from './repaired.ts';

const report = reporter(repairMessages);
const IN_PRINT: ReadonlySet<RepairCode> = new Set(['repair-print-changed', 'repair-outside']);

/**
 * Says of numbers that were typed into a column of last year's, in the table by commune, that they are one column: each
 * stays in the list with what it holds, all say the same.
 */
export function columnsOfBefore(unplaced: readonly Noted[], sheets: readonly DamagedSheet[]): Noted[] {
  const columns = new Map<string, { name: string; notes: Noted[] }>();
  for (const { aligned, found, otherWorkbook } of sheets) {
    if (aligned?.expected.name !== sheetNames.communes || otherWorkbook !== null) continue;
    for (const { row, column, value } of aligned.expected.cells.values()) {
      const name = row === COMMUNE_HEADER_ROW ? figureBefore(String(value)) : null;
      const at = name === null ? undefined : aligned.columns.found(column);
      if (name !== null && at !== undefined) columns.set(placeOf(found.facts.name, at), { name, notes: [] });
    }
  }
  if (columns.size === 0) return [...unplaced];
  for (const noted of unplaced) {
    const column = parseAddress(noted.cell)?.column;
    if (column === undefined || typeof noted.value !== 'number' || !IN_PRINT.has(noted.finding.code))
      continue;
    columns.get(placeOf(noted.sheet, column))?.notes.push(noted);
  }
  const said = new Map<Noted, Noted>();
  for (const { name, notes } of columns.values()) {
    if (notes.length < FEWEST_IN_BEFORE) continue;
    const range = rangeOf(notes);
    for (const noted of notes) {
      const { sheet, cell } = noted;
      const finding = report(
        'repair-into-before',
        { sheet, cell },
        { heading: name, range, count: notes.length },
      );
      said.set(noted, { ...noted, finding });
    }
  }
  return unplaced.map((noted) => said.get(noted) ?? noted);
}

function placeOf(sheet: string, column: number): string {
  return `${column}:${sheet}`;
}

/** From the first to the last of cells of one column. */
function rangeOf(notes: readonly Noted[]): string {
  const places = notes.flatMap(({ cell }) => parseAddress(cell) ?? []);
  const rows = places.map(({ row }) => row);
  const letters = columnLetters(places[0]?.column ?? 1);
  return `${letters}${Math.min(...rows)}:${letters}${Math.max(...rows)}`;
}
