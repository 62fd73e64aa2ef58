import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { knownFigureColumns } from '../../../core/planner/known-figure.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { jobsOf, requestOf } from '../../../generator/workbook/jobs.ts';
import { buildWorkbook } from '../../../core/template/build.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { save, typeInto } from '../commands/filled-workbooks.ts';
import { runAt } from '../commands/run.ts';

const root = packageRoot();
const HEADER = `${knownFigureColumns.join(',')}\n`;
const ROW = 'VN12.106,new-jobs,,2022,final,934,Niên giám 2022\n';
let folder = '';
const workspace = () => join(folder, 'ws');
const run = (...args: string[]) => runAt(workspace(), root, ...args);

/** Types into a workbook, as somebody does who fills it in. */
async function typed(path: string, cells: Readonly<Record<string, string>>): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  for (const [address, value] of Object.entries(cells)) {
    const cell = workbook.worksheets[0]?.getCell(address);
    if (cell) cell.value = value;
  }
  await workbook.xlsx.writeFile(path);
}

/** The workbook of VN12.106 as the planner issued it with 934, and as it came back. */
async function comesBack(name: string, jobs: number): Promise<string> {
  const { plans, catalogue } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  if (!plan) throw new Error('There is no plan lai-chau-2021.');
  const known = { unit: 'VN12.106', indicator: 'new-jobs', stratum: null, period: '2022' };
  const figures = [{ ...known, vintage: 'final' as const, value: 934, source: 'Niên giám 2022' }];
  const files = { figures, baselines: [], assignments: [] };
  const [job] = jobsOf([plan], catalogue, { round: '2023', unit: ['VN12.106'], files });
  if (!job) throw new Error('VN12.106 has no workbook.');
  const filled = { job, model: buildWorkbook(requestOf(job, catalogue)) };
  typeInto(filled, 'new-jobs|_T', ['2022', 'final', 'value'], jobs);
  return save(filled, folder, name);
}

async function conflicts() {
  const { out } = await run('resolve', '--list', '--json');
  return JSON.parse(out) as { id: string; figures: { return: string; figure: string; place: string }[] }[];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-given-'));
  await runAt(folder, root, 'init', 'ws', '--province', 'VN12', '--by', 'Phòng Tổng hợp');
  return () => rm(folder, { recursive: true, force: true });
});

describe('what the planner gave', () => {
  it('is kept when workbooks are made with it, and not before anything is given', async () => {
    const generate = ['generate', 'lai-chau-2021', '--round', '2023', '--unit', 'VN12.106', '--out'];
    await run(...generate, join(folder, 'a'));
    expect(await readdir(join(workspace(), 'store'))).toEqual(['.gitignore']);
    await writeFile(join(workspace(), 'planner', 'figures.csv'), HEADER + ROW);
    expect((await run(...generate, join(folder, 'b'))).out).toContain('planner/figures.csv: B1');
    expect((await run(...generate, join(folder, 'c'))).out).not.toContain('B2');
  });

  it('conflicts with what comes back changed, until somebody decides', async () => {
    const path = await comesBack('Tam Đường.xlsx', 3600);
    const { files } = JSON.parse((await run('import', path, '--json')).out) as {
      files: { state: string; why: { code: string; vi: string }[] }[];
    };
    expect(files).toMatchObject([{ state: 'conflicting', why: [{ code: 'store-given-changed' }] }]);
    expect(files[0]?.why[0]?.vi).toContain('1 số khác số đã cấp sẵn (B1)');
    expect(await conflicts()).toMatchObject([
      {
        figures: [
          { return: 'B2', figure: '3600' },
          { return: 'B1', figure: '934', place: 'planner/figures.csv:2' },
        ],
      },
    ]);
    const status = JSON.parse((await run('status', '--round', '2023', '--json')).out) as {
      units: { unit: string; state: string }[];
    };
    expect(status.units.find(({ unit }) => unit === 'VN12.106')?.state).toBe('conflicting');
    const letters = join(folder, 'letters');
    await run('feedback', '--round', '2023', '--out', letters);
    const letter = await readFile(join(letters, 'VN12.106_2023_gop-y.txt'), 'utf8');
    expect(letter).toContain('số cấp sẵn ghi 934 (planner/figures.csv:2)');
  });

  it('is decided in a workbook, all of it or nothing', async () => {
    const path = join(folder, 'mâu thuẫn.xlsx');
    expect((await run('resolve', '--list', '--out', path)).code).toBe(0);
    expect((await run('resolve', '--list', '--out', path)).err).toContain('Giữ nguyên');
    await typed(path, { J6: 'B2' });
    const wrong = await run('resolve', '--from', path);
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('mâu thuẫn.xlsx Mâu thuẫn!L6: Lỗi')]);
    expect(await conflicts()).toHaveLength(1);
    await typed(path, { L6: 'Đính chính của Cục Thống kê', K6: 'Trưởng phòng' });
    expect((await run('resolve', '--from', path)).out).toContain('Đã ghi 1 quyết định, số 1.');
    expect((await run('resolve', '--from', path)).out).toContain('1 dòng đã quyết định từ trước');
    expect((await run('resolve', '--undo', '1-1', '--reason', 'Nhầm')).code).toBe(0);
    expect(await conflicts()).toHaveLength(1);
    expect((await run('resolve', '--from', path)).out).toContain('số 3');
    expect(await conflicts()).toEqual([]);
    const { out } = await run('history', 'VN12.106', 'new-jobs');
    expect(out).toMatch(/2022 +3\.600 .*chưa tính: báo cáo còn lỗi/u);
    const english = await run('history', 'VN12.106', 'new-jobs', '--lang', 'en');
    expect(english.out).toMatch(/2022 +3,600 .*not counted: the return has errors/u);
    expect(out).toMatch(/2022 +934 .*để đối chiếu.*số cấp sẵn.*Niên giám 2022/u);
  });

  it('is kept again when it has changed, and is found again in the files', async () => {
    await appendFile(
      join(workspace(), 'planner', 'figures.csv'),
      'VN12.107,new-jobs,,2022,final,12,Niên giám\n',
    );
    const path = await comesBack('Tam Đường (2).xlsx', 3600);
    const said = JSON.parse((await run('import', path, '--json')).out) as { given: unknown[] };
    expect(said.given).toEqual([{ return: 'B3', state: 'correction', file: 'planner/figures.csv' }]);
    expect(await conflicts()).toEqual([]);
    expect((await run('store', 'verify')).out).toContain('không khác gì');
    await rm(join(workspace(), 'store', 'store.duckdb'));
    expect((await run('store', 'rebuild')).code).toBe(0);
    expect((await run('withdraw', 'B3', '--reason', 'Nhầm tệp')).code).toBe(0);
    expect((await run('import', path, '--json')).out).toContain('"B4"');
  });
});
