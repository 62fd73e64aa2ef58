import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkStructure } from '../../../../core/check/structure/check-structure.ts';
import { checkWorkbook } from '../../../../core/check/check-workbook.ts';
import { cellAddress } from '../../../../core/sheet/address.ts';
import type { WorkbookFacts } from '../../../../core/sheet/facts.ts';
import { cellIndex, type WorkbookModel } from '../../../../core/sheet/model.ts';
import { sheetNames } from '../../../../core/workbook/contract.ts';
import { readFacts } from '../../../../formats/xlsx/facts.ts';
import { withCell } from './damage.ts';
import { factsOf } from './facts-of.ts';
import { rebuilt, seedModel } from './models.ts';

const { entry: ENTRY, cover: COVER, summary: SUMMARY, baselines: BASELINES, check: CHECK } = sheetNames;
let expected: WorkbookModel;
let facts: WorkbookFacts;

beforeAll(async () => {
  const { model } = await seedModel('lai-chau-2021', 'VN12');
  expected = rebuilt(model);
  facts = factsOf(model);
});

const typed = (name: string, row: number, column: number, value: string | number) =>
  checkStructure(expected, withCell(facts, name, { row, column }, { value }), { recomputed: expected })
    .findings;

/** Cells of a sheet, up to three rows and columns beyond the last, in which the template has nothing. */
function blanks(name: string): { row: number; column: number }[] {
  const sheet = expected.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  const cells = [...sheet.cells.values()];
  const [rows, columns] = [
    Math.max(...cells.map(({ row }) => row)),
    Math.max(...cells.map(({ column }) => column)),
  ];
  return Array.from({ length: (rows + 3) * (columns + 3) }, (_, at) => ({
    row: 1 + (at % (rows + 3)),
    column: 1 + Math.floor(at / (rows + 3)),
  })).filter(({ row, column }) => {
    const there = sheet.cells.get(cellIndex(row, column));
    return there?.formula === undefined && there?.value === undefined && !there?.style.startsWith('input');
  });
}

describe('what stands in a cell that the template leaves blank', () => {
  /** A cell in so many is tried. */
  const tried = (name: string) => blanks(name).filter((_, at) => at % 499 === 0);

  it.each([ENTRY, BASELINES, SUMMARY, CHECK, COVER])('is named wherever it stands on %s', (name) => {
    // No number that a row of the template has as well.
    const silent = tried(name).filter(({ row, column }) =>
      [7_007, 'ghi chú'].some((value) => typed(name, row, column, value).length === 0),
    );
    expect(silent.map(({ row, column }) => cellAddress(row, column))).toEqual([]);
  });

  it('is a warning where it is a number in the row of a domain, with the cell', () => {
    const sheet = expected.sheets.find((one) => one.name === ENTRY);
    const heading = [...(sheet?.cells.values() ?? [])].find(
      ({ style, column }) => style === 'section' && column === 2,
    );
    const row = heading?.row ?? 0;
    for (const column of [3, 4, 6, 8, 10]) {
      expect(typed(ENTRY, row, column, 120), cellAddress(row, column)).toMatchObject([
        {
          code: 'figure-outside-cells',
          severity: 'warning',
          place: { sheet: ENTRY, cell: cellAddress(row, column) },
        },
      ]);
    }
  });

  it('is a note where people sign: a name, a telephone number, words below the form', () => {
    const last = Math.max(
      ...[...(expected.sheets.find((one) => one.name === ENTRY)?.cells.values() ?? [])].map(({ row }) => row),
    );
    for (const value of ['Nguyễn Văn A', 'Mọi số liệu là ước tính', 912_345_678]) {
      expect(typed(ENTRY, last + 1, 10, value)).toMatchObject([
        { code: 'content-outside-cells', severity: 'note', data: { found: value } },
      ]);
    }
  });
});

it('a number between the figures of a workbook of an earlier layout is named too', async () => {
  const bytes = await readFile(new URL('../../../workbook/issued/schema-2.xlsx', import.meta.url));
  const issued = await readFacts(new Uint8Array(bytes));
  const keyed =
    issued.sheets.find(({ name }) => name === ENTRY)?.cells.filter(({ column }) => column === 1) ?? [];
  const rows = new Set(keyed.map(({ row }) => row));
  const first = Math.min(...[...rows].filter((row) => row > 1));
  const between = first + [...rows].length;
  const row = Array.from({ length: between }, (_, at) => first + at).find((one) => !rows.has(one)) ?? 0;
  const { report } = checkWorkbook(withCell(issued, ENTRY, { row, column: 6 }, { value: 120 }));
  expect(report.findings.map(({ code }) => code)).toContain('figure-without-key');
});
