import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GRID_SHEET } from '../../../core/planner/grid/grid-contract.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { fillGrid, gridCell, type Typed } from './assign-fill.ts';
import { ownUnits } from './own-units.ts';
import { run } from './run.ts';

const root = packageRoot();
const HEADER =
  'unit,indicator,stratum,year,comparator,value,decision,decisionDate,validFrom,supersedes,note\n';
const JOBS = 'new-jobs|_T';
const INSURED = 'health-insurance-coverage|_T';
const DISTRICTS = [105, 106, 107, 108, 109, 110, 111, 112].map((code) => `VN12.${code}`);
const HEAD = {
  decision: '1841/QĐ-UBND',
  decisionDate: new Date('2024-12-20'),
  validFrom: new Date('2025-01-01'),
};
/** 8 500 new jobs, split over the eight districts. */
const SPLIT: Record<string, number> = Object.fromEntries(
  DISTRICTS.map((id, at) => [id, at === 0 ? 1500 : 1000]),
);

let folder = '';
let grid = '';
let csv = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-assign-'));
  grid = join(folder, 'grid.xlsx');
  csv = join(folder, 'assignments.csv');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const makeGrid = (...more: string[]) =>
  run(root, 'assign', 'grid', 'lai-chau-2021', '--year', '2025', '--out', grid, ...more);

const readGrid = (...more: string[]) => run(root, 'assign', 'read', grid, '--out', csv, ...more);

/** Makes the grid, fills it and reads it to {@link csv}. */
async function firstDecision(typed: Typed): Promise<void> {
  await makeGrid();
  await fillGrid(grid, { ...HEAD, ...typed });
  const { code, err } = await readGrid();
  expect(code).toBe(0);
  expect(err).not.toContain('Lỗi');
}

