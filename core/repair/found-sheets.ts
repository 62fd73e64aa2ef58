import type { Language } from '../base/finding.ts';
import { alignSheet, isInput, type AlignedSheet } from '../returned/align/align-sheet.ts';
import { isSameIdentity, sheetIdentities } from '../returned/identity.ts';
import { alignWorkbook } from '../returned/align/alignment.ts';
import type { WorkbookFacts } from '../sheet/facts.ts';
import type { FoundSheet } from '../returned/align/found-sheet.ts';
import {
  identityKey,
  parseColumnKey,
  workbookKeys,
  type ColumnKey,
  type WorkbookIdentity,
} from '../workbook/contract.ts';
import { keysAt, type KeyedLines } from '../sheet/keyed.ts';
import type { SheetModel, WorkbookModel } from '../sheet/model.ts';
import { exchangedColumns } from './exchanged-columns.ts';
import type { KeyAt } from './key-at.ts';
import { columnsByName, printedNames, rowsByName, type PrintedNames } from './printed-names.ts';
import type { KeyedSheet, Slots } from './slots.ts';
import { sortedBlock, type SortedBlock } from './sorted-rows.ts';

/** A sheet of the damaged file: what of the template it is, and the keys of its rows and columns. */
export interface DamagedSheet {
  found: FoundSheet;
  /** Where its rows and columns stood in the template; null for a sheet that is not of it. */
  aligned: AlignedSheet | null;
  /** Identity of the other workbook it is of; null for this one's own. */
  otherWorkbook: string | null;
  rows: ReadonlyMap<number, KeyAt>;
  columns: ReadonlyMap<number, KeyAt>;
  /** Rows whose printed name is that of another key than stands there. */
  otherNames: ReadonlyMap<number, string>;
  /** Headings that are those of another key than stands over the column. */
  otherHeads: ReadonlyMap<number, string>;
  /** The part of it that was sorted without its keys; null where none was. */
  sorted: SortedBlock | null;
  /** Columns that changed places with their headings while the keys stayed; null where none did. */
  exchanged: ReadonlyMap<number, string> | null;
  /** What people call the places that keys name. */
  label: Label;
}

/** What people call a key, or a place between keys. */
export type Label = (key: string) => Record<Language, string>;

/** The key of a cell's row: in a block that was sorted without its keys by the name printed there. */
export function rowKeyAt(
  { rows, sorted }: Pick<DamagedSheet, 'rows' | 'sorted'>,
  { row, column }: { row: number; column: number },
): KeyAt | undefined {
  return sorted?.columns.has(column) === true ? sorted.rows.get(row) : rows.get(row);
}

/** Share of a template sheet's words that make an unknown sheet one. */
const LIKENESS = 0.5;

/** Finds out what each sheet of a damaged file is, in the order of its tabs; `_meta` is not among them. */
export function damagedSheets(
  expected: WorkbookModel,
  facts: WorkbookFacts,
  slots: Slots,
  identity: WorkbookIdentity,
  label: Label,
): DamagedSheet[] {
  const alignment = alignWorkbook(expected, facts);
  const names = new Map(slots.sheets.map((one) => [one.index, printedNames(one)]));
  const of = new Map(alignment.sheets.map((sheet) => [sheet.found, sheet]));
  for (const { sheet, of: original } of alignment.copies) {
    of.set(sheet, alignSheet(original.index, original.expected, sheet));
  }
  const tabs = new Map(facts.sheets.map(({ name }, at) => [name, at]));
  const tabOf = ({ facts: { name } }: FoundSheet) => tabs.get(name) ?? 0;
  const all = [...alignment.all, ...alignment.foreign].sort((a, b) => tabOf(a) - tabOf(b));
  return all.map((found) => {
    const aligned = of.get(found) ?? resembling(expected, found, slots, names);
    const keyed = slots.sheets.find(({ index }) => index === aligned?.index) ?? null;
    const otherWorkbook = otherIdentity(found, identity);
    const place = aligned && keyed && { found, aligned, keyed };
    return {
      found,
      aligned,
      otherWorkbook,
      label,
      ...keysOf(found, slots, keyed && names.get(keyed.index), place),
    };
  });
}

