import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import type { Plan } from '../../../core/plan/model.ts';
import type { Unit } from '../../../core/unit/unit.ts';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { readZip } from '../../../formats/zip/read.ts';
import { parseRowKey } from '../../../core/observation/key.ts';
import type { KnownFigure } from '../../../core/planner/known-figure.ts';
import { periodBefore } from '../../../core/round/round.ts';
import { placed } from '../../../core/workbook/placed.ts';
import {
  jobsOf,
  makeWorkbook,
  reportingOf,
  requestOf,
  type WorkbookJob,
} from '../../../generator/workbook/jobs.ts';
import { stampingFor } from '../../../generator/workbook/stamping.ts';
import { structureKey } from '../../../generator/workbook/structure.ts';

import { NO_FILES, type PlannerFiles } from '../../../generator/workbook/known.ts';
import { makeWorkbooks } from '../../../generator/workbook/make-many.ts';
import { everySort } from '../../workbook/every-sort.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

let catalogue: Catalogue;
let plan: Plan;

beforeAll(async () => {
  const seeds = await loadSeeds();
  const found = seeds.plans.find(({ file }) => file.id === 'lai-chau-2024');
  if (!found) throw new Error('no plan');
  catalogue = seeds.catalogue;
  plan = { ...found, targets: everySort(found.targets) };
});

/** Names that a stamp has to escape, or that make a line of a sheet longer or an entry equal another. */
const NAMES = [
  'Xã A',
  "Xã Ea M'Droh & Cư <Né>",
  'Xã "Một"',
  'Phường Đoàn Kết',
  'Xã _x0041_',
  'Năm',
  'Xã Trung tâm hành chính mới của tỉnh, tên dài hơn mọi tên xã đã có từ trước đến nay ở nước ta, viết cho đủ',
  'Xã Bình Lư',
  'Xã Mù Cả',
];

function communes(names: readonly string[], other: Partial<Unit> = {}): Plan {
  const [province] = plan.units;
  const first = plan.units.find(({ level }) => level === 'commune');
  if (!province || !first) throw new Error('no commune');
  const made = names.map((name, at): Unit => {
    const code = String(at + 1).padStart(5, '0');
    return { ...first, ...other, id: `VN12.${code}-2025`, code, name };
  });
  return { ...plan, units: [province, ...made] };
}

async function made(jobs: readonly WorkbookJob[]): Promise<Uint8Array[]> {
  const books: Uint8Array[] = [];
  for await (const { at, bytes } of makeWorkbooks({ jobs, catalogue }, 1)) books[at] = bytes;
  return books;
}

const ofCommunes = (of: Plan, files: PlannerFiles = NO_FILES) =>
  jobsOf([of], catalogue, { round: '2026', files }).filter(({ unit }) => unit.level === 'commune');

/** Jobs whose workbook has another part than one made by itself. */
async function different(jobs: readonly WorkbookJob[]): Promise<string[]> {
  const books = await made(jobs);
  expect(books).toHaveLength(jobs.length);
  const found: string[] = [];
  for (const [at, job] of jobs.entries()) {
    const own = await readZip(books[at] ?? new Uint8Array(), DEFAULT_LIMITS);
    const alone = await readZip(await makeWorkbook(job, catalogue), DEFAULT_LIMITS);
    const differs = [...alone].filter(
      ([name, data]) => Buffer.compare(data, own.get(name) ?? new Uint8Array()) !== 0,
    );
    if (differs.length > 0 || own.size !== alone.size) found.push(job.unit.name);
  }
  return found;
}

/** Names of the units whose workbook is not had from the stamp that the others are. */
async function notStamped(jobs: readonly WorkbookJob[]): Promise<string[]> {
  const stamping = await stampingFor(jobs, catalogue);
  const names: string[] = [];
  for (const job of jobs) if ((await stamping(job)).bytes === null) names.push(job.unit.name);
  return names;
}

/** Whole numbers, decimals and signs, with sources short and long. */
const filledIn = fc.record({
  value: fc.oneof(
    { weight: 4, arbitrary: fc.nat(20_000) },
    { weight: 2, arbitrary: fc.nat(100_000).map((thousandths) => thousandths / 1000) },
    { weight: 1, arbitrary: fc.constantFrom('-' as const, '...' as const, 'x' as const) },
  ),
  file: fc.nat(8).map((times) => 'số liệu '.repeat(times)),
});

