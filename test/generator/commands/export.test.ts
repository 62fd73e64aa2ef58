import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRules } from '../../../core/check/all-rules.ts';
import { figuresOf } from '../../../core/exchange/from-workbook.ts';
import { exchangeNames, type ExchangeNames } from '../../../core/exchange/names.ts';
import { profiles } from '../../../core/exchange/profile.ts';
import type { Descriptor } from '../../../core/exchange/descriptor.ts';
import type { FileJson } from '../../../generator/check/report-json.ts';
import { identityKey, parseColumnKey, parseIdentityKey } from '../../../core/workbook/contract.ts';
import { cellIndex, type CellModel, type SheetModel } from '../../../core/sheet/model.ts';
import { readReturned } from '../../../core/returned/read.ts';
import { readReturnCsv } from '../../../formats/csv/read-return.ts';
import type { ReturnFile } from '../../../formats/csv/write-return.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { exchangeContext } from '../../../generator/exchange-files/context.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { makeWorkbook } from '../../../generator/workbook/jobs.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import { figuresAlone } from '../../workbook/figures-alone.ts';
import { loadSeeds, writeSeedWorkbooks, type SeedWorkbook } from '../../workbook/seed-workbooks.ts';
import { run as runIn } from './run.ts';

const run = (...args: string[]) => runIn(packageRoot(), ...args);
let folder = '';
let workbooks: SeedWorkbook[] = [];
let names: ExchangeNames;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-export-'));
  // One of each level for every plan: what a department or another district is asked for, the province is too.
  const chosen = new Set<string>();
  workbooks = await writeSeedWorkbooks(join(folder, 'workbooks'), {
    sample: true,
    choose: ({ plans: [{ file }], reporter }) => {
      const of = `${file.id} ${reporter.level}`;
      const isFirst = !chosen.has(of);
      chosen.add(of);
      return isFirst;
    },
  });
  const { catalogue, plans } = await loadSeeds();
  names = exchangeNames(exchangeContext(catalogue, plans).units, {
    indicators: catalogue.indicators.values(),
    strata: catalogue.strata.values(),
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The files of a folder that begin with a name. */
async function filesOf(out: string, name: string): Promise<ReturnFile[]> {
  const found = (await readdir(out)).filter((file) => file.startsWith(`${name}.`));
  return Promise.all(
    found.map(async (file) => ({ name: file, bytes: new Uint8Array(await readFile(join(out, file))) })),
  );
}

function province(plan: string): SeedWorkbook {
  const found = workbooks.find(({ job }) => job.name.startsWith(plan) && job.reporter.level === 'province');
  if (!found) throw new Error(plan);
  return found;
}

/** A workbook into whose input sheets somebody typed. */
async function typed(workbook: SeedWorkbook, change: (sheet: SheetModel) => void): Promise<string> {
  const sheets = workbook.model.sheets.map((sheet) => {
    const copy = { ...sheet, cells: new Map(sheet.cells) };
    change(copy);
    return copy;
  });
  const path = join(await mkdtemp(join(folder, 'typed-')), 'da-nhap.xlsx');
  await writeFile(path, await serialize({ ...workbook.model, sheets }));
  return path;
}

/** Puts a value into the first cells of a keyed column. */
function type(sheet: SheetModel, field: string, value: string, row?: number): void {
  const head = [...sheet.cells.values()].find(
    (cell) => cell.row === 1 && parseColumnKey(String(cell.value ?? ''))?.field === field,
  );
  const key = [...sheet.cells.values()].find(
    (cell) => cell.column === 1 && cell.row > 1 && cell.value !== undefined && (row ?? cell.row) === cell.row,
  );
  if (!head || !key) return;
  const index = cellIndex(key.row, head.column);
  const before = sheet.cells.get(index);
  if (before) sheet.cells.set(index, { ...before, value });
}

function isKeyOf(field: string): (cell: CellModel) => boolean {
  return ({ row, value }) =>
    row === 1 &&
    /^\d{4}$/u.test(parseColumnKey(String(value))?.period ?? '') &&
    parseColumnKey(String(value))?.field === field;
}

/** Exchanges the printed names of the first two rows of figures, as sorting without the keys does. */
function swapNames(sheet: SheetModel): void {
  const rows = [...sheet.cells.values()]
    .filter(({ column, row, value }) => column === 1 && row > 1 && typeof value === 'string')
    .map(({ row }) => row)
    .sort((a, b) => a - b);
  const [first, second] = rows;
  if (first === undefined || second === undefined) throw new Error('There are no two rows.');
  for (const column of [3, 4]) {
    const [one, other] = [first, second].map((row) => sheet.cells.get(cellIndex(row, column)));
    if (!one || !other) throw new Error('There are no two names.');
    sheet.cells.set(cellIndex(first, column), { ...one, value: String(other.value) });
    sheet.cells.set(cellIndex(second, column), { ...other, value: String(one.value) });
  }
}

/** The descriptor of the only return in a folder. */
async function descriptorIn(out: string): Promise<Descriptor> {
  const [file] = (await readdir(out)).filter((name) => name.endsWith('.datapackage.json'));
  return JSON.parse(await readFile(join(out, file ?? ''), 'utf8')) as Descriptor;
}

/** What a check says of the only return in a folder. */
async function checkedIn(out: string): Promise<FileJson[]> {
  const [file] = (await readdir(out)).filter((name) => name.endsWith('.datapackage.json'));
  const { out: said } = await run('check', join(out, file ?? ''), '--json');
  return (JSON.parse(said) as { files: FileJson[] }).files;
}

describe.each(profiles)('chitieu export --profile %s', (profile) => {
  it('writes the workbooks of all five plans so that they read back the same', async () => {
    const out = join(folder, profile);
    const {
      code,
      out: said,
      err,
    } = await run('export', ...workbooks.map(({ path }) => path), '--out', out, '--profile', profile);
    // Made-up figures have gaps, which count as errors.
    expect(code).toBe(1);
    expect(err).toContain('Lỗi: Thiếu số phải báo cáo');
    expect(err.match(/Lỗi: .*/gu)?.every((one) => one.startsWith('Lỗi: Thiếu số phải báo cáo'))).toBe(true);
    expect(said).toContain(`Đã xuất ${workbooks.length}/${workbooks.length} sổ`);
    expect(new Set(workbooks.map(({ job }) => job.plans[0].file.id)).size).toBe(5);
    for (const { bytes, job } of workbooks) {
      const files = await filesOf(out, basename(job.name, '.xlsx'));
      const returned = readReturned((await readWorkbook(bytes)).sheets).value;
      if (!returned) throw new Error(job.name);
      const { value, findings } = await readReturnCsv(files, names);
      expect(
        findings.filter((one) => one.code !== 'return-had-errors'),
        job.name,
      ).toEqual([]);
      const { observations, ...rest } = figuresOf(returned);
      expect(value, job.name).toMatchObject({ ...rest, observations: figuresAlone(observations) });
      expect(value?.observations.length).toBeGreaterThan(0);
      expect(value?.sample).toBe(true);
    }
    // No temporary name is left behind.
    expect((await readdir(out)).every((file) => /^[a-z].*\.(?:csv|json)$/u.test(file))).toBe(true);
  });
});

describe('chitieu export', () => {
  it('gives the same bytes again, and leaves a file that differs as it is', async () => {
    const { path, job } = province('lai-chau-2021');
    const out = join(folder, 'again');
    expect((await run('export', path, '--out', out)).code).toBe(1);
    const before = await filesOf(out, basename(job.name, '.xlsx'));
    const again = await run('export', path, '--out', out);
    expect(again.code).toBe(1);
    expect(again.out).toContain('đã có, không đổi');
    const other = await run('export', path, '--out', out, '--profile', 'excel');
    expect(other.code).toBe(2);
    expect(other.err).toMatch(/^Giữ nguyên .*\.observations\.csv/mu);
    expect(await filesOf(out, basename(job.name, '.xlsx'))).toEqual(before);
  });

  it('writes nothing beside a table of an earlier return of the same name', async () => {
    const { path, job } = province('lai-chau-2021');
    const out = await mkdtemp(join(folder, 'stale-'));
    const stale = `${basename(job.name, '.xlsx')}.verdicts.csv`;
    await writeFile(join(out, stale), 'unit\n');
    expect((await run('export', path, '--out', out)).code).toBe(2);
    expect(await readdir(out)).toEqual([stale]);
  });

  it('goes on after files that cannot be read, and says in plain words why', async () => {
    const { path } = province('quang-ngai-2021');
    const into = await mkdtemp(join(folder, 'plain-'));
    const broken = join(into, 'hỏng.xlsx');
    await writeFile(broken, 'không phải sổ');
    await writeFile(join(into, 'a.zip'), '');
    const missing = join(into, 'không có.xlsx');
    const set = join(into, 'a.observations.csv');
    const out = join(folder, 'rest');
    const { code, err, out: said } = await run('export', missing, into, set, path, '--out', out);
    expect(code).toBe(2);
    expect(err).toContain(`${broken}: Lỗi:`);
    expect(err).toContain(`${missing}: Lỗi: Không có tệp hoặc thư mục này.`);
    expect(err).toContain(`Không đọc ${join(into, 'a.zip')}: tệp nén.`);
    expect(err).toContain(`Bỏ qua ${set}: đã là tệp CSV`);
    expect(err).not.toMatch(/ENOENT|EISDIR| {4}at /u);
    // Of the folder its one workbook, broken as it is.
    expect(said).toContain('Đã xuất 1/3 sổ');
    expect((await readdir(out)).length).toBeGreaterThan(1);
    const nothing = await run('export', set, '--out', out);
    expect(nothing).toMatchObject({ code: 2, out: '' });
    expect(nothing.err).toContain('Không có sổ nào để xuất');
  });

  it('writes no files of a workbook in which nothing was entered', async () => {
    const district = workbooks.find(({ job: { reporter } }) => reporter.level === 'district');
    if (!district) throw new Error('no district');
    const { job } = district;
    const path = join(await mkdtemp(join(folder, 'blank-')), job.name);
    const { catalogue } = await loadSeeds();
    await writeFile(path, await makeWorkbook({ ...job, sample: false }, catalogue));
    const out = join(folder, 'nothing');
    const { code, err } = await run('export', path, '--out', out);
    expect(code).toBe(1);
    expect(err).toContain('không có gì để xuất');
    expect(await readdir(folder)).not.toContain('nothing');
  });

  it('writes what can be read of a workbook with errors, keeps what was typed, and says so', async () => {
    const workbook = province('lai-chau-2021');
    const path = await typed(workbook, (sheet) => {
      if (sheet.name === 'Nhập liệu') {
        type(sheet, 'value', '12,5');
        type(sheet, 'reason', '=1+1\nchờ số');
        type(sheet, 'mark', 'chờ số');
      }
      if (sheet.name === 'Tổng hợp') {
        type(sheet, 'ownVerdict', 'Đạt');
        type(sheet, 'ownReason', 'theo Thống kê');
      }
    });
    const out = join(folder, 'errors');
    const { code, err } = await run('export', path, '--out', out);
    expect(code).toBe(1);
    expect(err).toContain('"12,5"');
    expect(err).toMatch(/: còn \d+ lỗi \(not ready to be accepted\)\.$/mu);
    const { value, findings } = await readReturnCsv(
      await filesOf(out, basename(workbook.job.name, '.xlsx')),
      names,
    );
    expect(findings.map((finding) => finding.code).sort()).toEqual(['return-had-errors', 'return-unread']);
    const unread = findings.find((finding) => finding.code === 'return-unread');
    expect(unread?.data).toEqual({ found: '12,5' });
    expect(value?.ownVerdicts).toMatchObject([{ verdict: 'Đạt', reason: 'theo Thống kê' }]);
  });

  it('refuses a workbook whose names and keys are of different rows, unless it is told to', async () => {
    const workbook = province('lai-chau-2021');
    const path = await typed(workbook, (sheet) => {
      if (sheet.name === 'Nhập liệu') swapNames(sheet);
    });
    const out = join(folder, 'misplaced');
    const refused = await run('export', path, '--out', out);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('Mã và tên không cùng một chỉ tiêu');
    expect(refused.err).toContain('chitieu repair');
    expect(refused.err).toContain('--force');
    expect(await readdir(folder)).not.toContain('misplaced');
    const forced = await run('export', path, '--out', out, '--force');
    expect(forced.code).toBe(1);
    const { chitieu } = await descriptorIn(out);
    expect(chitieu).toMatchObject({ forced: true });
    expect(chitieu.errorCodes).toContainEqual({ code: 'key-and-name-differ', count: 1 });
    const [file] = await checkedIn(out);
    expect(file?.acceptance).toBe('blocked');
    const had = file?.findings.find((one) => one.code === 'return-had-errors');
    expect(had?.message.vi).toContain('Mã và tên không cùng một chỉ tiêu: 1');
    expect(had?.message.vi).toContain('--force');
  });

  it('refuses a workbook with a sheet of another unit in the place of its own', async () => {
    const workbook = province('lai-chau-2021');
    const path = await typed(workbook, (sheet) => {
      for (const [index, cell] of sheet.cells) {
        const identity = sheet.name === 'Số liệu nền' ? parseIdentityKey(String(cell.value)) : null;
        if (identity) sheet.cells.set(index, { ...cell, value: identityKey({ ...identity, round: '2019' }) });
      }
    });
    const out = join(folder, 'foreign');
    const { code, err } = await run('export', path, '--out', out);
    expect(code).toBe(2);
    expect(err).toContain('Trang của sổ khác');
    expect(await readdir(folder)).not.toContain('foreign');
  });

  it.each([
    ['the keys of the summary', 'Tổng hợp', ({ column }: CellModel) => column === 1, 'keys-lost'],
    ['the key of the reasons', 'Nhập liệu', isKeyOf('reason'), 'remark-column-missing'],
    ['the key of the figures', 'Nhập liệu', isKeyOf('value'), 'column-missing'],
  ] as const)('counts what is not read when %s are lost', async (_name, on, isLost, code) => {
    const workbook = province('lai-chau-2021');
    const path = await typed(workbook, (sheet) => {
      if (sheet.name !== on) return;
      for (const [index, cell] of sheet.cells) if (isLost(cell)) sheet.cells.delete(index);
    });
    const out = await mkdtemp(join(folder, 'lost-'));
    expect((await run('export', path, '--out', out)).code).toBe(1);
    const { chitieu } = await descriptorIn(out);
    expect(chitieu.errorCodes).toContainEqual({ code, count: 1 });
    expect(chitieu).not.toHaveProperty('forced');
    const [file] = await checkedIn(out);
    expect(file?.acceptance).toBe('blocked');
    const title = allRules.find((rule) => rule.code === code)?.text.vi.title ?? code;
    expect(file?.findings.find((one) => one.code === 'return-had-errors')?.message.vi).toContain(title);
  });

  it('says nothing twice of figures that are judged again', async () => {
    const { path } = province('lai-chau-2021');
    const out = await mkdtemp(join(folder, 'gaps-'));
    await run('export', path, '--out', out);
    expect((await descriptorIn(out)).chitieu.errors).toBeGreaterThan(0);
    const codes = (await checkedIn(out)).flatMap(({ findings }) => findings.map((one) => one.code));
    expect(codes).toContain('figure-missing');
    expect(codes.filter((one) => one.startsWith('return-had'))).toEqual([]);
  });

  it('writes nothing where a workbook names what leads out of the folder', async () => {
    const workbook = province('lai-chau-2021');
    const path = await typed(workbook, (sheet) => {
      for (const [index, cell] of sheet.cells) {
        if (typeof cell.value === 'string' && sheet.name === '_meta' && cell.value === 'VN12')
          sheet.cells.set(index, { ...cell, value: '../../VN12' });
      }
    });
    const out = join(folder, 'inside');
    const { code, err } = await run('export', path, '--out', out);
    expect(code).toBeGreaterThan(0);
    expect(err).not.toBe('');
    const made = await readdir(folder);
    expect(made.filter((name) => name.includes('VN12'))).toEqual([]);
    expect(made).not.toContain('inside');
  });

  it('is wrong use without files, without a folder, or with another profile', async () => {
    expect((await run('export', '--out', folder)).code).toBe(2);
    expect((await run('export', 'a.xlsx')).code).toBe(2);
    expect((await run('export', 'a.xlsx', '--out', folder, '--profile', 'csv')).code).toBe(2);
  });
});
