import { cellAddress } from '../../core/sheet/address.ts';
import { parseColumnKey, sheetNames } from '../../core/workbook/contract.ts';
import type { ColumnField } from '../../core/workbook/entry-fields.ts';
import { cellIndex, type CellModel, type SheetModel } from '../../core/sheet/model.ts';
import type { Subject } from './subject.ts';

/**
 * What must come of a damage: `found` names codes the check must report; `harmless` allows no error, and
 * everything typed must be read as before; `refused` names the code with which the file is not read.
 */
export type Expectation = { found: readonly [string, ...string[]] } | { refused: string } | 'harmless';

/** One way in which a workbook is damaged between being issued and coming back. */
export interface Damage {
  /** What was done, as a table for people has it. */
  name: string;
  damage: (subject: Subject) => Promise<Uint8Array> | Uint8Array;
  expect: Expectation;
}

export const ENTRY = sheetNames.entry;
export const BACKGROUND = sheetNames.background;
export const BASELINES = sheetNames.baselines;
export const SUMMARY = sheetNames.summary;
export const META = sheetNames.meta;

/** A workbook in which a damage has nothing to damage. */
export class NothingToDamage extends Error {
  override readonly name = 'NothingToDamage';
}

/** A cell of the issued workbook. */
export interface Found {
  sheet: string;
  row: number;
  column: number;
  address: string;
  cell: CellModel;
}

/** Cells of a sheet that fit, by rows. */
export function cellsOf(
  { model }: Subject,
  sheet: string,
  fits: (cell: CellModel, of: SheetModel) => boolean,
): Found[] {
  const of = model.sheets.find(({ name }) => name === sheet);
  if (!of) throw new NothingToDamage(sheet);
  return [...of.cells.values()]
    .filter((cell) => fits(cell, of))
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((cell) => ({
      sheet,
      row: cell.row,
      column: cell.column,
      address: cellAddress(cell.row, cell.column),
      cell,
    }));
}

/** First of the cells that fit, on the sheet or on any. */
export function cellOf(
  subject: Subject,
  sheet: string | null,
  fits: (cell: CellModel, of: SheetModel) => boolean,
): Found {
  const sheets = sheet === null ? subject.model.sheets.map(({ name }) => name) : [sheet];
  for (const name of sheets) {
    const [first] = cellsOf(subject, name, fits);
    if (first) return first;
  }
  throw new NothingToDamage(`no such cell on ${sheet ?? 'any sheet'}`);
}

/** Key of a cell's column, where it has one. */
export function columnKeyOf(of: SheetModel, column: number) {
  return parseColumnKey(String(of.cells.get(cellIndex(1, column))?.value ?? ''));
}

/** Cells with a typed number for the round, of the sheet where they are entered. */
export function figures(subject: Subject, sheet: string = ENTRY): Found[] {
  const { period } = subject.definition.reporting;
  const found = cellsOf(
    subject,
    sheet,
    (cell, of) =>
      cell.style === 'input' &&
      typeof cell.value === 'number' &&
      columnKeyOf(of, cell.column)?.period === period,
  );
  if (found.length < 3) throw new NothingToDamage('too few figures');
  return found;
}

/** The first typed number that is neither 0 nor 1, so that damage to it shows. */
export function figure(subject: Subject, sheet: string = ENTRY): Found {
  const found = figures(subject, sheet).find(({ cell }) => Number(cell.value) > 1);
  if (!found) throw new NothingToDamage('no figure');
  return found;
}

/** Columns of a sheet that hold a field, from the left. */
export function columnsOf(
  subject: Subject,
  sheet: string,
  field: ColumnField,
): { column: number; key: string }[] {
  return cellsOf(
    subject,
    sheet,
    ({ row, value }) => row === 1 && parseColumnKey(String(value))?.field === field,
  ).map(({ column, cell }) => ({ column, key: String(cell.value) }));
}

/** First formula with a tag whose result is a number. */
export function formula(subject: Subject, tag: RegExp, sheet: string | null = null): Found {
  return cellOf(
    subject,
    sheet,
    (cell) => cell.formula !== undefined && tag.test(cell.tag ?? '') && typeof cell.result === 'number',
  );
}

/** A sheet of a policy domain. */
export function domainSheets({ model }: Subject): string[] {
  return model.sheets
    .filter(({ cells }) => [...cells.values()].some(({ tag }) => /\.verdict$/u.test(tag ?? '')))
    .map(({ name }) => name)
    .filter((name) => name !== SUMMARY && name !== ENTRY);
}
