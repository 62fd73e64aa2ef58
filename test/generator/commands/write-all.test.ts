import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { CommandContext } from '../../../generator/commands/context.ts';
import { writeAll } from '../../../generator/commands/write-all.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { jobsOf, type WorkbookJob } from '../../../generator/workbook/jobs.ts';
import { loadSeeds, type Seeds } from '../../workbook/seed-workbooks.ts';

const UNITS = ['VN12.105', 'VN12.106', 'VN12.107', 'VN12.108'];
const nameOf = (unit: string) => `lai-chau-2021_${unit}_2023.xlsx`;

let seeds: Seeds;
let jobs: WorkbookJob[];
beforeAll(async () => {
  seeds = await loadSeeds();
  const plan = seeds.plans.find(({ file }) => file.id === 'lai-chau-2021');
  if (!plan) throw new Error('no plan');
  jobs = jobsOf([plan], seeds.catalogue, { round: '2023', unit: UNITS });
});

let out = '';
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'chitieu-write-all-'));
});
afterEach(() => rm(out, { recursive: true, force: true }));

/** A run into a folder; with a unit one that dies when its workbook has been written. */
async function wrote(of: readonly WorkbookJob[], diesAt: string | null = null, folder = out) {
  const said = { out: '', err: '', code: 0, progress: [] as string[] };
  const context: CommandContext = {
    ...{ root: packageRoot(), cwd: process.cwd(), workspace: null, server: null },
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    exit: (code) => void (said.code = code),
    progress: (text) => {
      said.progress.push(text);
      if (diesAt !== null && text.includes(nameOf(diesAt))) throw new Error('killed');
    },
  };
  const order = { jobs: of, catalogue: seeds.catalogue };
  await writeAll(order, 1, { out: folder, lang: 'vi' }, context).catch((error: unknown) => {
    if (diesAt === null) throw error;
  });
  return said;
}

it('goes on with what is not there, says so, and ends as one run would have', async () => {
  await wrote(jobs, 'VN12.106');
  expect(await readdir(out)).not.toContain(nameOf('VN12.107'));
  const { mtimeMs } = await stat(join(out, nameOf('VN12.105')));
  const again = await wrote(jobs);
  expect(again.code).toBe(0);
  expect(again.err).toContain('2 sổ đã có thì giữ, tạo tiếp 2 sổ còn lại');
  expect(again.progress).toContain('2/4');
  expect((await stat(join(out, nameOf('VN12.105')))).mtimeMs).toBe(mtimeMs);
  for (const unit of UNITS) expect(again.out).toContain(nameOf(unit));
  // Nothing is left to go on with.
  expect((await readdir(out)).sort()).toEqual(UNITS.map(nameOf).sort());
  expect((await wrote(jobs)).err).toBe('');
});

it('keeps none that somebody has changed, and makes those anew that would hold something else', async () => {
  await wrote(jobs, 'VN12.107');
  const [journal = ''] = (await readdir(out)).filter((name) => name.endsWith('.jsonl'));
  // A line that was being written when the run died.
  await appendFile(join(out, journal), `{"name":"${nameOf('VN12.108')}","job":"`);
  await writeFile(join(out, nameOf('VN12.105')), 'of somebody');
  const changed = await readFile(join(out, nameOf('VN12.105')));
  const figure = { ...{ unit: 'VN12.106', indicator: 'population', stratum: null, period: '2022' } };
  const files = {
    ...{ assignments: [], baselines: [] },
    figures: [{ ...figure, vintage: 'final' as const, value: 50_000, source: null }],
  };
  const again = await wrote(jobs.map((job) => ({ ...job, files })));
  // Of the three that are there one was changed, and another is given a figure.
  expect(again.err).toContain('1 sổ đã có thì giữ, tạo tiếp 3 sổ còn lại');
  expect(again.code).toBe(2);
  expect(await readFile(join(out, nameOf('VN12.105')))).toEqual(changed);
  const alone = await mkdtemp(join(tmpdir(), 'chitieu-write-all-'));
  try {
    await wrote(
      jobs.map((job) => ({ ...job, files })),
      null,
      alone,
    );
    for (const unit of ['VN12.106', 'VN12.107', 'VN12.108'])
      expect(await readFile(join(out, nameOf(unit)))).toEqual(await readFile(join(alone, nameOf(unit))));
  } finally {
    await rm(alone, { recursive: true, force: true });
  }
});

it('says how many workbooks of one structure were built one by one, and why', async () => {
  const [job] = jobs;
  if (!job) throw new Error('no job');
  const [plan] = job.plans;
  // A sign that stands for the name of the unit while a workbook is stamped, where no unit has its name.
  const marked = { ...plan, file: { ...plan.file, title: `${plan.file.title} \uE101` } };
  const alike = Array.from({ length: 8 }, (_, at): WorkbookJob => {
    const unit = { ...job.unit, id: `VN12.9${at}`, name: `Huyện ${at}` };
    return { ...job, name: `${at}.xlsx`, plans: [marked], unit, reporter: unit };
  });
  const said = await wrote(alike);
  expect(said.code).toBe(0);
  expect(said.err).toContain('8 sổ giống nhau về cấu trúc phải dựng riêng từng sổ');
  expect(said.err).toContain('the name of the unit stands where it cannot be changed');
});
