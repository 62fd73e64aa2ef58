import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { renderFinding } from '../../../core/wording/render.ts';
import { loadAssignments } from '../../../generator/exchange-files/assignments.ts';
import { exchangeContext, type ExchangeContext } from '../../../generator/exchange-files/context.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { loadCatalogue, loadPlan } from '../../../generator/plan-files/load.ts';
import { figure } from '../../core/planner/assignment/fixture.ts';
import { expectReadable } from '../../core/wording/readable.ts';

const HEADER = 'unit,indicator,stratum,year,comparator,value,decision,decisionDate,validFrom,supersedes,note';
const CASES = join(packageRoot(), 'test/cases/planner');
/** Last year 9 % of this district's households were poor. */
const POOR_LAST_YEAR = [{ ...figure('VN12.107', 'poverty-rate', 9), period: '2022' }];

let context: ExchangeContext;
beforeAll(async () => {
  const root = packageRoot();
  const catalogue = (await loadCatalogue(root)).value;
  const plan = catalogue && (await loadPlan(root, 'lai-chau-2021', catalogue)).value?.plan;
  if (!catalogue || !plan) throw new Error('The plan does not load.');
  context = exchangeContext(catalogue, [plan]);
});

/** What loading a file finds, as `severity code line`, with the sentences. */
async function loadFile(path: string) {
  const { value, findings } = await loadAssignments(path, context, POOR_LAST_YEAR);
  expectReadable(findings);
  return {
    value,
    found: findings.map(({ severity, code, place }) => `${severity} ${code} ${place.line ?? '-'}`),
    said: findings.map((finding) => renderFinding(finding, 'vi')).join('\n'),
  };
}

async function loadRows(...rows: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-assigned-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'given.csv');
  await writeFile(path, [HEADER, ...rows, ''].join('\n'));
  return loadFile(path);
}

const row = (
  unit: string,
  figure: string,
  value: string,
  more: Partial<Record<'year' | 'from' | 'note', string>> = {},
) =>
  `${unit},${figure},${more.year ?? '2023'},equal,${value},1841/QĐ-UBND,2022-12-20,${more.from ?? '2023-01-01'},,${more.note ?? ''}`;

/** Of one district: a cut of poverty in points, jobs, and trained workers in per cent. */
const toDistrict = (figure: string) => (value: string, more?: Parameters<typeof row>[3]) =>
  row('VN12.106', figure, value, more);
const cut = toDistrict('poverty-rate,');
const jobs = toDistrict('new-jobs,');
const trained = toDistrict('trained-labour-share,');

describe('the cases of planner files', () => {
  it.each([
    ['blank-rows.csv', [], []],
    ['assigned-province.csv', [], []],
    [
      'counts-with-dots.csv',
      ['error row-not-whole 2', 'error row-not-whole 3', 'error row-not-whole 4'],
      ['"1.000": một nghìn (1000) hay 1?', '"1.250": một nghìn hai trăm năm mươi (1250) hay 1,25?'],
    ],
    [
      'assigned-from-2032.csv',
      ['warning assignment-after-year 2'],
      ['2032-01-01', 'sổ của năm 2023 không dùng'],
    ],
  ])('%s', async (name, expected, words) => {
    const { found, said, value } = await loadFile(join(CASES, name));
    expect(found).toEqual(expected);
    for (const word of words) expect(said).toContain(word);
    expect(value === null).toBe(expected.some((one) => one.startsWith('error')));
  });
});

