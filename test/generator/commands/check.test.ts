import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { valueRules } from '../../../core/rules/value-rules.ts';
import { profiles } from '../../../core/exchange/profile.ts';
import type { Plan } from '../../../core/plan/model.ts';
import { sheetNames } from '../../../core/workbook/contract.ts';
import { readReturned } from '../../../core/returned/read.ts';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { readZip } from '../../../formats/zip/read.ts';
import type { FileJson } from '../../../generator/check/report-json.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { fillWorkbook, save, typeInto, without, type Typed } from './filled-workbooks.ts';
import { run as runIn } from './run.ts';

const run = (...args: string[]) => runIn(packageRoot(), ...args);
const POOR = 'poor-households|_T';
const HOUSEHOLDS = 'households|_T';
const RATE = 'poverty-rate|_T';

let folder = '';
let catalogue: Catalogue;
let plans: Plan[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-check-'));
  ({ catalogue, plans } = await loadSeeds());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function plan(id: string): Plan {
  const found = plans.find(({ file }) => file.id === id);
  if (!found) throw new Error(id);
  return found;
}

const emptyFolder = () => mkdtemp(join(folder, 'f-'));

/** The workbook of a district of Lai Châu for 2022, with something typed over: a province's is five times as large. */
const laiChau = (typed: Typed = {}) =>
  fillWorkbook(plan('lai-chau-2021'), catalogue, { reporter: 'VN12.106', round: '2022', typed });

/** The one whose targets the plan prints. */
const province = (typed: Typed = {}) =>
  fillWorkbook(plan('lai-chau-2021'), catalogue, { round: '2022', typed });

interface Json {
  files: FileJson[];
  summary: Record<string, unknown>;
}

async function checkJson(...args: string[]): Promise<Json & { code: number; err: string }> {
  const { code, out, err } = await run('check', ...args, '--json');
  return { ...(JSON.parse(out) as Json), code, err };
}

/** The file of a check of one. */
function only({ files }: Json): FileJson {
  const [file] = files;
  if (!file || files.length > 1) throw new Error(`${files.length} files`);
  return file;
}

describe('a workbook that is filled in as it should be', () => {
  it('is accepted in every plan, but for warnings that want a reason', async () => {
    const into = await emptyFolder();
    for (const one of plans) await save(fillWorkbook(one, catalogue), into);
    const { code, files, summary } = await checkJson(into);
    expect(files).toHaveLength(5);
    for (const { file, acceptance, counts, findings, rules, progress, identity } of files) {
      expect(acceptance, file).not.toBe('blocked');
      expect(counts?.errors, file).toBe(0);
      // The file itself is as it was issued: only figures may look odd.
      const ofFigures = valueRules.map((rule) => rule.code);
      expect(
        findings.filter((finding) => !ofFigures.includes(finding.code)),
        file,
      ).toEqual([]);
      expect(rules.reduce((sum, { passed }) => sum + passed, 0)).toBeGreaterThan(1000);
      expect(progress?.owed).toBeGreaterThan(0);
      expect(identity).toMatchObject({ sample: false });
    }
    expect(code).toBe(0);
    expect(summary).toMatchObject({ files: 5, blocked: 0, unreadable: 0 });
  });

  it('of a district and of a department is accepted too', async () => {
    const into = await emptyFolder();
    for (const reporter of ['VN12.106', 'VN12.SYT'])
      await save(fillWorkbook(plan('lai-chau-2021'), catalogue, { reporter }), into);
    const { code, files } = await checkJson(into);
    expect(code).toBe(0);
    expect(files.map(({ identity }) => identity?.reporter.id)).toEqual(['VN12.106', 'VN12.SYT']);
    expect(files[1]?.identity?.unit).toEqual({ id: 'VN12', name: 'Tỉnh Lai Châu' });
  });
});

describe('wrong figures', () => {
  it.each<[string, Typed, string, string, string]>([
    [
      'more poor than all',
      { [`${POOR}|2022`]: 900_000 },
      'figure-numerator-above-denominator',
      POOR,
      'error',
    ],
    ['nothing at all', { [`${POOR}|2022`]: null, [`${RATE}|2022`]: null }, 'figure-missing', RATE, 'error'],
    ['a share beyond 100', { [`${RATE}|2022`]: 145 }, 'figure-impossible', RATE, 'error'],
    ['a sign', { [`${POOR}|2022`]: '...' }, 'figure-sign-without-reason', POOR, 'warning'],
  ])('are found with their cell: %s', async (_name, typed, code, key, severity) => {
    const path = await save(laiChau(typed), await emptyFolder());
    const result = await checkJson(path);
    const file = only(result);
    const found = file.findings.find((one) => one.code === code && one.key === key);
    expect(found).toMatchObject({ severity, period: '2022', explanation: null });
    expect(found?.place.sheet).toBe(sheetNames.entry);
    expect(found?.place.cell).toMatch(/^[A-Z]+\d+$/u);
    expect(result.code).toBe(severity === 'error' ? 1 : 0);
    expect(file.acceptance).toBe(severity === 'error' ? 'blocked' : 'to-explain');
  });

  it('typed as text are shown with what was typed, in both languages', async () => {
    const filled = laiChau();
    const cell = typeInto(filled, POOR, ['2022', 'preliminary', 'value'], '11.345');
    const path = await save(filled, await emptyFolder());
    const { out, code } = await run('check', path);
    expect(code).toBe(1);
    expect(out).toContain('CHƯA CHẤP NHẬN: 1 lỗi');
    expect(out).toMatch(new RegExp(`^ {2}${cell} {2}Số hộ nghèo, 2022$`, 'mu'));
    expect(out).toContain('"11.345"');
    expect(out).toContain('Cách sửa: ');
    const english = await run('check', path, '--lang', 'en');
    expect(english.out).toContain('NOT ACCEPTED: errors 1');
    expect(english.out).toMatch(/What to do: /u);
    expect(english.out).not.toMatch(/Lỗi|Cảnh báo|Thông tin|Cách sửa|chấp nhận|Mục tiêu/u);
  });

  it('are explained by the reason of their row', async () => {
    const filled = laiChau({ [`${POOR}|2022`]: '...' });
    typeInto(filled, POOR, ['2022', 'preliminary', 'reason'], 'chờ Sở Lao động');
    const file = only(await checkJson(await save(filled, await emptyFolder())));
    expect(file.findings.filter(({ key }) => key === POOR)).toEqual([]);
  });

  it('are said once each in the sentences of the targets not met', async () => {
    const { out } = await run('check', await save(province(), await emptyFolder()));
    expect(out).toMatch(/^Mục tiêu \(\d+\): .*Chưa đạt \d+/mu);
    expect(out).toMatch(/^ {2}\S.*\. .*; kế hoạch .*: chưa đạt\.$/mu);
    expect(out).toMatch(/^Số lượt xét: .* không xét được \(không tính là không vướng\)\.$/mu);
  });
});

describe('a blank workbook', () => {
  it('says what is missing in one line, of shares in one more', async () => {
    const typed = new Proxy({}, { has: () => true, get: () => null });
    const filled = fillWorkbook(plan('lai-chau-2021'), catalogue, { typed });
    const path = await save(filled, await emptyFolder());
    const { code, out } = await run('check', path);
    expect(code).toBe(1);
    const [heading, ...rest] = out.slice(out.indexOf('Lỗi: Thiếu số')).split('\n\n')[0]?.split('\n') ?? [];
    const count = Number(/\((\d+)\)/u.exec(heading ?? '')?.[1]);
    expect(count).toBeGreaterThan(20);
    const lines = rest.filter((line) => line.includes('!'));
    expect(lines).toHaveLength(2);
    const told = /^ {2}Nhập liệu!\w+\d+[^(]* \(\d+ ô\): (?<what>.*)$/u;
    const said = lines.map((line) => told.exec(line)?.groups?.['what']);
    expect(said).toContain('Ô của kỳ báo cáo để trống.');
    expect(said.find((one) => one?.includes('mẫu số'))).toBeDefined();
    const all = (await run('check', path, '--all')).out;
    expect(all).not.toContain('…');
    expect(only(await checkJson(path)).findings.filter((one) => one.code === 'figure-missing')).toHaveLength(
      count,
    );
  });
});

describe('many files', () => {
  it('are all checked, whatever is wrong with one of them', async () => {
    const into = await emptyFolder();
    const good = await save(province(), into, 'a.xlsx');
    await writeFile(join(into, 'b.xlsx'), 'không phải sổ');
    await writeFile(join(into, 'c.xls'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    await save(province({ [`${RATE}|2022`]: 145 }), into, 'd.xlsx');
    await writeFile(join(into, '~$d.xlsx'), 'tên người dùng');
    await writeFile(join(into, '.e.xlsx.tmp.xlsx'), '');
    await writeFile(join(into, 'ghi chú.txt'), 'không phải sổ');
    await mkdir(join(into, 'thư mục con.xlsx'));
    const missing = join(into, 'không có.xlsx');
    const { code, out, err } = await run('check', into, missing, join(into, '~$d.xlsx'), good, '--all');
    expect(code).toBe(2);
    const said = err.split('\n').filter((line) => line !== '');
    // Each once, though the lock file was named too.
    expect(said).toHaveLength(4);
    expect(said).toContainEqual(expect.stringMatching(/^Bỏ qua .*~\$d\.xlsx: tệp tạm/u));
    expect(said).toContainEqual(expect.stringMatching(/^Không đọc .*\.e\.xlsx\.tmp\.xlsx: tệp ẩn/u));
    expect(said).toContainEqual(expect.stringMatching(/^Không đọc .*thư mục con\.xlsx: thư mục con/u));
    expect(out).toContain('còn 4 mục không đọc');
    expect(out).toMatch(
      /^Trùng báo cáo: .*a\.xlsx; .*d\.xlsx cùng là của Tỉnh Lai Châu \(VN12\), kỳ 2022\./mu,
    );
    const heads = out.split('\n').filter((line) => line.startsWith(into));
    expect(heads.map((line) => basename(line))).toEqual([
      'a.xlsx',
      'b.xlsx',
      'c.xls',
      'd.xlsx',
      'không có.xlsx',
    ]);
    expect(out).toContain('Excel 97–2003');
    expect(out).toContain('Không có tệp hoặc thư mục này.');
    expect(out).toMatch(
      /^Tổng cộng 5 tệp: (?:1 chấp nhận được|1 chờ giải trình), 1 chưa chấp nhận, 3 không đọc được\./mu,
    );
    // Without everything a line for each, and why three of them cannot be read.
    const short = (await run('check', into, missing)).out;
    expect(short).toMatch(/^a\.xlsx +VN12 +2022 /mu);
    expect(short.split('\n').filter((line) => line.startsWith(into))).toHaveLength(3);
    expect(short.length).toBeLessThan(out.length / 2);
    const { files, summary, ...json } = await checkJson(into, missing);
    expect(json.code).toBe(2);
    expect(files.map(({ acceptance }) => acceptance)).toEqual([
      expect.stringMatching(/accepted|to-explain/u),
      'unreadable',
      'unreadable',
      'blocked',
      'unreadable',
    ]);
    expect(files[1]).toMatchObject({ identity: null, counts: null, progress: null, rules: [], gaps: [] });
    expect(files[1]?.findings[0]).toMatchObject({ code: 'not-a-zip', severity: 'error' });
    expect(summary).toMatchObject({ files: 5, blocked: 1, unreadable: 3 });
  });

  it('is wrong use where there is nothing to check', async () => {
    const nothing = await emptyFolder();
    expect(await run('check', nothing)).toMatchObject({ code: 2, out: '' });
    expect((await run('check')).code).toBe(2);
    expect((await run('check', nothing, '--lang', 'fr')).code).toBe(2);
  });

  it('shows no control characters of a file to a terminal', async () => {
    const filled = laiChau();
    typeInto(filled, POOR, ['2022', 'preliminary', 'value'], 'a\u202eb');
    const { out } = await run('check', await save(filled, await emptyFolder()));
    expect(out).toContain('"a b"');
    expect(out).not.toContain('\u202e');
  });
});

describe('chitieu check --out', () => {
  it('writes a marked copy that reads back the same, and never replaces a file', async () => {
    const filled = laiChau({ [`${RATE}|2022`]: 145 });
    const path = await save(filled, await emptyFolder());
    const clean = await save(laiChau({}), await emptyFolder(), 'khác.xlsx');
    const out = join(await emptyFolder(), 'đã đánh dấu');
    const first = await run('check', path, '--out', out);
    expect(first).toMatchObject({ code: 1, err: '' });
    const copy = join(out, basename(path));
    expect(first.out).toContain(`Bản đánh dấu: ${copy} (`);
    const [before, after] = [await readFile(path), await readFile(copy)];
    const figures = async (bytes: Uint8Array) => readReturned((await readWorkbook(bytes)).sheets);
    expect(await figures(after)).toEqual(await figures(before));
    const comments = [...(await readZip(after, DEFAULT_LIMITS))].filter(([name]) => /comments/u.test(name));
    expect(comments.map(([, part]) => Buffer.from(part).toString('utf8')).join('')).toContain('145');
    // The marks are nothing that a check objects to.
    const codes = async (of: string) => only(await checkJson(of)).findings.map(({ code }) => code);
    expect(await codes(copy)).toEqual(await codes(path));

    await writeFile(copy, 'của người khác');
    const again = await run('check', path, clean, '--out', out);
    expect(again.code).toBe(2);
    expect(again.err).toContain(`Giữ nguyên ${copy}`);
    expect(await readFile(copy, 'utf8')).toBe('của người khác');
    expect((await readdir(out)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(only(await checkJson(path, '--out', await emptyFolder())).marked).toMatch(/\.xlsx$/u);
  });

  it('numbers the copies of two workbooks of one name, and keeps both', async () => {
    const [one, other] = [await emptyFolder(), await emptyFolder()];
    const high = await save(laiChau({ [`${RATE}|2022`]: 145 }), one, 'sổ.xlsx');
    const higher = await save(laiChau({ [`${RATE}|2022`]: 150 }), other, 'Sổ.xlsx');
    const out = await emptyFolder();
    const { code, err, files } = await checkJson(high, higher, '--out', out);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect((await readdir(out)).sort()).toEqual(['Sổ (2).xlsx', 'sổ.xlsx']);
    expect(files.map(({ marked }) => marked)).toEqual([join(out, 'sổ.xlsx'), join(out, 'Sổ (2).xlsx')]);
    for (const [name, figure] of [
      ['sổ.xlsx', '145'],
      ['Sổ (2).xlsx', '150'],
    ] as const) {
      expect(JSON.stringify(only(await checkJson(join(out, name))).findings)).toContain(figure);
    }
    // A later run replaces none of them.
    expect(await checkJson(high, higher, '--out', out)).toMatchObject({ code: 2 });
    expect((await readdir(out)).length).toBe(2);
  });

  it('reports the files all the same where nothing can be written', async () => {
    const path = await save(laiChau({ [`${RATE}|2022`]: 145 }), await emptyFolder());
    const noFolder = join(await emptyFolder(), 'tệp');
    await writeFile(noFolder, 'không phải thư mục');
    const { code, err, files } = await checkJson(path, '--out', noFolder);
    expect(code).toBe(2);
    expect(err).toContain('Không ghi được bản đánh dấu');
    expect(files).toMatchObject([{ acceptance: 'blocked', marked: null }]);
  });
});

describe('chitieu check --json', () => {
  it('says everything in the documented fields', async () => {
    const result = await checkJson(await save(laiChau({ [`${RATE}|2022`]: 145 }), await emptyFolder()));
    const file = only(result);
    expect(Object.keys(result).filter((key) => !['code', 'err'].includes(key))).toEqual([
      'files',
      'summary',
      'sameReturn',
      'farFromOthers',
      'ofOtherSize',
      'copiedFigures',
      'together',
      'notRead',
    ]);
    const [finding, gap, rule] = [file.findings[0], file.gaps[0], file.rules[0]];
    expect(finding).toMatchObject({
      code: 'figure-impossible',
      severity: 'error',
      place: { sheet: sheetNames.entry, cell: expect.stringMatching(/^[A-Z]+\d+$/u) as unknown },
      key: RATE,
      period: '2022',
      found: 145,
      label: { vi: 'Tỷ lệ hộ nghèo', en: 'Poverty rate of households' },
    });
    for (const text of [finding?.message, finding?.expected, finding?.fix, rule?.title, gap?.sentence]) {
      expect(text?.vi).toMatch(/\S/u);
      expect(text?.en).toMatch(/\S/u);
      expect(text?.vi).not.toBe(text?.en);
    }
    expect(gap?.citation.quote).toMatch(/\S/u);
    // docs/file-formats.md lists every field.
    const page = await readFile(join(packageRoot(), 'docs/file-formats.md'), 'utf8');
    const section = page.split('\n## `chitieu check --json`\n')[1]?.split('\n## ')[0] ?? '';
    const fields = [result.summary, file, finding, gap, rule, file.counts, file.progress, file.identity]
      .flatMap((one) => Object.keys(one ?? {}))
      .filter((field) => !section.includes(`\`${field}\``));
    expect(fields).toEqual([]);
  });
});

describe('a workbook that has lost its definition', () => {
  it('is judged by the installed plan, and says so', async () => {
    const filled = laiChau({ [`${RATE}|2022`]: 145 });
    const path = await save(without(filled, sheetNames.meta), await emptyFolder());
    const file = only(await checkJson(path));
    expect(file).toMatchObject({ acceptance: 'blocked', judgedBy: 'plans' });
    const codes = file.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(codes).toEqual(['figure-impossible']);
    expect(file.findings.map(({ code }) => code)).toContain('definition-missing');
    expect(file.gaps.length).toBeGreaterThan(10);
    expect((await run('check', path)).out).toContain('Xét theo kế hoạch đang cài');
  });
});

describe.each(profiles)('a return in CSV files, %s', (profile) => {
  /** A workbook with a bit of everything, and its files. */
  async function exported() {
    const filled = laiChau({ [`${RATE}|2022`]: 145, [`${HOUSEHOLDS}|2022`]: null });
    typeInto(filled, POOR, ['2022', 'preliminary', 'value'], '11.345');
    typeInto(filled, POOR, ['2022', 'preliminary', 'reason'], 'theo rà soát');
    const workbook = await save(filled, await emptyFolder());
    const into = await emptyFolder();
    expect((await run('export', workbook, '--out', into, '--profile', profile)).code).toBe(1);
    return { workbook, into, base: join(into, basename(workbook, '.xlsx')) };
  }

  it('has the same findings over its figures as its workbook', async () => {
    const { workbook, base } = await exported();
    const codes = valueRules.map(({ code }) => code);
    const ofFigures = ({ findings }: FileJson) =>
      findings
        .filter(({ code }) => codes.includes(code))
        .map((finding) => ({ ...finding, place: null }))
        .sort((a, b) => (`${a.code} ${a.key}` < `${b.code} ${b.key}` ? -1 : 1));
    const expected = only(await checkJson(workbook));
    expect(ofFigures(expected).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['figure-impossible', 'figure-number-as-text']),
    );
    for (const end of ['.datapackage.json', '.observations.csv']) {
      const result = await checkJson(base + end);
      const file = only(result);
      expect(ofFigures(file)).toEqual(ofFigures(expected));
      expect(file).toMatchObject({ kind: 'csv', judgedBy: 'plans', progress: expected.progress });
      expect(file.gaps).toEqual(expected.gaps);
      expect(result.code).toBe(1);
      const text = file.findings.find(({ code }) => code === 'figure-number-as-text');
      expect(text?.place.line).toBeGreaterThan(1);
      expect(text?.place.file).toBe(`${basename(base)}.observations.csv`);
      // Structure cannot be judged, and that is not passing.
      expect(file.rules.find(({ code }) => code === 'formula-altered')).toMatchObject({
        passed: 0,
        notEvaluable: 1,
      });
    }
  });

  it('is one return, however many of its files are named', async () => {
    const { base, into } = await exported();
    const named = (await readdir(into)).map((name) => join(into, name));
    expect(named.length).toBeGreaterThan(1);
    expect(only(await checkJson(...named)).file).toBe(named[0]);
    expect(basename(base)).toBe('lai-chau-2021_VN12.106_2022');
  });

  it('says of a row that was changed that it is wrong, not that it is missing', async () => {
    const { base } = await exported();
    const path = `${base}.observations.csv`;
    const text = await readFile(path, 'utf8');
    const line = text.split('\r\n').find((row) => /new-jobs.*[,;]2022[,;]preliminary[,;]reported/u.test(row));
    if (line === undefined) throw new Error('There is no such row.');
    const changed = line.replace(/(reported[,;]\d)/u, '$17');
    expect(changed).not.toBe(line);
    await writeFile(path, text.replace(line, changed));
    const { findings } = only(await checkJson(path));
    const codes = findings.map(({ code, key }) => `${code} ${key}`);
    expect(codes).toContain('return-row-changed null');
    expect(codes.filter((one) => /figure-missing new-jobs/u.test(one))).toEqual([]);
  });

  it('does not call a share missing whose numerator stands in a refused row', async () => {
    const { base } = await exported();
    const path = `${base}.observations.csv`;
    const missing = async () =>
      only(await checkJson(path)).findings.filter(({ code }) => code === 'figure-missing').length;
    const before = await missing();
    const text = await readFile(path, 'utf8');
    const changed = text.replaceAll(/([,;]2022[,;]preliminary[,;]reported[,;]\d+)(?=[,;])/gu, '$17');
    expect(changed).not.toBe(text);
    await writeFile(path, changed);
    expect(await missing()).toBeLessThanOrEqual(before);
  });
});

describe('a return in CSV files of a unit with assigned values', () => {
  it('is judged as its workbook once the planner gives them', async () => {
    const assignments = join(await emptyFolder(), 'so-giao.csv');
    const row = 'VN12.106,trained-labour-share,,2022,atLeast,48,10/QĐ-UBND,2021-12-20,2022-01-01,,';
    const head =
      'unit,indicator,stratum,year,comparator,value,decision,decisionDate,validFrom,supersedes,note';
    await writeFile(assignments, `${head}\n${row}\n`);
    const out = await emptyFolder();
    const made = ['lai-chau-2021', '--unit', 'VN12.106', '--round', '2022', '--assignments', assignments];
    expect((await run('generate', ...made, '--sample', '--out', out)).code).toBe(0);
    const workbook = join(out, (await readdir(out)).join(''));
    const into = await emptyFolder();
    await run('export', workbook, '--out', into);
    const csv = join(into, `${basename(workbook, '.xlsx')}.observations.csv`);

    const byWorkbook = only(await checkJson(workbook));
    const assigned = ({ gaps }: FileJson) => gaps.filter(({ demand }) => demand?.decision === '10/QĐ-UBND');
    expect(assigned(byWorkbook)).toHaveLength(1);
    const alone = only(await checkJson(csv));
    expect(alone.judgedBy).toBe('plans');
    expect(assigned(alone)).toEqual([]);
    const given = only(await checkJson(csv, '--assignments', assignments));
    expect(given.judgedBy).toBe('plans-and-files');
    expect(given.gaps).toEqual(byWorkbook.gaps);
    expect((await run('check', csv, '--assignments', assignments)).out).toContain('ghi ở dòng lệnh');
  });

  it('is not checked by a file that does not load', async () => {
    const assignments = join(await emptyFolder(), 'so-giao.csv');
    await writeFile(assignments, 'unit\n');
    const { code, err } = await run('check', 'any.xlsx', '--assignments', assignments);
    expect(code).toBe(2);
    expect(err).toContain('so-giao.csv');
  });
});

describe('a return in CSV files without its descriptor', () => {
  async function exportedWithout(filled: ReturnType<typeof fillWorkbook>): Promise<string> {
    const into = await emptyFolder();
    const workbook = await save(filled, await emptyFolder());
    await run('export', workbook, '--out', into);
    const base = join(into, basename(workbook, '.xlsx'));
    await rm(`${base}.datapackage.json`);
    return `${base}.observations.csv`;
  }

  it('is judged where only one plan can be meant', async () => {
    const path = await exportedWithout(fillWorkbook(plan('quang-ngai-2021'), catalogue));
    const file = only(await checkJson(path));
    expect(file.identity?.plans).toEqual(['quang-ngai-2021']);
    expect(file.gaps.length).toBeGreaterThan(0);
  });

  it('is not accepted where two plans could be meant', async () => {
    const path = await exportedWithout(fillWorkbook(plan('lai-chau-2024'), catalogue));
    const result = await checkJson(path);
    const file = only(result);
    expect(result.code).toBe(1);
    expect(file).toMatchObject({ acceptance: 'blocked', judgedBy: null, progress: null, gaps: [] });
    expect(file.findings.map(({ code }) => code)).toContain('plan-unnamed');
    expect((await run('check', path)).out).toContain('Chưa xét được số liệu');
  });

  it('says of a figure nobody asked for that it was not judged', async () => {
    const path = await exportedWithout(fillWorkbook(plan('quang-ngai-2021'), catalogue));
    const text = await readFile(path, 'utf8');
    const row = text.split('\r\n').find((line) => line.includes(',reported,'));
    if (row === undefined) throw new Error('There is no row with a figure.');
    // Written by hand: another year and no checksum.
    const other = row
      .replace(/,(\d{4}),(preliminary|estimate|final),/u, ',1999,final,')
      .replace(/[^,]*$/u, '');
    await writeFile(path, `${text}${other}\r\n`);
    const file = only(await checkJson(path));
    expect(file.findings.filter(({ code }) => code === 'return-not-asked')).toHaveLength(1);
    expect(file.acceptance).toBe('blocked');
  });
});
