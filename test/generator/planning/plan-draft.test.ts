import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { runAt } from '../commands/run.ts';
import { filledIn } from './fill-in.ts';

const SEEDS = [
  ['lai-chau-2012', 'VN12'],
  ['quang-ngai-2021', 'VN51'],
  ['lai-chau-2021', 'VN12'],
  ['lai-chau-2024', 'VN12'],
  ['thai-binh-2013', 'VN34'],
] as const;

const root = packageRoot();
let folder = '';
let workspace = '';
const chitieu = (...args: string[]) => runAt(workspace, root, ...args);
const file = (name: string) => join(folder, name);
const plan = (id: string, name = 'plan.yaml') => readFile(join(workspace, 'plans', id, name), 'utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-planning-'));
  workspace = join(folder, 'ws');
  await runAt(folder, root, 'init', 'ws', '--country');
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What two lists of targets differ in, by line and number. */
async function differences(
  committed: string,
  drafted: string,
): Promise<{ of: number; missing: string[]; extra: string[] }> {
  const rows = async (id: string) => {
    const { out } = await chitieu('targets', id, '--json');
    const said = JSON.parse(out) as {
      role: string;
      line: number;
      value: number | null;
      low: number | null;
    }[];
    return said
      .filter(({ role }) => role === 'target')
      .map(({ line, value, low }) => `${line}: ${value ?? low ?? '–'}`);
  };
  const [ours, theirs] = [await rows(committed), await rows(drafted)];
  return {
    of: ours.length,
    missing: ours.filter((one) => !theirs.includes(one)),
    extra: theirs.filter((one) => !ours.includes(one)),
  };
}