/** A figure of the year before for every cell of every unit, or also one of the round itself. */
function figuresOf(jobs: readonly WorkbookJob[], seed: number, withOwn: boolean): KnownFigure[] {
  const cells = jobs.flatMap((job) => {
    const reporting = reportingOf(job);
    const { asked, layout } = placed(requestOf(job, catalogue));
    return [periodBefore(reporting), ...(withOwn ? [reporting.period] : [])].flatMap((period) =>
      asked.figures.flatMap(({ key }) => {
        const figure = parseRowKey(key);
        return figure === null || layout.figureCell(key, period) === null ? [] : [{ job, figure, period }];
      }),
    );
  });
  const filled = fc.sample(filledIn, { seed, numRuns: cells.length });
  return cells.flatMap(({ job, figure, period }, at): KnownFigure[] => {
    const { value, file } = filled[at] ?? { value: '-', file: '' };
    const source = `Báo cáo năm 2025 của ${job.unit.name} (${file}.xlsx, Nhập liệu!F${at % 90})`;
    return [{ unit: job.unit.id, ...figure, period, vintage: 'final', value, source }];
  });
}

/** The jobs of so many communes with such figures, whose workbooks are stamped from one. */
function filledJobs(seed: number, withOwn = false): WorkbookJob[] {
  const names = Array.from({ length: 24 }, (_, at) => NAMES[at] ?? `Xã số ${at}`);
  const of = communes(names);
  const files = { ...NO_FILES, figures: figuresOf(ofCommunes(of), seed, withOwn) };
  return ofCommunes(of, files);
}

describe('workbooks with figures of the year before', () => {
  it('are stamped from one, signs and sources of any length among them', async () => {
    const jobs = filledJobs(1);
    const keys = new Set(jobs.map(structureKey));
    expect(keys.size).toBe(1);
    expect(await notStamped(jobs.slice(0, NAMES.length))).toEqual([]);
  });

  it('are part by part those made one by one', async () => {
    expect(await different(filledJobs(2))).toEqual([]);
  });

  it('and of the round itself are stamped too, with the charts that show them', async () => {
    const jobs = filledJobs(3, true);
    expect(await notStamped(jobs)).toEqual([]);
    expect(await different(jobs)).toEqual([]);
  });
});

it('what cannot be had from a stamp says why', async () => {
  const jobs = filledJobs(4);
  const stamping = await stampingFor(jobs.slice(0, 3), catalogue);
  const [blank] = ofCommunes(communes(NAMES));
  if (!blank) throw new Error('no job');
  const stamped = await stamping(blank);
  expect(stamped).toMatchObject({ bytes: null, why: expect.stringContaining('Nhập liệu!') as string });
});

describe('the workbooks of one run', () => {
  it('are stamped from one where they differ in nothing but the unit, with rows as high as its name needs', async () => {
    const jobs = ofCommunes(communes(NAMES));
    expect(await notStamped(jobs)).toEqual([]);
    expect(await different(jobs)).toEqual([]);
  });

  it('are part by part those made one by one, whatever units are called and whichever has figures', async () => {
    const jobs = ofCommunes(communes(NAMES));
    const [about] = jobs;
    if (!about) throw new Error('no job');
    const files: PlannerFiles = {
      ...NO_FILES,
      figures: [
        {
          ...{ unit: about.unit.id, indicator: 'population', stratum: null, period: '2025' },
          ...{ vintage: 'final', value: 4321, source: null },
        },
      ],
    };
    expect(await different(ofCommunes(communes(NAMES), files))).toEqual([]);
  });

  it('of units of different groups are not taken for each other', async () => {
    const poor = communes(NAMES, { tags: ['poor'] }).units.slice(1);
    const rest = communes(NAMES.map((name) => `${name} Hai`)).units;
    const mixed = poor.map((unit) => ({ ...unit, id: unit.id.replace('.0', '.1') }));
    expect(await different(ofCommunes({ ...plan, units: [...rest, ...mixed] }))).toEqual([]);
  });
});
