import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { structureRules } from '../../core/check/structure/rules/index.ts';
import { cellAddress } from '../../core/sheet/address.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';

/** What is typed outside the cells of a workbook is named, also where its layout is not built any more. */
const FOLDER = new URL('issued/', import.meta.url);
const LAYOUTS = readdirSync(FOLDER).map((name) => [Number(/^schema-(\d+)\.xlsx$/u.exec(name)?.[1])] as const);
const NAMING = [
  'figure-outside-cells',
  'figure-without-key',
  'content-outside-cells',
  'formula-replaced',
  'printed-number-changed',
];
const ofStructure = new Set<string>(structureRules.map(({ code }) => code));

describe.each(LAYOUTS)('what is typed beside the cells of layout %i', (layout) => {
  let facts: WorkbookFacts;
  let rows: number[];
  beforeAll(async () => {
    facts = await readFacts(new Uint8Array(await readFile(new URL(`schema-${layout}.xlsx`, FOLDER))));
    const entry = facts.sheets.find(({ name }) => name === sheetNames.entry);
    rows = (entry?.cells ?? []).flatMap(({ row, column }) => (column === 1 && row > 1 ? [row] : []));
  });

  /** What is said of the form after something was typed into one of its cells. */
  function namedAfter(row: number, column: number, value: number | string): string[] {
    const sheets = facts.sheets.map((sheet) => {
      if (sheet.name !== sheetNames.entry) return sheet;
      const others = sheet.cells.filter((cell) => cell.row !== row || cell.column !== column);
      return { ...sheet, cells: [...others, { row, column, value, formula: null }] };
    });
    return checkWorkbook({ ...facts, sheets }).report.findings.flatMap(({ code, place }) =>
      NAMING.includes(code) && place.sheet === sheetNames.entry && place.cell === cellAddress(row, column)
        ? [code]
        : [],
    );
  }

  it.each([
    ['the number of a line', 2],
    ['a name', 3],
    ['a unit', 4],
    ['a result', 7],
    ['a plan value', 8],
    ['a percentage of the plan', 9],
    ['a comparison', 10],
  ])('a number over %s', (_what, column) => {
    expect(namedAfter(rows[5] ?? 0, column, 12_345)).toHaveLength(1);
  });

  it.each([
    ['the row of a domain', () => (rows[0] ?? 0) - 1, 6],
    ['the column of the plan in the row of a domain', () => (rows[0] ?? 0) - 1, 8],
    ['the row above the heads', () => (rows[0] ?? 0) - 4, 8],
    ['far below the form', () => Math.max(...rows) + 20, 6],
    ['far below the form, in the column of names', () => Math.max(...rows) + 20, 3],
    ['right under the form', () => Math.max(...rows) + 1, 8],
  ])('a number in %s', (_what, row, column) => {
    expect(namedAfter(row(), column, 4_321)).toHaveLength(1);
  });

  it.each([
    ['below the form', () => Math.max(...rows) + 20, 3],
    ['in the column of the plan', () => rows[0] ?? 0, 9],
  ])('words %s', (_what, row, column) => {
    expect(namedAfter(row(), column, 'Số hộ nghèo tăng do tách hộ')).toEqual(['content-outside-cells']);
  });

  it('the numbers of lines that a program made of texts are not', () => {
    const sheets = facts.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.column === 2 && typeof cell.value === 'string' && /^\d+(?:\.\d)?$/u.test(cell.value)
          ? { ...cell, value: Number(cell.value) }
          : cell,
      ),
    }));
    const said = checkWorkbook({ ...facts, sheets }).report.findings.filter(({ code }) =>
      ofStructure.has(code),
    );
    expect(said).toEqual([]);
  });
});
