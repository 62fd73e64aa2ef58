import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import { GRID_SHEET } from '../../../../core/planner/grid/grid-contract.ts';
import { fillGrid, gridCell, type Typed } from '../assign-fill.ts';
import { run } from '../run.ts';
import { assignDesk, HEAD, HEADER, INSURED, JOBS, SPLIT, root } from './desk.ts';

const desk = assignDesk();
const { firstDecision, makeGrid, openGrid, readGrid } = desk;

describe('chitieu assign read', () => {
  it('writes the entered values as assignments of the decision in the head', async () => {
    await firstDecision({ values: { [JOBS]: { 'VN12.105': 1500 }, [INSURED]: { 'VN12.107': 97.25 } } });
    expect(await readFile(desk.csv, 'utf8')).toBe(
      `${HEADER}VN12.105,new-jobs,,2025,equal,1500,1841/QĐ-UBND,2024-12-20,2025-01-01,,\n` +
        'VN12.107,health-insurance-coverage,,2025,equal,97.25,1841/QĐ-UBND,2024-12-20,2025-01-01,,\n',
    );
  });

  it('takes a value adopted for the province as its assignment, and no printed one that was left', async () => {
    await firstDecision({ values: { [JOBS]: { VN12: 9000 } } });
    expect(await readFile(desk.csv, 'utf8')).toBe(
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
    let before = await readFile(desk.csv, 'utf8');
    for (const [decision, date, value] of changes) {
      await rm(desk.grid);
      await makeGrid('--assignments', desk.csv);
      await fillGrid(desk.grid, {
        decision,
        decisionDate: date,
        validFrom: date,
        values: { [JOBS]: { 'VN12.105': value } },
      });
      const { code, out } = await readGrid('--assignments', desk.csv);
      expect(code).toBe(0);
      expect(out).toContain('1 số giao mới');
      const after = await readFile(desk.csv, 'utf8');
      expect(after.startsWith(before)).toBe(true);
      before = after;
    }
    expect(before.trimEnd().split('\n').slice(-3)).toEqual([
      'VN12.105,new-jobs,,2025,equal,1600,300/QĐ-UBND,2025-03-10,2025-03-10,1841/QĐ-UBND,',
      'VN12.105,new-jobs,,2025,equal,1400,900/QĐ-UBND,2025-07-01,2025-07-01,300/QĐ-UBND,',
      'VN12.105,new-jobs,,2025,equal,1450,1500/QĐ-UBND,2025-10-15,2025-10-15,900/QĐ-UBND,',
    ]);
    const { code, out } = await run(root, 'assign', 'check', desk.csv, 'lai-chau-2021');
    expect(code).toBe(0);
    expect(out).toContain('8.450, thấp hơn 50 so với 8.500 của kế hoạch lai-chau-2021');
  });

  it('names the figure and the unit of a cell that takes no value', async () => {
    await makeGrid();
    await fillGrid(desk.grid, { ...HEAD, values: { 'underweight-rate|_T': { 'VN12.107': 15 } } });
    const { code, err } = await readGrid();
    expect(code).not.toBe(0);
    expect(err).toMatch(/Ô của Tỷ lệ [^|]+, đơn vị Huyện Mường Tè là ô không giao/u);
  });

  it('reads by keys: rows and columns may be inserted, also above the head', async () => {
    await makeGrid();
    await fillGrid(desk.grid, { ...HEAD, values: { [JOBS]: { 'VN12.105': 1500 } } });
    const book = await openGrid();
    const sheet = book.getWorksheet(GRID_SHEET);
    sheet?.spliceRows(5, 0, [], []);
    sheet?.spliceColumns(5, 0, []);
    await book.xlsx.writeFile(desk.grid);
    expect((await readGrid()).code).toBe(0);
    expect(await readFile(desk.csv, 'utf8')).toContain('VN12.105,new-jobs,,2025,equal,1500,');
  });

  it('asks for no decision where nothing was changed', async () => {
    await makeGrid();
    expect((await readGrid()).code).toBe(0);
    expect(await readFile(desk.csv, 'utf8')).toBe(HEADER);
  });

  const refused: [string, Typed, string[]][] = [
    ['no number of the decision', { decision: null }, ['Chưa ghi số quyết định', 'D5']],
    ['no date of the decision', { decisionDate: null }, ['Chưa ghi ngày quyết định', 'D6']],
    ['no date from which it is valid', { validFrom: null }, ['Chưa ghi ngày có hiệu lực', 'D7']],
    ['a date that is none', { validFrom: '31/02/2025' }, ['"31/02/2025"', 'D7']],
    ['a text for a number', { values: { [JOBS]: { 'VN12.105': '1.500' } } }, ['"1.500"', 'không phải số']],
    [
      'an error for a number',
      { values: { [JOBS]: { 'VN12.105': { error: '#REF!' } as ExcelJS.CellErrorValue } } },
      ['"#REF!"'],
    ],
    ['a yes for a number', { values: { [JOBS]: { 'VN12.105': true } } }, ['"true"']],
  ];
  it.each(refused)('refuses %s with exit 1 and writes nothing', async (_, typed, named) => {
    await makeGrid();
    await fillGrid(desk.grid, {
      ...HEAD,
      ...typed,
      values: { [INSURED]: { 'VN12.106': 96 }, ...typed.values },
    });
    const { code, err, out } = await readGrid();
    expect(code).toBe(1);
    for (const words of named) expect(err).toContain(words);
    expect(err).toContain(`${desk.grid} ${GRID_SHEET}!`);
    expect(out).toBe('');
    expect(await readdir(desk.folder)).toEqual(['grid.xlsx']);
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
      desk.csv,
    );
    expect(code).toBe(1);
    expect(err.split('\n').filter((line) => line.includes('Lỗi'))).toHaveLength(1);
    expect(err).toContain(cell);
    expect(err).toContain(words);
    expect(await readdir(desk.folder)).toEqual([]);
  });

  it('names values that no workbook uses, and writes them', async () => {
    await makeGrid();
    const values = { [INSURED]: { 'VN12.106': 96 }, [JOBS]: { 'VN12.106': 1000 } };
    await fillGrid(desk.grid, { ...HEAD, validFrom: new Date('2032-01-01'), values });
    const { code, err } = await readGrid();
    expect(code).toBe(0);
    expect(err).toContain('Bảo hiểm xã hội tỉnh báo cáo');
    // The date is one cell of the head, whatever number of values it is for.
    expect(err.match(/!D7: .*sổ của năm 2025 không dùng số này/gu)).toHaveLength(1);
    expect((await readFile(desk.csv, 'utf8')).split('\n')).toHaveLength(4);
  });

  describe('of a grid made from earlier assignments', () => {
    beforeEach(async () => {
      await firstDecision({ values: { [JOBS]: SPLIT } });
      await rm(desk.grid);
      await makeGrid('--assignments', desk.csv);
    });
    const later = { decision: '300/QĐ-UBND', decisionDate: '2025-03-01', validFrom: '2025-03-10' };
    const change = { ...later, values: { [JOBS]: { 'VN12.105': 1600 } } };

    const refuse = async (typed: Typed, ...more: string[]) => {
      const before = await readFile(desk.csv, 'utf8');
      await fillGrid(desk.grid, typed);
      const { code, err } = await readGrid(...more);
      expect(code).toBe(1);
      expect(await readFile(desk.csv, 'utf8')).toBe(before);
      return err;
    };

    it('refuses to go without them', async () => {
      expect(await refuse(change)).toContain('8 số giao của "1841/QĐ-UBND"');
    });

    it('refuses an emptied cell', async () => {
      const typed = { ...later, values: { [JOBS]: { 'VN12.105': null } } };
      expect(await refuse(typed, '--assignments', desk.csv)).toContain('đã bị xóa trống; trước đó là 1.500');
    });

    it('refuses a date before the decision in force', async () => {
      const typed = { ...change, validFrom: '2024-12-31' };
      expect(await refuse(typed, '--assignments', desk.csv)).toContain('hiệu lực từ 2025-01-01, muộn hơn');
    });

    it('refuses the same decision a second time', async () => {
      const typed = { ...change, decision: HEAD.decision };
      expect(await refuse(typed, '--assignments', desk.csv)).toContain('đã giao chỉ tiêu này');
    });

    it('refuses to overrule a decision that came after the grid was made', async () => {
      const between = 'VN12.105,new-jobs,,2025,equal,1550,200/QĐ,2025-02-01,2025-02-01,1841/QĐ-UBND,\n';
      await writeFile(desk.csv, (await readFile(desk.csv, 'utf8')) + between);
      expect(await refuse(change, '--assignments', desk.csv)).toContain('"200/QĐ"');
    });

    it('refuses a grid whose row was deleted', async () => {
      const book = await openGrid();
      const row = gridCell(book, INSURED, 'unit|VN12').row;
      book.getWorksheet(GRID_SHEET)?.spliceRows(Number(row), 1);
      await book.xlsx.writeFile(desk.grid);
      expect(await refuse(change, '--assignments', desk.csv)).toContain(
        'dòng hoặc cột của "Tỷ lệ dân số tham gia bảo hiểm y tế"',
      );
    });

    it('takes unchanged cells for no new assignment', async () => {
      await fillGrid(desk.grid, change);
      const { out } = await readGrid('--assignments', desk.csv);
      expect(out).toContain('1 số giao mới, 8 số giao trước được giữ');
    });
  });

  it('leaves a file with other rows alone', async () => {
    await makeGrid();
    await fillGrid(desk.grid, { ...HEAD, values: { [JOBS]: SPLIT } });
    await writeFile(desk.csv, 'đã có');
    const { code, err } = await readGrid();
    expect(code).toBe(2);
    expect(err).toContain(desk.csv);
    expect(await readFile(desk.csv, 'utf8')).toBe('đã có');
  });

  it('refuses what is no grid', async () => {
    await writeFile(desk.grid, 'not a workbook');
    const garbage = await readGrid();
    expect(garbage.code).toBe(2);
    expect(garbage.err).toContain(desk.grid);
    const book = new ExcelJS.Workbook();
    book.addWorksheet('A');
    await book.xlsx.writeFile(desk.grid);
    const other = await readGrid();
    expect(other.code).toBe(1);
    expect(other.err).toContain('không phải bảng giao chỉ tiêu');
    expect((await run(root, 'assign', 'read', join(desk.folder, 'none.xlsx'), '--out', desk.csv)).code).toBe(
      2,
    );
  });
});
