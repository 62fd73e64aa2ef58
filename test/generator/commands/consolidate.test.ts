import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keysAt } from '../../../core/sheet/keyed.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { typedOver } from '../consolidate/typed-over.ts';
import { storedRound, type StoredRound } from '../consolidate/round.ts';
import type { Sent } from '../../core/consolidate/fixture.ts';

const JOBS = 'new-jobs|_T';
const RATE = 'poverty-rate|_T';
const is = (acceptance: 'to-explain' | 'blocked') => ({
  judged: { acceptance, errors: 0, warnings: 1, owed: 1, entered: 1 },
});
const parts = (poor: string, all: string) => ({ 'poor-households|_T': poor, 'households|_T': all });

/** Two districts that agree, one to explain, one blocked; the department has a rate of its own. */
const SENT: Sent[] = [
  { unit: 'VN12.105', figures: { [JOBS]: '120', ...parts('10', '100') }, of: { place: 'Nhập liệu!F12' } },
  { unit: 'VN12.106', figures: { [JOBS]: '-', ...parts('30', '300') } },
  { unit: 'VN12.107', figures: { [JOBS]: '5' }, said: is('to-explain'), of: { reason: 'Rà soát lại' } },
  { unit: 'VN12.108', figures: { [JOBS]: '1000' }, said: is('blocked') },
  { unit: 'VN12', reporter: 'VN12.SLDTBXH', figures: { [RATE]: '12.5' } },
];

let round: StoredRound;
let out = '';

beforeAll(async () => {
  round = await storedRound(SENT);
  out = join(round.folder, 'tong-hop.xlsx');
});
afterAll(() => round.gone());

const consolidated = (...args: string[]) =>
  round.run('consolidate', '--round', '2023', '--out', out, ...args);

/** What a sheet shows where a keyed row, or one so many rows below the heads, crosses a keyed column. */
async function shown(sheetName: string, column: string, row: string | number): Promise<unknown> {
  const { sheets } = await readFacts(await readFile(out));
  const cells = sheets.find(({ name }) => name === sheetName)?.cells ?? [];
  const keys = keysAt(cells, { row: 1, column: 1 }, { row: () => true, column: () => ({}) });
  const at = keys.columns.find(({ key }) => key === column)?.column ?? 0;
  const line = typeof row === 'number' ? row : (keys.rows.find(({ key }) => key === row)?.row ?? 0);
  return cells.find((cell) => cell.row === line && cell.column === at)?.value ?? null;
}

describe('chitieu consolidate', () => {
  it('writes a workbook in which every total stands over the figures it is made of', async () => {
    const { code, out: text, err } = await consolidated();
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(text).toContain('1 chờ giải trình');
    expect(text).toContain(`Đã ghi ${out}`);
    const sheet = 'Việc làm và đào tạo nghề';
    expect(await shown(sheet, JOBS, 10)).toBe(125);
    expect(await shown(sheet, JOBS, 11)).toBe(3);
    expect(await shown(sheet, JOBS, 12)).toBe(8);
    expect(await shown(sheet, JOBS, 'VN12.106')).toBe('-');
    expect(await shown(sheet, JOBS, 'VN12.108')).toBeNull();
    const poverty = 'Giảm nghèo và trợ giúp';
    expect(await shown(poverty, RATE, 10)).toBe(10);
    expect(await shown(poverty, RATE, 14)).toBe(12.5);
    expect(await shown(poverty, RATE, 16)).toBe(12.5);
  });

  it('says of every figure where it comes from, and of what does not count why', async () => {
    const { sheets } = await readFacts(await readFile(out));
    const rowsOf = (name: string) => {
      const rows = new Map<number, unknown[]>();
      for (const { row, value } of sheets.find((one) => one.name === name)?.cells ?? [])
        rows.set(row, [...(rows.get(row) ?? []), value]);
      return [...rows.values()];
    };
    const jobs = rowsOf('Nguồn số').find((row) => row.includes('VN12.105') && row.includes(120));
    expect(jobs).toEqual(
      expect.arrayContaining(['B1', 'VN12.105.xlsx', 'Nhập liệu!F12', '2024-01-01T08:00:00+07:00']),
    );
    expect(jobs?.some((value) => /^[0-9a-f]{64}$/u.test(String(value)))).toBe(true);
    expect(
      rowsOf('Nguồn số').some((row) => row.includes('Rà soát lại') && row.includes('chờ giải trình')),
    ).toBe(true);
    const left = rowsOf('Chưa tính').find((row) => row.includes('VN12.108'));
    expect(left).toEqual(expect.arrayContaining([1000, 'còn lỗi', 'B4', 'VN12.108.xlsx']));
  });

  it('replaces its own file, and never one that somebody has edited', async () => {
    expect((await consolidated('--accepted-only')).code).toBe(0);
    expect(await shown('Việc làm và đào tạo nghề', JOBS, 10)).toBe(120);
    await writeFile(out, await typedOver(await readFile(out), '<v>120</v>', '<v>121</v>'));
    const before = await readFile(out);
    const { code, err, out: text } = await consolidated();
    expect(code).toBe(2);
    expect(err).toContain('Giữ nguyên');
    expect(text).not.toContain('Đã ghi');
    expect((await readFile(out)).equals(before)).toBe(true);
  });

  it('writes a long table for programs, and never over a file', async () => {
    const csv = join(round.folder, 'tong-hop.csv');
    const write = () => round.run('consolidate', '--round', '2023', '--out', csv, '--lang', 'en');
    expect((await write()).out).toContain('1 to explain');
    const lines = (await readFile(csv, 'utf8')).split('\r\n');
    expect(lines.find((line) => line.startsWith('total,_T,new-jobs'))).toBe(
      'total,_T,new-jobs,_T,2023,125,,,,3,8,incomplete,,,,,,,,,',
    );
    expect(lines.filter((line) => line.includes(',new-jobs,') && line.startsWith('figure'))).toHaveLength(4);
    expect((await write()).code).toBe(2);
  });

  it('tells programs the same', async () => {
    const other = join(round.folder, 'khac.xlsx');
    const { out: text } = await round.run('consolidate', '--round', '2023', '--out', other, '--json');
    const said = JSON.parse(text) as {
      level: string;
      units: { unit: string; state: string }[];
      totals: { key: string; sum: string; value: number; entered: number; of: number; decided: unknown }[];
      notCounted: { unit: string; state: string }[];
    };
    expect(said.level).toBe('district');
    expect(said.totals.find(({ key }) => key === JOBS)).toMatchObject({ sum: '125', entered: 3, of: 8 });
    expect(said.totals.find(({ key }) => key === RATE)).toMatchObject({
      value: 10,
      decided: { by: 'record', value: 12.5 },
    });
    expect(said.notCounted).toMatchObject([{ unit: 'VN12.108', state: 'blocked' }]);
    expect(said.units.find(({ unit }) => unit === 'VN12.112')?.state).toBe('not-received');
  });

  it('refuses what cannot be added up, and says what to do', async () => {
    const asked = async (...args: string[]) => (await round.run('consolidate', '--out', out, ...args)).err;
    expect(await asked()).toContain('--round');
    expect(await asked('--round', '1999')).toContain('Không kế hoạch nào');
    expect(await asked('--round', '2023', '--level', 'commune')).toContain('--level');
    expect(await asked('--round', '2023', '--plan', 'khong-co')).toContain('khong-co');
  });
});
