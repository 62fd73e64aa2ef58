import { isInput } from '../returned/align/align-sheet.ts';
import type { Rectangle } from '../sheet/area-cover.ts';
import type { FormulaCell } from '../sheet/facts.ts';
import { holdsFigures } from '../returned/align/keyed-sheets.ts';
import { mergedRanges } from '../returned/align/merged-inputs.ts';
import { type DataOf, reporter } from '../base/finding.ts';
import { repairMessages, type RepairCode } from './messages.ts';
import { cellAddress } from '../sheet/address.ts';
import { parseColumnKey, type ColumnField } from '../workbook/contract.ts';
import { cellIndex, type CellModel } from '../sheet/model.ts';
import type { DamagedSheet, KeyAt } from './found-sheets.ts';
import { isKeyText } from './key-text.ts';
import { isSamePrint } from './same-content.ts';
import { cellData, isBlank, type Noted } from './repaired.ts';
import { placeId, slotId, type Slot, type Slots } from './slots.ts';
import type { TemplateText } from './template-text.ts';

/** A typed content that wants a cell of the template. */
export interface Candidate {
  sheet: DamagedSheet;
  cell: FormulaCell;
  /** The row's or the column's key was concluded from printed words. */
  byName: boolean;
}

/** Something typed where the template computes; it is lost only if the formula gives something else. */
export interface OverFormula {
  /** Place in the template. */
  at: { sheet: number; row: number; column: number };
  note: (result: number | string) => Noted;
  cell: FormulaCell;
}

/** Everything a damaged file holds, by what becomes of it. */
export interface Collected {
  /** By {@link placeId} in the template; keyed cells and the entries of the cover. */
  candidates: Map<string, Candidate[]>;
  /** Keyed cells whose row and column are still there, filled in or blank. */
  seen: Set<string>;
  overFormulas: OverFormula[];
  unplaced: Noted[];
  toVerify: Noted[];
}

const report = reporter(repairMessages);

/** Goes over every cell of the sheets of a damaged file: none is passed by without a reason. */
export function collect(sheets: readonly DamagedSheet[], slots: Slots, template: TemplateText): Collected {
  const collected: Collected = {
    candidates: new Map(),
    seen: new Set(),
    overFormulas: [],
    unplaced: [],
    toVerify: [],
  };
  for (const sheet of sheets) {
    if (sheet.otherWorkbook === null) seeSlots(sheet, slots, collected.seen);
    for (const cell of sheet.found.facts.cells) sortIn(sheet, cell, slots, template, collected);
    noteOtherNames(sheet, collected);
    noteMerged(sheet, collected);
  }
  return collected;
}

/** Makes a note of a cell; what the message says beside the content is given. */
export function note<Code extends RepairCode>(
  code: Code,
  sheet: DamagedSheet,
  cell: FormulaCell,
  data: Omit<DataOf<typeof repairMessages, Code>, 'found' | 'formula'>,
): Noted {
  const address = cellAddress(cell.row, cell.column);
  const place = { sheet: sheet.found.facts.name, cell: address };
  const value = cellData(cell.value);
  const held = { found: value, formula: cell.formula };
  return {
    ...place,
    key: keyText(sheet, cell),
    label: labelOf(sheet, cell),
    value,
    // The table's data types differ by code; what they share is added here.
    finding: report(code, place, { ...held, ...data } as unknown as DataOf<typeof repairMessages, Code>),
  };
}

function seeSlots({ rows, columns }: DamagedSheet, slots: Slots, seen: Set<string>): void {
  const columnKeys = new Set([...columns.values()].map(({ key }) => key));
  for (const rowKey of new Set([...rows.values()].map(({ key }) => key))) {
    for (const columnKey of columnKeys) {
      const slot = slots.all.get(slotId(rowKey, columnKey));
      if (slot) seen.add(placeId(slot.sheet, slot.row, slot.column));
    }
  }
}

function sortIn(
  sheet: DamagedSheet,
  cell: FormulaCell,
  slots: Slots,
  template: TemplateText,
  collected: Collected,
): void {
  if (isBlank(cell.value) && cell.formula === null) return;
  const rowKey = sheet.rows.get(cell.row);
  const columnKey = sheet.columns.get(cell.column);
  if (isOwnKey(sheet, cell, slots, template) || isForeignKey(sheet, cell)) return;
  if (rowKey && columnKey) {
    const slot = slots.all.get(slotId(rowKey.key, columnKey.key));
    if (slot) {
      const byName = rowKey.by === 'name' || columnKey.by === 'name';
      offer(sheet, cell, slot, byName, collected);
      return;
    }
    if (cell.formula !== null && template.computes(cell.formula)) return;
    if (holdsSlots(rowKey, columnKey, slots)) {
      const isOurs = sheet.otherWorkbook === null;
      collected.unplaced.push(isOurs ? note('repair-not-asked', sheet, cell, {}) : foreign(sheet, cell));
      return;
    }
  }
  sortInPrinted(sheet, cell, slots, template, collected);
}

