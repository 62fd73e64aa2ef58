import { holdsInput } from '../returned/align/keyed-sheets.ts';
import { outsideByKeys } from '../returned/outside-by-keys.ts';
import type { FormulaCell } from '../sheet/facts.ts';
import type { CellModel } from '../sheet/model.ts';
import { rowKeyAt, type DamagedSheet } from './found-sheets.ts';
import type { KeyAt } from './key-at.ts';
import { isKeyText } from './key-text.ts';
import type { Slots } from './slots.ts';
import type { TemplateText } from './template-text.ts';

/** Where a cell stood in the template, as far as that can be told; `isSure` where a key says it. */
export function templatePlace(
  sheet: DamagedSheet,
  cell: FormulaCell,
  slots: Slots,
): { row: number | null; column: number | null; isSure: boolean } {
  const { aligned, columns } = sheet;
  const keyed = slots.sheets.find(({ index }) => index === aligned?.index);
  const rowKey = rowKeyAt(sheet, cell);
  const columnKey = columns.get(cell.column);
  const keyedRow = rowKey && keyed?.rows.get(rowKey.key);
  const keyedColumn = columnKey && keyed?.columns.get(columnKey.key);
  return {
    row: keyedRow ?? aligned?.rows.expected(cell.row) ?? null,
    column: keyedColumn ?? aligned?.columns.expected(cell.column) ?? null,
    isSure: keyedRow !== undefined && rowKey?.by === 'key',
  };
}

/** Keys, markers and identities of this template, where the sheet has its keys or wherever they were copied to. */
export function isOwnKey(
  sheet: DamagedSheet,
  cell: FormulaCell,
  slots: Slots,
  template: TemplateText,
): boolean {
  const { value, formula } = cell;
  if (typeof value !== 'string' || formula !== null || !isKeyText(value)) return false;
  const isOfTemplate = slots.rowKeys.has(value) || template.prints(value);
  // In an input cell even a key is something somebody typed.
  return isOfTemplate && !(rowKeyAt(sheet, cell) !== undefined && sheet.columns.has(cell.column));
}

/** The keys of a sheet of another workbook: what they are of stands beside each of its cells. */
export function isForeignKey(
  { found, otherWorkbook }: DamagedSheet,
  { row, column, value }: FormulaCell,
): boolean {
  if (otherWorkbook === null || typeof value !== 'string' || !isKeyText(value)) return false;
  const { marker } = found.keys;
  return marker !== null && (row === marker.row || column === marker.column);
}

/** Whether a keyed row and column are of one table of the template, so that they could have a cell. */
export function holdsSlots(rowKey: KeyAt, columnKey: KeyAt, slots: Slots): boolean {
  return (
    !slots.rowKeys.has(rowKey.key) ||
    slots.sheets.some(({ rows, columns }) => rows.has(rowKey.key) && columns.has(columnKey.key)) ||
    !slots.sheets.some(({ columns }) => columns.has(columnKey.key))
  );
}

/** An entry is taken for that of the cover's line only if the line's words stand beside it. */
export function hasItsLabel(
  { aligned, found }: DamagedSheet,
  cell: FormulaCell,
  expected: CellModel,
): boolean {
  const words = new Set(
    (found.byRow.get(cell.row) ?? []).flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  );
  return [...(aligned?.expected.cells.values() ?? [])].some(
    ({ row, value }) => row === expected.row && typeof value === 'string' && words.has(value),
  );
}

/** A number or name without a key that was sorted away: the template prints it in the same column. */
export function isSortedName(
  { aligned, sorted }: DamagedSheet,
  cell: FormulaCell,
  { column }: CellModel,
): boolean {
  if (sorted?.columns.has(cell.column) !== true || cell.formula !== null) return false;
  return [...(aligned?.expected.cells.values() ?? [])].some(
    (one) => one.column === column && one.value === cell.value,
  );
}

/** The keyed rows of a sheet that holds beside its entries what it was issued with. */
export interface AsIssued {
  first: number;
  last: number;
  /** Whether no layout has issued anything in a cell: a program that knows no protection let somebody type there. */
  isOutside: (cell: FormulaCell) => boolean;
}

/**
 * A sheet of an earlier layout holds what it was issued with while it is still protected: nothing but its entries
 * can have been typed. Null where it is not, or not this workbook's.
 */
export function asIssuedOf(sheet: DamagedSheet, slots: Slots, template: TemplateText): AsIssued | null {
  const { aligned, found, otherWorkbook, rows } = sheet;
  if (!template.isOfEarlierLayout || !found.facts.isProtected || otherWorkbook !== null) return null;
  if (aligned === null && !found.facts.cells.some((cell) => isOwnKey(sheet, cell, slots, template)))
    return null;
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const row of rows.keys()) [first, last] = [Math.min(first, row), Math.max(last, row)];
  const isKnown = aligned !== null && rows.size > 0 && holdsInput(aligned.expected);
  const isOutside = isKnown ? outsideByKeys(aligned, template.printedBefore) : () => false;
  return { first, last, isOutside };
}

/** In a keyed column between keyed rows: an entry whose key is gone, not something printed. */
export function isInTable(
  cell: FormulaCell,
  { columns }: DamagedSheet,
  { first, last }: Pick<AsIssued, 'first' | 'last'>,
): boolean {
  return columns.has(cell.column) && cell.row >= first && cell.row <= last;
}
