import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { targetRowFields } from '../../../core/target/target-rows.ts';
import { PLAN, SEEDS, seedFolder } from '../plan-files/seed-folder.ts';
import { run } from './run.ts';

const PLAN_PATH = 'seeds/lai-chau-2021/plan.yaml';

describe('chitieu targets', () => {
  it('prints a JSON array of objects with every field in order', async () => {
    const { code, out, err } = await run(await seedFolder(SEEDS), 'targets', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const rows = JSON.parse(out) as object[];
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0] ?? {})).toEqual([...targetRowFields]);
    expect(rows[0]).toMatchObject({
      id: 'health-insurance-2025',
      comparator: '=',
      value: 98,
      low: null,
      line: 4,
    });
  });

  it('prints CSV with the same columns, a decimal dot and nothing for null', async () => {
    const plan = PLAN.replace(
      'quote: tỷ lệ bao phủ bảo hiểm y tế đạt 98%',
      'quote: "bảo hiểm y tế đạt 98%; có 5"',
    );
    const { code, out } = await run(await seedFolder({ ...SEEDS, [PLAN_PATH]: plan }), 'targets', '--csv');
    expect(code).toBe(0);
    const [header, row] = Papa.parse<string[]>(out).data;
    expect(header).toEqual([...targetRowFields]);
    const cell = (field: (typeof targetRowFields)[number]): string | undefined =>
      row?.[targetRowFields.indexOf(field)];
    expect(cell('value')).toBe('98');
    expect(cell('low')).toBe('');
    expect(cell('quote')).toBe('bảo hiểm y tế đạt 98%; có 5');
  });

  it('prints a table by default', async () => {
    const { code, out } = await run(await seedFolder(SEEDS), 'targets', 'lai-chau-2021');
    expect(code).toBe(0);
    expect(out).toContain('lai-chau-2021: 1 mục tiêu, 0 số gốc, 0 việc có hạn');
    expect(out).toMatch(
      /4 +mục tiêu +Mức đạt đến[^\n]*? +98 % +2025 +health-insurance-2025 +Tỷ lệ có bảo hiểm\n/u,
    );
  });

  it('takes a plan named twice once', async () => {
    const { out } = await run(await seedFolder(SEEDS), 'targets', '--json', 'lai-chau-2021', 'lai-chau-2021');
    expect(JSON.parse(out)).toHaveLength(1);
  });

  it('names the plans there are when it does not know one, and exits with 2', async () => {
    const { code, out, err } = await run(await seedFolder(SEEDS), 'targets', 'lai-chau-2022');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe('Không có kế hoạch "lai-chau-2022". Các kế hoạch hiện có: lai-chau-2021.\n');
  });

  it('prints nothing but the errors of a plan that does not load, and exits with 2', async () => {
    const plan = PLAN.replace('line: 4\n    quote', 'line: 3\n    quote');
    const { code, out, err } = await run(
      await seedFolder({ ...SEEDS, [PLAN_PATH]: plan }),
      'targets',
      '--json',
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^seeds\/lai-chau-2021\/plan\.yaml:19 \(targets\[0\]\.line\): Lỗi: .*\n$/u);
  });

  it.each([
    ['both formats', ['targets', '--json', '--csv']],
    ['an unknown option', ['targets', '--xml']],
    ['an unknown command', ['target']],
    ['no command', []],
  ])('takes %s for wrong use and exits with 2, without a stack trace', async (_, args) => {
    const { code, out, err } = await run(await seedFolder(SEEDS), ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
    expect(err).not.toMatch(/\n\s+at /u);
  });

  it('shows help in Vietnamese and exits with 0', async () => {
    const { code, out } = await run(await seedFolder(SEEDS), 'targets', '--help');
    expect(code).toBe(0);
    expect(out).toContain('Cách dùng (usage): chitieu targets');
  });
});
