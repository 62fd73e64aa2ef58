import { isInput } from '../returned/align/align-sheet.ts';
import type { FormulaCell } from '../sheet/facts.ts';
import { cellIndex } from '../sheet/model.ts';
import { rowKeyAt, type DamagedSheet } from './found-sheets.ts';
import type { KeyAt } from './key-at.ts';
import { note } from './note.ts';
import type { NotPutBack } from './not-put-back.ts';
import type { Candidate } from './resolve.ts';
import { isSamePrint } from './same-content.ts';
import { isBlank, type Noted } from './repaired.ts';
import { placeId, slotId, type Slot, type Slots } from './slots.ts';
import type { TemplateText } from './template-text.ts';
import { exchangedToVerify, mergesToVerify, namesToVerify, sortedToVerify } from './to-verify.ts';
import {
  type AsIssued,
  hasItsLabel,
  holdsSlots,
  asIssuedOf,
  isForeignKey,
  isInTable,
  isOwnKey,
  isSortedName,
  templatePlace,
} from './whose.ts';

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

/**
 * Goes over every cell of the sheets of a damaged file: none is passed by without a reason.
 * @param notPutBack results of formulas that stay out
 * @param most with more leftovers than these it ends, since nothing will be repaired
 */
export function collect(
  sheets: readonly DamagedSheet[],
  slots: Slots,
  template: TemplateText,
  notPutBack: NotPutBack,
  most: number,
): Collected {
  const collected: Collected = {
    candidates: new Map(),
    seen: new Set(),
    overFormulas: [],
    unplaced: [],
    toVerify: [],
  };
  for (const sheet of sheets) {
    if (sheet.otherWorkbook === null) seeSlots(sheet, slots, collected.seen);
    const asIssued = asIssuedOf(sheet, slots, template);
    const sorting = { slots, template, collected, asIssued, notPutBack };
    for (const cell of sheet.found.facts.cells) {
      sortIn(sheet, cell, sorting);
      // Nobody reads on, and a note of each of a million cells takes more memory than there is.
      if (collected.unplaced.length > most) return collected;
    }
    collected.toVerify.push(
      ...namesToVerify(sheet),
      ...sortedToVerify(sheet),
      ...exchangedToVerify(sheet),
      ...mergesToVerify(sheet),
    );
  }
  return collected;
}

function seeSlots({ rows, columns, sorted }: DamagedSheet, slots: Slots, seen: Set<string>): void {
  const keysOf = (of: ReadonlyMap<number, KeyAt>) => new Set([...of.values()].map(({ key }) => key));
  const [stayed, moved] = [keysOf(rows), keysOf(sorted?.rows ?? new Map())];
  for (const [column, { key: columnKey }] of columns) {
    for (const rowKey of sorted?.columns.has(column) === true ? moved : stayed) {
      const slot = slots.all.get(slotId(rowKey, columnKey));
      if (slot) seen.add(placeId(slot.sheet, slot.row, slot.column));
    }
  }
}

/** What the cells of a sheet are sorted by, and into. */
interface Sorting {
  slots: Slots;
  template: TemplateText;
  collected: Collected;
  /** Null where something may stand beside the entries that nobody issued: {@link asIssuedOf}. */
  asIssued: AsIssued | null;
  notPutBack: NotPutBack;
}

function sortIn(sheet: DamagedSheet, cell: FormulaCell, sorting: Sorting): void {
  const { slots, template, collected } = sorting;
  if (isBlank(cell.value) && cell.formula === null) return;
  const rowKey = rowKeyAt(sheet, cell);
  const columnKey = sheet.columns.get(cell.column);
  if (isOwnKey(sheet, cell, slots, template) || isForeignKey(sheet, cell)) return;
  // Also in a cell for figures: the rows of a share that show what is typed elsewhere are moved like others.
  if (cell.formula !== null && template.holds(cell.formula)) return;
  if (rowKey && columnKey) {
    const slot = slots.all.get(slotId(rowKey.key, columnKey.key));
    if (slot && columnKey.by === 'unclear' && sheet.otherWorkbook === null) {
      const heading = sheet.otherHeads.get(cell.column) ?? '';
      collected.unplaced.push(note('repair-column-unclear', sheet, cell, { heading }));
      return;
    }
    if (slot) {
      const byName = rowKey.by === 'name' || columnKey.by === 'name';
      offer(sheet, cell, slot, byName, sorting);
      return;
    }
    if (cell.formula !== null && template.computes(cell.formula)) return;
    if (holdsSlots(rowKey, columnKey, slots)) {
      const isOurs = sheet.otherWorkbook === null;
      collected.unplaced.push(isOurs ? note('repair-not-asked', sheet, cell, {}) : foreign(sheet, cell));
      return;
    }
  }
  sortInPrinted(sheet, cell, sorting);
}

