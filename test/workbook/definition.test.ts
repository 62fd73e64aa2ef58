import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureKey } from '../../core/observation/key.ts';
import { buildWorkbook } from '../../core/template/build.ts';
import { definitionOf, requestOf, type WorkbookDefinition } from '../../core/workbook/definition.ts';
import {
  chunksOf,
  definitionText,
  parseDefinition,
  textChecksum,
} from '../../core/workbook/definition-text.ts';
import { knownFromReturned } from '../../core/returned/known-from-returned.ts';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { NO_FILES } from '../../generator/workbook/known.ts';
import { jobsOf, modelOf, togetherJobs, type WorkbookJob } from '../../generator/workbook/jobs.ts';
import { readReturned, type ReturnedWorkbook } from '../../core/returned/read.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { sheetsOf } from './model-cells.ts';
import { loadSeeds } from './seed-workbooks.ts';

const { catalogue, plans } = await loadSeeds();

/** In the first round of each plan, in its last year and in half of that, and shared by several plans. */
const jobs = [false, true].flatMap((sample) => [
  ...plans.flatMap((plan) => [
    ...oneOfEach(jobsOf([plan], catalogue, { sample })),
    ...oneOfEach(jobsOf([plan], catalogue, { sample, round: String(plan.file.period.to) })),
    ...oneOfEach(jobsOf([plan], catalogue, { sample, round: `${plan.file.period.to}-S1` })),
  ]),
  ...oneOfEach(togetherJobs(plans, catalogue, { sample, round: '2024' })),
]);

interface Workbook {
  model: WorkbookModel;
  returned: Returned;
}

type Returned = ReturnedWorkbook & { definition: WorkbookDefinition };

/** The province, a district (a commune where districts have ended) and a department. */
function oneOfEach(all: readonly WorkbookJob[]): WorkbookJob[] {
  return [['province'], ['district', 'commune'], ['department']].flatMap((levels) => {
    const job = all.find(({ reporter }) => levels.includes(reporter.level));
    if (!job) throw new Error(`no ${levels.join(' or ')}`);
    return [job];
  });
}

/** A workbook read back from its model, which must be without a finding. */
function returnedOf(model: WorkbookModel): Returned {
  const { value, findings } = readReturned(sheetsOf(model));
  expect(findings).toEqual([]);
  if (!value?.definition) throw new Error('The definition was not read.');
  return { ...value, definition: value.definition };
}

function workbookOf(job: WorkbookJob): Workbook {
  const model = modelOf(job, catalogue);
  return { model, returned: returnedOf(model) };
}

const firsts = new Map<boolean, Workbook>();

/** The first of all, blank or with made-up figures. */
function first(sample = false): Workbook {
  const job = jobs.find((one) => one.sample === sample);
  if (!job) throw new Error('no workbook');
  const workbook = firsts.get(sample) ?? workbookOf(job);
  firsts.set(sample, workbook);
  return workbook;
}

const longestOf = (chunks: readonly string[]) => Math.max(...chunks.map(({ length }) => length));

/** That two models are the same; told by Node, which does it in a tenth of the time, and shown by the assertion. */
function expectSame<Of>(one: Of, other: Of): void {
  if (!isDeepStrictEqual(one, other)) expect(one).toStrictEqual(other);
}

/** Every fourth: all plans, levels and rounds come up, blank and with figures. */
const inFiles = new Set(jobs.filter((_, at) => at % 4 === 0).map(({ name }) => name));