async function openGrid(): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(grid);
  return book;
}

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
    await run(root, 'assign', 'grid', 'lai-chau-2021', '--year', '2026', '--out', grid);
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

    await fillGrid(grid, {
      ...HEAD,
      values: { [DRY]: { 'VN12.03388-2025': 12, VN12: 90 } },
    });
    expect((await readGrid()).code).toBe(0);
    expect(await readFile(csv, 'utf8')).toBe(
      `${HEADER}VN12,villages-short-of-water,,2026,equal,90,1841/QĐ-UBND,2024-12-20,2025-01-01,,\n` +
        'VN12.03388-2025,villages-short-of-water,,2026,equal,12,1841/QĐ-UBND,2024-12-20,2025-01-01,,\n',
    );
    const checked = await run(root, 'assign', 'check', csv, 'lai-chau-2021');
    expect(checked.out).toContain('12, thấp hơn');

    const again = await openGrid();
    gridCell(again, DRY, sum).value = 500;
    await again.xlsx.writeFile(grid);
    const refused = await run(root, 'assign', 'read', grid, '--out', join(folder, 'other.csv'));
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
    const figures = join(folder, 'figures.csv');
    const baselines = join(folder, 'baselines.csv');
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
    // What the grid shows is no value typed outside its cells.
    await fillGrid(grid, { ...HEAD, values: { [JOBS]: { 'VN12.105': 1000 } } });
    expect((await readGrid('--figures', figures)).code).toBe(0);
  });

  it('names values of the file that no workbook uses', async () => {
    await writeFile(
      csv,
      `${HEADER}VN12.105,health-insurance-coverage,,2025,equal,96,1/QĐ,2024-12-20,2025-01-01,,\n`,
    );
    const { code, err } = await makeGrid('--assignments', csv);
    expect(code).toBe(0);
    expect(err).toContain(`${csv}:2: Cảnh báo: Không sổ nào dùng số giao này`);
  });

  it('rounds a mean as the check does: eight districts of 97,995 do not make 98', async () => {
    const figures = join(folder, 'figures.csv');
    const people = DISTRICTS.map((id) => `${id},population,,2025,final,1000,Niên giám\n`).join('');
    await writeFile(figures, `unit,indicator,stratum,period,vintage,value,source\n${people}`);
    const rows = DISTRICTS.map(
      (id) => `${id},health-insurance-coverage,,2025,equal,97.995,1/QĐ,2024-12-20,2025-01-01,,\n`,
    );
    await writeFile(csv, HEADER + rows.join(''));
    await makeGrid('--figures', figures, '--assignments', csv);
    const book = await openGrid();
    const result = (column: string) =>
      (gridCell(book, INSURED, column).value as ExcelJS.CellFormulaValue).result;
    expect(result('@total')).toBe(97.995);
    expect(result('@difference')).toBe(-0.005);
    const { out } = await run(root, 'assign', 'check', csv, 'lai-chau-2021', '--figures', figures);
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
    const units = join(folder, 'units.csv');
    await writeFile(units, await ownUnits());
    const given = args.map((arg) => (arg === 'units.csv' ? units : arg));
    const { code, err } = await run(root, 'assign', 'grid', ...given, '--out', grid);
    expect(code).toBe(expected);
    expect(err).toContain(named);
    expect(err).not.toMatch(/\n\s+at /u);
    expect(await readdir(folder)).not.toContain('grid.xlsx');
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
    const units = join(folder, 'units.csv');
    await writeFile(units, change(await ownUnits()));
    const asked = ['lai-chau-2021', '--year', '2026', '--units', units, '--out', grid];
    const { code, err } = await run(root, 'assign', 'grid', ...asked);
    expect(code).toBe(2);
    for (const words of named) expect(err).toContain(words);
  });

  it('names units of the province that a list lacks, and those it has too many', async () => {
    const units = join(folder, 'units.csv');
    const list = await ownUnits();
    const changed = list.replaceAll(/^VN12\.106,.*\n/gmu, '').replaceAll('VN12.107', 'VN12.907');
    await writeFile(units, changed);
    const { code, err } = await makeGrid('--units', units);
    expect(code).toBe(0);
    expect(err).toContain('thiếu 2 đơn vị của tỉnh vào ngày 01/01/2025: Huyện Tam Đường (VN12.106); ');
    expect(err).toContain('có 1 đơn vị không phải của tỉnh vào ngày 01/01/2025: Huyện Mường Tè (VN12.907)');
    await rm(grid);
    await writeFile(units, list);
    expect((await makeGrid('--units', units)).err).not.toContain('Danh sách');
  });

  it('refuses an assignments file with errors, naming its lines', async () => {
    await writeFile(csv, `${HEADER}VN12.105,no-such,,2025,equal,1,1/QĐ,2024-12-20,2025-01-01,,\n`);
    const { code, err } = await makeGrid('--assignments', csv);
    expect(code).toBe(1);
    expect(err).toContain(`${csv}:2: Lỗi: Không có chỉ tiêu "no-such"`);
  });

  it('never replaces a grid that was filled', async () => {
    await makeGrid();
    await fillGrid(grid, { values: { [JOBS]: SPLIT } });
    const filled = await readFile(grid);
    const { code, err } = await makeGrid();
    expect(code).toBe(2);
    expect(err).toContain(grid);
    expect(await readFile(grid)).toEqual(filled);
  });
});

