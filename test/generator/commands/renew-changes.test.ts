import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import type { Typed } from './filled-workbooks.ts';
import { idOf, plainFigures, plainReport, plainRows, plainSeries } from './renew-plain.ts';
import { returnsIn } from './returns-in.ts';
import { runAt } from './run.ts';
import { twoPlans } from './two-plans.ts';

const ROOT = packageRoot();

/** Returns of the earlier plan's round 2013, which one command after the other goes on from. */
const before = (folder: string, typed: Record<string, Typed>) => returnsIn(folder, 'cu', '2013', typed);

const of2013 = (figures: Record<string, number>): Typed =>
  Object.fromEntries(Object.entries(figures).map(([id, value]) => [`${id}|_T|2013`, value]));

const PROVINCE = of2013({
  ...{ seamstresses: 5100, visitors: 12.345, officials: 310, 'teachers-men': 41, 'teachers-women': 61 },
  ...{ smiths: 80, members: 810, pupils: 90500, 'pupils-small': 21000 },
});

const DECIDED = `schema: 1
from: cu
to: moi
changes:
  - { change: rename, from: seamstresses, to: seamstresses-now }
  - { change: factor, from: visitors, to: visitors-now, factor: "1000" }
  - { change: split, from: officials, to: [officials-above, officials-below] }
  - { change: merge, from: [teachers-men, teachers-women], to: teachers }
  - { change: retire, from: smiths }
  - { change: break, from: members, to: members-all, reason: Định nghĩa rộng hơn }
  - { change: rename, from: pupils-small, to: pupils|kindergarten }
units:
  - { from: [VN42.901, VN42.902], to: [VN42.903], decision: Nghị quyết 1 }
`;

