import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReturned } from '../../../core/workbook/read.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { run } from './run.ts';

let out = '';
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'chitieu-generate-'));
});
afterEach(() => rm(out, { recursive: true, force: true }));

const root = packageRoot();

async function names(folder = out): Promise<string[]> {
  return (await readdir(folder)).sort();
}

describe('chitieu generate', () => {
  it('writes the province, each district and department of a plan, named plan_unit_round', async () => {
    const { code, out: said } = await run(root, 'generate', 'lai-chau-2021', '--out', out);
    expect(code).toBe(0);
    expect(said).toContain('16 sổ');
    const districts = [105, 106, 107, 108, 109, 110, 111, 112].map(
      (number) => `lai-chau-2021_VN12.${number}_2021.xlsx`,
    );
    const departments = ['BHXH', 'SGDDT', 'SLDTBXH', 'SNNPTNT', 'STTTT', 'SVHTTDL', 'SYT'].map(
      (code) => `lai-chau-2021_VN12.${code}_2021.xlsx`,
    );
    expect(await names()).toEqual([...districts, ...departments, 'lai-chau-2021_VN12_2021.xlsx'].sort());
  });

  it('takes repeated units, a round and a unit list', async () => {
    const units = join(out, 'units.csv');
    await writeFile(
      units,
      'id,code,name,level,parent,validFrom,validTo,successors,tags,unverified\nVN12,12,Tỉnh Lai Châu,province,,,,,,\nVN12.106,106,Huyện Tam Đường,district,VN12,,,,,\nVN12.107,107,Huyện Mường Tè,district,VN12,,,,,\n',
    );
    const folder = join(out, 'made');
    const { code } = await run(
      root,
      'generate',
      'lai-chau-2021',
      '--round',
      '2023',
      '--units',
      units,
      '--unit',
      'VN12',
      '--unit',
      'VN12.107',
      '--out',
      folder,
    );
    expect(code).toBe(0);
    expect(await names(folder)).toEqual(['lai-chau-2021_VN12.107_2023.xlsx', 'lai-chau-2021_VN12_2023.xlsx']);
  });

  it.each([
    ['2021-S1', 'lai-chau-2021_VN12_2021-S1.xlsx'],
    ['2025-Q4', 'lai-chau-2021_VN12_2025-Q4.xlsx'],
  ])('takes the round %s, which its workbook says of itself', async (round, name) => {
    const asked = ['lai-chau-2021', '--unit', 'VN12', '--round', round];
    expect((await run(root, 'generate', ...asked, '--out', out)).code).toBe(0);
    expect(await names()).toEqual([name]);
    const { value } = readReturned((await readWorkbook(await readFile(join(out, name)))).sheets);
    expect(value?.round).toBe(round);
  });

  it('leaves out districts that have ended when the round closes, unless they are asked for', async () => {
    const asked = ['quang-ngai-2021', '--round', '2025', '--out', out];
    const { code, err } = await run(root, 'generate', ...asked);
    expect(code).toBe(0);
    expect(err).toContain('Huyện Lý Sơn (VN51.536) không còn từ sau ngày 30/06/2025');
    expect(err).toContain('thay bằng VN51-2025');
    expect((await names()).filter((name) => /VN51\.\d/u.test(name))).toEqual([]);
    expect(await names()).toContain('quang-ngai-2021_VN51_2025.xlsx');
    expect((await run(root, 'generate', ...asked, '--unit', 'VN51.536')).code).toBe(0);
    expect(await names()).toContain('quang-ngai-2021_VN51.536_2025.xlsx');
  });

  it('marks sample workbooks in name and content', async () => {
    await run(root, 'generate', 'quang-ngai-2021', '--unit', 'VN51', '--sample', '--out', out);
    expect(await names()).toEqual(['quang-ngai-2021_VN51_2021_mau.xlsx']);
    const { value } = readReturned(
      (await readWorkbook(await readFile(join(out, 'quang-ngai-2021_VN51_2021_mau.xlsx')))).sheets,
    );
    expect(value?.sample).toBe(true);
    expect(value?.observations.length).toBeGreaterThan(10);
  });

  it.each([
    [['generate', 'no-such-plan'], 'no-such-plan'],
    [['generate', 'lai-chau-2021', '--round', '2031'], '2031'],
    [['generate', 'lai-chau-2021', '--round', '2021-S3'], '2021-S3'],
    [['generate', 'lai-chau-2021', '--round', '2020-S2'], '2020-S2'],
    [['generate', 'lai-chau-2021', '--together', '--round', '2021-06'], '2021-06'],
    [['generate', 'lai-chau-2021', '--unit', 'VN99'], 'VN99'],
    [['generate', 'lai-chau-2021', '--units', 'no-such-file.csv'], 'no-such-file.csv'],
    [['generate', 'lai-chau-2021', '--bogus'], '--bogus'],
  ])('refuses %j with one clear message and exit 2', async (args, named) => {
    const folder = join(out, 'nothing');
    const { code, out: said, err } = await run(root, ...args, '--out', folder);
    expect(code).toBe(2);
    expect(said).toBe('');
    expect(err).toContain(named);
    expect(err).not.toMatch(/\n\s+at /u);
    expect(await names()).toEqual([]);
  });

  it('refuses a folder it cannot write to before it makes anything', async () => {
    const file = join(out, 'a-file');
    await writeFile(file, 'not a folder');
    const { code, err } = await run(
      root,
      'generate',
      'quang-ngai-2021',
      '--unit',
      'VN51',
      '--out',
      join(file, 'below'),
    );
    expect(code).toBe(2);
    expect(err).toContain('a-file');
    expect(await names()).toEqual(['a-file']);
  });

  it.runIf(process.platform === 'linux')('refuses a file system that makes no folders', async () => {
    const { code, err } = await run(
      root,
      'generate',
      'quang-ngai-2021',
      '--unit',
      'VN51',
      '--out',
      '/proc/x/y',
    );
    expect(code).toBe(2);
    expect(err).toContain('/proc/x');
  });

  it('refuses broken YAML with file and line and writes nothing', async () => {
    const broken = join(out, 'root');
    await mkdir(join(broken, 'seeds', 'x'), { recursive: true });
    await writeFile(
      join(broken, 'seeds', 'catalogue.yaml'),
      await readFile(join(root, 'seeds', 'catalogue.yaml')),
    );
    await writeFile(join(broken, 'seeds', 'x', 'source.txt'), 'x');
    await writeFile(join(broken, 'seeds', 'x', 'plan.yaml'), "schema: '1'\nid: [x\n");
    const folder = join(out, 'made');
    const { code, err } = await run(broken, 'generate', '--out', folder);
    expect(code).toBe(2);
    expect(err).toMatch(/seeds\/x\/plan\.yaml:\d+/u);
    expect(await names()).toEqual(['root']);
  });
});

