import { parseIdentityKey, sheetNames, type WorkbookIdentity } from '../../workbook/contract.ts';
import { isOfAnotherWorkbook } from '../identity.ts';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../sheet/model.ts';
import { alignSheet, isInput, standsWhereIssued, type AlignedSheet } from './align-sheet.ts';
import type { WorkbookFacts } from '../../sheet/facts.ts';
import { foundSheet, type FoundSheet } from './found-sheet.ts';

/** The expected workbook beside the returned one. */
export interface Alignment {
  /** In the order of the expected workbook; `_meta` is not among them: it says what is expected. */
  sheets: readonly AlignedSheet[];
  missing: readonly SheetModel[];
  /** Copies of a sheet that is there. */
  copies: readonly { sheet: FoundSheet; of: AlignedSheet }[];
  /** Sheets the workbook was not issued with. */
  added: readonly FoundSheet[];
  /** Every returned sheet but `_meta` and those of other workbooks, in the order of the tabs. */
  all: readonly FoundSheet[];
  /**
   * Sheets whose key row names another workbook: nothing is read from them. One of them is among `sheets` only
   * where the workbook's own is gone, so that formulas that go by its name can still be compared.
   */
  foreign: ReadonlySet<FoundSheet>;
  /** By the sheet's name in the returned file, in small letters, as spreadsheet programs compare names. */
  byName: ReadonlyMap<string, AlignedSheet>;
  /** Nothing was renamed or moved: an expected formula may be compared as text. */
  isIdentity: boolean;
}

/** Share of a sheet's keys or words that another must hold to be taken for it under another name. */
const LIKENESS = 0.5;

/** Finds the sheets of the expected workbook by their names, and renamed ones by what they hold. */
export function alignWorkbook(expected: WorkbookModel, facts: WorkbookFacts): Alignment {
  const tabs = facts.sheets.filter(({ name }) => name !== sheetNames.meta).map(foundSheet);
  const own = ownIdentityOf(expected);
  const foreign = new Set(tabs.filter(({ facts: sheet }) => own !== null && isOfAnotherWorkbook(sheet, own)));
  const wanted = expected.sheets.flatMap((sheet, index) =>
    sheet.name === sheetNames.meta ? [] : [{ sheet, index }],
  );
  const known = new Map<number, Signs>();
  const signsAt = (index: number): Signs => {
    const sheet = expected.sheets[index];
    const signs = known.get(index) ?? (sheet ? signsOf(sheet) : new Map<string, CellModel>());
    known.set(index, signs);
    return signs;
  };
  const contents = new Map<FoundSheet, ReadonlySet<string>>();
  const likeness = (signs: Signs, sheet: FoundSheet): number => {
    const words = contents.get(sheet) ?? wordsOf(sheet);
    contents.set(sheet, words);
    return shareOf(signs, ([sign]) => words.has(sign));
  };
  const free = new Set(tabs);
  const paired = new Map<number, FoundSheet>();
  /** The sheet that holds another's content under that other's name, where two names were exchanged. */
  const exchanged = (index: number): FoundSheet | null => {
    const signs = signsAt(index);
    for (const [other, sheet] of paired) {
      const own = signsAt(other);
      if (other === index || likeness(own, sheet) >= LIKENESS || likeness(signs, sheet) < LIKENESS) continue;
      paired.delete(other);
      return sheet;
    }
    return null;
  };
  const byName = new Map(tabs.map((sheet) => [nameOf(sheet.facts.name), sheet]));
  for (const { sheet, index } of wanted) {
    const same = byName.get(nameOf(sheet.name));
    if (!same) continue;
    paired.set(index, same);
    free.delete(same);
  }
  const asIssued = new Map<number, FoundSheet>();
  for (const { sheet, index } of wanted) {
    const named = paired.get(index);
    if (named && !foreign.has(named) && standsWhereIssued(sheet, named)) {
      asIssued.set(index, named);
      continue;
    }
    const signs = signsAt(index);
    // A sheet of the right name that holds none of it gives way to one that holds it under another name.
    if (named && !foreign.has(named) && (isInPlace(signs, named) || likeness(signs, named) >= LIKENESS))
      continue;
    const likes = (sheet: FoundSheet) => likeness(signs, sheet);
    const others = [...free].filter((sheet) => !foreign.has(sheet));
    // One of another workbook is taken only where there is no sheet of this one, under any name.
    const best =
      bestOf(others, likes) ?? exchanged(index) ?? (named === undefined ? bestOf(free, likes) : null);
    if (!best) continue;
    if (named) free.add(named);
    free.delete(best);
    paired.set(index, best);
  }
  const sheets = wanted.flatMap(({ sheet, index }) => {
    const found = paired.get(index);
    if (!found) return [];
    const isAsIssued = asIssued.get(index) === found || standsWhereIssued(sheet, found);
    return [alignSheet(index, sheet, found, isAsIssued)];
  });
  const copies: { sheet: FoundSheet; of: AlignedSheet }[] = [];
  const added: FoundSheet[] = [];
  for (const sheet of free) {
    const signs = wanted.map((one) => ({ index: one.index, like: likeness(signsAt(one.index), sheet) }));
    const like = signs.filter((one) => one.like >= LIKENESS).sort((a, b) => b.like - a.like)[0];
    const of = like && sheets.find(({ index }) => index === like.index);
    if (of) copies.push({ sheet, of });
    else added.push(sheet);
  }
  return {
    sheets,
    missing: wanted.flatMap(({ sheet, index }) => (paired.has(index) ? [] : [sheet])),
    copies,
    added,
    all: tabs.filter((sheet) => !foreign.has(sheet)),
    foreign,
    byName: new Map(sheets.map((one) => [nameOf(one.found.facts.name), one])),
    isIdentity: sheets.every(
      ({ expected: { name }, found, rows, columns }) =>
        name === found.facts.name && rows.isIdentity() && columns.isIdentity(),
    ),
  };
}

