import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { usablePlans } from '../../../generator/commands/selected-plans.ts';
import { jobsOf, makeWorkbook } from '../../../generator/workbook/jobs.ts';
import { workspaceFor } from '../../../generator/workspace/workspace-for.ts';
import { askedFew, UNASKED } from './asked-few.ts';
import { fillWorkbook, save } from './filled-workbooks.ts';
import { runAt } from './run.ts';

const root = packageRoot();

/** A workspace whose plans ask little, and its plans. */
async function workspaceOf(...plans: Parameters<typeof askedFew>) {
  const folder = await askedFew(...plans);
  const workspace = await workspaceFor(undefined, { root, cwd: folder });
  const quiet = {
    out: () => undefined,
    err: () => undefined,
    exit: () => undefined,
    progress: () => undefined,
  };
  const loaded = await usablePlans({ ...quiet, root, cwd: folder, workspace, server: null }, plans);
  const plan = (id: string) => {
    const found = loaded.plans.find((one) => one.plan.file.id === id);
    if (!found) throw new Error(`${id} does not load.`);
    return found.plan;
  };
  const run = (...args: string[]) => runAt(folder, root, ...args, '--round', '2026');
  const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).out) as unknown;
  /** A workbook as versions issued it that knew no unit of which nothing is asked. */
  const issued = async (id: string, unit: string) => {
    const [job] = jobsOf([plan(id)], loaded.catalogue, { round: '2026', unit: [unit] });
    if (!job) throw new Error(`${unit} has no workbook.`);
    await writeFile(join(folder, job.name), await makeWorkbook(job, loaded.catalogue));
    return join(folder, job.name);
  };
  /** A return with figures. */
  const filled = async (id: string, unit: string) => {
    const name = `${id}_${unit}.xlsx`;
    await save(fillWorkbook(plan(id), loaded.catalogue, { reporter: unit, round: '2026' }), folder, name);
    return join(folder, name);
  };
  return { folder, run, json, issued, filled };
}

const WHY = 'kế hoạch chỉ hỏi cấp xã thuộc nhóm: Xã vùng sâu';

