import { expect, it } from 'vitest';
import type { EarlierFigure } from '../../../core/renew/earlier.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { renewed } from '../../../generator/renew/renew.ts';
import { unitLinks } from '../../../generator/renew/unit-links.ts';
import { jobsOf, requestOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

const COMMUNE = 'VN12.03390-2025';

it('a share of which only numerator and denominator are known is named beside its blank cell of last year', async () => {
  const { plans, catalogue } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2024');
  if (!plan) throw new Error('no plan');
  const said = (key: string, value: string): EarlierFigure => ({
    ...{ kind: 'figure', unit: COMMUNE, key, period: '2025', vintage: 'final', value, sign: null },
    ...{ reporter: COMMUNE, source: 'Báo cáo năm 2025 (so.xlsx, Số liệu nền!F9)' },
  });
  const earlier = [
    said('rural-clean-water-users|_T', '1234'),
    said('rural-population|_T', '2000'),
    // Of this one the denominator is missing.
    said('temporary-houses-removed|_T', '3'),
  ];
  const { jobs, rolled } = renewed({
    earlier: {
      ...{ earlier, aside: [], plans: new Set<string>(), returns: 1, rounds: [], unaccepted: [] },
      ...{ unchanged: 0, changed: [], left: { reasons: 0, marks: 0, verdicts: 0 } },
    },
    jobs: jobsOf([plan], catalogue, { round: '2026', unit: [COMMUNE] }),
    maps: [],
    units: await unitLinks(packageRoot(), ['VN12'], []),
    catalogue,
  });
  const [job] = jobs;
  if (!job) throw new Error('no job');
  const { known } = requestOf(job, catalogue);
  expect(rolled.computed).toEqual([
    { unit: COMMUNE, key: 'rural-clean-water|_T', period: '2025', value: 61.7 },
  ]);
  expect(known.figure('rural-clean-water|_T', '2025')).toBeNull();
  expect(known.source('rural-clean-water|_T', '2025')).toBe(
    'Năm 2025: 61,7 %, tính từ tử số và mẫu số đã báo cáo',
  );
});
