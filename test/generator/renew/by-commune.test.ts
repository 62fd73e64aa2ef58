import { beforeAll, describe, expect, it } from 'vitest';
import type { EarlierFigure } from '../../../core/renew/earlier.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { renewed, type Renewed } from '../../../generator/renew/renew.ts';
import { unitLinks } from '../../../generator/renew/unit-links.ts';
import { jobsOf, requestOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds, type Seeds } from '../../workbook/seed-workbooks.ts';

const [DOAN_KET, BINH_LU] = ['VN12.03388-2025', 'VN12.03390-2025'];
const BODY = 'VN12.SYT-2025';

const said = (unit: string, key: string, value: string | null, sign: EarlierFigure['sign'] = null) =>
  ({
    ...{ kind: 'figure', unit, key, period: '2025', vintage: 'preliminary', value, sign },
    ...{
      reporter: BODY,
      source: `Báo cáo năm 2025 của Sở Y tế (syt.xlsx, Theo xã!${key === 'doctors|_T' ? 'F' : 'E'}9)`,
    },
  }) satisfies EarlierFigure;

let seeds: Seeds;
let made: Renewed;

beforeAll(async () => {
  seeds = await loadSeeds();
  const plan = seeds.plans.find(({ file }) => file.id === 'lai-chau-2024');
  if (!plan) throw new Error('no plan');
  made = renewed({
    earlier: {
      earlier: [
        said(DOAN_KET, 'doctors|_T', '12'),
        said(BINH_LU, 'doctors|_T', null, '-'),
        said(BINH_LU, 'hospital-beds|_T', '7'),
        // Nobody is asked for it of a commune.
        said(DOAN_KET, 'life-expectancy|_T', '70'),
      ],
      ...{ aside: [], plans: new Set<string>(), returns: 1, unaccepted: [], unchanged: 0, changed: [] },
      left: { reasons: 0, marks: 0, verdicts: 0 },
    },
    jobs: jobsOf([plan], seeds.catalogue, { round: '2026' }),
    maps: [],
    units: await unitLinks(packageRoot(), ['VN12'], []),
    catalogue: seeds.catalogue,
  });
});

describe('figures of communes that a body reported last year', () => {
  it('stand beside those of the new round in the workbook of the body, by commune and figure', () => {
    const job = made.jobs.find(({ reporter }) => reporter.id === BODY);
    const byCommune = job && requestOf(job, seeds.catalogue).byCommune;
    expect(byCommune?.before).toEqual([
      { unit: DOAN_KET, key: 'doctors|_T', period: '2025', figure: 12 },
      { unit: BINH_LU, key: 'hospital-beds|_T', period: '2025', figure: 7 },
      { unit: BINH_LU, key: 'doctors|_T', period: '2025', figure: '-' },
    ]);
    expect(byCommune?.sources).toHaveLength(1);
    expect(byCommune?.figure(DOAN_KET, 'doctors|_T', '2026')).toBeNull();
  });

  it('are in the report each once; what nobody is asked for stays there', () => {
    const lines = made.rolled.lines.map(({ figure: { unit, key }, outcome }) => [unit, key, outcome]);
    expect(lines).toEqual([
      [DOAN_KET, 'doctors|_T', 'carried'],
      [BINH_LU, 'doctors|_T', 'carried'],
      [BINH_LU, 'hospital-beds|_T', 'carried'],
      [DOAN_KET, 'life-expectancy|_T', expect.not.stringMatching('carried')],
    ]);
  });
});