describe('the draft of a document', { timeout: 120_000 }, () => {
  it.each(SEEDS)(
    'of %s, accepted as it stands, becomes a plan that loads and makes workbooks',
    async (id, province) => {
      const made = `thu-${id}`;
      const book = file(`${id}.xlsx`);
      const source = join(root, 'seeds', id, 'source.txt');
      const drafted = await chitieu(
        'plan',
        'draft',
        source,
        '--id',
        made,
        '--province',
        province,
        '--out',
        book,
      );
      expect(drafted).toMatchObject({ code: 0, err: '' });
      const read = await chitieu('plan', 'from-xlsx', book);
      expect([read.code, read.err]).toEqual([0, '']);
      expect(await plan(made, 'source.txt')).toBe(await readFile(source, 'utf8'));
      const linted = await chitieu('plan', 'lint', made, '--json');
      expect(linted.code).toBe(0);
      // Every number of the document is in a row or has its reason.
      expect(linted.out).not.toContain('lint-unexplained-number');
      const generated = await chitieu('generate', made, '--unit', province, '--out', file(`out-${id}`));
      expect(generated.code).toBe(0);
      const { of, missing, extra } = await differences(id, made);
      if (process.env.DIFFERENCES !== undefined) console.info(id, { of, missing, extra });
      expect(missing.length / of).toBeLessThan(0.6);
    },
  );

  it('shows each sentence with its number in bold, and locks it', async () => {
    const { sheets } = await readFacts(new Uint8Array(await readFile(file('lai-chau-2021.xlsx'))));
    const targets = sheets.find(({ name }) => name === 'Mục tiêu');
    expect(targets?.isProtected).toBe(true);
    expect(targets?.cells.some(({ value }) => String(value).includes('62,8%'))).toBe(true);
  });

  it('is never written over a file or a plan that is there', async () => {
    const again = await chitieu(
      'plan',
      'draft',
      join(root, 'seeds/lai-chau-2021/source.txt'),
      '--province',
      'VN12',
      '--out',
      file('lai-chau-2021.xlsx'),
    );
    expect(again.err).toContain('Giữ nguyên');
    const same = await chitieu('plan', 'from-xlsx', file('lai-chau-2021.xlsx'));
    expect(same.out).toContain('không tệp nào phải ghi');
    const changed = await filledIn(file('lai-chau-2021.xlsx'), 'Mục tiêu', [['decision', 1, 'Bỏ']]);
    await writeFile(file('bo.xlsx'), changed);
    const refused = await chitieu('plan', 'from-xlsx', file('bo.xlsx'));
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--replace')]);
    const replaced = await chitieu('plan', 'from-xlsx', file('bo.xlsx'), '--replace');
    expect(replaced.code).toBe(0);
    expect(await plan('thu-lai-chau-2021', 'plan.yaml.1')).toMatch(/printed: ["']100/u);
    expect(await plan('thu-lai-chau-2021')).toContain('người lập kế hoạch bỏ');
  });

  it('says what is wrong in the cells of a copy, and writes nothing', async () => {
    const wrong = await filledIn(file('lai-chau-2012.xlsx'), 'Mục tiêu', [
      ['indicator', 1, 'Tỷ lệ không có thật'],
      ['yearTo', 2, 'năm tới'],
      ['kind', 3, 'tầm tầm'],
    ]);
    await writeFile(file('sai.xlsx'), wrong);
    const before = await plan('thu-lai-chau-2012');
    const said = await chitieu('plan', 'from-xlsx', file('sai.xlsx'), '--replace');
    expect(said.code).toBe(1);
    for (const part of ['Tỷ lệ không có thật', 'năm tới', 'tầm tầm', 'sai-loi.xlsx'])
      expect(said.err).toContain(part);
    expect(await plan('thu-lai-chau-2012')).toBe(before);
    expect(
      (await readWorkbook(new Uint8Array(await readFile(file('sai-loi.xlsx'))))).sheets.length,
    ).toBeGreaterThan(4);
  });

  it('takes new indicators into the catalogue of the workspace, a share with its two counts', async () => {
    const { out } = await chitieu(
      'plan',
      'draft',
      join(root, 'seeds/lai-chau-2012/source.txt'),
      '--id',
      'moi',
      '--province',
      'VN12',
      '--out',
      file('moi.xlsx'),
      '--json',
    );
    expect(JSON.parse(out)).toMatchObject({ plan: 'moi' });
    const named = await filledIn(file('moi.xlsx'), 'Mục tiêu', [
      ['indicator', 14, 'mới: Tỷ lệ hộ có nhà kiên cố'],
    ]);
    await writeFile(file('moi-1.xlsx'), named);
    const blank = await chitieu('plan', 'from-xlsx', file('moi-1.xlsx'));
    expect(blank.err).toContain('chưa có dòng ở trang Chỉ tiêu mới');
    const row = {
      name: 'Tỷ lệ hộ có nhà kiên cố',
      unit: '%',
      numerator: 'Số hộ có nhà kiên cố',
      denominator: 'Số hộ của địa bàn',
      partUnit: 'hộ',
    };
    const more = { direction: 'càng cao càng tốt', domain: 'Nhà ở', body: 'Sở Xây dựng', level: 'huyện' };
    const cells = Object.entries({ ...row, ...more }).map(([field, text]) => [field, 3, text] as const);
    const wrong = [...cells, ['body', 3, 'Sở Không Có'] as const];
    await writeFile(file('moi-sai.xlsx'), await filledIn(file('moi-1.xlsx'), 'Chỉ tiêu mới', wrong));
    const refused = await chitieu('plan', 'from-xlsx', file('moi-sai.xlsx'));
    expect(refused.err).toMatch(/Chỉ tiêu mới[^\n]*J7/u);
    expect(refused.err).not.toContain('catalogue.yaml');
    await writeFile(file('moi-2.xlsx'), await filledIn(file('moi-1.xlsx'), 'Chỉ tiêu mới', cells));
    const done = await chitieu('plan', 'from-xlsx', file('moi-2.xlsx'));
    expect([done.code, done.err]).toEqual([0, '']);
    const overlay = await readFile(join(workspace, 'catalogue.yaml'), 'utf8');
    expect(overlay).toContain('id: ty-le-ho-co-nha-kien-co');
    expect(overlay).toContain('numerator: so-ho-co-nha-kien-co');
    expect(overlay).toContain('# Phần thêm vào danh mục');
    expect((await chitieu('plan', 'lint', 'moi')).code).toBe(0);
  });
});

it('numbers of a table are cited by row and column, each in the year of its column', async () => {
  const table = [
    '| TT | Chỉ tiêu | ĐVT | Năm 2028 | Năm 2030 |',
    '| 1 | Tỷ lệ hộ nghèo | % | 5,5 | 2,0 |',
    '| 2 | Tỷ lệ lao động qua đào tạo | % | 65 | 65 |',
  ];
  const head =
    'Số: 15/KH-UBND\nLai Châu, ngày 12 tháng 3 năm 2026\nKẾ HOẠCH\nGiảm nghèo giai đoạn 2026 - 2030\n\nI. MỤC TIÊU';
  await writeFile(file('bang.txt'), [head, '', ...table, ''].join('\n'));
  await chitieu('plan', 'draft', file('bang.txt'), '--province', 'VN12', '--out', file('bang.xlsx'));
  const read = await chitieu('plan', 'from-xlsx', file('bang.xlsx'));
  expect([read.code, read.err]).toEqual([0, '']);
  const said = JSON.parse((await chitieu('targets', 'bang', '--json')).out) as Record<string, unknown>[];
  expect(said.map(({ indicator, value, yearTo }) => [indicator, value, yearTo])).toEqual([
    ['poverty-rate', 5.5, 2028],
    ['poverty-rate', 2, 2030],
    ['trained-labour-share', 65, 2028],
    ['trained-labour-share', 65, 2030],
  ]);
});

it(
  'what prints no number, and groups the catalogue lacks, go the whole way',
  { timeout: 60_000 },
  async () => {
    const text = [
      'Số: 16/CTr-UBND\nLai Châu, ngày 12 tháng 3 năm 2026\nCHƯƠNG TRÌNH',
      'Thực hiện giảm nghèo giai đoạn 2026 - 2030\n\nI. MỤC TIÊU ĐẾN NĂM 2030',
      '- Số người tham gia bảo hiểm xã hội tự nguyện tăng gấp 1,5 lần so với năm 2025.',
      '- Không còn gia đình người có công khó khăn về nhà ở.',
      '- Tại các xã đặc biệt khó khăn, tỷ lệ hộ nghèo giảm 3%/năm.',
      '- Tỷ lệ lao động qua đào tạo đạt 65%.',
    ];
    await writeFile(file('chu.txt'), `${text.join('\n')}\n`);
    await chitieu('plan', 'draft', file('chu.txt'), '--province', 'VN12', '--out', file('chu.xlsx'));
    const { sheets } = await readFacts(new Uint8Array(await readFile(file('chu.xlsx'))));
    const shown = sheets.flatMap(({ cells }) => cells.map(({ value }) => String(value)));
    for (const part of ['(50)', '(0)', 'mới: Các xã đặc biệt khó khăn', 'Thực hiện giảm nghèo'])
      expect(shown.join('\n')).toContain(part);
    // A figure of some communes alone is never taken for the whole province unasked.
    const asIs = await chitieu('plan', 'from-xlsx', file('chu.xlsx'));
    expect([asIs.code, asIs.err]).toEqual([0, '']);
    expect(await plan('chu')).not.toContain('poverty-rate');
    await writeFile(
      file('chu-2.xlsx'),
      await filledIn(file('chu.xlsx'), 'Mục tiêu', [['decision', 3, 'Nhận']]),
    );
    // Communes are whole units, or the group is of some of their people: the program does not choose.
    const open = await chitieu('plan', 'from-xlsx', file('chu-2.xlsx'), '--replace');
    expect([open.code, open.err]).toEqual([1, expect.stringContaining('gồm trọn một số huyện, xã')]);
    const part = await filledIn(file('chu-2.xlsx'), 'Mục tiêu', [
      ['stratum', 3, 'mới (một phần): Các xã vùng cao'],
    ]);
    await writeFile(file('chu-3.xlsx'), part);
    expect(await chitieu('plan', 'from-xlsx', file('chu-3.xlsx'), '--replace', '--json')).toMatchObject({
      code: 0,
    });
    expect(await readFile(join(workspace, 'catalogue.yaml'), 'utf8')).toMatch(
      /cac-xa-vung-cao[\s\S]*covers: part/u,
    );
    const ticked = await filledIn(file('chu-2.xlsx'), 'Nhóm đơn vị', [['cac-xa-dac-biet-kho-khan', 2, 'x']]);
    await writeFile(file('chu-4.xlsx'), ticked);
    const read = await chitieu('plan', 'from-xlsx', file('chu-4.xlsx'), '--replace');
    expect([read.code, read.err]).toEqual([0, '']);
    const overlay = await readFile(join(workspace, 'catalogue.yaml'), 'utf8');
    expect(overlay).toMatch(/covers: units\n\s+tag: cac-xa-dac-biet-kho-khan/u);
    const said = JSON.parse((await chitieu('targets', 'chu', '--json')).out) as Record<string, unknown>[];
    expect(said.map(({ kind, value, yearTo, stratum }) => [kind, value, yearTo, stratum])).toEqual([
      ['relative', 50, 2030, null],
      ['level', 0, 2030, null],
      ['change', 3, 2030, 'cac-xa-dac-biet-kho-khan'],
      ['level', 65, 2030, null],
    ]);
    expect(await plan('chu')).toContain('basis: Ban hành kèm theo Chương trình số 16/CTr-UBND');
    expect((await chitieu('plan', 'lint', 'chu')).out).not.toContain('câu ghi');
  },
);

it('a number that was edited is told with what the document says', async () => {
  await writeFile(file('so.xlsx'), await filledIn(file('bang.xlsx'), 'Mục tiêu', [['printed', 1, '6,5']]));
  const { code, err } = await chitieu('plan', 'from-xlsx', file('so.xlsx'), '--replace');
  expect(code).toBe(1);
  expect(err).toContain('cột "Số trong câu": đang ghi "6,5", văn bản ghi "5,5"');
});

it('a folder with only a document is told what to run', async () => {
  await mkdir(join(workspace, 'plans', 'chi-co-van-ban'));
  await writeFile(join(workspace, 'plans', 'chi-co-van-ban', 'ke-hoach.docx'), 'PK');
  const { code, err } = await chitieu('plan', 'lint', 'chi-co-van-ban');
  expect([code, err]).toEqual([
    2,
    expect.stringContaining('chitieu plan draft plans/chi-co-van-ban/ke-hoach.docx'),
  ]);
});

describe('an existing plan', { timeout: 120_000 }, () => {
  it('comes back with the same targets, its comments named before they go, and from then on byte for byte', async () => {
    const id = 'quang-ngai-2021';
    const targets = (await chitieu('targets', id, '--json')).out;
    await chitieu('plan', 'to-xlsx', id, '--out', file('mot.xlsx'));
    const asked = await chitieu('plan', 'from-xlsx', file('mot.xlsx'), '--replace');
    expect(asked.err).toMatch(/ghi chú #[\s\S]*dòng \d+: # /u);
    const done = await chitieu('plan', 'from-xlsx', file('mot.xlsx'), '--replace', '--drop-comments');
    expect([done.code, done.err]).toEqual([0, '']);
    expect((await chitieu('targets', id, '--json')).out).toBe(targets);
    const once = await plan(id);
    await chitieu('plan', 'to-xlsx', id, '--out', file('hai.xlsx'));
    await rm(join(workspace, 'plans', id, 'plan.yaml'));
    await chitieu('plan', 'from-xlsx', file('hai.xlsx'));
    expect(await plan(id)).toBe(once);
  });

  it('starts the next one: province, issuer and form are taken over', async () => {
    const { code } = await chitieu(
      'plan',
      'new',
      join(root, 'seeds/lai-chau-2024/source.txt'),
      '--from',
      'lai-chau-2021',
      '--id',
      'ke-tiep',
      '--out',
      file('ke-tiep.xlsx'),
    );
    expect(code).toBe(0);
    await chitieu('plan', 'from-xlsx', file('ke-tiep.xlsx'));
    expect(await plan('ke-tiep')).toContain('district: Sở Lao động - Thương binh và Xã hội');
  });
});
