import { beforeAll, describe, expect, it } from 'vitest';
import type { EarlierFigure } from '../../../core/renew/earlier.ts';
import type { FilledFigure } from '../../../core/renew/input.ts';
import { figuresSheet } from '../../../core/renew/report/figures.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { proveFilled, renewed, type Renewed } from '../../../generator/renew/renew.ts';
import { unitLinks } from '../../../generator/renew/unit-links.ts';
import { jobsOf, requestOf, type WorkbookJob } from '../../../generator/workbook/jobs.ts';
import { loadSeeds, type Seeds } from '../../workbook/seed-workbooks.ts';

const [DOAN_KET, BINH_LU] = ['VN12.03388-2025', 'VN12.03390-2025'];
const [BODY, EDUCATION] = ['VN12.SYT-2025', 'VN12.SGDDT-2025'];

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
        said(DOAN_KET, 'communes|_T', '1'),
        // Nobody is asked for it of a commune.
        said(DOAN_KET, 'life-expectancy|_T', '70'),
      ],
      ...{
        aside: [],
        plans: new Set<string>(),
        returns: 1,
        rounds: [],
        unaccepted: [],
        unchanged: 0,
        changed: [],
      },
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

  it('stand there too where every commune is given them, and are said to be missing where they do not', () => {
    const job = made.jobs.find(({ reporter }) => reporter.id === EDUCATION);
    if (!job) throw new Error('no workbook');
    const before = { unit: DOAN_KET, key: 'communes|_T', period: '2025', figure: 1 };
    expect(requestOf(job, seeds.catalogue).byCommune?.before).toEqual([before]);
    const figure: FilledFigure = said(DOAN_KET, 'communes|_T', '1');
    const prove = (one: WorkbookJob) => {
      proveFilled([one], [figure], seeds.catalogue);
    };
    expect(() => {
      prove(job);
    }).not.toThrow();
    const blank = { ...job, files: { ...job.files, figures: [] } };
    expect(() => {
      prove(blank);
    }).toThrow('communes|_T 2025 would be lost');
  });

  it('are said to be in the table by commune of the body, whose name stands beside the cell', () => {
    const { lines } = made.rolled;
    const [first] = lines;
    expect(first?.to).toMatchObject([{ unit: DOAN_KET, tableOf: BODY }]);
    const sheet = figuresSheet(
      {
        catalogue: seeds.catalogue,
        unitOf: (id) => ({ name: id === BODY ? 'Sở Y tế' : id, successors: [] }),
        ...{ language: 'vi', line: '', created: '2026-12-31' },
      },
      lines.slice(0, 1),
    );
    const texts = [...sheet.cells.values()].map(({ value }) => value);
    expect(texts).toContain(`${DOAN_KET} doctors|_T 2025 (trang Theo xã, sổ của Sở Y tế)`);
  });

  it('are in the report each once; what nobody is asked for stays there', () => {
    const lines = made.rolled.lines.map(({ figure: { unit, key }, outcome }) => [unit, key, outcome]);
    expect(lines).toEqual([
      [DOAN_KET, 'doctors|_T', 'carried'],
      [BINH_LU, 'doctors|_T', 'carried'],
      [BINH_LU, 'hospital-beds|_T', 'carried'],
      [DOAN_KET, 'communes|_T', 'carried'],
      [DOAN_KET, 'life-expectancy|_T', expect.not.stringMatching('carried')],
    ]);
  });
});