/** A cell that no keys name: printed, computed, an entry of the cover, or nowhere in the template. */
function sortInPrinted(sheet: DamagedSheet, cell: FormulaCell, sorting: Sorting): void {
  const { slots, template, collected, asIssued } = sorting;
  const { unplaced } = collected;
  const isPrinted = typeof cell.value === 'string' && cell.formula === null && template.prints(cell.value);
  const { aligned } = sheet;
  if (aligned === null) {
    if (!asIssued && !isOfFormer(sheet, cell, template)) unplaced.push(foreign(sheet, cell));
    return;
  }
  const { row, column, isSure } = templatePlace(sheet, cell, slots);
  const expected =
    row === null || column === null ? undefined : aligned.expected.cells.get(cellIndex(row, column));
  if (asIssued?.isOutside(cell) === true) {
    // What the layout of the file had in the place nobody knows.
    unplaced.push(note('repair-outside', sheet, cell, {}));
    return;
  }
  if (!expected) {
    if (isPrinted || (cell.formula !== null && template.computes(cell.formula))) return;
    if (isOfFormer(sheet, cell, template)) return;
    if (asIssued && !isInTable(cell, sheet, asIssued)) return;
    unplaced.push(unfound(sheet, cell, slots, row, column));
    return;
  }
  const slot = slots.at.get(placeId(aligned.index, expected.row, expected.column));
  if (slot && isOfTable(slot, slots)) {
    // Where it stands may be chance: without a key or a name it is nobody's figure.
    unplaced.push(unkeyed(sheet, cell, slot, slots));
  } else if (isInput(expected)) {
    if (hasItsLabel(sheet, cell, expected)) {
      const { row: atRow, column: atColumn } = expected;
      offer(sheet, cell, { sheet: aligned.index, row: atRow, column: atColumn }, false, sorting);
    } else unplaced.push(note('repair-outside', sheet, cell, {}));
  } else if (expected.formula !== undefined) {
    if (cell.formula !== null || asIssued) return;
    collected.overFormulas.push({
      at: { sheet: aligned.index, row: expected.row, column: expected.column },
      note: (result) => note('repair-over-formula', sheet, cell, { result }),
      cell,
    });
  } else if (!isSamePrint(expected.value, cell)) {
    if (asIssued || (isPrinted && !isSure) || isSortedName(sheet, cell, expected)) return;
    if (expected.style !== 'target' && isOfFormer(sheet, cell, template)) return;
    if (sheet.otherWorkbook !== null) {
      // Its own plan printed it; what this one prints in the place says nothing of it.
      unplaced.push(foreign(sheet, cell));
    } else if (expected.style === 'target') {
      unplaced.push(note('repair-target-changed', sheet, cell, { printed: expected.value ?? '' }));
    } else if (expected.value !== undefined) {
      if (cell.formula === null && template.printedOtherwise(cell.value, expected)) return;
      unplaced.push(note('repair-print-changed', sheet, cell, { printed: expected.value }));
    } else if (!(cell.formula !== null && template.computes(cell.formula))) {
      unplaced.push(note('repair-outside', sheet, cell, {}));
    }
  }
}

/**
 * Whether a cell is what an earlier layout printed or computed on a sheet that it had, where nobody types figures: the
 * program that saved the file took the protection away, so that not all of the sheet is {@link asIssuedOf}.
 */
function isOfFormer(
  { found, otherWorkbook, columns }: DamagedSheet,
  cell: FormulaCell,
  template: TemplateText,
): boolean {
  return otherWorkbook === null && columns.size === 0 && template.wasOn(found.facts.name, cell);
}

/** Whether a keyed cell is one of a table's; the cover's only one is known by the words in its row. */
function isOfTable({ sheet }: Slot, { sheets }: Slots): boolean {
  return sheets.some(({ index, rows }) => index === sheet && rows.size > 1);
}

function offer(
  sheet: DamagedSheet,
  cell: FormulaCell,
  at: Pick<Slot, 'sheet' | 'row' | 'column'> & Partial<Slot>,
  byName: boolean,
  { collected: { candidates, unplaced }, notPutBack }: Sorting,
): void {
  const not = sheet.otherWorkbook !== null ? foreign(sheet, cell) : notPutBack(sheet, cell, at);
  if (not) unplaced.push(not);
  else {
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
  if (isKeyed && column === null && rowKeyAt(sheet, cell) !== undefined)
    return note('repair-column-unknown', sheet, cell, {});
  return note('repair-outside', sheet, cell, {});
}

function unkeyed(sheet: DamagedSheet, cell: FormulaCell, { rowKey }: Slot, slots: Slots): Noted {
  if (sheet.otherWorkbook !== null) return foreign(sheet, cell);
  const found = rowKeyAt(sheet, cell);
  const isRow = found !== undefined && slots.rowKeys.has(found.key) && found.key === rowKey;
  return isRow ? note('repair-column-unknown', sheet, cell, {}) : note('repair-row-unknown', sheet, cell, {});
}
