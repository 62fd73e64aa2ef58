import { isEntrySheet } from '../../core/check/first-result.ts';
import type { FormulaCell, SheetFacts } from '../../core/sheet/facts.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { benchProblem } from '../pane/bench-problem.ts';
import { bandsOf, inBatches, type Band } from './bands.ts';
import { cellsOf } from './block-cells.ts';
import { isGone, isTooLarge } from './excel-problem.ts';

/** How much is asked for at once, in cells. */
interface Portion {
  /** Top left part of every sheet that is asked for before its size is known. */
  readonly window: { readonly rows: number; readonly columns: number };
  readonly perSync: number;
}

/** Every workbook of ours fits: the largest has 20 000 cells on 20 sheets, none wider than 28 columns. */
const USUAL: Portion = { window: { rows: 1_000, columns: 50 }, perSync: 50_000 };
/** For workbooks that Excel on the web would not carry in one answer. */
const SMALL: Portion = { window: { rows: 1, columns: 1 }, perSync: 5_000 };
/** As the reader of files has it; more is no workbook of ours. */
const MOST_CELLS = 2_000_000;

/** Asked of every range; the types of the values would make it half as much again. */
const GRIDS = 'rowIndex,columnIndex,values,formulas';
/** What a first look at the entry sheets needs: a third of what their grids are. */
const VALUES = 'rowIndex,columnIndex,values';

const STATES: Record<string, SheetFacts['state']> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** Every workbook of ours has them: the first time they are asked for by name, with the list of the sheets. */
const ENTRY_SHEETS = [sheetNames.cover, sheetNames.entry, sheetNames.background, sheetNames.meta].map(named);
/** Most have them. What is not there ends a request; asked for first, it ends it at once. */
const MOST_HAVE = [named(sheetNames.baselines)];

/** A sheet is asked for by its name as by its id. */
function named(name: string): { id: string; name: string } {
  return { id: name, name };
}

/** A sheet that was asked for. */
interface Asked {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly part: Excel.Range;
}

/** A range of the sheet with an id, its grids asked for. */
interface Part {
  readonly id: string;
  readonly range: Excel.Range;
}

/**
 * Told of the values of the entry sheets, before their formulas and the others are asked for: what it draws is on the
 * screen before so much comes that nothing is painted meanwhile. What it hands back is done while Excel gathers them.
 */
export type Early = (sheets: SheetFacts[]) => Promise<() => Promise<void>>;

/**
 * Reads all sheets of the open workbook, `_meta` too, with one sync for the names of the sheets and one for
 * their cells, and one more where a cell may hold an error. Later readings need no sync for the names: the list
 * comes along, and what was asked for by the sheets of the last reading counts only if it still is the list.
 * Nothing but ids and names is kept.
 *
 * Who wants to go ahead with the entry sheets has their values by a sync of their own, the first time with the list,
 * and what is left to be done with them is done while Excel gathers the others and all formulas.
 */
export class SheetReader {
  #known: readonly { readonly id: string; readonly name: string }[] = [];
  #portion = USUAL;

  /** @throws OfficeExtension.Error, or BenchProblem for a workbook that is too large */
  async read(context: Excel.RequestContext, early?: Early): Promise<SheetFacts[]> {
    try {
      return await this.#readPortions(context, this.#portion, early);
    } catch (error) {
      // Once more in small portions, and so from now on; what is too large even then is told.
      if (!isTooLarge(error) || this.#portion === SMALL) throw error;
      this.#portion = SMALL;
      return this.#readPortions(context, SMALL);
    }
  }

  async #readPortions(context: Excel.RequestContext, portion: Portion, early?: Early): Promise<SheetFacts[]> {
    const { items, asked } = await this.#ask(context, portion, early);
    this.#known = items.map(({ id, name }) => ({ id, name }));
    const sheets = items.flatMap((item) => {
      const one = asked.get(item.id);
      return one ? [{ item, ...one }] : [];
    });
    const size = sheets.reduce((sum, { used }) => sum + used.rowCount * used.columnCount, 0);
    if (size > MOST_CELLS) throw benchProblem('too-large');
    const cells = new Map<string, FormulaCell[]>(sheets.map(({ item }) => [item.id, []]));
    const whole: Part[] = [];
    const rest: (Band & { id: string; sheet: Excel.Worksheet })[] = [];
    for (const { item, sheet, used, part } of sheets) {
      const area = areaOf(used);
      if (isWithin(area, portion.window)) whole.push({ id: item.id, range: part });
      else rest.push(...bandsOf(area, portion.perSync).map((band) => ({ ...band, id: item.id, sheet })));
    }
    await take(context, whole, cells);
    for (const batch of inBatches(rest, portion.perSync)) {
      const parts = batch.map(({ id, sheet, row, column, rows, columns }): Part => {
        const range = sheet.getRangeByIndexes(row, column, rows, columns);
        range.load(GRIDS);
        return { id, range };
      });
      await context.sync();
      await take(context, parts, cells);
      for (const { range } of parts) range.untrack();
    }
    return sheets.map(({ item }) => factsOf(item, cells.get(item.id) ?? []));
  }

