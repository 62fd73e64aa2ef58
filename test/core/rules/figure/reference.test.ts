import { beforeAll, describe, expect, it } from 'vitest';
import { checkFigures } from '../../check/figures-checked.ts';
import type { RawCell } from '../../../../core/rules/figure/cell.ts';
import { asReference } from '../../../../core/rules/figure/reference.ts';
import type { WorkbookRequest } from '../../../../core/workbook/request.ts';
import { jobsOf } from '../../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../../workbook/seed-workbooks.ts';
import { sampleRequest, typedFrom } from '../../check/sample-figures.ts';
import { makeIndicator } from './figure-fixture.ts';

const share = makeIndicator({ measure: 'share', hard: [0, 100] });
const count = makeIndicator({ hard: [0, 1_000_000] });
const parts = { numerator: count, denominator: count };

describe('what a row says of other figures', () => {
  it.each<[string, RawCell, RawCell, RawCell, RawCell]>([
    ['a share', 45, null, null, 45],
    ['a share that cannot be', 118, null, null, null],
    ['a share of its parts', null, 450, 1_000, 45],
    ['a share of more than there is', null, 1_180, 1_000, null],
    ['a share of a part that cannot be', null, 450.5, 1_000, null],
    ['a published share beside such a part', 45, 450.5, 1_000, 45],
    ['a sign', '-', null, null, '-'],
    ['nothing', null, null, null, null],
  ])('%s', (_what, published, numerator, denominator, expected) => {
    const per = published ?? (typeof numerator === 'number' ? (100 * numerator) / Number(denominator) : null);
    expect(asReference(share, parts, per, { published, numerator, denominator })).toBe(expected);
  });
});

describe('a figure beside others that cannot be', () => {
  let request: WorkbookRequest;

  beforeAll(async () => {
    const { catalogue, plans } = await loadSeeds();
    const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
    const [job] = plan ? jobsOf([plan], catalogue, { sample: true, round: '2023' }) : [];
    if (!job) throw new Error('The plan lai-chau-2021 has no workbook for 2023.');
    request = sampleRequest(job, catalogue);
  });

  /** What is said of the figures of the round, as `code key`, by the cells that are filled in. */
  function said(
    changes: Readonly<Record<string, RawCell>>,
    baselines: Readonly<Record<string, number>> = {},
  ): string[] {
    const empty: WorkbookRequest = {
      ...request,
      known: {
        figure: () => null,
        source: () => null,
        baseline: (key) => ({ year: 2020, value: baselines[key] ?? null, source: null }),
      },
    };
    const { findings } = checkFigures(empty, typedFrom(empty, changes));
    const told = findings.filter(({ code, severity }) => code !== 'figure-missing' && severity !== 'note');
    return told.map((one) => `${one.code} ${one.key} ${one.period}`);
  }

  it('is not held against an impossible baseline', () => {
    const [year, before] = ['poverty-rate|_T|2023|preliminary', 'poverty-rate|_T|2022|final'];
    expect(said({ [year]: 14, [before]: 10 }, { 'poverty-rate|_T': 118 })).toEqual([]);
    expect(said({ [year]: 14 }, { 'poverty-rate|_T': 118 })).toEqual([]);
    expect(said({ [year]: 14 }, { 'poverty-rate|_T': 1.4 }).join()).toContain('figure-unit-slip');
  });

  it('is not held against an impossible figure of the year before, nor is what is wrong there said twice', () => {
    const ofPoverty = (year: number, vintage: string) => `poverty-rate|_T|${year}|${vintage}`;
    const twice = said({ [ofPoverty(2023, 'preliminary')]: 60, [ofPoverty(2022, 'final')]: 600 });
    expect(twice).toEqual(['figure-impossible poverty-rate|_T 2022']);
  });

  it('is not said to exceed a whole that cannot be', () => {
    const [part, whole] = ['poor-households|_T|2023|preliminary', 'households|_T|2023|preliminary'];
    const codes = said({ [part]: 12_000, [whole]: 101.2 });
    expect(codes).toEqual(['figure-not-whole households|_T 2023']);
  });
});
