import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportWords } from '../../../core/report/words.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { runAt } from '../commands/run.ts';
import { madeCountry, type Country } from './country.ts';

const JOBS = 'new-jobs|_T';
const HEAD = 'data-head="Số lao động được giải quyết việc làm';
const IN = ['--round', '2023'];
const AT = ['--at', '2024-02-12T08:00:00+07:00'];

/** What a decision gave Tam Đường for 2023. */
const assigned = (value: number) =>
  [
    'unit,indicator,stratum,year,comparator,value,decision,decisionDate,validFrom,supersedes,note',
    `VN12.106,new-jobs,,2023,atLeast,${value},12/QĐ-UBND,2023-01-05,2023-01-05,,`,
    '',
  ].join('\n');

let country: Country;
let set: string;
beforeAll(async () => {
  country = await madeCountry();
  const { VN12 } = country.provinces;
  await VN12.receive([{ unit: 'VN12.106', figures: { [JOBS]: '30' } }]);
  await writeFile(join(VN12.folder, 'planner', 'assignments.csv'), assigned(777));
  expect((await VN12.run('close', ...IN, ...AT)).code).toBe(0);
  set = join(country.folder, 'VN12-2023');
  expect((await VN12.run('store', 'export', '--parquet', set, ...IN)).code).toBe(0);
  // What the ministry has been told of the decision is another value.
  await writeFile(join(country.ministry.folder, 'planner', 'assignments.csv'), assigned(5));
});
afterAll(() => country.gone());

/** Takes a set in and reports; the text of the province's page. */
async function pageWith(path: string, ministry: string): Promise<string> {
  expect((await runAt(ministry, packageRoot(), 'import', path)).code).toBe(0);
  const to = join(ministry, 'out');
  expect((await runAt(ministry, packageRoot(), 'report', ...IN, ...AT, '--out', to)).code).toBe(0);
  const name = (await readdir(to)).find((one) => one.includes('VN12') && one.endsWith('.html'));
  return readFile(join(to, name ?? ''), 'utf8');
}

/** Tam Đường's jobs among the targets of units. */
function verdictIn(page: string): string | undefined {
  const row = page.split('<tr>').find((one) => one.includes('Huyện Tam Đường</th>') && one.includes(HEAD));
  const cell = row?.slice(row.indexOf(HEAD)).split('</td>')[0];
  return cell?.slice(cell.indexOf('>') + 1).replace(/<[^>]*>/gu, '');
}

describe('the planner’s files of a province that has closed its round', () => {
  it('go with its figures, and are what the ministry judges it by', async () => {
    expect(await readdir(join(set, 'given'))).toHaveLength(1);
    const page = await pageWith(set, country.ministry.folder);
    expect(page.includes(reportWords.vi.givenBy.sent)).toBe(true);
    // At least five would be met.
    expect(verdictIn(page)).toMatch(/^Chưa đạt 30/u);
  });

  it('are held against the manifest like every other file', async () => {
    const altered = join(country.folder, 'altered');
    await cp(set, altered, { recursive: true });
    const [name = ''] = await readdir(join(altered, 'given'));
    await writeFile(join(altered, 'given', name), assigned(6));
    const { files } = await country.ministry.json<{ files: { state: string }[] }>('import', altered);
    expect(files.map(({ state }) => state)).toEqual(['refused']);
  });
});

it('of a set that an earlier version wrote are said to be missing', async () => {
  const older = join(country.folder, 'older');
  await cp(set, older, { recursive: true });
  await rm(join(older, 'given'), { recursive: true });
  const path = join(older, 'manifest.json');
  const { given, ...manifest } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  expect(given).toBeDefined();
  await writeFile(path, JSON.stringify(manifest));
  const other = join(country.folder, 'other');
  await runAt(country.folder, packageRoot(), 'init', 'other', '--country', '--by', 'Vụ Kế hoạch');
  const page = await pageWith(older, other);
  expect(page.includes(reportWords.vi.givenBy.notSent)).toBe(true);
});
