import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roundRuleSchema } from '../../core/round/schema.ts';
import type { Plan } from '../../core/plan/model.ts';
import { cellIndex, type WorkbookModel } from '../../core/sheet/model.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { packageRoot } from '../../generator/package-root.ts';
import { jobsOf, modelOf } from '../../generator/workbook/jobs.ts';
import { fillWorkbook, save, type Typed } from '../generator/commands/filled-workbooks.ts';
import { plainFigures } from '../generator/commands/renew-plain.ts';
import { runAt } from '../generator/commands/run.ts';
import { loadSeeds } from './seed-workbooks.ts';

/** Counted anew each year; a figure that stands; one that is known once a year. */
const FLOW = 'new-jobs|_T';
const STANDING = 'voluntary-insurance-participants|_T';

const { plans, catalogue } = await loadSeeds();
const seed = plans.find(({ file }) => file.id === 'lai-chau-2021');
if (!seed) throw new Error('There is no plan lai-chau-2021.');

/** The plan of a province that asks for sums from the start of the year in its quarters and halves. */
const plan: Plan = {
  ...seed,
  roundRules: [
    ...seed.roundRules.filter(({ frequency }) => frequency === 'year' || frequency === 'nine-months'),
    ...['quarter', 'half-year'].map((frequency) =>
      roundRuleSchema.parse({
        plan: seed.file.id,
        frequency,
        cutOff: 'end',
        due: '15',
        dueIn: 'next-month',
        vintage: 'preliminary',
        cumulative: 'yes',
        basis: 'Chế độ báo cáo của tỉnh',
      }),
    ),
  ],
};

function modelIn(round: string, of = plan): WorkbookModel {
  const [job] = jobsOf([of], catalogue, { round, unit: ['VN12'] });
  if (!job) throw new Error('no job');
  return modelOf(job, catalogue);
}

/** The columns of figures of the form: their keys, heads, and how the cell of a row looks. */
function columnsOf(model: WorkbookModel, row: string) {
  const sheet = model.sheets.find(({ name }) => name === sheetNames.entry);
  if (!sheet) throw new Error('no form');
  const cells = [...sheet.cells.values()];
  const of = cells.find(({ column, value }) => column === 1 && value === row)?.row ?? 0;
  return cells.flatMap(({ row: at, column, value }) => {
    const [period, , field] = String(value).split('|');
    if (at !== 1 || field !== 'value') return [];
    const look = sheet.cells.get(cellIndex(of, column));
    return [
      {
        period,
        head: String(sheet.cells.get(cellIndex(6, column))?.value),
        asked: look?.style === 'input' ? (look.optional ? 'may' : 'must') : 'no',
      },
    ];
  });
}

const printed = (round: string, row = FLOW) =>
  columnsOf(modelIn(round), row)
    .filter(({ period }) => period === '2023' || !/^\d{4}$/u.test(period ?? ''))
    .map(({ period, asked }) => `${period} ${asked}`);

describe('sums from the start of the year', () => {
  it('stand beside the period: in the third quarter nine months, after the six months before it', () => {
    expect(printed('2023-Q3')).toEqual([
      '2022-Q3 may',
      '2023-S1 may',
      '2023-Q3 must',
      '2023-LK9 must',
      '2023 must',
    ]);
    const heads = columnsOf(modelIn('2023-Q3'), FLOW).map(({ head }) => head);
    expect(heads.slice(0, 4)).toEqual([
      'Cùng kỳ: quý III năm 2022',
      'Kỳ trước: lũy kế 6 tháng năm 2023',
      'Sơ bộ quý III năm 2023',
      'Sơ bộ lũy kế 9 tháng năm 2023',
    ]);
  });

  it('are the half after the second quarter, the year after the fourth and the second half, none before', () => {
    expect(printed('2023-Q2')).toEqual([
      '2022-Q2 may',
      '2023-Q1 may',
      '2023-Q2 must',
      '2023-S1 must',
      '2023 must',
    ]);
    expect(printed('2023-Q4')).toEqual(['2022-Q4 may', '2023-LK9 may', '2023-Q4 must', '2023 must']);
    expect(printed('2023-S2')).toEqual(['2022-S2 may', '2023-S1 may', '2023-S2 must', '2023 must']);
    for (const round of ['2023-Q1', '2023-S1'])
      expect(printed(round)).toEqual([`2022-${round.slice(5)} may`, `${round} must`, '2023 must']);
  });

  it('are asked for what adds up alone', () => {
    expect(printed('2023-Q3', STANDING)).toEqual([
      '2022-Q3 may',
      '2023-S1 no',
      '2023-Q3 must',
      '2023-LK9 no',
      '2023 must',
    ]);
  });

  it('are in no workbook of a plan that does not ask for them', () => {
    const periods = columnsOf(modelIn('2023-Q3', seed), FLOW).map(({ period }) => period);
    expect(periods).not.toContain('2023-LK9');
    expect(periods).not.toContain('2023-S1');
  });
});

