import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openReturn } from '../../../core/returned/open-return.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { readWorkbookBytes } from '../../../generator/regular-file.ts';
import { run } from './run.ts';

const root = packageRoot();
const PLAN = ['lai-chau-2021', '--round', '2023'];
let folder = '';
let path = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-planner-files-'));
  path = join(folder, 'cần điền.xlsx');
  return () => rm(folder, { recursive: true, force: true });
});

/** Column of a name in the hidden row of names. */
function columnOf(sheet: ExcelJS.Worksheet, name: string): number {
  const names = sheet.getRow(6).values as unknown[];
  return names.indexOf(name);
}

describe('what the planner has not given yet', () => {
  it('is one workbook, a row for each, with names, plan value and reference path', async () => {
    const { code, out } = await run(root, 'planner-files', ...PLAN, '--out', path, '--json');
    expect(code).toBe(0);
    const { missing } = JSON.parse(out) as { missing: Record<string, number> };
    expect(Object.values(missing).every((count) => count > 0)).toBe(true);
    const again = await run(root, 'planner-files', ...PLAN, '--out', path);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('Giữ nguyên')]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Số liệu đã biết', 'Số gốc', 'Giao chỉ tiêu']);
    const figures = book.getWorksheet('Số liệu đã biết');
    expect(figures?.rowCount).toBe(6 + (missing.figures ?? 0));
    expect(figures?.getRow(6).hidden).toBe(true);
    const of = (row: number, name: string) =>
      figures && figures.getRow(row).getCell(columnOf(figures, name)).value;
    expect([of(7, 'unitName'), of(7, 'unit'), of(7, 'period'), of(7, 'vintage')]).toEqual([
      'Tỉnh Lai Châu',
      'VN12',
      '2021',
      'final',
    ]);
  });

  it('is filled in and read back as it is; rows left alone say nothing', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const figures = book.getWorksheet('Số liệu đã biết');
    const bases = book.getWorksheet('Số gốc');
    if (!figures || !bases) throw new Error('A sheet is missing.');
    const rows = Array.from({ length: figures.rowCount - 6 }, (_, at) => figures.getRow(at + 7));
    const row = rows.find(
      (one) =>
        one.getCell(columnOf(figures, 'unit')).value === 'VN12.106' &&
        one.getCell(columnOf(figures, 'indicator')).value === 'new-jobs' &&
        one.getCell(columnOf(figures, 'period')).value === '2022',
    );
    if (!row) throw new Error('The row is missing.');
    row.getCell(columnOf(figures, 'value')).value = 934;
    row.getCell(columnOf(figures, 'source')).value = 'Niên giám 2022';
    await book.xlsx.writeFile(path);
    const given = ['--figures', path, '--baselines', path, '--assignments', path];
    const made = await run(root, 'generate', ...PLAN, '--unit', 'VN12.106', '--out', folder, ...given);
    expect([made.code, made.err]).toEqual([0, '']);
    const name = 'lai-chau-2021_VN12.106_2023.xlsx';
    const { returned } = openReturn(await readFacts(await readWorkbookBytes(join(folder, name))));
    const found = returned?.observations.find(
      ({ indicator, period }) => indicator === 'new-jobs' && period === '2022',
    );
    expect(found?.figure).toBe(934);
    // What is given by now is missing no more.
    const left = await run(
      root,
      'planner-files',
      ...PLAN,
      ...given,
      '--out',
      join(folder, 'b.xlsx'),
      '--json',
    );
    const all = await run(root, 'planner-files', ...PLAN, '--out', join(folder, 'c.xlsx'), '--json');
    const countIn = (text: string) => (JSON.parse(text) as { missing: { figures: number } }).missing.figures;
    expect(countIn(all.out) - countIn(left.out)).toBe(1);
  });
});

describe('what communes are reported of by their body of record', () => {
  const ROUND = ['lai-chau-2024', '--round', '2026'];
  const COMMUNE = 'VN12.03640-2025';

  it('has rows of its own, and what is filled in stands in the table of the body', async () => {
    const file = join(folder, 'theo xã.xlsx');
    expect((await run(root, 'planner-files', ...ROUND, '--out', file)).code).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    /** Fills in the cells of the only row of the commune that is about an indicator, of last year or of this one. */
    const fill = (
      sheet: ExcelJS.Worksheet | undefined,
      indicator: string,
      cells: Record<string, string | number>,
    ) => {
      if (!sheet) throw new Error('A sheet is missing.');
      const found = Array.from({ length: sheet.rowCount - 6 }, (_, at) => sheet.getRow(at + 7)).filter(
        (row) =>
          row.getCell(columnOf(sheet, 'unit')).value === COMMUNE &&
          row.getCell(columnOf(sheet, 'indicator')).value === indicator,
      );
      expect(found).toHaveLength(1);
      for (const [name, value] of Object.entries(cells)) {
        const cell = found[0]?.getCell(columnOf(sheet, name));
        if (cell) cell.value = value;
      }
    };
    fill(book.getWorksheet('Số liệu đã biết'), 'ethnic-communes-receiving-radio', {
      value: 1,
      source: 'Báo cáo của xã',
    });
    fill(book.getWorksheet('Giao chỉ tiêu'), 'ethnic-communes-radio-access', {
      value: 97,
      decision: '12/QĐ-UBND',
      decisionDate: '2026-01-05',
      validFrom: '2026-01-05',
    });
    await book.xlsx.writeFile(file);
    const given = ['--figures', file, '--assignments', file];
    const body = ['--unit', 'VN12.SVHTTDL-2025', '--out', folder];
    const made = await run(root, 'generate', ...ROUND, ...body, ...given);
    expect(made.code).toBe(0);
    const facts = await readFacts(
      await readWorkbookBytes(join(folder, 'lai-chau-2024_VN12.SVHTTDL-2025_2026.xlsx')),
    );
    const cells = facts.sheets.find(({ name }) => name === 'Theo xã')?.cells ?? [];
    const row = cells.find(({ value }) => String(value).includes(COMMUNE))?.row;
    const shown = cells.filter((one) => one.row === row && one.formula === null).map(({ value }) => value);
    expect(shown).toEqual(expect.arrayContaining([1, 97]));
    const left = await run(
      root,
      'planner-files',
      ...ROUND,
      ...given,
      '--out',
      join(folder, 'd.xlsx'),
      '--json',
    );
    const all = await run(root, 'planner-files', ...ROUND, '--out', join(folder, 'e.xlsx'), '--json');
    const counts = (text: string) =>
      (JSON.parse(text) as { missing: { figures: number; assignments: number } }).missing;
    expect(counts(all.out).figures - counts(left.out).figures).toBe(1);
    expect(counts(all.out).assignments - counts(left.out).assignments).toBe(1);
  });
});