describe('units of which a plan asks nothing', () => {
  it('get no workbook: generate says how many and why, names a few, and makes the others', async () => {
    const { folder, run } = await workspaceOf('it');
    const out = join(folder, 'so');
    const { code, err } = await run('generate', 'it', '--out', out);
    expect([code, (await readdir(out)).filter((name) => name.endsWith('.xlsx')).sort()]).toEqual([
      0,
      ['it_VN42.901_2026.xlsx', 'it_VN42.SYT-2025_2026.xlsx', 'it_VN42_2026.xlsx'],
    ]);
    expect(err).toContain(
      `4 đơn vị không có sổ, kỳ 2026 không hỏi gì (it: ${WHY}): Xã Hai (VN42.902), Xã Ba (VN42.903), Xã Bốn (VN42.904) và 1 đơn vị khác.`,
    );
    const alone = join(folder, 'rieng');
    const named = await run('generate', 'it', '--unit', 'VN42.902', '--out', alone, '--lang', 'en');
    expect([named.code, named.out]).toEqual([2, '']);
    expect(named.err).toContain(
      '1 unit gets no workbook, nothing is asked in 2026 (it: the plan asks only communes of the group: Remote communes): Xã Hai (VN42.902).',
    );
    await expect(readdir(alone)).rejects.toThrow('ENOENT');
  });

  it('owe no return: neither status, nor the reminders, nor a check of a folder wait for one', async () => {
    const { folder, run, json, issued, filled } = await workspaceOf('it', 'khong');
    const { counts, units } = (await json('status')) as {
      counts: Record<string, number>;
      units: {
        unit: string;
        state: string;
        plans: string[];
        notOwedBecause: string | null;
        notOwed: string;
      }[];
    };
    const { units: all, ...states } = counts;
    expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(all);
    const unasked = units.filter(({ state }) => state === 'not-owed');
    expect(unasked.map(({ unit }) => unit)).toEqual(UNASKED);
    expect(new Set(unasked.map(({ notOwedBecause }) => notOwedBecause))).toEqual(new Set(['nothing-asked']));
    expect(unasked[0]?.notOwed).toBe(
      `kỳ này không hỏi gì: it: ${WHY}; khong: không chỉ tiêu nào của kế hoạch do cấp xã báo cáo`,
    );
    // Of two plans the one that asks nothing of a unit waits for nothing.
    expect(units.find(({ unit }) => unit === 'VN42.901')?.plans).toEqual(['it']);
    const { reminded } = (await json('feedback', '--out', join(folder, 'thu'))) as { reminded: string[] };
    expect(reminded).toEqual(['VN42', 'VN42.901', 'VN42.SYT-2025']);
    const files = [await issued('it', 'VN42.902'), await filled('it', 'VN42')];
    const checked = await runAt(folder, root, 'check', ...files);
    expect(checked.out).toContain('chưa có tệp của 2 đơn vị: Xã Một (VN42.901); Sở Y tế (VN42.SYT-2025).');
    expect(checked.out).toContain('it_VN42.902_2026.xlsx: kế hoạch của tệp này không hỏi gì đơn vị');
    expect((await run('status')).out).toContain('và 1 đơn vị khác: kỳ này không hỏi gì');
  });

  it('may send the empty workbook that they have: it is listed, is no error and is missing to nobody', async () => {
    const { run, json, issued, filled } = await workspaceOf('it');
    const empty = await issued('it', 'VN42.902');
    const checked = await runAt('/', root, 'check', empty);
    expect([
      checked.code,
      checked.out.includes('Kỳ này không hỏi gì đơn vị: không số nào phải báo cáo.'),
    ]).toEqual([0, true]);
    const imported = await run('import', empty, await filled('it', 'VN42.901'));
    expect(imported.code).toBe(0);
    expect(imported.out).toContain(
      '[Xã Hai (VN42.902), 2026]: kế hoạch của tệp này không hỏi gì đơn vị trong kỳ, nên không cần nộp tệp này',
    );
    const status = await run('status');
    expect(status.out).toContain('1 chấp nhận, 2 chưa nhận, 4 không phải nộp.');
    expect(status.out).toContain('Xã Hai (VN42.902): đã nhận sổ, không có số nào');
    const { units, totals } = (await json('consolidate')) as {
      units: { unit: string; owed: number; counted: number }[];
      totals: { key: string; entered: number; of: number }[];
    };
    expect(units.map(({ owed, counted }) => [owed, counted])).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(totals.find(({ key }) => key === 'tailors|remote-communes')).toMatchObject({ entered: 1, of: 1 });
  });

  it('lose no earlier figure when a round is renewed: the report lists each', async () => {
    const { folder, run, filled } = await workspaceOf('nhieu', 'khong');
    const earlier = [await filled('nhieu', 'VN42.901'), await filled('nhieu', 'VN42.902')];
    await run('import', ...earlier);
    const out = join(folder, 'moi');
    const args = ['renew', '--plan', 'khong', '--from-store', '--out', out, '--json'];
    const renewed = await runAt(folder, root, ...args, '--round', '2027');
    const said = JSON.parse(renewed.out) as {
      nothingAsked: { unit: string; why: string; earlier: number }[];
      counts: { why: string | null; count: number }[];
      workbooks: { written: number };
    };
    expect(said.workbooks.written).toBe(2);
    expect(said.nothingAsked.map(({ unit, earlier: count }) => [unit, count])).toEqual([
      ['VN42.901', 2],
      ...UNASKED.map((unit) => [unit, unit === 'VN42.902' ? 2 : 0]),
    ]);
    expect(said.counts).toEqual([{ outcome: 'needs-decision', why: 'not-in-map', count: 4 }]);
  });
});