describe('returns with sums from the start of the year', () => {
  const root = packageRoot();
  let folder = '';
  const at = (name: string) => join(folder, name);
  const run = (...args: string[]) => runAt(at('ws'), root, ...args);

  /** A filled return of a unit. */
  const filled = (reporter: string, round: string, typed: Typed, name: string) =>
    save(fillWorkbook(plan, catalogue, { reporter, round, typed }), folder, name);

  const differs = async (path: string) => {
    const { out } = await run('check', path, '--json');
    const { files } = JSON.parse(out) as {
      files: { findings: { code: string; message: { vi: string } }[] }[];
    };
    return files.flatMap(({ findings }) =>
      findings.filter(({ code }) => code === 'figure-sum-differs').map(({ message }) => message.vi),
    );
  };
  const typed = (sum: number): Typed => ({
    [`${FLOW}|2023-S1`]: 2100,
    [`${FLOW}|2023-Q3`]: 1050,
    [`${FLOW}|2023-LK9`]: sum,
    [`${FLOW}|2023`]: 4500,
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chitieu-sums-'));
    await runAt(folder, root, 'init', 'ws', '--province', 'VN12', '--by', 'Phòng Tổng hợp');
    const rounds = join(at('ws'), 'plans', 'rounds.yaml');
    const text = await readFile(rounds, 'utf8');
    const asking = text.replaceAll('frequency: quarter\n', 'frequency: quarter\n    cumulative: yes\n');
    await writeFile(rounds, asking);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are held against the sum before and the figure of the period', async () => {
    expect(await differs(await filled('VN12.106', '2023-Q3', typed(3150), 'dung.xlsx'))).toEqual([]);
    const [said, ...more] = await differs(await filled('VN12.106', '2023-Q3', typed(3250), 'sai.xlsx'));
    expect(more).toEqual([]);
    expect(said).toContain('2.100 người');
    expect(said).toContain('1.050 người');
  });

  it('travel: exported and read back, taken into the store, added up over the units', async () => {
    const path = await filled('VN12.106', '2023-Q3', typed(3150), 'Tam Đường.xlsx');
    const exported = await run('export', path, '--out', at('xuat'));
    expect(exported.err).toBe('');
    const names = await readdir(at('xuat'));
    expect(names.some((name) => name.endsWith('.observations.csv'))).toBe(true);
    const { out } = await run('import', at('xuat'), '--json');
    expect(JSON.parse(out)).toMatchObject({ files: [{ state: 'new' }] });
    await run('import', await filled('VN12.107', '2023-Q3', typed(3150), 'Mường Tè.xlsx'));
    const summed = await run(
      'consolidate',
      '--plan',
      'lai-chau-2021',
      '--round',
      '2023-LK9',
      '--out',
      at('th.xlsx'),
      '--json',
    );
    const { units, totals } = JSON.parse(summed.out) as {
      units: { unit: string; state: string; owed: number; counted: number }[];
      totals: { group: string; key: string; sum: string | null; entered: number }[];
    };
    const sent = units.filter(({ state }) => state !== 'not-received');
    expect(sent.map(({ unit }) => unit)).toEqual(['VN12.106', 'VN12.107']);
    for (const { owed, counted } of sent) expect(counted).toBe(owed);
    expect(totals.find(({ key }) => key === FLOW)).toMatchObject({ sum: '6300', entered: 2 });
  });

  it('are named where the quarter alone is added up, and not where they are', async () => {
    const consolidated = async (round: string, ...more: string[]) => {
      const file = at(`chi ${round}${more.join('')}.csv`);
      const { out } = await run(
        ...['consolidate', '--plan', 'lai-chau-2021', '--round', round, '--out', file, ...more],
      );
      return out;
    };
    expect(await consolidated('2023-Q3')).toContain(
      'Tổng hợp này chỉ có số của riêng kỳ; số 9 tháng năm 2023 (lũy kế) trong các báo cáo ấy cộng bằng: chitieu consolidate --round 2023-LK9.',
    );
    expect(JSON.parse(await consolidated('2023-Q3', '--json'))).toMatchObject({ sum: '2023-LK9' });
    expect(await consolidated('2023-LK9')).not.toContain('--round');
    expect(JSON.parse(await consolidated('2023-LK9', '--json'))).not.toHaveProperty('sum');
  });

  it('are looked up in the register of the quarter that says them', async () => {
    const { out, err } = await run('status', '--round', '2023-LK9', '--json');
    const { round, units } = JSON.parse(out) as { round: string; units: { unit: string; state: string }[] };
    expect(round).toBe('2023-Q3');
    const sent = units.filter(({ state }) => state !== 'not-received');
    expect(sent.map(({ unit }) => unit)).toEqual(['VN12.106', 'VN12.107']);
    expect(err).toContain('Số 9 tháng năm 2023 (lũy kế) nằm trong báo cáo của kỳ quý III năm 2023.');
    const reported = await run(
      'report',
      '--plan',
      'lai-chau-2021',
      '--round',
      '2023-LK9',
      '--out',
      at('bc'),
      '--json',
    );
    const [{ missing } = { missing: [] }] = JSON.parse(reported.out) as { missing: { unit: string }[] }[];
    const names = missing.map(({ unit }) => unit);
    expect(names).toContain('VN12.108');
    expect(names).not.toContain('VN12.106');
  });

  it.each([
    ['close'],
    ['feedback', '--out', 'gop-y'],
    ['accept', 'VN12.106', '--reason', 'Đã giải trình'],
    ['store', 'export', '--parquet', 'bo-so-lieu'],
  ])('are no round of their own to %s', async (...command) => {
    const { err, code } = await run(...command, '--round', '2023-LK9');
    expect(err).toContain(
      'Số 9 tháng năm 2023 (lũy kế) nằm trong báo cáo của kỳ quý III năm 2023: hãy dùng --round 2023-Q3.',
    );
    expect(code).not.toBe(0);
    const english = await run(...command, '--round', '2023-LK9', '--lang', 'en');
    expect(english.err).toContain(
      'Figures of the first nine months of 2023 are within the returns of the third quarter of 2023: use --round 2023-Q3.',
    );
  });

  it('are closed with the quarter that says them, and corrected in the open', async () => {
    const { out } = await run('close', '--round', '2023-Q3', '--json');
    const { closing } = JSON.parse(out) as { closing: { sum: string; checksum: string } };
    expect(closing.sum).toBe('2023-LK9');
    const corrected = { ...typed(3160), [`${FLOW}|2023-S1`]: 2110 };
    const path = await filled('VN12.106', '2023-Q3', corrected, 'Tam Đường sửa.xlsx');
    await run('import', path, '--corrects', 'B1', '--reason', 'Công văn 15');
    for (const round of ['2023-Q3', '2023-LK9']) {
      const file = at(`sau khoa ${round}.xlsx`);
      const summed = await run(
        ...['consolidate', '--plan', 'lai-chau-2021', '--round', round, '--out', file, '--json'],
      );
      expect(summed.err).toBe('');
      expect(JSON.parse(summed.out)).toMatchObject({
        closed: {
          asItWas: true,
          corrections: [{ key: `VN12.106|${FLOW}|2023-LK9`, before: '3150', after: '3160' }],
        },
      });
    }
  });

  it('of which nothing has come, and years, are rounds of their own', async () => {
    for (const round of ['2023-S1', '2023'])
      expect(JSON.parse((await run('status', '--round', round, '--json')).out)).toMatchObject({ round });
  });

  it('come along to the next quarter as the sum before it', async () => {
    const second: Typed = {
      [`${FLOW}|2023-Q1`]: 1000,
      [`${FLOW}|2023-Q2`]: 1100,
      [`${FLOW}|2023-S1`]: 2100,
      [`${FLOW}|2023`]: 4500,
    };
    const path = await filled('VN12.106', '2023-Q2', second, 'quý II.xlsx');
    await run('renew', '--round', '2023-Q3', path, '--out', at('q3'));
    const figures = await plainFigures(join(at('q3'), 'lai-chau-2021_VN12.106_2023-Q3.xlsx'));
    const jobs = figures.filter(({ key }) => key === FLOW).map(({ period, value }) => `${period} ${value}`);
    expect(jobs).toContain('2023-S1 2100');
    expect(jobs.filter((text) => /^2023-(?:Q3|LK9)/u.test(text))).toEqual([]);
  });
});
