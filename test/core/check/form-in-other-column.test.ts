import { describe, expect, it } from 'vitest';
import { checkReturnFigures } from '../../../core/check/check-return-figures.ts';
import type { FormInOtherColumn } from '../../../core/check/form/rules/form-in-other-column.ts';
import { placed } from '../../../core/workbook/placed.ts';
import type { WorkbookRequest } from '../../../core/workbook/request.ts';
import { jobsOf, requestOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { typedFrom } from './sample-figures.ts';

const { catalogue, plans } = await loadSeeds();

/** What is said of the province's form, filled in where `isTyped` says so, and issued with one figure of earlier years. */
function saidOf(
  round: string,
  isTyped: (period: string, key: string) => boolean,
  given: number | null = null,
): unknown[] {
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  const [job] = plan ? jobsOf([plan], catalogue, { round }) : [];
  if (!job) throw new Error(round);
  const blank = requestOf(job, catalogue);
  const request: WorkbookRequest = {
    ...blank,
    known: {
      ...blank.known,
      figure: (key, period) => (isTyped(String(period), key) ? 50 : null),
      given: {
        figure: (_, period) => (Number(period) < Number(round) ? given : null),
        source: () => null,
        baseline: blank.known.baseline,
      },
    },
  };
  const { findings } = checkReturnFigures(placed(request), typedFrom(request));
  return findings.filter(({ code }) => code === 'form-in-other-column').map(({ data }) => data);
}

it.each([
  ['2022', '2021'],
  ['2022-S1', '2021-S1'],
  // The year's own column may be what was taken for the half year's.
  ['2022-S1', '2021'],
  ['2022-LK9', '2021-LK9'],
])(
  'a whole form of %s typed into the column %s is named, with nothing filled in beforehand',
  (round, typed) => {
    expect(saidOf(round, (period) => period === typed)).toMatchObject([
      { typed } satisfies Partial<FormInOtherColumn>,
    ]);
  },
);

it('a line that stands right hides nothing', () => {
  const oneRight = (period: string, key: string) => period === '2023' || key === 'poverty-rate|_T';
  expect(saidOf('2024', oneRight, 49)).toMatchObject([{ typed: '2023', round: '2024', ofRound: 1 }]);
});

it('a column further back is named where it went over figures filled in beforehand, and else is a history', () => {
  const typed = (period: string) => period === '2022';
  expect(saidOf('2024', typed, 49)).toMatchObject([{ typed: '2022', round: '2024' }]);
  expect(saidOf('2024', typed)).toEqual([]);
});

it('is nothing where the column of the round is filled in, or nearly nothing was typed', () => {
  expect(saidOf('2022-S1', (period) => period === '2021-S1' || period === '2022-S1')).toEqual([]);
  expect(saidOf('2022', () => false)).toEqual([]);
  expect(saidOf('2022', (period, key) => period === '2021' && key === 'poverty-rate|_T')).toEqual([]);
});

/** Keys of the form as it is issued, from above. */
function keysOf(round: string): string[] {
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  const [job] = plan ? jobsOf([plan], catalogue, { round }) : [];
  if (!job) throw new Error(round);
  return placed(requestOf(job, catalogue)).layout.entry.rows.flatMap((row) =>
    'figure' in row ? [row.figure.key] : [],
  );
}

describe('a part of a form', () => {
  const keys = keysOf('2024');
  const half = new Set(keys.slice(0, Math.floor(keys.length / 2)));
  const said = (wrong: ReadonlySet<string>, typed = '2023', given: number | null = 49) =>
    saidOf('2024', (period, key) => (wrong.has(key) ? period === typed : period === '2024'), given);

  it.each(['2023', '2022'])('is named with its cells where it went over the figures of %s', (typed) => {
    expect(said(half, typed)).toMatchObject([
      { typed, round: '2024', figures: half.size, until: expect.stringMatching(/^R\d+C\d+$/u) },
    ]);
  });

  it('begins at five figures one under the other', () => {
    expect(said(new Set(keys.slice(3, 8)))).toMatchObject([{ typed: '2023', figures: 5 }]);
    expect(said(new Set(keys.slice(3, 7)))).toEqual([]);
    // Ten, but no five of them together.
    expect(said(new Set(keys.filter((_, at) => at % 3 === 0).slice(0, 10)))).toEqual([]);
  });

  it('is nothing where the round has the same rows too, or nothing was filled in beforehand', () => {
    expect(saidOf('2024', (period) => period === '2023' || period === '2024', 49)).toEqual([]);
    expect(said(half, '2023', null)).toEqual([]);
  });
});
