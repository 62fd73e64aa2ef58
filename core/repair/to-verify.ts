import type { Rectangle } from '../sheet/area-cover.ts';
import type { FormulaCell } from '../sheet/facts.ts';
import { mergedRanges } from '../returned/align/merged-inputs.ts';
import { parseColumnKey } from '../workbook/contract.ts';
import { cellIndex } from '../sheet/model.ts';
import type { DamagedSheet } from './found-sheets.ts';
import { note } from './note.ts';
import { isBlank, type Noted } from './repaired.ts';

/** Rows whose key and name are of two indicators, and columns whose key and heading are of two, once each. */
export function namesToVerify(sheet: DamagedSheet): Noted[] {
  if (sheet.otherWorkbook !== null) return [];
  const toVerify: Noted[] = [];
  for (const [row, other] of sheet.otherNames) {
    const typed = (sheet.found.byRow.get(row) ?? []).find(
      (cell) => sheet.columns.has(cell.column) && !isBlank(cell.value),
    );
    if (typed) toVerify.push(note('repair-key-and-name', sheet, typed, { other: sheet.label(other) }));
  }
  for (const [column, heading] of sheet.otherHeads) {
    const typed = sheet.columns.get(column)?.by === 'unclear' ? undefined : firstTyped(sheet, column);
    if (typed) toVerify.push(note('repair-key-and-heading', sheet, typed, { heading }));
  }
  return toVerify;
}

/** Columns that changed places without their keys, once each: their figures went by the headings. */
export function exchangedToVerify(sheet: DamagedSheet): Noted[] {
  if (sheet.otherWorkbook !== null) return [];
  return [...(sheet.exchanged?.keys() ?? [])].flatMap((column): Noted[] => {
    const typed = firstTyped(sheet, column);
    return typed ? [note('repair-columns-exchanged', sheet, typed, {})] : [];
  });
}

function firstTyped({ found, rows }: DamagedSheet, column: number): FormulaCell | undefined {
  return found.facts.cells.find(
    (cell) => cell.column === column && rows.has(cell.row) && !isBlank(cell.value),
  );
}

/** Rows of a block that was sorted without its keys, once each: their figures went by the printed names. */
export function sortedToVerify(sheet: DamagedSheet): Noted[] {
  const { sorted, found, columns, rows } = sheet;
  if (sorted === null || sheet.otherWorkbook !== null) return [];
  return [...sorted.moved].flatMap((row): Noted[] => {
    const typed = (found.byRow.get(row) ?? []).find(
      ({ column, value }) => sorted.columns.has(column) && columns.has(column) && !isBlank(value),
    );
    const other = rows.get(row);
    const keyOf = other === undefined ? null : sheet.label(other.key);
    return typed ? [note('repair-sorted', sheet, typed, { other: keyOf })] : [];
  });
}

/** Merged cells of input are apart again, and what stood in the first may have been meant for all. */
export function mergesToVerify(sheet: DamagedSheet): Noted[] {
  if (sheet.otherWorkbook !== null) return [];
  return mergedRanges(keyedAs(sheet)).flatMap(({ range, area, inputs }): Noted[] => {
    if (inputs === 'none') return [];
    const blank: FormulaCell = { row: area.top, column: area.left, value: null, formula: null };
    const first = sheet.found.cells.get(cellIndex(area.top, area.left)) ?? blank;
    const isEmpty = isBlank(first.value) && first.formula === null;
    const isMeant = !isEmpty || hasCovered(sheet.found, area);
    return isMeant ? [note('repair-cells-merged', sheet, first, { range })] : [];
  });
}

/** The keys of a sheet, those that were concluded from printed words too. */
function keyedAs({ found, rows, columns }: Pick<DamagedSheet, 'found' | 'rows' | 'columns'>) {
  return {
    facts: found.facts,
    keys: {
      marker: found.keys.marker,
      rows: [...rows].map(([row, { key }]) => ({ row, key })),
      columns: [...columns].flatMap(([column, { key }]) => {
        const parsed = parseColumnKey(key);
        return parsed ? [{ column, key, ...parsed }] : [];
      }),
    },
  };
}

function hasCovered({ byRow }: DamagedSheet['found'], { top, left, bottom, right }: Rectangle): boolean {
  const isCovered = ({ column, value }: FormulaCell) => column >= left && column <= right && !isBlank(value);
  const isTall = bottom - top >= byRow.size;
  const rows = isTall
    ? [...byRow.keys()].filter((row) => row >= top && row <= bottom)
    : Array.from({ length: bottom - top + 1 }, (_, down) => top + down);
  return rows.some((row) => (byRow.get(row) ?? []).some(isCovered));
}