describe('rows that only spreadsheets write', () => {
  const good = jobs('1050');
  it.each([
    ['blanks between commas', [good, ' , ,,,,,,,,,', good.replace('106', '107')]],
    ['more commas than columns', [`${good},,`, ',,,,,,,,,,,,,']],
    ['the header of a second file', [good, HEADER, good.replace('106', '107')]],
    ['that behind a byte order mark', [good, `\ufeff${HEADER}`, good.replace('106', '107')]],
    ['a row of nothing in the middle', [good, '', good.replace('106', '107')]],
    ['a quoted blank', [good, '"",,,,,,,,,,']],
  ])('reads %s', async (_, rows) => {
    expect((await loadRows(...rows)).found).toEqual([]);
  });

  it('reads a header that was padded with commas', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chitieu-assigned-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, 'a.csv'), `${HEADER},,\n${good},,\n,,,,,,,,,,,,\n`);
    expect((await loadFile(join(folder, 'a.csv'))).found).toEqual([]);
  });

  it('counts lines over blank rows, and takes no cell beyond the columns for blank', async () => {
    const { found } = await loadRows(good, ',,,,,,,,,,', `${good},x`, row('VN12.999', 'new-jobs,', '1'));
    expect(found).toEqual(['error csv-columns 4', 'error row-unit-unknown 5']);
  });
});

describe('an assigned value', () => {
  it.each([
    ['a cut with a sign', cut('-3'), 'error assigned-size-negative', 'giảm 3 thì ghi 3'],
    ['fewer than no persons', jobs('-5'), 'error assigned-impossible', 'từ 0'],
    ['a thousand with a comma', jobs('"1,000"'), 'error ', 'một nghìn là 1000'],
    ['half a person', jobs('12.5'), 'error row-not-whole', '"12.5"'],
    ['a level for a cut', cut('21.5'), 'error assigned-level-for-change', 'mức giảm'],
    [
      'nearly all of last year',
      row('VN12.107', 'poverty-rate,', '7'),
      'error assigned-level-for-change',
      'mức 9',
    ],
    ['72 % as a part of one', trained('0.72'), 'error assigned-part-of-one', 'có phải 72 %'],
    ['a cut of 3 % as a part of one', cut('0.03'), 'error assigned-part-of-one', 'có phải 3'],
    ['a share above 100 %', trained('720'), 'error assigned-impossible', 'đến 100'],
    ['a date before 2000', jobs('5', { from: '1905-07-15' }), 'error field-invalid', '1905-07-15'],
    [
      'a group for one of its units',
      row('VN12.107', 'poverty-rate,poor-districts', '4'),
      'warning assignment-not-asked',
      'số chung của cả nhóm',
    ],
    [
      'what the district is not asked',
      row('VN12.106', 'health-insurance-coverage,', '96'),
      'warning assignment-not-asked',
      'Bảo hiểm xã hội tỉnh báo cáo',
    ],
    [
      'a department without the figure',
      row('VN12.SYT', 'new-jobs,', '9000'),
      'warning assignment-not-asked',
      'VN12.SYT không có số',
    ],
  ])('%s is named', async (_, text, code, words) => {
    const { found, said } = await loadRows(text);
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(code)).toBe(true);
    expect(said).toContain(words);
  });

  it.each([
    ['a cut like the plan', cut('3')],
    ['a larger cut', cut('6.5')],
    ['a cut below one point', cut('0.5')],
    ['a share of a few per cent, explained', trained('0.72', { note: 'xã mới lập' })],
    ['a large cut, explained', cut('21.5', { note: 'theo QĐ' })],
    ['a zero', jobs('0')],
    ['the group, for the province', row('VN12', 'poverty-rate,poor-districts', '4.5')],
    ['the body of record', row('VN12.BHXH', 'health-insurance-coverage,', '96')],
    ['a decision late in its year', jobs('1050', { from: '2023-12-31' })],
  ])('%s is taken', async (_, text) => {
    expect((await loadRows(text)).found).toEqual([]);
  });

  it("of the body of record is its province's, and may not contradict it", async () => {
    const body = row('VN12.BHXH', 'health-insurance-coverage,', '96');
    expect((await loadRows(body)).value?.[0]?.unit).toBe('VN12');
    const other = row('VN12', 'health-insurance-coverage,', '97').replace('1841', '1842');
    expect((await loadRows(body, other)).found).toEqual(['error assignment-contradiction 3']);
  });
});