function keysOf(
  found: FoundSheet,
  slots: Slots,
  names: PrintedNames | null | undefined,
  place: { found: FoundSheet; aligned: AlignedSheet; keyed: KeyedSheet } | null,
): Pick<DamagedSheet, 'rows' | 'columns' | 'otherNames' | 'otherHeads' | 'sorted' | 'exchanged'> {
  const { rows: foundRows, columns: foundColumns } = found.keys.marker
    ? found.keys
    : keysWithoutMarker(found, slots);
  const rows = new Map<number, KeyAt>(foundRows.map(({ row, key }) => [row, { key, by: 'key' }]));
  const columns = new Map<number, KeyAt>(foundColumns.map(({ column, key }) => [column, { key, by: 'key' }]));
  const otherNames = new Map<number, string>();
  const otherHeads = new Map<number, string>();
  let sorted: SortedBlock | null = null;
  let exchanged: ReadonlyMap<number, string> | null = null;
  if (names) {
    const printed = rowsByName(found, names);
    const keysThere = new Map(foundRows.map(({ row, key }) => [row, key]));
    const columnKeys = new Map(foundColumns.map(({ column, key }) => [column, key]));
    sorted = place && sortedBlock(place, keysThere, columnKeys, printed);
    for (const [row, key] of sorted ? [] : printed.byName) {
      const before = rows.get(row);
      if (!before) rows.set(row, { key, by: 'name' });
      else if (before.key !== key) otherNames.set(row, key);
    }
    const keyedColumns = new Set([...columns.values()].map(({ key }) => key));
    const { headRow, keyed } = columnsByName(found, names);
    const parted = place && exchangedColumns(place, columnKeys, keyed, keysThere, headRow);
    if (parted?.by === 'heading') exchanged = parted.columns;
    for (const [column, key] of parted?.columns ?? []) {
      if (parted?.by === 'heading') columns.set(column, { key, by: 'sorting' });
      else columns.set(column, { key: columnKeys.get(column) ?? key, by: 'unclear' });
    }
    for (const [column, key] of keyed) {
      // A column beside the keyed one that repeats its heading is a copy without a key.
      const before = columns.get(column);
      if (before && before.key !== key) otherHeads.set(column, headingOf(key, names));
      else if (!before && !keyedColumns.has(key)) columns.set(column, { key, by: 'name' });
    }
  }
  return { rows, columns, otherNames, otherHeads, sorted, exchanged };
}

function headingOf(key: string, { columns }: PrintedNames): string {
  return [...columns].find(([, of]) => of === key)?.[0] ?? key;
}

/** With column A or row 1 the marker goes, but the keys of the other axis still stand there. */
function keysWithoutMarker({ facts }: FoundSheet, slots: Slots): KeyedLines<ColumnKey> {
  const byColumn = new Map<number, number>();
  const byRow = new Map<number, number>();
  for (const { row, column, value } of facts.cells) {
    if (typeof value !== 'string') continue;
    if (slots.rowKeys.has(value)) byColumn.set(column, (byColumn.get(column) ?? 0) + 1);
    if (parseColumnKey(value)) byRow.set(row, (byRow.get(row) ?? 0) + 1);
  }
  return keysAt(facts.cells, { row: mostOf(byRow), column: mostOf(byColumn) }, workbookKeys);
}

function mostOf(counts: ReadonlyMap<number, number>): number | null {
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** The sheet of the template that a sheet without its name and keys is by its words. */
function resembling(
  expected: WorkbookModel,
  found: FoundSheet,
  slots: Slots,
  names: ReadonlyMap<number, PrintedNames>,
): AlignedSheet | null {
  const words = new Set(found.facts.cells.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])));
  let best: { index: number; sheet: SheetModel; likeness: number } | null = null;
  expected.sheets.forEach((sheet, index) => {
    if (sheet.state !== 'visible') return;
    const printed = wordsOf(sheet);
    const shared = [...printed].filter((word) => words.has(word)).length;
    const likeness = printed.size === 0 ? 0 : shared / printed.size;
    if (likeness >= LIKENESS && likeness > (best?.likeness ?? 0)) best = { index, sheet, likeness };
  });
  const like = (best as { index: number; sheet: SheetModel } | null) ?? byRows(found, slots.sheets, names);
  return like && alignSheet(like.index, like.sheet, found);
}

/** The keyed sheet that most of a sheet's rows are of by their printed names. */
function byRows(
  found: FoundSheet,
  sheets: readonly KeyedSheet[],
  names: ReadonlyMap<number, PrintedNames>,
): { index: number; sheet: SheetModel } | null {
  const counts = sheets.map(({ index, sheet }) => {
    const printed = names.get(index);
    const count =
      printed && columnsByName(found, printed).keyed.size > 0 ? rowsByName(found, printed).byName.size : 0;
    return { index, sheet, count };
  });
  const [best] = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return best ?? null;
}

/** Printed words without keys, which stand in the first column and row. */
function wordsOf({ cells }: SheetModel): Set<string> {
  const words = new Set<string>();
  for (const cell of cells.values()) {
    if (typeof cell.value === 'string' && cell.row > 1 && cell.column > 1 && !isInput(cell))
      words.add(cell.value);
  }
  return words;
}

/** One is enough: where rows of another workbook were pasted, nobody can tell its figures from the sheet's own. */
function otherIdentity({ facts }: FoundSheet, own: WorkbookIdentity): string | null {
  const other = sheetIdentities([facts]).find(({ identity }) => !isSameIdentity(identity, own));
  return other ? identityKey(other.identity) : null;
}