/** A cell that no keys name: printed, computed, an entry of the cover, or nowhere in the template. */
function sortInPrinted(
  sheet: DamagedSheet,
  cell: FormulaCell,
  slots: Slots,
  template: TemplateText,
  collected: Collected,
): void {
  const { unplaced } = collected;
  const isPrinted = typeof cell.value === 'string' && cell.formula === null && template.prints(cell.value);
  const { aligned } = sheet;
  if (aligned === null) {
    unplaced.push(foreign(sheet, cell));
    return;
  }
  const { row, column, isSure } = templatePlace(sheet, cell, slots);
  const expected =
    row === null || column === null ? undefined : aligned.expected.cells.get(cellIndex(row, column));
  if (!expected) {
    if (isPrinted || (cell.formula !== null && template.computes(cell.formula))) return;
    unplaced.push(unfound(sheet, cell, slots, row, column));
    return;
  }
  const slot = slots.at.get(placeId(aligned.index, expected.row, expected.column));
  if (slot) {
    // Where it stands may be chance: without a key or a name it is nobody's figure.
    unplaced.push(unkeyed(sheet, cell, slot, slots));
  } else if (isInput(expected)) {
    if (hasItsLabel(sheet, cell, expected)) {
      const { row: atRow, column: atColumn } = expected;
      offer(sheet, cell, { sheet: aligned.index, row: atRow, column: atColumn }, false, collected);
    } else unplaced.push(note('repair-outside', sheet, cell, {}));
  } else if (expected.formula !== undefined) {
    if (cell.formula !== null) return;
    collected.overFormulas.push({
      at: { sheet: aligned.index, row: expected.row, column: expected.column },
      note: (result) => note('repair-over-formula', sheet, cell, { result }),
      cell,
    });
  } else if (!isSamePrint(expected.value, cell)) {
    if (isPrinted && !isSure) return;
    if (sheet.otherWorkbook !== null) {
      // Its own plan printed it; what this one prints in the place says nothing of it.
      unplaced.push(foreign(sheet, cell));
    } else if (expected.style === 'target') {
      unplaced.push(note('repair-target-changed', sheet, cell, { printed: expected.value ?? '' }));
    } else if (expected.value !== undefined) {
      unplaced.push(note('repair-print-changed', sheet, cell, { printed: expected.value }));
    } else if (!(cell.formula !== null && template.computes(cell.formula))) {
      unplaced.push(note('repair-outside', sheet, cell, {}));
    }
  }
}

function offer(
  sheet: DamagedSheet,
  cell: FormulaCell,
  at: Pick<Slot, 'sheet' | 'row' | 'column'> & { field?: ColumnField },
  byName: boolean,
  { candidates, unplaced }: Collected,
): void {
  if (sheet.otherWorkbook !== null) unplaced.push(foreign(sheet, cell));
  else if (cell.formula !== null && isBlank(cell.value)) {
    const wanted = at.field !== undefined && holdsFigures(at.field) ? 'number' : 'text';
    unplaced.push(note('repair-no-result', sheet, cell, { wanted }));
  } else {
    const place = placeId(at.sheet, at.row, at.column);
    const candidate = { sheet, cell, byName };
    const before = candidates.get(place);
    if (before) before.push(candidate);
    else candidates.set(place, [candidate]);
  }
}

function foreign(sheet: DamagedSheet, cell: FormulaCell): Noted {
  return sheet.otherWorkbook === null
    ? note('repair-foreign-sheet', sheet, cell, {})
    : note('repair-other-workbook', sheet, cell, { identity: `«${sheet.otherWorkbook}»` });
}

/** Why a cell without a place in the template has none. */
function unfound(
  sheet: DamagedSheet,
  cell: FormulaCell,
  slots: Slots,
  row: number | null,
  column: number | null,
): Noted {
  if (sheet.otherWorkbook !== null) return foreign(sheet, cell);
  const isKeyed = slots.sheets.some(({ index }) => index === sheet.aligned?.index);
  if (isKeyed && row === null && sheet.columns.has(cell.column))
    return note('repair-row-unknown', sheet, cell, {});
  if (isKeyed && column === null && sheet.rows.has(cell.row))
    return note('repair-column-unknown', sheet, cell, {});
  return note('repair-outside', sheet, cell, {});
}

function unkeyed(sheet: DamagedSheet, cell: FormulaCell, { rowKey }: Slot, slots: Slots): Noted {
  if (sheet.otherWorkbook !== null) return foreign(sheet, cell);
  const found = sheet.rows.get(cell.row);
  const isRow = found !== undefined && slots.rowKeys.has(found.key) && found.key === rowKey;
  return isRow ? note('repair-column-unknown', sheet, cell, {}) : note('repair-row-unknown', sheet, cell, {});
}

