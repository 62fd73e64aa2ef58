import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Plan } from '../../../core/plan/model.ts';
import { definitionOf, requestOf as requestOfDefinition } from '../../../core/workbook/definition.ts';
import { definitionText, parseDefinition } from '../../../core/workbook/definition-text.ts';
import { askedOf } from '../../../core/workbook/asked.ts';
import { buildWorkbook } from '../../../core/template/build.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { jobsOf, modelOf, requestOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { runAt } from '../commands/run.ts';
import { seedFolder } from '../plan-files/seed-folder.ts';

const { catalogue, plans } = await loadSeeds();

/** The jobs of a plan's round, and their reporters by level. */
function round(id: string, period: string, unit?: string, change = (plan: Plan) => plan) {
  const found = plans.find(({ file }) => file.id === id);
  if (!found) throw new Error(`no plan ${id}`);
  const plan = change(found);
  const jobs = jobsOf([plan], catalogue, { round: period, ...(unit === undefined ? {} : { unit: [unit] }) });
  const of = (level: string) => jobs.map(({ reporter }) => reporter).filter((one) => one.level === level);
  return { jobs, of };
}

describe('who reports in a round', () => {
  it('is the districts of the day and the bodies of the day before the reform', () => {
    const { of } = round('lai-chau-2024', '2024');
    expect(of('district').map(({ id }) => id.slice(5))).toEqual([
      '105',
      '106',
      '107',
      '108',
      '109',
      '110',
      '111',
      '112',
    ]);
    expect(of('commune')).toEqual([]);
    expect(of('department').map(({ id }) => id.slice(5))).toEqual([
      'SLDTBXH',
      'SYT',
      'SGDDT',
      'SNNPTNT',
      'SXD',
      'SVHTTDL',
      'STTTT',
      'BHXH',
      'CTK',
    ]);
  });

  it('is 38 communes, the bodies of 2026 and the province since', () => {
    const { jobs, of } = round('lai-chau-2024', '2026');
    expect(of('district')).toEqual([]);
    expect(of('commune')).toHaveLength(38);
    expect(of('department').map(({ id }) => id.slice(5))).toEqual([
      'BHXH',
      'SNV-2025',
      'SYT-2025',
      'SGDDT-2025',
      'SNNMT',
      'SXD-2025',
      'SVHTTDL-2025',
      'TKT',
    ]);
    expect(jobs).toHaveLength(38 + 8 + 1);
  });

  it.each([
    ['2025-Q1', 8, 0, 'SYT-2025'],
    ['2025-S1', 8, 0, 'SYT-2025'],
    ['2025-Q3', 0, 38, 'SYT-2025'],
    ['2025-S2', 0, 38, 'SYT-2025'],
    ['2025', 0, 38, 'SYT-2025'],
  ])('goes by the day on which %s closes: %i districts, %i communes', (period, districts, communes, body) => {
    const { of } = round('lai-chau-2024', period);
    expect([of('district').length, of('commune').length]).toEqual([districts, communes]);
    expect(of('department').map(({ id }) => id)).toContain(`VN12.${body}`);
  });

  it('is the part of a merged province that the plan was made for, with the bodies of the new province', () => {
    const { of } = round('quang-ngai-2021', '2025');
    expect(of('commune')).toHaveLength(56);
    expect(of('commune').every(({ id }) => /^VN51\.2\d{4}-2025$/u.test(id))).toBe(true);
    expect(of('department').map(({ id }) => id)).toContain('VN51.BHXH-2025');
  });
});

describe('the workbook of a commune', () => {
  const { jobs } = round('lai-chau-2024', '2026', 'VN12.03390-2025');
  const [job] = jobs;
  if (!job) throw new Error('no workbook');
  const request = requestOf(job, catalogue);

  it('asks for what communes can know, by the bodies of the day', () => {
    const asked = askedOf(request).series.map(({ indicator }) => indicator);
    expect(asked).toHaveLength(22);
    expect(new Set(asked.map(({ source }) => source.level))).toEqual(new Set(['commune']));
    const bodies = new Set(asked.map(({ source }) => source.body));
    expect(bodies).not.toContain('Sở Lao động - Thương binh và Xã hội');
    expect([...bodies].filter((body) => body.includes('(2025)'))).toEqual([]);
  });

  it('is rebuilt by its own definition to the last word', () => {
    const definition = parseDefinition(definitionText(definitionOf(request)));
    if (!definition) throw new Error('the definition does not parse');
    const rebuilt = buildWorkbook(requestOfDefinition(definition), { untouched: 'x', definition });
    const built = buildWorkbook(request, { untouched: 'x', definition });
    expect(rebuilt).toEqual(built);
  });

  it('is signed for the people’s committee and goes to a body that exists', () => {
    const words = modelOf(job, catalogue).sheets.flatMap(({ cells }) =>
      [...cells.values()].map(({ value }) => value).filter((value) => typeof value === 'string'),
    );
    expect(words).toContain('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH');
    expect(words.filter((text) => text.includes('Huyện ủy'))).toEqual([]);
  });
});