describe.each(jobs.map((job) => [job.name, job] as const))('the definition in %s', (name, job) => {
  let { model, returned } = {} as Workbook;
  beforeAll(() => {
    ({ model, returned } = workbookOf(job));
  });
  afterAll(() => {
    // Not all of a hundred at a time.
    ({ model, returned } = {} as Workbook);
  });

  it('is all its workbook is built from', () => {
    expectSame(buildWorkbook(requestOf(returned.definition)), model);
  });

  it('is the same again when it is taken of the request it gives', () => {
    expect(definitionOf(requestOf(returned.definition))).toEqual(returned.definition);
  });

  it('gives statements the catalogue’s own indicators and strata', () => {
    const request = requestOf(returned.definition);
    for (const { indicator, stratum } of request.plans.flatMap((plan) => plan.targets)) {
      expect(request.catalogue.indicators.get(indicator.id)).toBe(indicator);
      if (stratum) expect(request.catalogue.strata.get(stratum.id)).toBe(stratum);
    }
  });

  it('is printable ASCII in pieces that fit into cells, without spaces at their ends', () => {
    const text = definitionText(returned.definition);
    const chunks = chunksOf(text);
    expect(text).toMatch(/^[ -~]+$/u);
    expect(text).not.toContain('_x');
    for (const chunk of chunks) expect(chunk).toMatch(/^\S(?:.*\S)?$/u);
    expect(longestOf(chunks)).toBeLessThan(32_767);
  });

  if (job.sample)
    it('builds the sheets of the returned one around the figures that came back', () => {
      expect(returned.observations.length).toBeGreaterThan(0);
      expectSame(
        buildWorkbook(requestOf(returned.definition, knownFromReturned(returned))).sheets,
        model.sheets,
      );
    });

  if (inFiles.delete(name))
    it('is read from its file', async () => {
      const { sheets } = await readWorkbook(await serialize(model));
      expect(readReturned(sheets).value?.definition).toEqual(returned.definition);
    });
});

describe('the definition in a workbook', () => {
  it('is looked at in every level, plan and round, blank and with figures', () => {
    expect(jobs).toHaveLength(2 * 3 * (3 * plans.length + 1));
  });

  it('has what decisions assigned and what was known, with its source', () => {
    const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
    const key = { indicator: 'new-jobs', stratum: null };
    if (!plan) throw new Error('no plan');
    const [job] = jobsOf([plan], catalogue, {
      round: '2023',
      unit: ['VN12.106'],
      files: {
        ...NO_FILES,
        assignments: [
          {
            unit: 'VN12.106',
            ...key,
            year: 2023,
            comparator: 'atLeast',
            value: 812.5,
            decision: '1841/QĐ-UBND',
            decisionDate: '2022-12-20',
            validFrom: '2023-01-01',
            supersedes: null,
            note: null,
          },
        ],
        figures: [
          {
            unit: 'VN12.106',
            ...key,
            period: '2022',
            vintage: 'final',
            value: 0.1 + 0.2,
            source: 'Niên giám 2022',
          },
        ],
        baselines: [
          {
            unit: 'VN12.106',
            ...key,
            year: 2020,
            value: 1e-7,
            numerator: null,
            denominator: null,
            source: 'Báo cáo "số 1"\nngày 5',
          },
        ],
      },
    });
    if (!job) throw new Error('no job');
    const model = modelOf(job, catalogue);
    const { definition } = returnedOf(model);
    const figure = figureKey(key.indicator, null);
    expect(definition.assigned).toEqual([
      { key: figure, year: 2023, comparator: '>=', value: 812.5, decision: '1841/QĐ-UBND' },
    ]);
    expect(definition.figures).toEqual([
      { key: figure, period: '2022', figure: 0.1 + 0.2, source: 'Niên giám 2022', lessSure: null },
    ]);
    expectSame(buildWorkbook(requestOf(definition)), model);
  });

  it('leaves the document behind', () => {
    const text = definitionText(first().returned.definition);
    expect(text).not.toMatch(/"(?:leftOut|source\.txt|roundRules?)"/u);
    expect(text.length).toBeLessThan(200_000);
  });
});

