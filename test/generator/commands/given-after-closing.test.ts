import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all, department } from '../../core/report/fixture.ts';
import { parsePeriod } from '../../../core/period/period.ts';
import { closingOf } from '../../../core/store/closing.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { givenSince } from '../../../generator/report/given-since.ts';
import { openStore } from '../../../generator/store/home.ts';
import { laiChau } from '../../core/consolidate/fixture.ts';
import { storedRound, type StoredRound } from '../consolidate/round.ts';

const BASELINES = 'unit,indicator,stratum,year,value,numerator,denominator,source\n';
const ASSIGNED =
  'unit,indicator,stratum,year,comparator,value,decision,decisionDate,validFrom,supersedes,note\n';

let round: StoredRound;
let planner: string;

beforeAll(async () => {
  round = await storedRound([
    ...all({ 'new-jobs|_T': '900' }).slice(1),
    department('SLDTBXH', { 'new-jobs|_T': '6000' }),
  ]);
  planner = join(round.folder, 'ws', 'planner');
  await mkdir(planner, { recursive: true });
  await give('baselines.csv', `${BASELINES}VN12,poverty-rate,,2020,18.27,,,Niên giám 2020\n`);
  await give(
    'assignments.csv',
    `${ASSIGNED}VN12,new-jobs,,2023,atLeast,7000,12/QĐ-UBND,2023-01-10,2023-01-10,,\n`,
  );
});
afterAll(() => round.gone());

const give = (name: string, text: string) => writeFile(join(planner, name), text);

function never(period: string): never {
  throw new RangeError(period);
}

interface Told {
  counts: Record<string, number>;
  corrections: { unit: string; name: string; before: string; after: string; reasons: string[] }[];
}

async function report(): Promise<Told> {
  const { out, err } = await round.run(
    ...['report', '--round', '2023', '--plan', 'lai-chau-2021'],
    ...['--out', join(round.folder, 'ra'), '--at', '2024-02-03', '--json'],
  );
  expect(err).toBe('');
  const [one] = JSON.parse(out) as [Told];
  return one;
}

/** Each step goes on from the one before. */
describe('baselines and assigned values after a round was closed', () => {
  it('are kept with the closing', async () => {
    const { out, err } = await round.run('close', '--round', '2023', '--at', '2024-02-01', '--json');
    expect(err).toBe('');
    const { closing } = JSON.parse(out) as { closing: { given: Record<string, { name: string }> } };
    expect(closing.given).toMatchObject({
      baselines: { name: 'planner/baselines.csv' },
      assignments: { name: 'planner/assignments.csv' },
    });
    const { counts, corrections } = await report();
    expect(counts).toMatchObject({ notMet: 1, exceeded: 0 });
    expect(corrections).toEqual([]);
  });

  it('are shown as changed, with what they were, what they are and why', async () => {
    await give('baselines.csv', `${BASELINES}VN12,poverty-rate,,2020,17.5,,,Rà soát lại 2024\n`);
    await give(
      'assignments.csv',
      `${ASSIGNED}VN12,new-jobs,,2023,atLeast,5000,12/QĐ-UBND,2023-01-10,2023-01-10,,Sửa lỗi đánh máy\n`,
    );
    const { counts, corrections } = await report();
    expect(counts).toMatchObject({ notMet: 0, exceeded: 1 });
    expect(corrections).toHaveLength(2);
    expect(corrections).toMatchObject([
      { name: expect.stringContaining('(số gốc năm 2020)') as string, before: '18,27', after: '17,5' },
      {
        unit: 'Tỉnh Lai Châu',
        name: expect.stringContaining('(chỉ tiêu giao năm 2023)') as string,
        before: '≥ 7.000',
        after: '≥ 5.000',
        reasons: ['12/QĐ-UBND', 'Sửa lỗi đánh máy'],
      },
    ]);
    const page = await readFile(join(round.folder, 'ra', 'bao-cao_VN12_2023.html'), 'utf8');
    expect(page).toContain('2 số đã sửa sau khi khóa');
  });

  it('judge a round shorter than a year as they were', async () => {
    const { plan, catalogue } = await laiChau();
    const store = await openStore(join(round.folder, 'ws', 'store'), '2024-02-04');
    const close = closingOf(standingOf(await store.decisions()), '2023');
    const since = (period: string) => {
      const files = { assignments: [], baselines: [], figures: [] };
      const of = { files, plans: [plan], catalogue, round: parsePeriod(period) ?? never(period) };
      return givenSince(store, close, of);
    };
    const [half, year] = [await since('2023-S1'), await since('2023')];
    await store.close();
    expect(half.files.baselines.map(({ value }) => value)).toEqual([18.27]);
    expect(half.files.assignments.map(({ value }) => value)).toEqual([7000]);
    expect(year.files.baselines).toEqual([]);
    expect(half.changes).toEqual(year.changes);
    expect(half.changes).toHaveLength(2);
  });

  it('are so where they are gone, and once where the store has been given the new ones', async () => {
    await give('assignments.csv', ASSIGNED);
    await round.run('import', '--round', '2023', planner);
    const { corrections } = await report();
    expect(corrections.map(({ before, after }) => [before, after])).toEqual([
      ['≥ 7.000', '–'],
      ['18,27', '17,5'],
    ]);
  });
});