describe('chitieu assign read', () => {
  it('writes the entered values as assignments of the decision in the head', async () => {
    await firstDecision({ values: { [JOBS]: { 'VN12.105': 1500 }, [INSURED]: { 'VN12.107': 97.25 } } });
    expect(await readFile(csv, 'utf8')).toBe(
      `${HEADER}VN12.105,new-jobs,,2025,equal,1500,1841/QĐ-UBND,2024-12-20,2025-01-01,,\n` +
        'VN12.107,health-insurance-coverage,,2025,equal,97.25,1841/QĐ-UBND,2024-12-20,2025-01-01,,\n',
    );
  });

  it('takes a value adopted for the province as its assignment, and no printed one that was left', async () => {
    await firstDecision({ values: { [JOBS]: { VN12: 9000 } } });
    expect(await readFile(csv, 'utf8')).toBe(
      `${HEADER}VN12,new-jobs,,2025,equal,9000,1841/QĐ-UBND,2024-12-20,2025-01-01,,\n`,
    );
  });

  it('keeps every earlier row over three changes, each superseding the one before', async () => {
    await firstDecision({ values: { [JOBS]: SPLIT } });
    const changes = [
      ['300/QĐ-UBND', '10/03/2025', 1600],
      ['900/QĐ-UBND', '01/07/2025', 1400],
      ['1500/QĐ-UBND', '15/10/2025', 1450],
    ] as const;
    let before = await readFile(csv, 'utf8');
    for (const [decision, date, value] of changes) {
      await rm(grid);
      await makeGrid('--assignments', csv);
      await fillGrid(grid, {
        decision,
        decisionDate: date,
        validFrom: date,
        values: { [JOBS]: { 'VN12.105': value } },
      });
      const { code, out } = await readGrid('--assignments', csv);
      expect(code).toBe(0);
      expect(out).toContain('1 số giao mới');
      const after = await readFile(csv, 'utf8');
      expect(after.startsWith(before)).toBe(true);
      before = after;
    }
    expect(before.trimEnd().split('\n').slice(-3)).toEqual([
      'VN12.105,new-jobs,,2025,equal,1600,300/QĐ-UBND,2025-03-10,2025-03-10,1841/QĐ-UBND,',
      'VN12.105,new-jobs,,2025,equal,1400,900/QĐ-UBND,2025-07-01,2025-07-01,300/QĐ-UBND,',
      'VN12.105,new-jobs,,2025,equal,1450,1500/QĐ-UBND,2025-10-15,2025-10-15,900/QĐ-UBND,',
    ]);
    const { code, out } = await run(root, 'assign', 'check', csv, 'lai-chau-2021');
    expect(code).toBe(0);
    expect(out).toContain('8.450, thấp hơn 50 so với 8.500 của kế hoạch lai-chau-2021');
  });

  it('reads by keys: rows and columns may be inserted, also above the head', async () => {
    await makeGrid();
    await fillGrid(grid, { ...HEAD, values: { [JOBS]: { 'VN12.105': 1500 } } });
    const book = await openGrid();
    const sheet = book.getWorksheet(GRID_SHEET);
    sheet?.spliceRows(5, 0, [], []);
    sheet?.spliceColumns(5, 0, []);
    await book.xlsx.writeFile(grid);
    expect((await readGrid()).code).toBe(0);
    expect(await readFile(csv, 'utf8')).toContain('VN12.105,new-jobs,,2025,equal,1500,');
  });

  it('asks for no decision where nothing was changed', async () => {
    await makeGrid();
    expect((await readGrid()).code).toBe(0);
    expect(await readFile(csv, 'utf8')).toBe(HEADER);
  });

  const refused: [string, Typed, string[]][] = [
    ['no number of the decision', { decision: null }, ['Chưa ghi số quyết định', 'D5']],
    ['no date of the decision', { decisionDate: null }, ['Chưa ghi ngày quyết định', 'D6']],
    ['no date from which it is valid', { validFrom: null }, ['Chưa ghi ngày có hiệu lực', 'D7']],
    ['a date that is none', { validFrom: '31/02/2025' }, ['"31/02/2025"', 'D7']],
    ['a text for a number', { values: { [JOBS]: { 'VN12.105': '1.500' } } }, ['"1.500"', 'new-jobs|_T']],
    [
      'an error for a number',
      { values: { [JOBS]: { 'VN12.105': { error: '#REF!' } as ExcelJS.CellErrorValue } } },
      ['"#REF!"'],
    ],
    ['a yes for a number', { values: { [JOBS]: { 'VN12.105': true } } }, ['"true"']],
  ];
  it.each(refused)('refuses %s with exit 1 and writes nothing', async (_, typed, named) => {
    await makeGrid();
    await fillGrid(grid, { ...HEAD, ...typed, values: { [INSURED]: { 'VN12.106': 96 }, ...typed.values } });
    const { code, err, out } = await readGrid();
    expect(code).toBe(1);
    for (const words of named) expect(err).toContain(words);
    expect(err).toContain(`${grid} ${GRID_SHEET}!`);
    expect(out).toBe('');
    expect(await readdir(folder)).toEqual(['grid.xlsx']);
  });

  it.each([
    ['17-formula-nores.xlsx', '!H21', 'không có kết quả'],
    ['39-added-row.xlsx', '!H50', '"77"'],
    ['35-validfrom-year.xlsx', '!D7', '"15/07/1905"'],
    ['42-percent-rate.xlsx', '!H13', 'Ô hiện 95%'],
  ])('names the cell of %s and writes nothing', async (name, cell, words) => {
    const { code, err } = await run(
      root,
      'assign',
      'read',
      join(root, 'test/cases/grid', name),
      '--out',
      csv,
    );
    expect(code).toBe(1);
    expect(err.split('\n').filter((line) => line.includes('Lỗi'))).toHaveLength(1);
    expect(err).toContain(cell);
    expect(err).toContain(words);
    expect(await readdir(folder)).toEqual([]);
  });

  it('names values that no workbook uses, and writes them', async () => {
    await makeGrid();
    const values = { [INSURED]: { 'VN12.106': 96 }, [JOBS]: { 'VN12.106': 1000 } };
    await fillGrid(grid, { ...HEAD, validFrom: new Date('2032-01-01'), values });
    const { code, err } = await readGrid();
    expect(code).toBe(0);
    expect(err).toContain('Bảo hiểm xã hội tỉnh báo cáo');
    expect(err.match(/sổ của năm 2025 không dùng số này/gu)).toHaveLength(2);
    expect((await readFile(csv, 'utf8')).split('\n')).toHaveLength(4);
  });

  describe('of a grid made from earlier assignments', () => {
    beforeEach(async () => {
      await firstDecision({ values: { [JOBS]: SPLIT } });
      await rm(grid);
      await makeGrid('--assignments', csv);
    });
    const later = { decision: '300/QĐ-UBND', decisionDate: '2025-03-01', validFrom: '2025-03-10' };
    const change = { ...later, values: { [JOBS]: { 'VN12.105': 1600 } } };

    const refuse = async (typed: Typed, ...more: string[]) => {
      const before = await readFile(csv, 'utf8');
      await fillGrid(grid, typed);
      const { code, err } = await readGrid(...more);
      expect(code).toBe(1);
      expect(await readFile(csv, 'utf8')).toBe(before);
      return err;
    };

    it('refuses to go without them', async () => {
      expect(await refuse(change)).toContain('8 số giao của "1841/QĐ-UBND"');
    });

    it('refuses an emptied cell', async () => {
      const typed = { ...later, values: { [JOBS]: { 'VN12.105': null } } };
      expect(await refuse(typed, '--assignments', csv)).toContain('đã bị xóa trống; trước đó là 1.500');
    });

    it('refuses a date before the decision in force', async () => {
      const typed = { ...change, validFrom: '2024-12-31' };
      expect(await refuse(typed, '--assignments', csv)).toContain('hiệu lực từ 2025-01-01, muộn hơn');
    });

    it('refuses the same decision a second time', async () => {
      const typed = { ...change, decision: HEAD.decision };
      expect(await refuse(typed, '--assignments', csv)).toContain('đã giao chỉ tiêu này');
    });

    it('refuses to overrule a decision that came after the grid was made', async () => {
      const between = 'VN12.105,new-jobs,,2025,equal,1550,200/QĐ,2025-02-01,2025-02-01,1841/QĐ-UBND,\n';
      await writeFile(csv, (await readFile(csv, 'utf8')) + between);
      expect(await refuse(change, '--assignments', csv)).toContain('"200/QĐ"');
    });

    it('refuses a grid whose row was deleted', async () => {
      const book = await openGrid();
      const row = gridCell(book, INSURED, 'unit|VN12').row;
      book.getWorksheet(GRID_SHEET)?.spliceRows(Number(row), 1);
      await book.xlsx.writeFile(grid);
      expect(await refuse(change, '--assignments', csv)).toContain(`"${INSURED}"`);
    });

    it('takes unchanged cells for no new assignment', async () => {
      await fillGrid(grid, change);
      const { out } = await readGrid('--assignments', csv);
      expect(out).toContain('1 số giao mới, 8 số giao trước được giữ');
    });
  });

  it('leaves a file with other rows alone', async () => {
    await makeGrid();
    await fillGrid(grid, { ...HEAD, values: { [JOBS]: SPLIT } });
    await writeFile(csv, 'đã có');
    const { code, err } = await readGrid();
    expect(code).toBe(2);
    expect(err).toContain(csv);
    expect(await readFile(csv, 'utf8')).toBe('đã có');
  });

  it('refuses what is no grid', async () => {
    await writeFile(grid, 'not a workbook');
    const garbage = await readGrid();
    expect(garbage.code).toBe(2);
    expect(garbage.err).toContain(grid);
    const book = new ExcelJS.Workbook();
    book.addWorksheet('A');
    await book.xlsx.writeFile(grid);
    const other = await readGrid();
    expect(other.code).toBe(1);
    expect(other.err).toContain('không phải bảng giao chỉ tiêu');
    expect((await run(root, 'assign', 'read', join(folder, 'none.xlsx'), '--out', csv)).code).toBe(2);
  });
});