describe('from one plan to the next by commands', () => {
  it('a draft proposes what the catalogue and the lists say, and asks about what is doubtful', async () => {
    const folder = await twoPlans();
    const { code, out } = await runAt(
      folder,
      ROOT,
      'plan',
      'diff',
      'cu',
      'moi',
      '--draft',
      '--out',
      join(folder, 'd.yaml'),
    );
    expect(code).toBe(0);
    expect(out).toContain('Huyện Chín (VN42.909)');
    const { changes, units } = parse(await readFile(join(folder, 'd.yaml'), 'utf8')) as {
      changes: { change: string; from: string; to?: string | string[] }[];
      units: { from: string[]; to: string[] }[];
    };
    expect(changes.map(({ change, from, to = [] }) => [change, from, ...[to].flat()].join(' '))).toEqual([
      'rename seamstresses seamstresses-now',
      'factor visitors visitors-now',
      'undecided officials officials-above officials-below',
      'undecided teachers-men teachers',
      'undecided teachers-women teachers',
      'retire smiths',
      'break members members-all',
      'retire pupils-small',
    ]);
    expect(units).toMatchObject([{ from: ['VN42.901', 'VN42.902'], to: ['VN42.903'] }]);
  });

  it('every figure of the first is in the workbooks of the second or in the report, as the map says', async () => {
    const folder = await twoPlans();
    const district = (teachers: number) => of2013({ pupils: 1000 + teachers, 'teachers-men': teachers });
    await before(folder, {
      ...{ VN42: PROVINCE, 'VN42.901': district(11), 'VN42.902': district(22), 'VN42.909': district(33) },
    });
    await writeFile(join(folder, 'c.yaml'), DECIDED);
    const args = [
      'renew',
      '--round',
      'next',
      '--plan',
      'moi',
      '--changes',
      join(folder, 'c.yaml'),
      join(folder, 'in'),
      '--out',
      join(folder, 'out'),
    ];
    const { out, code, err } = await runAt(folder, ROOT, ...args, '--with-unaccepted');
    expect(err.replace(/^Báo cáo còn lỗi.*$/mu, '').trim()).toBe('');
    expect(out).toContain('năm 2014 (2014)');
    // Nobody says what became of the third district.
    expect(code).toBe(1);
    const book = (unit: string) => plainFigures(join(folder, 'out', `moi_${unit}_2014.xlsx`));
    const of = (figures: Awaited<ReturnType<typeof book>>) =>
      Object.fromEntries(figures.map(({ key, period, value }) => [`${key} ${period}`, value]));
    expect(of(await book('VN42'))).toEqual({
      'seamstresses-now|_T 2013': 5100,
      'visitors-now|_T 2013': 12345,
      'teachers|_T 2013': 102,
      'pupils|_T 2013': 90500,
      'pupils|kindergarten 2013': 21000,
    });
    expect(of(await book('VN42.903'))).toMatchObject({ 'pupils|_T 2013': 2033 });
    const report = join(folder, 'out', 'chuyen-ky_2014.xlsx');
    const lines = await plainReport(report);
    const wanted = (
      await Promise.all(
        ['VN42', 'VN42.901', 'VN42.902', 'VN42.909'].map((unit) =>
          plainFigures(join(folder, 'in', `cu_${unit}_2013.xlsx`)),
        ),
      )
    ).flat();
    expect(wanted.length).toBeGreaterThan(100);
    const found = new Set(lines.map(idOf));
    expect(wanted.map(idOf).filter((id) => !found.has(id))).toEqual([]);
    const outcome = (unit: string, key: string) =>
      lines.find((one) => one.unit === unit && one.key === `${key}|_T` && one.period === '2013')?.outcome;
    expect(['officials', 'smiths', 'members'].map((key) => outcome('VN42', key))).toEqual(
      Array.from({ length: 3 }, () => 'Để lại'),
    );
    expect(outcome('VN42.909', 'pupils')).not.toMatch(/Chuyển/u);
    const series = (await plainSeries(report)).filter((row) => row['Chỉ tiêu'] === 'Số nhà giáo trường công');
    expect(series[0]).toMatchObject({ Dòng: 'Thực hiện', '2013': 102 });
  });

  it('what the planner gave otherwise is listed with what it was, from the store', async () => {
    const folder = await twoPlans();
    const baselines = 'unit,indicator,stratum,year,value,numerator,denominator,source\n';
    const assigned =
      'unit,indicator,stratum,year,comparator,value,decision,decisionDate,validFrom,supersedes,note\n';
    const give = async (baseline: number, value: number, note = '') => {
      await mkdir(join(folder, 'planner'), { recursive: true });
      await writeFile(
        join(folder, 'planner', 'baselines.csv'),
        `${baselines}VN42,pupils,,2010,${baseline},,,Niên giám ${note}\n`,
      );
      await writeFile(
        join(folder, 'planner', 'assignments.csv'),
        `${assigned}VN42,pupils,,2013,atLeast,${value},QĐ 1,2013-01-02,2013-01-02,,${note}\n`,
      );
    };
    await give(88000, 90000);
    await before(folder, { VN42: PROVINCE });
    expect((await runAt(folder, ROOT, 'import', join(folder, 'in'), '--round', '2013')).err).toBe('');
    const renew = async () => {
      const args = [
        '--round',
        'next',
        '--from-store',
        '--with-unaccepted',
        '--dry-run',
        '--out',
        join(folder, 'out'),
      ];
      const { out } = await runAt(folder, ROOT, 'renew', ...args);
      const rows = await plainRows(
        join(folder, 'out', 'chuyen-ky_2014.xlsx'),
        'Số gốc, chỉ tiêu giao đã đổi',
      );
      return { out, rows: rows.slice(-2).map((row) => row.slice(-4)) };
    };
    expect(await renew()).toMatchObject({ rows: [] });
    await give(88500, 91000, 'đính chính');
    const { out, rows } = await renew();
    expect(out).toContain('2 số gốc, chỉ tiêu giao nay khác với kỳ trước');
    expect(rows).toEqual([
      ['số gốc năm 2010', '88.000', '88.500', 'Niên giám đính chính'],
      ['chỉ tiêu giao năm 2013', '≥ 90.000', '≥ 91.000', 'QĐ 1; đính chính'],
    ]);
  });
});