  /** The list of sheets as it is now, and an answer for each of them. */
  async #ask(
    context: Excel.RequestContext,
    { window }: Portion,
    early?: Early,
  ): Promise<{ items: Excel.Worksheet[]; asked: Map<string, Asked> }> {
    const { worksheets } = context.workbook;
    const list = () => worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
    const isFirst = ({ name }: { name: string }) => early === undefined || isEntrySheet(name);
    const askFor = (sheets: readonly { id: string }[], grids: string) =>
      sheets.map(({ id }) => [id, askForSheet(worksheets.getItem(id), window, grids)] as const);
    const firstGrids = early ? VALUES : GRIDS;
    const atFirst = early ? [[...MOST_HAVE, ...ENTRY_SHEETS], ENTRY_SHEETS] : [];
    const attempts = this.#known.length === 0 ? atFirst : [this.#known.filter(isFirst)];
    let come = new Map<string, Asked>();
    for (const expected of [...attempts, []]) {
      list();
      come = new Map(askFor(expected, firstGrids));
      try {
        await context.sync();
        break;
      } catch (error) {
        // One of them is not there, or was deleted since; others are found by the list alone.
        if (expected.length === 0 || !isGone(error)) throw error;
        this.#known = [];
      }
    }
    const { items } = worksheets;
    const asked = new Map(
      items.flatMap(({ id, name }) => {
        const one = come.get(id) ?? come.get(name);
        return one ? [[id, one] as const] : [];
      }),
    );
    const missing = (wanted: (sheet: Excel.Worksheet) => boolean) =>
      items.filter((sheet) => wanted(sheet) && !asked.has(sheet.id));
    const first = missing(isFirst);
    if (first.length > 0) {
      for (const [id, one] of askFor(first, firstGrids)) asked.set(id, one);
      await context.sync();
    }
    const others = askFor(
      missing(() => true),
      GRIDS,
    );
    if (early) loadFormulas(items, asked);
    else if (others.length === 0) return { items, asked };
    const sheets = early && plainFacts(items.filter(isFirst), asked, window);
    const meanwhile = sheets && (await early(sheets));
    const rest = context.sync();
    try {
      // Begun only once the request is on its way, or Excel would wait with the pane.
      if (meanwhile) await inTime().then(meanwhile);
    } finally {
      await rest;
    }
    return { items, asked: new Map([...asked, ...others]) };
  }
}

/**
 * Asks for the formulas of sheets whose values have come: with the values as they are then, for a row may have been
 * inserted meanwhile. `_meta`, the largest, is very hidden and stays as it is.
 */
function loadFormulas(items: readonly Excel.Worksheet[], asked: ReadonlyMap<string, Asked>): void {
  for (const { id, name } of items) asked.get(id)?.part.load(name === sheetNames.meta ? 'formulas' : GRIDS);
}

function inTime(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Sheets that need no further question, as far as values tell; null where one of them does. */
function plainFacts(
  items: readonly Excel.Worksheet[],
  asked: ReadonlyMap<string, Asked>,
  window: Portion['window'],
): SheetFacts[] | null {
  const facts: SheetFacts[] = [];
  for (const item of items) {
    const { used, part } = asked.get(item.id) ?? {};
    if (!used || !part || !isWithin(areaOf(used), window)) return null;
    const { rowIndex, columnIndex, values } = part;
    if (linesOf(values).some(holdsMark)) return null;
    const grids = { values: linesOf(values), formulas: [], valueTypes: null };
    facts.push(factsOf(item, cellsOf({ rowIndex, columnIndex, ...grids })));
  }
  return facts;
}

/** Values only: cells that merely have a format would count as used otherwise. */
function askForSheet(sheet: Excel.Worksheet, { rows, columns }: Portion['window'], grids: string): Asked {
  const used = sheet.getUsedRange(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  const fromFirst = used.getBoundingRect(sheet.getCell(0, 0));
  // Never null: both hold the first cell.
  const part = fromFirst.getIntersectionOrNullObject(sheet.getRangeByIndexes(0, 0, rows, columns));
  part.load(grids);
  return { sheet, used, part };
}

function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Band {
  return { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
}

function isWithin(area: Band, window: Portion['window']): boolean {
  return area.row + area.rows <= window.rows && area.column + area.columns <= window.columns;
}

/**
 * Adds the cells of ranges that were read to those of their sheets. Excel hands out an error as a text, which
 * begins with `#` in every language: where one does, the types are asked for too, and all else again with them.
 * @throws BenchProblem for a range that is too large
 */
async function take(
  context: Excel.RequestContext,
  parts: readonly Part[],
  cells: Map<string, FormulaCell[]>,
): Promise<void> {
  const unclear = new Set(parts.filter(({ range }) => linesOf(range.values).some(holdsMark)));
  for (const { range } of unclear) range.load(`${GRIDS},valueTypes`);
  if (unclear.size > 0) await context.sync();
  for (const part of parts) {
    const { rowIndex, columnIndex, values, formulas } = part.range;
    const valueTypes = unclear.has(part) ? linesOf(part.range.valueTypes) : null;
    const grids = { values: linesOf(values), formulas: linesOf(formulas), valueTypes };
    // Not spread into push: a band may have more cells than a call takes arguments.
    cells.set(part.id, [...(cells.get(part.id) ?? []), ...cellsOf({ rowIndex, columnIndex, ...grids })]);
  }
}

/** @throws BenchProblem: Excel answers null instead of grids that are too large */
function linesOf<Value>(grid: Value[][] | null): Value[][] {
  if (grid === null) throw benchProblem('too-large');
  return grid;
}

function holdsMark(line: readonly unknown[]): boolean {
  return line.some((value) => typeof value === 'string' && value.startsWith('#') && !value.startsWith(LINK));
}

/** Links within the workbook begin so, `#'Nhập liệu'!E9`; the sheet of the check has hundreds, and no error does. */
const LINK = "#'";

/** What only a file shows is empty, or null where rules would take empty for an answer. */
function factsOf({ name, visibility, protection }: Excel.Worksheet, cells: FormulaCell[]): SheetFacts {
  return {
    name,
    state: STATES[visibility] ?? 'visible',
    cells,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    isProtected: protection.protected,
    validations: null,
    conditional: null,
  };
}