describe('a workbook that is already there', () => {
  const name = 'quang-ngai-2021_VN51.525_2021.xlsx';
  const make = () => run(root, 'generate', 'quang-ngai-2021', '--unit', 'VN51.525', '--out', out);

  async function type(value: ExcelJS.CellValue, column: number): Promise<void> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(out, name));
    const sheet = book.getWorksheet('Nhập liệu');
    const row =
      sheet?.getColumn(1).values.findIndex((key) => key === 'new-jobs|_T' || String(key).includes('|_T')) ??
      -1;
    expect(row).toBeGreaterThan(7);
    if (sheet) sheet.getRow(row).getCell(column).value = value;
    await book.xlsx.writeFile(join(out, name));
  }

  it('is renewed while nobody has typed into it', async () => {
    await make();
    const before = await readFile(join(out, name));
    expect((await make()).code).toBe(0);
    expect(await readFile(join(out, name))).toEqual(before);
  });

  it.each([
    ['a figure', 12, 5],
    ['a zero', 0, 5],
    ['a text that is no figure', '12,5', 5],
    ['a reason beside a blank', 'chưa có số', 11],
  ] as const)('is kept when it holds %s', async (_what, value, column) => {
    await make();
    await type(value, column);
    const filled = await readFile(join(out, name));
    const { code, err } = await make();
    expect(code).toBe(2);
    expect(err).toContain(name);
    expect(await readFile(join(out, name))).toEqual(filled);
  });

  it('is kept when it cannot be read', async () => {
    await writeFile(join(out, name), 'not a workbook');
    expect((await make()).code).toBe(2);
    expect(await readFile(join(out, name), 'utf8')).toBe('not a workbook');
    expect(await names()).toEqual([name]);
  });
});