/** Where a cell stood in the template, as far as that can be told; `isSure` where a key says it. */
function templatePlace(
  { aligned, rows, columns }: DamagedSheet,
  cell: FormulaCell,
  slots: Slots,
): { row: number | null; column: number | null; isSure: boolean } {
  const keyed = slots.sheets.find(({ index }) => index === aligned?.index);
  const rowKey = rows.get(cell.row);
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
function isOwnKey(sheet: DamagedSheet, cell: FormulaCell, slots: Slots, template: TemplateText): boolean {
  const { value, formula } = cell;
  if (typeof value !== 'string' || formula !== null || !isKeyText(value)) return false;
  const isOfTemplate = slots.rowKeys.has(value) || template.prints(value);
  // In an input cell even a key is something somebody typed.
  return isOfTemplate && !(sheet.rows.has(cell.row) && sheet.columns.has(cell.column));
}

/** The keys of a sheet of another workbook: what they are of stands beside each of its cells. */
function isForeignKey({ found, otherWorkbook }: DamagedSheet, { row, column, value }: FormulaCell): boolean {
  if (otherWorkbook === null || typeof value !== 'string' || !isKeyText(value)) return false;
  const { marker } = found.keys;
  return marker !== null && (row === marker.row || column === marker.column);
}

/** Whether a keyed row and column are of one table of the template, so that they could have a cell. */
function holdsSlots(rowKey: KeyAt, columnKey: KeyAt, slots: Slots): boolean {
  return (
    !slots.rowKeys.has(rowKey.key) ||
    slots.sheets.some(({ rows, columns }) => rows.has(rowKey.key) && columns.has(columnKey.key)) ||
    !slots.sheets.some(({ columns }) => columns.has(columnKey.key))
  );
}

/** An entry is taken for that of the cover's line only if the line's words stand beside it. */
function hasItsLabel({ aligned, found }: DamagedSheet, cell: FormulaCell, expected: CellModel): boolean {
  const words = new Set(
    (found.byRow.get(cell.row) ?? []).flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  );
  return [...(aligned?.expected.cells.values() ?? [])].some(
    ({ row, value }) => row === expected.row && typeof value === 'string' && words.has(value),
  );
}

/** Rows whose key and name are of two indicators, and columns whose key and heading are of two, once each. */
function noteOtherNames(sheet: DamagedSheet, { toVerify }: Collected): void {
  if (sheet.otherWorkbook !== null) return;
  for (const [row, other] of sheet.otherNames) {
    const typed = (sheet.found.byRow.get(row) ?? []).find(
      (cell) => sheet.columns.has(cell.column) && !isBlank(cell.value),
    );
    if (typed) toVerify.push(note('repair-key-and-name', sheet, typed, { other }));
  }
  for (const [column, other] of sheet.otherHeads) {
    const typed = sheet.found.facts.cells.find(
      (cell) => cell.column === column && sheet.rows.has(cell.row) && !isBlank(cell.value),
    );
    if (typed) toVerify.push(note('repair-key-and-heading', sheet, typed, { other }));
  }
}

/** Merged cells of input are apart again, and what stood in the first may have been meant for all. */
function noteMerged(sheet: DamagedSheet, { toVerify }: Collected): void {
  if (sheet.otherWorkbook !== null) return;
  for (const { range, area, inputs } of mergedRanges(keyedAs(sheet))) {
    if (inputs === 'none') continue;
    const blank: FormulaCell = { row: area.top, column: area.left, value: null, formula: null };
    const first = sheet.found.cells.get(cellIndex(area.top, area.left)) ?? blank;
    const isEmpty = isBlank(first.value) && first.formula === null;
    if (!isEmpty || hasCovered(sheet.found, area)) {
      toVerify.push(note('repair-cells-merged', sheet, first, { range }));
    }
  }
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

const LABEL_LENGTH = 80;

/** The longest words of the row, so that a number in a list can be told from the next. */
function labelOf({ found }: DamagedSheet, cell: FormulaCell): string | null {
  let longest = '';
  for (const { column, value, formula } of found.byRow.get(cell.row) ?? []) {
    if (column === cell.column || typeof value !== 'string' || formula !== null || isKeyText(value)) continue;
    if (value.length > longest.length && /\p{L}/u.test(value)) longest = value;
  }
  if (longest === '') return null;
  return longest.length <= LABEL_LENGTH ? longest : `${longest.slice(0, LABEL_LENGTH - 1)}…`;
}

/** `poverty-rate|_T, 2023`: the keys of a cell, as far as they are known. */
function keyText({ rows, columns }: DamagedSheet, cell: FormulaCell): string | null {
  const row = rows.get(cell.row)?.key ?? null;
  const column = columns.get(cell.column)?.key;
  const [period, , field] = column === undefined ? [] : column.split('|');
  if (row === null) return null;
  return [row, period === '_' ? undefined : period, field === 'value' ? undefined : field]
    .filter((part) => part !== undefined)
    .join(', ');
}
