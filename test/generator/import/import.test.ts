import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeZip } from '../../../formats/zip/write.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { fillWorkbook, save, typeInto } from '../commands/filled-workbooks.ts';
import { runAt } from '../commands/run.ts';
import { written } from '../../hazards/encodings.ts';

/**
 * The planner's way with the returns of a round: they come in as people send them, some twice, one corrected, one
 * last year's, one late; each step goes on from the one before.
 */
const root = packageRoot();
const PLAN = 'lai-chau-2021';
const AT = ['--at', '2024-01-20T08:00:00+07:00'];
let folder = '';
let workspace = '';
let inbox = '';

interface Imported {
  files: {
    file: string;
    state: string;
    return: string | null;
    reporter: string | null;
    why: { code: string; vi: string }[];
  }[];
  counts: Record<string, number>;
}

const run = (...args: string[]) => runAt(workspace, root, ...args);

async function imported(...args: string[]): Promise<Imported & { code: number }> {
  const { code, out, err } = await run('import', '--json', ...args);
  if (out === '') throw new Error(err);
  return { code, ...(JSON.parse(out) as Imported) };
}

const statesOf = ({ files }: Imported) =>
  Object.fromEntries(
    files.map(({ file, state, why }) => [basename(file), [state, ...why.map(({ code }) => code)].join(' ')]),
  );

/** State of a unit in the register of 2023. */
async function stateOf(unit: string): Promise<string | undefined> {
  const { out } = await run('status', '--round', '2023', '--json');
  return (JSON.parse(out) as { units: { unit: string; state: string }[] }).units.find(
    (one) => one.unit === unit,
  )?.state;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-import-test-'));
  workspace = join(folder, 'ws');
  inbox = join(folder, 'hop thu');
  await mkdir(join(inbox, 'gửi sau'), { recursive: true });
  await runAt(folder, root, 'init', 'ws', '--province', 'VN12', '--by', 'Phòng Tổng hợp');
  const { plans, catalogue } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === PLAN);
  if (!plan) throw new Error(`There is no plan ${PLAN}.`);
  const fill = (reporter: string, round = '2023', typed = {}) =>
    fillWorkbook(plan, catalogue, { reporter, round, typed });
  await save(fill('VN12.106'), inbox, 'Tam Đường.xlsx');
  await save(fill('VN12.107'), inbox, 'Mường Tè.xlsx');
  const other = fill('VN12.107');
  typeInto(other, 'new-jobs|_T', ['2023', 'preliminary', 'value'], 101);
  await save(other, inbox, 'Mường Tè (sửa).xlsx');
  await save(fill('VN12.108', '2022'), inbox, 'Sìn Hồ.xlsx');
  await save(fill('VN12.109', '2023', {}), folder, 'phong-tho.xlsx');
  await copyFile(join(inbox, 'Tam Đường.xlsx'), join(inbox, 'gửi sau', 'Tam Đường - bản sao.xlsx'));
  const blank = ['generate', PLAN, '--round', '2023', '--unit', 'VN12.110', '--out'];
  await run(...blank, join(folder, 'blank'));
  await run(...blank, join(folder, 'mau'), '--sample');
  for (const from of ['blank', 'mau'])
    for (const name of await readdir(join(folder, from)))
      await copyFile(join(folder, from, name), join(inbox, name));
  await save(fill('VN12.111'), folder, 'tan-uyen.xlsx');
  await run('export', join(folder, 'tan-uyen.xlsx'), '--out', join(inbox, 'csv'));
  await writeFile(join(inbox, '~$Tam Đường.xlsx'), 'x');
  await writeFile(join(inbox, 'ghi chú.txt'), 'x');
  const bytes = await readFile(join(folder, 'phong-tho.xlsx'));
  await writeFile(
    join(inbox, 'phong-tho.zip'),
    await writeZip([{ name: 'gửi/phong tho.xlsx', data: bytes }]),
  );
  return () => rm(folder, { recursive: true, force: true });
});

