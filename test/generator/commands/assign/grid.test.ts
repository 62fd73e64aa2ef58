import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { GRID_SHEET } from '../../../../core/planner/grid/grid-contract.ts';
import { fillGrid, gridCell } from '../assign-fill.ts';
import { ownUnits } from '../own-units.ts';
import { run } from '../run.ts';
import { assignDesk, HEAD, DISTRICTS, HEADER, INSURED, JOBS, SPLIT, root } from './desk.ts';

const desk = assignDesk();
const { makeGrid, openGrid, readGrid } = desk;

describe('chitieu assign grid', () => {
  it('has a row for each figure with a value to assign, a column for each district', async () => {
    const { code, out } = await makeGrid();
    expect(code).toBe(0);
    expect(out).toContain('8 đơn vị');
    const book = await openGrid();
    const sheet = book.getWorksheet(GRID_SHEET);
    const keys = sheet?.getColumn(1).values.map(String) ?? [];
    expect(keys).toEqual(expect.arrayContaining([JOBS, INSURED, 'poverty-rate|_T']));
    // A group of districts is no district's own, and some figures exist for the province only.
    expect(keys).toEqual(expect.arrayContaining(['poverty-rate|poor-districts', 'underweight-rate|_T']));
    const locked = (key: string, unit: string) =>
      gridCell(book, key, `unit|${unit}`).protection?.locked !== false;
    for (const key of ['poverty-rate|poor-districts', 'underweight-rate|_T'])
      expect([locked(key, 'VN12'), ...DISTRICTS.map((id) => locked(key, id))]).toEqual([
        false,
        ...DISTRICTS.map(() => true),
      ]);
    const columns = (sheet?.getRow(1).values as string[]).filter((key) => key.startsWith('unit|'));
    expect(columns).toEqual(['unit|VN12', ...DISTRICTS.map((id) => `unit|${id}`)]);
    expect(sheet?.getColumn(1).hidden).toBe(true);
    expect(sheet?.getRow(1).hidden).toBe(true);
  });

  it('groups communes by their former district, with a live sum of each group, and shows the bodies of record', async () => {
    const DRY = 'villages-short-of-water|_T';
    await run(root, 'assign', 'grid', 'lai-chau-2021', '--year', '2026', '--out', desk.grid);
    const book = await openGrid();
    const sheet = book.getWorksheet(GRID_SHEET);
    const columns = (sheet?.getRow(1).values as string[]).filter((key) => /^(?:unit|@sum)[|]/u.test(key));
    expect(columns.filter((key) => key.startsWith('unit|VN12.'))).toHaveLength(38);
    const sums = columns.filter((key) => key.startsWith('@sum|'));
    // Seven districts that passed whole into new communes, and the communes made of more than one.
    expect(sums.length).toBeGreaterThan(6);
    const [sum = ''] = sums;
    const name = sheet?.getCell(9, Number(gridCell(book, DRY, sum).col)).value;
    expect(name).toMatch(/^Cộng \d+ đơn vị: .+ cũ$/u);
    const { formula } = gridCell(book, DRY, sum).value as ExcelJS.CellFormulaValue;
    const own = columns.slice(1, columns.indexOf(sum)).map((key) => gridCell(book, DRY, key).address);
    expect(formula).toContain(`SUM(${own[0]}:${own.at(-1)})`);
    // The sum of all adds the units, not the sums between them.
    const total = (gridCell(book, DRY, '@total').value as ExcelJS.CellFormulaValue).formula;
    expect(total.match(/[A-Z]+\d+:[A-Z]+\d+/gu)).toHaveLength(2 * sums.length);
    for (const each of sums) expect(total).not.toContain(gridCell(book, DRY, each).address);
    // A mean of a group is not told.
    expect(gridCell(book, 'full-immunisation|_T', sum).value).toBeNull();
    const province = gridCell(book, DRY, 'unit|VN12').address;
    const body = gridCell(book, DRY, '@record|VN12.SNNMT').value as ExcelJS.CellFormulaValue;
    expect(body.formula).toContain(province);
    expect(gridCell(book, DRY, '@body').value).toBe('Sở Nông nghiệp và Môi trường');

    await fillGrid(desk.grid, {
      ...HEAD,
      values: { [DRY]: { 'VN12.03388-2025': 12, VN12: 90 } },
    });
    expect((await readGrid()).code).toBe(0);
    expect(await readFile(desk.csv, 'utf8')).toBe(
      `${HEADER}VN12,villages-short-of-water,,2026,equal,90,1841/QĐ-UBND,2024-12-20,2025-01-01,,\n` +
        'VN12.03388-2025,villages-short-of-water,,2026,equal,12,1841/QĐ-UBND,2024-12-20,2025-01-01,,\n',
    );
    const checked = await run(root, 'assign', 'check', desk.csv, 'lai-chau-2021');
    expect(checked.out).toContain('12, thấp hơn');

    const again = await openGrid();
    gridCell(again, DRY, sum).value = 500;
    await again.xlsx.writeFile(desk.grid);
    const refused = await run(root, 'assign', 'read', desk.grid, '--out', join(desk.folder, 'other.csv'));
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('"500"');
  });

  it('shows what the plan prints for the province, in the unit of the target', async () => {
    await makeGrid();
    const book = await openGrid();
    expect(gridCell(book, JOBS, 'unit|VN12').value).toBe(8500);
    expect(gridCell(book, 'poverty-rate|_T', 'unit|VN12').value).toBe(3);
    const row = gridCell(book, 'poverty-rate|_T', 'unit|VN12').row;
    expect(book.getWorksheet(GRID_SHEET)?.getCell(Number(row), 4).value).toBe('điểm %/năm');
    expect(gridCell(book, JOBS, 'unit|VN12.105').value).toBeNull();
    expect(gridCell(book, JOBS, 'unit|VN12.105').dataValidation?.type).toBe('custom');
    expect(gridCell(book, JOBS, 'unit|VN12.105').protection?.locked).toBe(false);
  });

  it('says the way of a change, the words of the plan, who reports, last year and the path', async () => {
    const figures = join(desk.folder, 'figures.csv');
    const baselines = join(desk.folder, 'baselines.csv');
    const lines = [
      'VN12.105,new-jobs,,2024,final,980,Niên giám',
      'VN12,poverty-rate,,2024,final,12.5,Niên giám',
    ];
    await writeFile(figures, `unit,indicator,stratum,period,vintage,value,source\n${lines.join('\n')}\n`);
    await writeFile(
      baselines,
      'unit,indicator,stratum,year,value,numerator,denominator,source\nVN12,poverty-rate,,2020,27.5,,,x\n',
    );
    expect((await makeGrid('--figures', figures, '--baselines', baselines)).code).toBe(0);
    const book = await openGrid();
    const at = (key: string, column: string) => gridCell(book, key, column).value;
    const poverty = 'poverty-rate|_T';
    const row = Number(gridCell(book, poverty, '@path').row);
    const sheet = book.getWorksheet(GRID_SHEET);
    expect(sheet?.getCell(row, 5).value).toBe('giảm');
    expect(at(poverty, '@words')).toContain('giảm');
    expect(at(poverty, '@body')).toContain('Sở Lao động');
    // From 27,5 three points less in each of five years.
    expect(at(poverty, '@path')).toBe(12.5);
    expect(at(`@last|${poverty}`, 'unit|VN12')).toBe(12.5);
    expect(at(`@last|${JOBS}`, 'unit|VN12.105')).toBe(980);
    expect(gridCell(book, JOBS, 'unit|VN12.105').dataValidation?.prompt).toContain('Năm 2024: 980 người');
    expect(at(INSURED, '@body')).toContain('không có sổ nào dùng');
    // What the desk.grid shows is no value typed outside its cells.
    await fillGrid(desk.grid, { ...HEAD, values: { [JOBS]: { 'VN12.105': 1000 } } });
    expect((await readGrid('--figures', figures)).code).toBe(0);
  });

  it('names values of the file that no workbook uses', async () => {
    await writeFile(
      desk.csv,
      `${HEADER}VN12.105,health-insurance-coverage,,2025,equal,96,1/QĐ,2024-12-20,2025-01-01,,\n`,
    );
    const { code, err } = await makeGrid('--assignments', desk.csv);
    expect(code).toBe(0);
    expect(err).toContain(`${desk.csv}:2: Cảnh báo: Không sổ nào dùng số giao này`);
  });

  it('rounds a mean as the check does: eight districts of 97,995 do not make 98', async () => {
    const figures = join(desk.folder, 'figures.csv');
    const people = DISTRICTS.map((id) => `${id},population,,2025,final,1000,Niên giám\n`).join('');
    await writeFile(figures, `unit,indicator,stratum,period,vintage,value,source\n${people}`);
    const rows = DISTRICTS.map(
      (id) => `${id},health-insurance-coverage,,2025,equal,97.995,1/QĐ,2024-12-20,2025-01-01,,\n`,
    );
    await writeFile(desk.csv, HEADER + rows.join(''));
    await makeGrid('--figures', figures, '--assignments', desk.csv);
    const book = await openGrid();
    const result = (column: string) =>
      (gridCell(book, INSURED, column).value as ExcelJS.CellFormulaValue).result;
    expect(result('@total')).toBe(97.995);
    expect(result('@difference')).toBe(-0.005);
    const { out } = await run(root, 'assign', 'check', desk.csv, 'lai-chau-2021', '--figures', figures);
    expect(out).toContain('97,995, thấp hơn 0,005');
  });

  it.each([
    [['no-plan', '--year', '2025'], 'no-plan', 2],
    [['lai-chau-2021', '--year', '2031'], '2031', 2],
    [['lai-chau-2021', '--year', '25'], '"25"', 2],
    [['lai-chau-2021'], '--year', 2],
    [['lai-chau-2021', '--year', '2025', '--assignments', 'none.csv'], 'none.csv', 2],
    [['lai-chau-2021', '--year', '2027', '--units', 'units.csv'], 'VN12', 2],
  ])('refuses %j', async (args, named, expected) => {
    // In 2027 no unit of this list exists any more.
    const units = join(desk.folder, 'units.csv');
    await writeFile(units, await ownUnits());
    const given = args.map((arg) => (arg === 'units.csv' ? units : arg));
    const { code, err } = await run(root, 'assign', 'grid', ...given, '--out', desk.grid);
    expect(code).toBe(expected);
    expect(err).toContain(named);
    expect(err).not.toMatch(/\n\s+at /u);
    expect(await readdir(desk.folder)).not.toContain('grid.xlsx');
  });

  it.each([
    ['which end', (list: string) => list, ['có VN12', '8 đơn vị (VN12.105, VN12.106, …)', '30/06/2025']],
    [
      'which have not begun, and ended ones with their successors',
      (list: string) =>
        `${list.replaceAll(',2025-06-30,,', ',2025-06-30,VN12.901,')}VN12.901,901,Xã Mới,commune,VN12,2027-01-01,,,,\n`,
      ['thay bằng VN12.901', '1 đơn vị (VN12.901) chỉ có từ ngày 01/01/2027'],
    ],
    [
      'where it has none',
      (list: string) => list.split('\n').slice(0, 2).join('\n'),
      ['có VN12 nhưng không có đơn vị nào trực thuộc'],
    ],
    [
      'where it has not even the province',
      (list: string) => list.replaceAll('VN12', 'VN34'),
      ['không có VN12.'],
    ],
  ])('says of the units below the province %s', async (_, change, named) => {
    const units = join(desk.folder, 'units.csv');
    await writeFile(units, change(await ownUnits()));
    const asked = ['lai-chau-2021', '--year', '2026', '--units', units, '--out', desk.grid];
    const { code, err } = await run(root, 'assign', 'grid', ...asked);
    expect(code).toBe(2);
    for (const words of named) expect(err).toContain(words);
  });

  it('names units of the province that a list lacks, and those it has too many', async () => {
    const units = join(desk.folder, 'units.csv');
    const list = await ownUnits();
    const changed = list.replaceAll(/^VN12\.106,.*\n/gmu, '').replaceAll('VN12.107', 'VN12.907');
    await writeFile(units, changed);
    const { code, err } = await makeGrid('--units', units);
    expect(code).toBe(0);
    expect(err).toContain('thiếu 2 đơn vị của tỉnh vào ngày 01/01/2025: Huyện Tam Đường (VN12.106); ');
    expect(err).toContain('có 1 đơn vị không phải của tỉnh vào ngày 01/01/2025: Huyện Mường Tè (VN12.907)');
    await rm(desk.grid);
    await writeFile(units, list);
    expect((await makeGrid('--units', units)).err).not.toContain('Danh sách');
  });

  it('refuses an assignments file with errors, naming its lines', async () => {
    await writeFile(desk.csv, `${HEADER}VN12.105,no-such,,2025,equal,1,1/QĐ,2024-12-20,2025-01-01,,\n`);
    const { code, err } = await makeGrid('--assignments', desk.csv);
    expect(code).toBe(1);
    expect(err).toContain(`${desk.csv}:2: Lỗi: Không có chỉ tiêu "no-such"`);
  });

  it('never replaces a grid that was filled', async () => {
    await makeGrid();
    await fillGrid(desk.grid, { values: { [JOBS]: SPLIT } });
    const filled = await readFile(desk.grid);
    const { code, err } = await makeGrid();
    expect(code).toBe(2);
    expect(err).toContain(desk.grid);
    expect(await readFile(desk.grid)).toEqual(filled);
  });
});
