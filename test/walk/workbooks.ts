import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import { parseFigure, type Figure } from '../../core/observation/figure.ts';
import type { Observation } from '../../core/observation/observation.ts';
import {
  columnKey,
  isSeriesKey,
  KEY_MARKER,
  parseColumnKey,
  sheetNames,
} from '../../core/workbook/contract.ts';
import type { ColumnField } from '../../core/workbook/entry-fields.ts';
import { parseRowKey } from '../../core/observation/key.ts';
import type { Vintage } from '../../core/observation/vintage.ts';
import { readReturned, type ReturnedWorkbook } from '../../core/returned/read.ts';
import type { ReadSheet } from '../../formats/xlsx/cells.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';
import { DEPARTMENT, DISTRICT, KNOWN, OF_THE_ROUND, PROVINCE, TYPED, type Typed, YEAR } from './round.ts';

/** An unlocked cell with the row key and column key that make it findable, if any. */
export interface InputCell {
  key: string | null;
  cell: ExcelJS.Cell;
}

export function inputCells(sheet: ExcelJS.Worksheet): InputCell[] {
  const found: InputCell[] = [];
  for (let row = 2; row <= sheet.rowCount; row += 1) {
    const rowKey = String(sheet.getCell(row, 1).value ?? '');
    for (let column = 2; column <= sheet.columnCount; column += 1) {
      const cell = sheet.getCell(row, column);
      if (cell.style.protection?.locked !== false) continue;
      const header = String(sheet.getCell(1, column).value ?? '');
      const isKeyed = parseColumnKey(header) && (parseRowKey(rowKey) ?? isSeriesKey(rowKey));
      found.push({ key: isKeyed ? `${rowKey}\n${header}` : null, cell });
    }
  }
  return found;
}

/** Fills a workbook in as an officer would, in another program than ours; cells are found by their keys. */
export async function fill(path: string, { figures, reasons, own }: Typed): Promise<void> {
  const { book, cells } = await open(path);
  const type = (key: string, vintage: Vintage | '_', field: ColumnField, value: number | string) => {
    const wanted = `${key}\n${columnKey(String(YEAR), vintage, field)}`;
    const found = cells.find((one) => one.key === wanted);
    if (!found) throw new Error(`${basename(path)} has no input cell ${wanted}.`);
    found.cell.value = value;
  };
  for (const [key, figure] of Object.entries(figures)) type(key, OF_THE_ROUND, 'value', figure);
  for (const [key, reason] of Object.entries(reasons)) type(key, OF_THE_ROUND, 'reason', reason);
  for (const [key, { verdict, reason }] of Object.entries(own ?? {})) {
    type(key, '_', 'ownVerdict', verdict);
    type(key, '_', 'ownReason', reason);
  }
  await book.xlsx.writeFile(path);
}

/** A workbook in another program than ours, with the input cells of its keyed sheets. */
export async function open(path: string): Promise<{ book: ExcelJS.Workbook; cells: InputCell[] }> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  // The cover asks for dates, not for figures.
  const keyed = book.worksheets.filter(
    (sheet) => sheet.name !== sheetNames.cover && sheet.getCell(1, 1).value === KEY_MARKER,
  );
  return { book, cells: keyed.flatMap(inputCells) };
}

export async function sheetsOf(path: string): Promise<ReadSheet[]> {
  return (await readWorkbook(new Uint8Array(await readFile(path)))).sheets;
}

export async function returned(path: string): Promise<ReturnedWorkbook> {
  const { value, findings } = readReturned(await sheetsOf(path));
  expect(findings).toEqual([]);
  if (!value) throw new Error(`${basename(path)} was not read.`);
  return value;
}

/** The unit whose figures a reporter gives. */
export const unitOf = (reporter: string) => (reporter === DEPARTMENT ? PROVINCE : reporter);

/** Everything a reporter's workbook holds, known before and typed, in the order of the reader. */
export function expectedOf(reporter: string): Observation[] {
  const unit = unitOf(reporter);
  const { figures, reasons } = TYPED[reporter] ?? { figures: {}, reasons: {} };
  const one = (key: string, period: number, figure: Figure, note: string | null = null): Observation[] => {
    const named = parseRowKey(key);
    if (!named || figure === null) throw new Error(`${key} is no figure.`);
    const vintage = period === YEAR ? OF_THE_ROUND : 'final';
    return [{ unit, ...named, period: String(period), vintage, reporter, figure, note }];
  };
  const known = (KNOWN[unit] ?? []).flatMap(([indicator, period, value]) =>
    one(`${indicator}|_T`, period, value),
  );
  const lastYear = reporter === DISTRICT ? one('households|_T', YEAR - 1, 11_900) : [];
  const typed = Object.entries(figures).flatMap(([key, figure]) =>
    one(key, YEAR, parseFigure(figure) ?? null, reasons[key] ?? null),
  );
  const idOf = ({ indicator, stratum, period }: Observation) => `${indicator}|${stratum ?? '_T'}|${period}`;
  return [...known, ...lastYear, ...typed].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

/** The number beside a label at the foot of a form. */
export function footNumber(sheet: ReadSheet, label: string): number {
  const row = sheet.cells.find(({ value }) => typeof value === 'string' && value.startsWith(label))?.row;
  const number = sheet.cells.find((cell) => cell.row === row && typeof cell.value === 'number')?.value;
  if (typeof number !== 'number') throw new Error(`${sheet.name} has no "${label}".`);
  return number;
}

/** Row keys of a form, in its order, with the number each row prints ("3", "3.1"). */
export function formRows(sheet: ReadSheet): { key: string; number: string }[] {
  return sheet.cells.flatMap(({ row, column, value }) => {
    if (column !== 1 || typeof value !== 'string' || !parseRowKey(value)) return [];
    const number = sheet.cells.find((cell) => cell.row === row && cell.column === 2)?.value;
    return [{ key: value, number: String(number) }];
  });
}

export const sheetOf = (sheets: readonly ReadSheet[], name: string): ReadSheet => {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  return sheet;
};