/** A sheet's name as spreadsheet programs compare names. */
export function nameOf(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('vi');
}

/** Whose figures the sheets of the expected workbook are for. */
function ownIdentityOf(expected: WorkbookModel): WorkbookIdentity | null {
  for (const { cells } of expected.sheets) {
    for (const { value } of cells.values()) {
      const identity = typeof value === 'string' ? parseIdentityKey(value) : null;
      if (identity) return identity;
    }
  }
  return null;
}

/** Texts that tell a sheet from the others, and a cell where each stands. */
type Signs = ReadonlyMap<string, CellModel>;

/** What tells a sheet from the others: its row keys, or its words where it has none. */
function signsOf(sheet: SheetModel): Signs {
  const keys = new Map<string, CellModel>();
  const words = new Map<string, CellModel>();
  for (const cell of sheet.cells.values()) {
    if (typeof cell.value !== 'string' || cell.value === '' || isInput(cell)) continue;
    if (cell.column !== 1) words.set(cell.value, cell);
    else if (cell.row !== 1) keys.set(cell.value, cell);
  }
  return keys.size > 0 ? keys : words;
}

/** Whether a sheet holds the signs where they were issued: most do, and need not be searched for them. */
function isInPlace(signs: Signs, { cells }: FoundSheet): boolean {
  const share = shareOf(
    signs,
    ([sign, { row, column }]) => cells.get(cellIndex(row, column))?.value === sign,
  );
  return share >= LIKENESS;
}

function shareOf(signs: Signs, isThere: (sign: [string, CellModel]) => boolean): number {
  let there = 0;
  for (const sign of signs) if (isThere(sign)) there += 1;
  return signs.size === 0 ? 0 : there / signs.size;
}

function wordsOf({ facts }: FoundSheet): ReadonlySet<string> {
  return new Set(facts.cells.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])));
}

function bestOf(sheets: Iterable<FoundSheet>, likeness: (sheet: FoundSheet) => number): FoundSheet | null {
  let best: { sheet: FoundSheet; like: number } | null = null;
  for (const sheet of sheets) {
    const like = likeness(sheet);
    if (like >= LIKENESS && (!best || like > best.like)) best = { sheet, like };
  }
  return best?.sheet ?? null;
}