describe('a group of units', () => {
  const untagged = (plan: Plan) => ({
    ...plan,
    units: plan.units.map((unit) => (unit.level === 'commune' ? { ...unit, tags: [] } : unit)),
  });
  const ofGroups = (period: string, unit = 'VN12', change?: (plan: Plan) => Plan) => {
    const [job] = round('lai-chau-2021', period, unit, change).jobs;
    if (!job) throw new Error('no workbook');
    return askedOf(requestOf(job, catalogue)).series.filter(({ stratum }) => stratum?.covers === 'units');
  };

  it('is judged while it has members, districts or communes, and for nobody without', () => {
    for (const period of ['2024', '2025'])
      expect(new Set(ofGroups(period).map((series) => series.own))).toEqual(new Set([true]));
    expect(new Set(ofGroups('2025', 'VN12', untagged).map((series) => series.own))).toEqual(new Set([false]));
  });

  it('asks a commune of it once, for its whole figure', () => {
    const [job] = round('lai-chau-2021', '2025', 'VN12.03433-2025').jobs;
    if (!job) throw new Error('no workbook');
    expect(job.reporter.tags).toEqual(['poor']);
    const keys = askedOf(requestOf(job, catalogue)).figures.map(({ key }) => key);
    expect(keys).toContain('poverty-rate|_T');
    expect(keys.filter((key) => key.endsWith('poor-districts'))).toEqual([]);
  });
});

describe('a province that is no seed', () => {
  const SOURCE = 'KẾ HOẠCH\nI. Mục tiêu\nĐến năm 2030, tỷ lệ hộ nghèo còn dưới 1,5%.\n';
  const PLAN = `schema: 1
id: ha-tinh-2026
source: document.txt
title: Kế hoạch giảm nghèo
issuer: UBND tỉnh Hà Tĩnh
date: 2026-01
province: VN42
period: { from: 2026, to: 2030 }
firstRound: '2026'
form: { code: 01/BC, basis: Kế hoạch giảm nghèo, receiver: Sở Nông nghiệp và Môi trường, signer: Thủ trưởng đơn vị, preparer: Người lập biểu }
sections:
  - { id: I, title: Mục tiêu, line: 2 }
targets:
  - id: poverty-2030
    indicator: poverty-rate
    kind: level
    comparator: below
    line: 3
    quote: tỷ lệ hộ nghèo còn dưới 1,5%
    printed: '1,5'
    section: I
    bullet: I-a
    yearTo: 2030
    yearBasis: explicit
baselines: []
deadlines: []
leftOut: []
`;

  it('goes from its units to checked workbooks without a unit file', async () => {
    const folder = await seedFolder({
      'chitieu.yaml': 'schema: 1\nprovince: VN42\n',
      'plans/ha-tinh-2026/plan.yaml': PLAN,
      'plans/ha-tinh-2026/source.txt': SOURCE,
    });
    const out = await mkdtemp(join(tmpdir(), 'chitieu-ha-tinh-'));
    onTestFinished(() => rm(out, { recursive: true, force: true }));
    const made = await runAt(folder, packageRoot(), 'generate', '--out', out);
    expect(made.code).toBe(0);
    const names = await readdir(out);
    expect(names.filter((name) => /_VN42\.\d{5}-2025_2026\.xlsx$/u.test(name))).toHaveLength(69);
    expect(names).toContain('ha-tinh-2026_VN42.SNNMT_2026.xlsx');
    expect(names).toHaveLength(71);
    const one = names.find((name) => name.includes('.1')) ?? '';
    const checked = await runAt(folder, packageRoot(), 'check', join(out, one), '--json');
    // Nothing is wrong with a blank workbook but that its figures are missing.
    expect(checked.code).toBe(1);
    expect(checked.out).toContain('"counts":{"errors":1,"warnings":0,"explained":0,"notes":0}');
    expect(checked.out).toContain('"code":"figure-missing","severity":"error","place"');
  });

  it('of the country goes from its provinces of the day to checked workbooks; none has the country’s target as its own', async () => {
    const folder = await seedFolder({
      'chitieu.yaml': 'schema: 1\n',
      'plans/ca-nuoc-2026/plan.yaml': PLAN.replace('ha-tinh-2026', 'ca-nuoc-2026')
        .replace('VN42', 'VN')
        .replace('UBND tỉnh Hà Tĩnh', 'Chính phủ'),
      'plans/ca-nuoc-2026/source.txt': SOURCE,
    });
    const out = await mkdtemp(join(tmpdir(), 'chitieu-ca-nuoc-'));
    onTestFinished(() => rm(out, { recursive: true, force: true }));
    expect((await runAt(folder, packageRoot(), 'plan', 'lint', 'ca-nuoc-2026')).code).toBe(0);
    const made = await runAt(folder, packageRoot(), 'generate', '--out', out);
    expect(made.code, made.err).toBe(0);
    const names = await readdir(out);
    expect(names).toHaveLength(1 + 34);
    expect(names).toContain('ca-nuoc-2026_VN_2026.xlsx');
    expect(names).toContain('ca-nuoc-2026_VN33-2025_2026.xlsx');
    const assigned = async (unit: string) => {
      const path = join(out, `ca-nuoc-2026_${unit}_2026.xlsx`);
      const checked = await runAt(folder, packageRoot(), 'check', path, '--json');
      expect(checked.code).toBe(1);
      expect(checked.out).toContain('"counts":{"errors":1,"warnings":0,"explained":0,"notes":0}');
      return !checked.out.includes('"verdict":"notAssigned"');
    };
    expect(await assigned('VN42')).toBe(false);
    expect(await assigned('VN')).toBe(true);
  });
});