describe('the text of a definition', () => {
  it('gives back sentences with line ends, odd spaces, decomposed letters and escapes of workbooks', () => {
    const { definition } = first().returned;
    const [plan, ...others] = definition.plans;
    const title = '  "Kế hoạch"\r\n\t\u00a0e\u0302\u0301 _x000D_ \ud83d\ude00 \\u0041 \u0007 '.repeat(3_000);
    const odd: WorkbookDefinition = {
      ...definition,
      plans: [{ ...plan, head: { ...plan.head, title } }, ...others],
    };
    const chunks = chunksOf(definitionText(odd));
    expect(chunks.length).toBeGreaterThan(5);
    expect(longestOf(chunks)).toBeGreaterThan(29_000);
    expect(longestOf(chunks)).toBeLessThan(32_767);
    for (const chunk of chunks) expect(chunk).toMatch(/^\S(?:.*\S)?$/u);
    expect(parseDefinition(chunks.join(''))).toEqual(odd);
  });

  it.each([
    ['no JSON', (text: string) => text.slice(0, -1)],
    ['another shape', () => '{"plans":[]}'],
    ['a field nobody knows', (text: string) => text.replace('{', '{"extra":1,')],
    [
      'an indicator that is not there',
      (text: string) => text.replaceAll(/"indicator":"[a-z0-9-]+"/gu, '"indicator":"nowhere"'),
    ],
    [
      'a period of 200 years',
      (text: string) => text.replace(/"period":\{"from":"\d+"/u, '"period":{"from":"1900"'),
    ],
    ['a plan that ends before it began', (text: string) => text.replace(/"to":"\d{4}"/u, '"to":"1990"')],
    ['a round beyond its plan', (text: string) => text.replace(/"round":\d{4}/u, '"round":2099')],
    [
      'a first round long before',
      (text: string) => text.replace(/"firstRound":"\d{4}/u, '"firstRound":"1900'),
    ],
    ['a billion decimals', (text: string) => text.replace(/"decimals":"\d"/u, '"decimals":"1000000000"')],
    ['negative decimals', (text: string) => text.replace(/"decimals":"\d"/u, '"decimals":"-1"')],
    [
      'five thousand targets',
      (text: string) => {
        const json = JSON.parse(text) as { plans: { targets: unknown[] }[] };
        const targets = json.plans[0]?.targets ?? [];
        const [one] = targets;
        while (targets.length < 5000) targets.push(one);
        return JSON.stringify(json);
      },
    ],
    [
      'as many targets as are allowed over many years',
      (text: string) => {
        const json = JSON.parse(text) as {
          plans: { head: { period: { to: string } }; targets: unknown[] }[];
        };
        const [plan] = json.plans;
        if (!plan) return text;
        plan.head.period.to = '2060';
        while (plan.targets.length < 1000) plan.targets.push(plan.targets[0]);
        return JSON.stringify(json);
      },
    ],
    ['a sheet of our own name', (text: string) => text.replace(/"sheet":"[^"]+"/u, '"sheet":"_meta"')],
  ])('is refused with %s', (_name, change) => {
    const text = definitionText(first().returned.definition);
    expect(parseDefinition(text)).not.toBeNull();
    expect(parseDefinition(change(text))).toBeNull();
  });

  it('is read the same whether a text that begins alike was read before or not', () => {
    const { definition } = first().returned;
    const text = definitionText(definition);
    const other = `${text.slice(0, -1)},"round":1999}`;
    expect(parseDefinition(text)).toEqual(definition);
    expect(parseDefinition(text)?.plans).toBe(parseDefinition(text)?.plans);
    // A field that stands there once more counts as JSON has it, wherever it stands.
    expect(JSON.parse(other)).toMatchObject({ round: 1999 });
    expect(parseDefinition(other)).toBeNull();
    expect(parseDefinition(`${text.slice(0, -1)},}`)).toBeNull();
  });

  it('has a checksum that tells a changed letter', () => {
    expect(textChecksum(['abc', 'd'])).not.toBe(textChecksum(['abd', 'd']));
    expect(textChecksum(['abc', 'd'])).toBe(textChecksum(['ab', 'cd']));
  });
});

describe('a workbook built again around the figures that came back', () => {
  it('still says of itself what the issued one said', () => {
    const { model, returned: back } = first(true);
    const empty = {
      figure: () => null,
      source: () => null,
      baseline: () => ({ year: null, value: null, source: null }),
    };
    const { definition, untouched } = back;
    if (untouched === null) throw new Error('no fingerprint');
    const again = buildWorkbook(requestOf(definition, empty), { definition, untouched });
    expect(again.sheets.at(-1)?.cells).toEqual(model.sheets.at(-1)?.cells);
    expect(returnedOf(again).observations).toEqual([]);
  });
});