describe('returns that come in', () => {
  it('are tried without a trace', async () => {
    const { counts } = await imported(inbox, '--round', '2023', '--dry-run', ...AT);
    expect(counts).toMatchObject({ new: 5, unchanged: 1, conflicting: 1, 'held-back': 1, refused: 1 });
    expect(await readdir(join(workspace, 'store'))).toEqual(['.gitignore']);
  });

  it('end each in exactly one state', async () => {
    const result = await imported(inbox, '--round', '2023', ...AT);
    expect(result.code).toBe(1);
    expect(statesOf(result)).toEqual({
      'Tam Đường.xlsx': 'new',
      'Tam Đường - bản sao.xlsx': 'unchanged store-same-file',
      'Mường Tè (sửa).xlsx': 'new',
      'Mường Tè.xlsx': 'conflicting store-differs',
      'Sìn Hồ.xlsx': 'held-back store-other-round',
      'lai-chau-2021_VN12.110_2023.xlsx': 'new',
      'lai-chau-2021_VN12.110_2023_mau.xlsx': 'refused store-sample',
      'lai-chau-2021_VN12.111_2023.datapackage.json': 'new',
      'phong tho.xlsx': 'new',
      '~$Tam Đường.xlsx': 'not-looked-at lock-file',
      'ghi chú.txt': 'not-looked-at no-return',
    });
    expect(result.files.find(({ file }) => file.endsWith('phong tho.xlsx'))?.file).toContain(
      'phong-tho.zip/gửi/',
    );
  });

  it('do nothing when they come again', async () => {
    const ledger = await readFile(join(workspace, 'store', 'ledger.jsonl'), 'utf8');
    const { counts } = await imported(inbox, '--round', '2023', ...AT);
    expect(counts).toMatchObject({ new: 0, correction: 0, conflicting: 0 });
    expect(await readFile(join(workspace, 'store', 'ledger.jsonl'), 'utf8')).toBe(ledger);
  });

  it('stand in the register, one line and one state for every unit', async () => {
    const { out } = await run('status', '--round', '2023', '--json', '--at', '2024-02-05');
    const { counts, units } = JSON.parse(out) as {
      counts: Record<string, number>;
      units: { unit: string; state: string; daysLate: number; return: string | null; owed: number | null }[];
    };
    const state = Object.fromEntries(units.map((one) => [one.unit, one.state]));
    expect(state).toMatchObject({
      'VN12.105': 'not-received',
      'VN12.107': 'conflicting',
      'VN12.108': 'not-received',
      'VN12.110': 'blocked',
      'VN12.BHXH': 'not-received',
    });
    const { units: all, ...others } = counts;
    expect(Object.values(others).reduce((sum, one) => sum + one, 0)).toBe(all);
    expect(units).toHaveLength(all ?? 0);
    // Due on 31 January; what came on the 20th was in time.
    expect(units.find(({ unit }) => unit === 'VN12.106')?.daysLate).toBe(0);
    expect(units.find(({ unit }) => unit === 'VN12.105')?.daysLate).toBe(5);
  });

  it('fit a terminal', async () => {
    const { out } = await run('status', '--round', '2023', '--at', '2024-02-05');
    expect(out).toMatch(/^Kỳ 2023: \d+ đơn vị; /u);
    for (const line of out.split('\n').slice(1, 18)) expect(line.length).toBeLessThanOrEqual(100);
    const { out: english } = await run('status', '--round', '2023', '--lang', 'en');
    expect(english).toContain('conflicting');
  });

  it('are let in when somebody says so, and only then', async () => {
    const { out } = await run('import', '--release', 'B1', '--by', 'Người khác');
    expect(out).toBe('');
    const files = (await imported(inbox, '--round', '2023', '--dry-run')).files;
    expect(files).not.toEqual([]);
    const ledger = await readFile(join(workspace, 'store', 'ledger.jsonl'), 'utf8');
    const held = ledger
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { return: { number: number; state: string } })
      .find((line) => line.return.state === 'held-back');
    const refused = await run('accept', 'VN12.108', '--round', '2022', '--reason', 'x');
    expect(refused.err).toContain(`Đúng thì "chitieu import --release B${held?.return.number}"`);
    expect(
      (await run('import', '--release', `B${held?.return.number}`, '--reason', 'đúng kỳ 2022')).code,
    ).toBe(0);
    const { out: status } = await run('status', '--round', '2022', '--json');
    const { units } = JSON.parse(status) as { units: { unit: string; state: string }[] };
    expect(units.find(({ unit }) => unit === 'VN12.108')?.state).not.toBe('not-received');
  });

  it('replace what somebody says they replace, with a reason', async () => {
    const { plans, catalogue } = await loadSeeds();
    const plan = plans.find(({ file }) => file.id === PLAN);
    if (!plan) throw new Error(`There is no plan ${PLAN}.`);
    const filled = fillWorkbook(plan, catalogue, { reporter: 'VN12.106', round: '2023' });
    typeInto(filled, 'new-jobs|_T', ['2023', 'preliminary', 'value'], 102);
    const path = await save(filled, folder, 'Tam Đường lần 2.xlsx');
    const first = (await imported(path, '--dry-run')).files[0];
    expect(first?.state).toBe('conflicting');
    const of = /B\d+/u.exec(first?.why[0]?.vi ?? '')?.[0] ?? '';
    expect((await run('import', path, '--corrects', of)).err).toContain('--reason');
    const { files } = await imported(path, '--corrects', of, '--reason', 'Công văn 15', ...AT);
    expect(files[0]).toMatchObject({ state: 'correction', why: [{ vi: `thay cho ${of} (Công văn 15)` }] });
    // Another version that it does not replace still says something else.
    const known = (await imported(inbox, '--round', '2023', '--dry-run', ...AT)).files;
    const earlier = known.find(({ file }) => file.endsWith('Mường Tè (sửa).xlsx'))?.return ?? '';
    const third = fillWorkbook(plan, catalogue, { reporter: 'VN12.107', round: '2023' });
    typeInto(third, 'new-jobs|_T', ['2023', 'preliminary', 'value'], 103);
    const again = await save(third, folder, 'Mường Tè lần 3.xlsx');
    const open = await imported(again, '--corrects', earlier, '--reason', 'x', '--dry-run', ...AT);
    expect([open.code, open.files[0]?.state]).toEqual([1, 'correction']);
  });

  it('are decided between where they contradict each other, which can be undone', async () => {
    const { out } = await run('resolve', '--list', '--json');
    const conflicts = JSON.parse(out) as {
      id: string;
      reporter: string;
      figures: { return: string; figure: string; place: string }[];
    }[];
    expect(conflicts).toMatchObject([{ reporter: 'VN12.107' }]);
    const [{ id, figures } = { id: '', figures: [] }] = conflicts;
    expect(figures.map(({ figure }) => figure)).toContain('101');
    expect(figures[0]?.place).toMatch(/^Nhập liệu![A-Z]+\d+$/u);
    const keep = figures.find(({ figure }) => figure === '101')?.return ?? '';
    expect((await run('resolve', id, '--keep', keep)).err).toContain('--reason');
    expect((await run('resolve', 'mkhong', '--keep', keep, '--reason', 'x')).err).toContain('--list');
    expect((await run('resolve', id, '--keep', keep, '--reason', 'Điện thoại')).code).toBe(0);
    expect((await run('resolve', '--list')).out).toContain('Không có mâu thuẫn');
    expect(await stateOf('VN12.107')).toBe('to-explain');
    const history = JSON.parse((await run('history', 'VN12.107', 'new-jobs', '--json')).out) as {
      figures: { figure: string; state: string; period: string; file: string }[];
      decisions: { number: number; by: string; reason: string }[];
    };
    const round = history.figures.filter(({ period }) => period === '2023');
    expect(round.map(({ figure, state }) => [figure === '101', state])).toEqual([
      [true, 'to-explain'],
      [false, 'beside'],
    ]);
    const [decision] = history.decisions;
    expect(decision).toMatchObject({ by: 'Phòng Tổng hợp', reason: 'Điện thoại' });
    expect((await run('resolve', '--undo', String(decision?.number), '--reason', 'Nhầm')).code).toBe(0);
    expect(await stateOf('VN12.107')).toBe('conflicting');
    expect((await run('history', 'VN12.107', 'new-jobs')).out).toContain('đã bỏ');
    expect((await run('history', 'VN12.107', 'new-job')).err).toContain(' (new-jobs)');
    expect((await run('history', 'VN12.17', 'new-jobs')).err).toContain('Huyện Mường Tè (VN12.107)');
    expect((await run('history', 'VN12.SYT', 'new-jobs')).err).toContain('chitieu history VN12 ');
    const again = await run('resolve', '--undo', String(decision?.number), '--reason', 'Nhầm');
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('đã được bỏ từ trước')]);
  });

  it('get a letter and a marked copy where they are not accepted, and who is silent is listed', async () => {
    const out = join(folder, 'góp ý');
    const said = await run('feedback', '--round', '2023', '--out', out, '--json', '--at', '2024-02-05');
    expect(said.code).toBe(0);
    const { letters, reminded } = JSON.parse(said.out) as {
      letters: { unit: string; letter: string; marked: string | null }[];
      reminded: string[];
    };
    const of = (unit: string) => letters.find((one) => one.unit === unit);
    const letter = await readFile(join(out, of('VN12.110')?.letter ?? ''), 'utf8');
    expect(letter).toMatch(/^\ufeffKính gửi: Huyện Than Uyên \(VN12\.110\)\r\n/u);
    expect(letter).toContain('nhận ngày 20/01/2024');
    expect(letter).toContain('"Thay cho bản ngày"');
    expect(letter.split('\n').filter((line) => /^\d+\. /u.test(line)).length).toBeLessThanOrEqual(15);
    // Half a page, in words.
    expect(letter.split('\n').length).toBeLessThan(30);
    expect(letter).not.toContain('figure-missing');
    expect(await readFile(join(out, of('VN12.107')?.letter ?? ''), 'utf8')).toContain(
      'Đề nghị ghi số đúng trong bản gửi lại: bản ấy thay cho mọi bản nêu trên.',
    );
    expect(await readdir(out)).toContain(of('VN12.110')?.marked);
    expect(reminded).toContain('VN12.105');
    expect(await readFile(join(out, 'don-vi-chua-nop.csv'), 'utf8')).toContain(
      'VN12.105;Thành phố Lai Châu;2024-01-31;5',
    );
    // What comes back marked, and is sent in again, is the same return.
    const again = await imported(join(out, of('VN12.110')?.marked ?? ''));
    expect(again.files[0]).toMatchObject({ state: 'unchanged', why: [{ code: 'store-same-content' }] });
    const second = await run('feedback', '--round', '2023', '--out', out);
    expect([second.code, second.out]).toEqual([2, expect.stringContaining('Đã ghi 0 thư, 0 bản đánh dấu')]);
  });

  it('answer a letter: the version sent then settles what the versions before it quarrelled about', async () => {
    const { plans, catalogue } = await loadSeeds();
    const plan = plans.find(({ file }) => file.id === PLAN);
    if (!plan) throw new Error(`There is no plan ${PLAN}.`);
    const reply = fillWorkbook(plan, catalogue, { reporter: 'VN12.107', round: '2023' });
    typeInto(reply, 'new-jobs|_T', ['2023', 'preliminary', 'value'], 102);
    typeInto(reply, 'chitieu:return', ['2023', '_', 'replaces'], '20/01/2024');
    const path = await save(reply, folder, 'Mường Tè trả lời.xlsx');
    const { files } = await imported(path, '--at', '2024-02-06T08:00:00+07:00');
    expect(files[0]).toMatchObject({
      state: 'correction',
      why: [{ code: 'store-corrects' }, { code: 'store-answers' }],
    });
    expect((await run('resolve', '--list')).out).toContain('Không có mâu thuẫn');
    expect(await stateOf('VN12.107')).toBe('to-explain');
    const { out } = await run('history', 'VN12.107', 'new-jobs');
    expect(out).toMatch(/năm 2023 +102 +sơ bộ +có hiệu lực/u);
    expect(out.match(/năm 2023 .*đã được thay/gu)).toHaveLength(2);
  });

  it('are accepted in spite of warnings, never with errors, and withdrawn', async () => {
    const accept = (unit: string) => run('accept', unit, '--round', '2023', '--reason', 'Đã rõ');
    expect((await accept('VN12.110')).err).toContain('còn lỗi');
    expect((await accept('VN12.109')).code).toBe(0);
    expect(await stateOf('VN12.109')).toBe('accepted');
    const { out } = await run('status', '--round', '2023', '--json');
    const { units } = JSON.parse(out) as { units: { unit: string; return: string }[] };
    const of = units.find(({ unit }) => unit === 'VN12.109')?.return ?? '';
    expect((await run('withdraw', of, '--reason', 'Gửi nhầm')).code).toBe(0);
    expect(await stateOf('VN12.109')).toBe('not-received');
    expect((await run('withdraw', of, '--reason', 'Gửi nhầm')).err).toContain('đã được rút');
    const { out: life } = await run('history', 'VN12.109', 'new-jobs');
    expect(life).toContain('đã rút');
    expect((await imported(join(folder, 'phong-tho.xlsx'))).files[0]?.state).toBe('new');
  });

  it('are found again, every entry, in the files that were kept', async () => {
    expect((await run('store', 'verify')).out).toContain('không khác gì');
    const copy = join(folder, 'sao lưu');
    expect((await run('store', 'backup', copy)).code).toBe(0);
    expect((await run('store', 'backup', copy)).err).toContain('đã có');
    const before = (await run('status', '--round', '2023', '--json', '--at', '2024-02-05')).out;
    await rm(join(workspace, 'store', 'store.duckdb'));
    expect((await run('status', '--round', '2023')).err).toContain('store rebuild');
    expect((await run('store', 'rebuild')).code).toBe(0);
    expect((await run('status', '--round', '2023', '--json', '--at', '2024-02-05')).out).toBe(before);
    expect((await run('store', 'verify')).code).toBe(0);
    const originals = join(workspace, 'store', 'originals');
    const [name = ''] = await readdir(originals);
    await writeFile(join(originals, name), 'x');
    const { code, out } = await run('store', 'verify');
    expect(code).toBe(1);
    expect(out).toContain('thiếu hoặc đã đổi tệp gốc');
    expect((await run('store', 'rebuild')).err).toContain('Kho cũ giữ nguyên');
    expect((await run('store', 'restore', copy)).code).toBe(0);
    expect((await run('store', 'verify')).code).toBe(0);
    expect((await run('status', '--round', '2023', '--json', '--at', '2024-02-05')).out).toBe(before);
  });

  it('are not taken from half a set of CSV files', async () => {
    const half = join(folder, 'half');
    await mkdir(half);
    const names = await readdir(join(inbox, 'csv'));
    const of = (part: string) => names.find((name) => name.includes(part)) ?? '';
    await copyFile(join(inbox, 'csv', of('observations')), join(half, of('observations')));
    const alone = (await imported(join(half, of('observations')))).files[0];
    // It has the figures of the set, which has come in whole.
    expect([alone?.state, alone?.why[0]?.code]).toEqual(['unchanged', 'store-same-content']);
    await copyFile(join(inbox, 'csv', of('datapackage')), join(half, of('datapackage')));
    await writeFile(
      join(half, of('observations')),
      (await readFile(join(half, of('observations')), 'utf8')).replace(/\n[^\n]*\n$/u, '\n'),
    );
    const cut = (await imported(half)).files[0];
    expect([cut?.state, cut?.why[0]?.code]).toEqual(['refused', 'store-not-whole']);
    await rename(join(half, of('observations')), join(half, 'x.csv'));
    expect((await imported(half)).files.map(({ state }) => state)).not.toContain('new');
  });

  it('that were joined in one file are taken apart by unit, and read the same again', async () => {
    const { plans, catalogue } = await loadSeeds();
    const plan = plans.find(({ file }) => file.id === PLAN);
    if (!plan) throw new Error(`There is no plan ${PLAN}.`);
    const texts: string[] = [];
    for (const reporter of ['VN12.105', 'VN12.112']) {
      const path = await save(
        fillWorkbook(plan, catalogue, { reporter, round: '2023' }),
        folder,
        `${reporter}.xlsx`,
      );
      const out = join(folder, `csv-${reporter}`);
      await run('export', path, '--out', out, '--profile', 'excel');
      const name = (await readdir(out)).find((one) => one.endsWith('.observations.csv')) ?? '';
      texts.push((await readFile(join(out, name), 'utf8')).replace(/^\ufeff/u, ''));
    }
    // The second by a program of the time before Unicode.
    const [first = '', second = ''] = texts;
    const all = join(folder, 'cả huyện.csv');
    await writeFile(all, Buffer.concat([Buffer.from(first), written.TCVN3?.(second) ?? Buffer.of()]));
    const tried = await imported(all, '--dry-run');
    expect(tried.files.map(({ state, why }) => [state, why[0]?.code])).toEqual([
      ['held-back', 'store-no-descriptor'],
      ['refused', 'store-unreadable'],
    ]);
    expect(tried.files[1]?.why[0]?.vi).toContain('--encoding tcvn3');
    const { files } = await imported(all, '--encoding', 'tcvn3', ...AT);
    expect(files.map(({ file, state, reporter }) => [basename(file), state, reporter])).toEqual([
      ['cả huyện.csv [VN12.105, 2023]', 'held-back', 'VN12.105'],
      ['cả huyện.csv [VN12.112, 2023]', 'held-back', 'VN12.112'],
    ]);
    const again = await imported(all, '--encoding', 'tcvn3');
    expect(again.files.map(({ state }) => state)).toEqual(['unchanged', 'unchanged']);
    const of = files[1]?.return ?? '';
    expect((await run('import', '--release', of, '--reason', 'Đã hỏi đơn vị')).code).toBe(0);
    expect((await run('history', 'VN12.112', 'new-jobs')).out).toContain('cả huyện.csv:');
    expect((await run('store', 'verify')).out).toContain('không khác gì');
  });

  it('come into a closed round only with a reason', async () => {
    const { plans, catalogue } = await loadSeeds();
    const plan = plans.find(({ file }) => file.id === PLAN);
    if (!plan) throw new Error(`There is no plan ${PLAN}.`);
    const late = (reporter: string) =>
      save(fillWorkbook(plan, catalogue, { reporter, round: '2022' }), folder, `${reporter} 2022.xlsx`);
    expect(await run('close', '--round', '2022')).toMatchObject({ code: 0, err: '' });
    const held = (await imported(await late('VN12.112'))).files[0];
    expect([held?.state, held?.why[0]?.code]).toEqual(['held-back', 'store-closed']);
    const of = held?.return ?? '';
    expect((await run('import', '--release', of)).err).toContain('--reason');
    expect((await run('import', '--release', of, '--reason', 'Công văn 3')).code).toBe(0);
    const said = (await imported(await late('VN12.111'), '--reason', 'Công văn 4')).files[0];
    expect([said?.state, said?.why[0]?.code]).toEqual(['new', 'store-after-close']);
    expect(said?.why[0]?.vi).toContain('Công văn 4');
  });

  it('need a workspace', async () => {
    const { code, err } = await runAt(folder, root, 'import', inbox);
    expect(code).toBe(2);
    expect(err).toContain('chitieu init');
  });

  it('of an archive that was renamed .zip are refused, with what to do', async () => {
    const path = join(folder, 'rar.zip');
    await writeFile(path, Buffer.from('526172211a070100', 'hex'));
    const [file] = (await imported(path)).files;
    expect([file?.state, file?.why[0]?.code]).toEqual(['refused', 'store-not-a-zip']);
    expect(file?.why[0]?.vi).toContain('Hãy giải nén ra');
  });

  it('of a damaged zip are refused with its reason', async () => {
    const path = join(folder, 'hong.zip');
    await writeFile(path, 'PK không phải zip');
    const { files } = await imported(path);
    expect(files).toMatchObject([{ file: path, state: 'refused', why: [{ code: 'store-unreadable' }] }]);
  });
});
