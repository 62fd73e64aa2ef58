import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { fillWorkbook, save, type Typed } from './filled-workbooks.ts';
import { idOf, plainFigures, plainReport, plainSeries, type PlainFigure } from './renew-plain.ts';
import { leavePart } from '../renew/left-over-parts.ts';
import { run, type Said } from './run.ts';

const ROOT = packageRoot();
let folder = '';
const at = (...parts: string[]) => join(folder, ...parts);

/** Writes filled returns of a plan's round into a folder of their own. */
async function returns(name: string, id: string, round: string, reporters: string[], typed: Typed = {}) {
  const { catalogue, plans } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === id);
  if (!plan) throw new Error(id);
  await mkdir(at(name), { recursive: true });
  for (const reporter of reporters)
    await save(fillWorkbook(plan, catalogue, { reporter, round, typed }), at(name));
}

const figures = new Map<string, Promise<PlainFigure[]>>();

/** Every figure of a folder's workbooks. Read once: nothing here writes into a folder again. */
function figuresIn(name: string): Promise<PlainFigure[]> {
  const known = figures.get(name) ?? readFigures(name);
  figures.set(name, known);
  return known;
}

async function readFigures(name: string): Promise<PlainFigure[]> {
  const found: PlainFigure[] = [];
  for (const file of await readdir(at(name)))
    if (file.endsWith('.xlsx') && !file.startsWith('chuyen-ky'))
      found.push(...(await plainFigures(at(name, file))));
  return found;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-renew-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('says of a renewal without figures that there are none, and begins no list', async () => {
  await mkdir(at('none'));
  const said = await run(
    ROOT,
    ...[
      'renew',
      at('none'),
      '--plan',
      'lai-chau-2024',
      '--round',
      '2026',
      '--dry-run',
      '--out',
      at('of-none'),
    ],
  );
  expect(said.out).toMatch(/^0 số của 0 báo cáo, mọi số đã báo cáo, còn hiệu lực hay không\.\n/u);
});

describe('Lai Châu, plan after plan', () => {
  const runs: Said[] = [];
  const command = async (words: string, ...rest: string[]) =>
    runs.push(await run(ROOT, ...words.split(' '), ...rest));
  const maps = () => ['2021', '2024'].flatMap((map) => ['--changes', at(`${map}.yaml`)]);

  beforeAll(async () => {
    await returns('2013', 'lai-chau-2012', '2013', ['VN12', 'VN12.106', 'VN12.107'], {
      'doctors-per-10000|_T|2013': 8.4,
    });
    for (const [from, to] of ['2012 2021', '2021 2024'].map((ends) => ends.split(' ')))
      await command(`plan diff lai-chau-${from} lai-chau-${to} --draft`, '--out', at(`${to}.yaml`));
    await command(
      `renew --round 2021 --plan lai-chau-2021 --dry-run`,
      '--changes',
      at('2021.yaml'),
      '--out',
      at('to-2021'),
      at('2013'),
    );
    await returns('2021', 'lai-chau-2021', '2021', ['VN12', 'VN12.106']);
    await command(
      'renew --round 2024 --plan lai-chau-2024 --dry-run',
      ...maps(),
      '--out',
      at('to-2024'),
      at('2021'),
      at('to-2021'),
    );
    await returns('2024', 'lai-chau-2024', '2024', ['VN12', 'VN12.106'], {
      'doctors-per-10000|_T|2024': 12.1,
    });
    await command('renew --round 2026', ...maps(), '--out', at('to-2026'), at('2024'), at('to-2024'));
  }, 240_000);

  it('runs without a file that could not be read', () => {
    expect(runs.map(({ err }) => err)).toEqual(runs.map(() => ''));
    expect(runs.map(({ code }) => code).every((code) => code <= 1)).toBe(true);
  });

  it('makes workbooks for the 38 communes that report in 2026', async () => {
    const units = new Set((await readdir(at('to-2026'))).map((name) => name.split('_')[1] ?? ''));
    expect([...units].filter((unit) => /^VN12\.\d{5}/u.test(unit))).toHaveLength(38);
    expect(units).toContain('VN12');
  });

  it.each([
    ['2013', 'to-2021'],
    ['2021', 'to-2024'],
    ['2013', 'to-2024'],
    ['2013', 'to-2026'],
    ['2021', 'to-2026'],
    ['2024', 'to-2026'],
  ])('every figure of %s is in the workbooks or in the report of %s', async (before, after) => {
    const [name = ''] = (await readdir(at(after))).filter((file) => /^chuyen-ky.*\.xlsx$/u.test(file));
    const found = new Set([...(await figuresIn(after)), ...(await plainReport(at(after, name)))].map(idOf));
    const wanted = await figuresIn(before);
    expect(wanted.length).toBeGreaterThan(50);
    expect(wanted.map(idOf).filter((id) => !found.has(id))).toEqual([]);
  });

  it('every figure in the new workbooks is one of the old ones', async () => {
    const known = new Set((await Promise.all(['2013', '2021', '2024'].map(figuresIn))).flat().map(idOf));
    const filled = await figuresIn('to-2026');
    expect(filled.length).toBeGreaterThan(20);
    expect(filled.map(idOf).filter((id) => !known.has(id))).toEqual([]);
  });

  it('keeps three definitions of trained labour three series', async () => {
    const lines = await plainReport(at('to-2026', 'chuyen-ky_2026.xlsx'));
    const keys = ['trained-or-coached-labour-share|_T', 'trained-labour-share|_T'];
    const ofOld = lines.filter(({ key, unit }) => keys.includes(key) && unit === 'VN12');
    expect(new Set(ofOld.map(({ key }) => key)).size).toBe(2);
    expect(ofOld.every(({ outcome }) => outcome === 'Để lại')).toBe(true);
  });

  it('lets doctors per 10 000 be read across 2012 to 2030, a row for each plan', async () => {
    const rows = (await plainSeries(at('to-2026', 'chuyen-ky_2026.xlsx'))).filter(
      (row) => row['Chỉ tiêu'] === 'Số bác sĩ trên 10.000 dân',
    );
    expect(rows.map((row) => row.Dòng)).toEqual([
      'Thực hiện',
      'Mục tiêu, lai-chau-2012',
      'Mục tiêu, lai-chau-2024',
    ]);
    const [actual, first, last] = rows;
    expect(actual).toMatchObject({ '2013': 8.4, '2024': 12.1 });
    expect(first).toMatchObject({ '2015': '9 bác sĩ/vạn dân', '2020': '15 bác sĩ/vạn dân' });
    expect(last).toMatchObject({ '2030': '> 13 bác sĩ/vạn dân' });
  });

  it('done again over what came out fills in the same, and leaves no part of a longer report', async () => {
    await mkdir(at('again'));
    const [stale, edited] = ['01', '03'].map((number) => `chuyen-ky_2026_tung-so-${number}.xlsx`);
    if (stale === undefined || edited === undefined) throw new Error('no name');
    await leavePart(at('again'), stale, false);
    await leavePart(at('again'), edited, true);
    const again = await run(
      ROOT,
      'renew',
      '--round',
      '2026',
      '--dry-run',
      ...maps(),
      '--out',
      at('again'),
      at('to-2026'),
    );
    // Nobody has filled in the workbooks that came out.
    expect(again.err).toContain('Báo cáo còn lỗi, mâu thuẫn hoặc đang giữ lại');
    expect(again.err).toContain(`Giữ nguyên ${at('again', edited)}: phần của báo cáo lần trước`);
    const left = await readdir(at('again'));
    expect([left.includes(stale), left.includes(edited)]).toEqual([false, true]);
    const [one, other] = [await filledBy('to-2026'), await filledBy('again')];
    expect(one.length).toBeGreaterThan(20);
    expect(other).toEqual(one);
  }, 120_000);
});

it('takes the round after the last one for next, and says which; without returns nobody knows one', async () => {
  await returns('of-2014', 'lai-chau-2012', '2014', ['VN12.106']);
  const next = (from: string) =>
    run(ROOT, 'renew', '--round', 'next', at(from), '--dry-run', '--out', at('next'));
  expect((await next('of-2014')).out).toContain('năm 2015 (2015)');
  expect(await readdir(at('next'))).toContain('chuyen-ky_2015.xlsx');
  const { code, err } = await next('none');
  expect(code).toBe(2);
  expect(err).toContain('Không có báo cáo nào để biết kỳ sau');
});

it('says of each file why it is no return, where none is', async () => {
  const sample = fileURLToPath(new URL('../../workbook/issued/schema-4.xlsx', import.meta.url));
  const { code, err } = await run(ROOT, 'renew', '--round', '2023', sample, '--out', at('none'));
  expect(code).toBe(2);
  expect(err).toContain(`${sample}: số liệu mẫu, không phải số thật`);
});

/** What a renewal says it has filled in, figure by figure. */
async function filledBy(name: string): Promise<string[]> {
  const { lines } = JSON.parse(await readFile(at(name, 'chuyen-ky_2026.json'), 'utf8')) as {
    lines: {
      value: string | null;
      sign: string | null;
      to: { unit: string; key: string; period: string }[];
    }[];
  };
  const filled = lines.flatMap(({ value, sign, to }) =>
    to.map(({ unit, key, period }) => `${unit} ${key} ${period} ${value ?? sign}`),
  );
  return [...new Set(filled)].sort();
}
