import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { all, department } from '../../core/report/fixture.ts';
import { parsePeriod } from '../../../core/period/period.ts';
import { closedSaid } from '../../../core/report/changes.ts';
import { closedIn } from '../../../generator/consolidate/gather.ts';
import { givenSince, withGiven, withGivenNow } from '../../../generator/register/given-since.ts';
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

const page = () => readFile(join(round.folder, 'ra', 'bao-cao_VN12_2023.html'), 'utf8');

/** Each step goes on from the one before. */
describe('a round', () => {
  it('is not closed over a file that cannot be read: it would be judged by nothing', async () => {
    const was = await readFile(join(planner, 'assignments.csv'), 'utf8');
    await give('assignments.csv', was.replace('atLeast', 'ít nhất'));
    const refused = await round.run('close', '--round', '2023', '--at', '2024-02-01');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('assignments.csv:2');
    await give('assignments.csv', was);
    expect((await round.run('close', '--round', '2023', '--reopen', '--reason', 'r')).err).toContain(
      'không ở trạng thái khóa sổ',
    );
  });
});

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
    expect(await page()).not.toContain('có hiệu lực khi khóa');
  });

  it('are shown as changed, with what they were, what they are and why', async () => {
    await give('baselines.csv', `${BASELINES}VN12,poverty-rate,,2020,17.5,,,Rà soát lại 2024\n`);
    await give(
      'assignments.csv',
      `${ASSIGNED}VN12,new-jobs,,2023,atLeast,5000,12/QĐ-UBND,2023-01-10,2023-01-10,,Sửa lỗi đánh máy\n`,
    );
    const { counts, corrections } = await report();
    // By 5 000 it would be exceeded.
    expect(counts).toMatchObject({ notMet: 1, exceeded: 0 });
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
    expect(await page()).toContain('2 số gốc, chỉ tiêu giao đã đổi sau khi khóa');
    expect(await page()).toContain('theo số gốc, chỉ tiêu giao có hiệu lực khi khóa (01/02/2024)');
  });

  it('are told on screen by each command that says the round is closed', async () => {
    const vi = '2 số gốc, chỉ tiêu giao đã đổi sau khi khóa';
    const en = '2 baselines or assigned values were changed since';
    const about = ['--round', '2023', '--at', '2024-02-03'];
    const commands = [
      ['report', '--plan', 'lai-chau-2021', ...about, '--out', join(round.folder, 'ra-2')],
      ['consolidate', ...about, '--out', join(round.folder, 'cong.xlsx')],
      ['status', ...about],
    ];
    for (const command of commands) {
      expect((await round.run(...command)).out).toMatch(
        new RegExp(`^Kỳ đã khóa sổ ngày 01/02/2024 \\(Phòng Tổng hợp\\); ${vi}`, 'mu'),
      );
      expect((await round.run(...command, '--lang', 'en')).out).toContain(en);
    }
  });

  it('are told to programs by them', async () => {
    const changed = { figures: 0, given: 2 };
    for (const command of ['consolidate', 'status']) {
      const { out } = await round.run(command, '--round', '2023', '--at', '2024-02-03', '--json');
      const { closed } = JSON.parse(out) as { closed: unknown };
      expect(closed).toMatchObject({
        at: '2024-02-01',
        by: 'Phòng Tổng hợp',
        changed,
        corrections: [
          { key: expect.stringContaining('poverty-rate') as string, before: '18.27', after: '17.5' },
          { key: expect.stringContaining('new-jobs') as string, return: null, reasons: ['Sửa lỗi đánh máy'] },
        ],
      });
    }
  });

  it('stand in the consolidated workbook with what they were, and in the head of the register', async () => {
    const [book, register] = [join(round.folder, 'tong-hop.xlsx'), join(round.folder, 'so.xlsx')];
    const about = ['--round', '2023', '--at', '2024-02-03', '--out'];
    await round.run('consolidate', ...about, book);
    await round.run('status', ...about, register);
    const texts = async (path: string, name: string) => {
      const { sheets } = await readFacts(await readFile(path));
      return (sheets.find((one) => one.name === name)?.cells ?? []).map(({ value }) => String(value));
    };
    const told = expect.stringContaining('2 số gốc, chỉ tiêu giao đã đổi sau khi khóa') as string;
    expect(await texts(book, 'Đơn vị')).toContainEqual(told);
    expect(await texts(register, 'Sổ theo dõi')).toContainEqual(told);
    expect(await texts(book, 'Sửa sau khóa sổ')).toEqual(
      expect.arrayContaining(['≥ 7.000', '≥ 5.000', '18.27', '17.5', '12/QĐ-UBND; Sửa lỗi đánh máy']),
    );
  });

  it('say so where no reason was given', async () => {
    const written = `${ASSIGNED}VN12,new-jobs,,2023,atLeast,5000,12/QĐ-UBND,2023-01-10,2023-01-10,,`;
    await give('assignments.csv', `${written}\n`);
    const { corrections } = await report();
    expect(corrections.map(({ reasons }) => reasons)).toEqual([
      ['Rà soát lại 2024'],
      ['12/QĐ-UBND', 'không ghi lý do'],
    ]);
    await give('assignments.csv', `${written}Sửa lỗi đánh máy\n`);
  });

  it('are not called unchanged where a file cannot be read now', async () => {
    const was = await readFile(join(planner, 'assignments.csv'), 'utf8');
    await give('assignments.csv', was.replace('atLeast', 'ít nhất'));
    for (const command of ['status', 'consolidate']) {
      const to = command === 'status' ? [] : ['--out', join(round.folder, 'hong.xlsx')];
      const { out } = await round.run(command, '--round', '2023', '--at', '2024-02-03', ...to);
      expect(out).toContain('Chưa biết số gốc, chỉ tiêu giao có đổi từ lúc khóa sổ hay không');
    }
    await give('assignments.csv', was);
  });

  it('are those of now where an earlier version closed the round and kept none, and that is said', async () => {
    const { plan, catalogue } = await laiChau();
    const store = await openStore(join(round.folder, 'ws', 'store'), '2024-02-04');
    const held = { round: '2023', decisions: await store.decisions(), conflicts: [] };
    const closed = await closedIn(store, held, catalogue);
    await store.close();
    if (closed === null) throw new Error('It was closed.');
    const { given, ...closing } = closed.by.closing;
    expect(given).toBeDefined();
    const earlier = { ...closed, by: { ...closed.by, closing } };
    const files = { assignments: [], baselines: [], figures: [] };
    const of = { plans: [plan], catalogue, round: parsePeriod('2023') ?? never('2023') };
    const since = await givenSince(store, earlier.by, { ...of, files });
    expect(since).toMatchObject({ files, changes: [] });
    expect(closedSaid(withGiven(earlier, since), 'vi')).toContain('đánh giá theo tệp hiện nay');
    const now = await withGivenNow(store, earlier, { ...of, filesNow: () => Promise.resolve(files) });
    expect(closedSaid(now, 'en')).toContain('verdicts go by those of now');
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