describe('chitieu assign check', () => {
  const row = (unit: string, value: number, indicator = 'new-jobs') =>
    `${unit},${indicator},,2025,equal,${value},1/QĐ,2024-12-20,2025-01-01,,\n`;

  it('accepts a full split and says how many findings there are', async () => {
    await writeFile(csv, HEADER + DISTRICTS.map((id) => row(id, SPLIT[id] ?? 0)).join(''));
    const { code, out } = await run(root, 'assign', 'check', csv, 'lai-chau-2021');
    expect({ code, out }).toEqual({ code: 0, out: '0 lỗi, 0 cảnh báo, 0 thông tin\n' });
  });

  it('gives findings as JSON, and exits with 0 when there are only warnings', async () => {
    await writeFile(csv, HEADER + row('VN12.105', 8000));
    const { code, out } = await run(root, 'assign', 'check', csv, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      findings: [
        {
          code: 'assigned-sum-behind',
          severity: 'warning',
          place: { file: csv },
          data: { total: 8000, expected: 8500, difference: -500, without: { length: 7 } },
          message: { vi: expect.stringContaining('thấp hơn 500'), en: expect.stringContaining('500 less') },
        },
      ],
    });
  });

  it('weights shares with the denominators of a figures file', async () => {
    const figures = join(folder, 'figures.csv');
    await writeFile(csv, HEADER + DISTRICTS.map((id) => row(id, 98, 'health-insurance-coverage')).join(''));
    const without = await run(root, 'assign', 'check', csv, 'lai-chau-2021');
    expect(without.out).toContain('(đưa bằng --figures)');
    const rows = DISTRICTS.map((id) => `${id},population,,2024,final,1000,Niên giám\n`).join('');
    await writeFile(figures, `unit,indicator,stratum,period,vintage,value,source\n${rows}`);
    const { out } = await run(root, 'assign', 'check', csv, 'lai-chau-2021', '--figures', figures);
    // No district reports the figures of the social insurance, which is said of each row; nothing else is.
    expect(out).toMatch(/\n0 lỗi, 8 cảnh báo, 0 thông tin\n$/u);
    expect(out.match(/không báo cáo "Tỷ lệ dân số tham gia bảo hiểm y tế"/gu)).toHaveLength(8);
  });

  it.each([
    ['1 for wrong content', row('VN12.999', 1), 1],
    ['2 for what is no such file', 'a,b\n', 2],
  ])('exits with %s', async (_, text, expected) => {
    await writeFile(csv, expected === 1 ? HEADER + text : text);
    const { code, out } = await run(root, 'assign', 'check', csv);
    expect(code).toBe(expected);
    expect(out).toMatch(/:\d+: Lỗi: /u);
  });

  it('exits with 2 for a figures file that is not there', async () => {
    await writeFile(csv, HEADER);
    const { code, out } = await run(root, 'assign', 'check', csv, '--figures', join(folder, 'none.csv'));
    expect(code).toBe(2);
    expect(out).toContain('none.csv');
  });
});
