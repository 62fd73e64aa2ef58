import { beforeAll, describe, expect, it } from 'vitest';
import type { EarlierFigure } from '../../../core/renew/earlier.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { renewed } from '../../../generator/renew/renew.ts';
import { unitLinks, type UnitLinks } from '../../../generator/renew/unit-links.ts';
import { jobsOf } from '../../../generator/workbook/jobs.ts';
import { NO_FILES } from '../../../generator/workbook/known.ts';
import { loadSeeds, type Seeds } from '../../workbook/seed-workbooks.ts';

let seeds: Seeds;
let units: UnitLinks;
beforeAll(async () => {
  seeds = await loadSeeds();
  units = await unitLinks(packageRoot(), ['VN12'], []);
});

const jobs = (period: string, value: string, more: Partial<EarlierFigure> = {}): EarlierFigure => ({
  ...{ kind: 'figure', unit: 'VN12', key: 'new-jobs|_T', period, vintage: 'final', value, sign: null },
  ...{ reporter: 'VN12', source: `Báo cáo năm ${period}`, ...more },
});

/** What the renewal of Lai Châu's plan of 2021 for 2025 asks about jobs of these years. */
function doubts(earlier: EarlierFigure[], given: number | null = null, round = '2025') {
  const plan = seeds.plans.find(({ file }) => file.id === 'lai-chau-2021');
  if (!plan) throw new Error('no plan');
  const figure = { unit: 'VN12', indicator: 'new-jobs', stratum: null, period: '2024', source: 'Sở Nội vụ' };
  const figures = given === null ? [] : [{ ...figure, vintage: 'final' as const, value: given }];
  const made = renewed({
    earlier: {
      ...{
        earlier,
        aside: [],
        plans: new Set<string>(),
        returns: 1,
        rounds: [],
        unaccepted: [],
        unchanged: 0,
      },
      ...{ changed: [], left: { reasons: 0, marks: 0, verdicts: 0 } },
    },
    jobs: jobsOf([plan], seeds.catalogue, { round, unit: ['VN12'], files: { ...NO_FILES, figures } }),
    maps: [],
    units,
    catalogue: seeds.catalogue,
    plans: seeds.plans,
  });
  return made.doubts.map(({ key, period, value, finding }) => [key, period, value, finding.code].join(' '));
}

describe('a figure of the year before that the check doubts', () => {
  const years = [jobs('2022', '8100'), jobs('2023', '8300')];

  it('is asked about, as the check would have in its own round', () => {
    expect(doubts([...years, jobs('2024', '8450')])).toEqual([]);
    expect(doubts([...years, jobs('2024', '84500')])).toEqual(['new-jobs|_T 2024 84500 figure-unit-slip']);
  });

  it('is not where it was explained, its return accepted, or the planner gives it', () => {
    const slip = (more: Partial<EarlierFigure>) => doubts([...years, jobs('2024', '84500', more)]);
    expect(slip({ reason: 'Thêm khu công nghiệp mới, tuyển 76.000 lao động' })).toEqual([]);
    expect(slip({ reason: 'ok' })).toHaveLength(1);
    expect(slip({ settled: true })).toEqual([]);
    expect(doubts([...years, jobs('2024', '84500')], 84500)).toEqual([]);
    expect(doubts([...years, jobs('2024', '84500')], 8450)).toEqual([]);
  });

  it('is asked about alone: what lies further back was the matter of an earlier renewal', () => {
    expect(doubts([jobs('2022', '81000'), jobs('2023', '8300'), jobs('2024', '8450')])).toEqual([]);
  });

  it('is asked about before the first round of a plan too, by the plans that had its round', () => {
    expect(doubts([jobs('2020', '7900')], null, '2021')).toEqual([]);
    expect(doubts([jobs('2020', '790000')], null, '2021')).toHaveLength(1);
  });
});
