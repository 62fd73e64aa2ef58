import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLAN, SEEDS, SOURCE, seedFolder } from '../plan-files/seed-folder.ts';
import { run } from './run.ts';

const PLAN_PATH = 'seeds/lai-chau-2021/plan.yaml';
const SOURCE_PATH = 'seeds/lai-chau-2021/source.txt';

/** A plan of 2012 that asked for 99 %. */
const EARLIER = {
  'seeds/lai-chau-2012/plan.yaml': PLAN.replace('id: lai-chau-2021', 'id: lai-chau-2012')
    .replace('2021-03', '2012')
    .replace('đạt 98%', 'đạt 99%')
    .replace("printed: '98'", "printed: '99'"),
  'seeds/lai-chau-2012/source.txt': SOURCE.replace('đạt 98%;', 'đạt 99%;'),
};

describe('chitieu plan lint', () => {
  it('exits with 0 when there are only warnings, and lists the numbers left out', async () => {
    const { code, out, err } = await run(await seedFolder(SEEDS), 'plan', 'lint');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('1 mục tiêu chưa có số gốc');
    expect(out).toContain('dòng 4: 5 – chưa rõ');
    expect(out).toContain(`${SOURCE_PATH}:6: Cảnh báo: Số "98"`);
    expect(out).toMatch(/0 lỗi, 3 cảnh báo, 2 thông tin\n$/u);
  });

  it('compares with an earlier plan that was not asked for', async () => {
    const { out } = await run(
      await seedFolder({ ...SEEDS, ...EARLIER }),
      'plan',
      'lint',
      'lai-chau-2021',
      '--json',
    );
    const { findings } = JSON.parse(out) as { findings: { code: string; place: object; message: object }[] };
    expect(findings.filter(({ code }) => code === 'lint-below-earlier-plan')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        place: { file: PLAN_PATH, line: 15, path: 'targets[0]' },
        message: {
          vi: expect.stringContaining('lai-chau-2012: 99 % (2025)'),
          en: expect.stringContaining('asks for less than the earlier plan'),
        },
      }),
    ]);
  });

  it('lists only the baselines that the given file does not have either', async () => {
    const header = 'unit,indicator,stratum,year,value,numerator,denominator,source';
    const root = await seedFolder({
      ...SEEDS,
      'goc.csv': `${header}\nVN12,health-insurance,,2020,95.2,,,Niên giám 2020\n`,
      'sai.csv': `${header}\nVN12,health-insurance,,2020,chín mươi,,,Niên giám 2020\n`,
    });
    const given = await run(root, 'plan', 'lint', '--baselines', join(root, 'goc.csv'));
    expect(given.code).toBe(0);
    expect(given.out).not.toContain('chưa có số gốc');
    const wrong = await run(root, 'plan', 'lint', '--baselines', join(root, 'sai.csv'));
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('chín mươi');
  });

  it('only notes that an earlier plan does not load', async () => {
    const broken = { ...EARLIER, 'seeds/lai-chau-2012/source.txt': 'khác' };
    const { code, out } = await run(
      await seedFolder({ ...SEEDS, ...broken }),
      'plan',
      'lint',
      'lai-chau-2021',
    );
    expect(code).toBe(0);
    expect(out).toContain('Thông tin: Chưa đối chiếu được với kế hoạch lai-chau-2012');
  });

  it('gives the numbers left out as JSON', async () => {
    const { out } = await run(await seedFolder(SEEDS), 'plan', 'lint', '--json');
    expect((JSON.parse(out) as { leftOut: unknown }).leftOut).toEqual([
      { plan: 'lai-chau-2021', line: 4, number: '5', reason: 'chưa rõ' },
    ]);
  });

  it.each([
    ['1 for wrong content', PLAN.replace('line: 4\n    quote', 'line: 3\n    quote'), 1],
    ['1 for a misspelt field', PLAN.replace('kind: level', 'knd: level'), 1],
    ['2 for broken YAML', PLAN.replace('title: Kế hoạch', 'title: "Kế hoạch'), 2],
    ['2 for a field given twice', PLAN.replace('deadlines: []', 'deadlines: []\ndeadlines: []'), 2],
  ])('exits with %s', async (_, plan, expected) => {
    const { code, out } = await run(await seedFolder({ ...SEEDS, [PLAN_PATH]: plan }), 'plan', 'lint');
    expect(code).toBe(expected);
    expect(out).toMatch(/^seeds\/lai-chau-2021\/plan\.yaml:\d+.*: Lỗi: /u);
  });

  it('exits with 2 for a plan there is not', async () => {
    const { code, err } = await run(await seedFolder(SEEDS), 'plan', 'lint', 'nope');
    expect(code).toBe(2);
    expect(err).toContain('lai-chau-2021');
  });
});
