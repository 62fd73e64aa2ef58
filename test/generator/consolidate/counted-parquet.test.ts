import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exactOf, exactText, quotient } from '../../../core/consolidate/exact.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { Database } from '../../../generator/store/database.ts';
import { storedRound, type StoredRound } from './round.ts';

const [POOR, HOUSEHOLDS] = ['poor-households|_T', 'households|_T'];
const JOBS = 'new-jobs|_T';

interface Said {
  totals: {
    key: string;
    sum: string | null;
    numerator: string | null;
    denominator: string | null;
    value: number | null;
    entered: number;
    of: number;
  }[];
}

/** Of a figure: units that owe it and that have it, sum, numerator, denominator; '' for none. */
type Totals = Map<string, string[]>;

let round: StoredRound;
let path: string;
let wanted: Said['totals'];

beforeAll(async () => {
  round = await storedRound([
    { unit: 'VN12.105', figures: { [JOBS]: '120.25', [POOR]: '30', [HOUSEHOLDS]: '1000' } },
    { unit: 'VN12.106', figures: { [JOBS]: '-', [POOR]: '-', [HOUSEHOLDS]: '900' } },
    { unit: 'VN12.107', figures: { [JOBS]: 'x', [POOR]: '50', [HOUSEHOLDS]: '0' } },
    { unit: 'VN12.108', figures: { [JOBS]: '...', [POOR]: '70' } },
    {
      unit: 'VN12.109',
      figures: { [JOBS]: '33', [POOR]: '7', [HOUSEHOLDS]: '333' },
      said: { state: 'held-back' },
    },
    { unit: 'VN12.110', figures: { [JOBS]: '0.1', [POOR]: '11', [HOUSEHOLDS]: 'x' } },
    { unit: 'VN12.110', figures: { [JOBS]: '0.2' }, said: { state: 'correction', corrects: 6 } },
  ]);
  path = join(round.folder, 'so-2023.parquet');
  const { out } = await round.run(
    'consolidate',
    '--round',
    '2023',
    '--plan',
    'lai-chau-2021',
    '--out',
    path,
    '--json',
  );
  wanted = (JSON.parse(out) as Said).totals;
});
afterAll(() => round.gone());

/** The totals of the consolidation, as what engines give is written. */
const own = (): Totals =>
  new Map(
    wanted
      .filter(({ of }) => of > 0)
      .map(({ key, sum, numerator, denominator, entered, of }) => [
        key,
        [String(of), String(entered), sum ?? '', numerator ?? '', denominator ?? ''],
      ]),
  );

const shown = (cell: unknown) =>
  cell === null || cell === undefined ? '' : exactText(exactOf(String(cell)));

describe('figures that count as Parquet', () => {
  it('give the totals of the consolidation by the statement for DuckDB', async () => {
    const sql = (await readFile(join(packageRoot(), 'docs', 'sql', 'duckdb.sql'), 'utf8')).replaceAll(
      '{file}',
      path,
    );
    const database = await Database.open(':memory:');
    const { rows } = await database.read(sql);
    database.close();
    const found: Totals = new Map(
      rows.map(([, , indicator, stratum, owed, entered, ...sums]) => [
        `${indicator}|${stratum}`,
        [String(owed), String(entered), ...sums.map(shown)],
      ]),
    );
    expect(new Map([...found].filter(([, [owed]]) => owed !== '0'))).toEqual(own());
    expect(found.get(JOBS)).toEqual(['7', '3', '120.45', '', '']);
  });

  it('give the same to a reader of Parquet that is no database, ratios by our own division', async () => {
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path), compressors });
    const found: Totals = new Map();
    const sums = new Map<string, bigint[]>();
    for (const row of rows) {
      const key = `${String(row.indicator)}|${String(row.stratum)}`;
      const numbers = ['owed', 'entered', 'value', 'above', 'below'].map((name, at) => {
        const cell: unknown = row[name];
        return cell === null || cell === undefined
          ? 0n
          : BigInt(Math.round(Number(cell) * (at < 2 ? 1 : 10_000)));
      });
      sums.set(
        key,
        numbers.map((number, at) => number + (sums.get(key)?.[at] ?? 0n)),
      );
    }
    for (const [key, [owed = 0n, entered = 0n, ...amounts]] of sums)
      found.set(key, [
        String(owed),
        String(entered),
        ...amounts.map((units) => exactText({ units, scale: 4 })),
      ]);
    for (const [key, [owed, entered, sum, above, below]] of own())
      expect([key, found.get(key)]).toEqual([key, [owed, entered, sum || '0', above || '0', below || '0']]);
    const rate = wanted.find(({ key }) => key === 'poverty-rate|_T');
    const [, , , above = '', below = ''] = found.get('poverty-rate|_T') ?? [];
    expect([above, below]).toEqual(['30', '1900']);
    expect(quotient(exactOf(above), exactOf(below), 100)).toBe(rate?.value);
  });

  it('hide nothing, so that no file for publication is written', async () => {
    const { code, err } = await round.run(
      'consolidate',
      '--round',
      '2023',
      '--public',
      '--out',
      join(round.folder, 'a.parquet'),
    );
    expect([code, err]).toEqual([2, expect.stringContaining('--public không ghi Parquet')]);
  });
});
