import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNPLACED_SHEET } from '../../../core/repair/unplaced-sheet.ts';
import { buildWorkbook } from '../../../core/template/build.ts';
import { parseIdentityKey, sheetNames } from '../../../core/workbook/contract.ts';
import { requestOf } from '../../../core/workbook/definition.ts';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../../core/sheet/model.ts';
import { readReturned } from '../../../core/returned/read.ts';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { markWorkbook } from '../../../formats/xlsx/mark.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { readZip } from '../../../formats/zip/read.ts';
import { writeZip } from '../../../formats/zip/write.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import { writeWorkbook } from '../../../generator/workbook/write-safely.ts';
import { inputsOf } from '../../core/repair/tokens.ts';
import { writeSeedWorkbooks, type SeedWorkbook } from '../../workbook/seed-workbooks.ts';
import { run as runIn } from './run.ts';

const run = (...args: string[]) => runIn(packageRoot(), ...args);
const ENTRY = sheetNames.entry;
let folder = '';
let provinces: SeedWorkbook[] = [];
let district: SeedWorkbook;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-repair-'));
  const all = await writeSeedWorkbooks(join(folder, 'issued'), {
    sample: true,
    choose: ({ reporter }) => reporter.level === 'province' || reporter.id === 'VN12.106',
  });
  provinces = all.filter(({ job }) => job.reporter.level === 'province');
  const found = all.find(({ job }) => job.name.startsWith('lai-chau-2021_VN12.106'));
  if (!found) throw new Error('no district');
  district = found;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
/** A damaged copy of a model as a file, and where its repaired one goes. */
async function damaged(
  model: WorkbookModel,
  change: (sheets: SheetModel[]) => SheetModel[],
): Promise<{ path: string; out: string }> {
  const sheets = model.sheets.map((sheet) => ({ ...sheet, cells: new Map(sheet.cells) }));
  return write(await serialize({ ...model, sheets: change(sheets) }));
}

async function write(bytes: Uint8Array): Promise<{ path: string; out: string }> {
  files += 1;
  const path = join(folder, `hong-${files}.xlsx`);
  await writeFile(path, bytes);
  return { path, out: join(folder, `sua-${files}.xlsx`) };
}

const without =
  (...names: string[]) =>
  (sheets: SheetModel[]) =>
    sheets.filter(({ name }) => !names.includes(name));

function only(sheets: SheetModel[], name: string): SheetModel {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

const returnedOf = async (path: string) =>
  readReturned((await readWorkbook(await readFile(path))).sheets).value;
const plain = (row: number, column: number, value: number | string): CellModel => ({
  row,
  column,
  style: 'plain',
  value,
});
const put = (sheet: SheetModel, cell: CellModel) => sheet.cells.set(cellIndex(cell.row, cell.column), cell);

describe('chitieu repair', () => {
  it('gives back the figures of all five plans, whatever sheet is lost, and says so with 0', async () => {
    expect(provinces).toHaveLength(5);
    for (const { model, path: issued } of provinces) {
      const { path, out } = await damaged(model, without(sheetNames.sources, sheetNames.summary));
      const { code, out: said, err } = await run('repair', path, '--out', out);
      expect(err).toBe('');
      expect(said).toContain('Đã khôi phục');
      expect(code).toBe(0);
      const [before, after] = [await returnedOf(issued), await returnedOf(out)];
      expect(after).toEqual(before);
      expect(after?.observations.length).toBeGreaterThan(10);
    }
  });

  it('an untouched workbook comes back byte for byte', async () => {
    const { path, bytes } = district;
    const out = join(folder, 'nguyen.xlsx');
    expect((await run('repair', path, '--out', out)).code).toBe(0);
    expect(Buffer.compare(await readFile(out), bytes)).toBe(0);
  });

  it('lists what it could not place, ends with 1, and the list is in the file', async () => {
    const { path, out } = await damaged(district.model, (sheets) => {
      put(only(sheets, ENTRY), plain(200, 5, 77.25));
      const [figure] = inputsOf(district.model, ENTRY);
      if (figure) put(only(sheets, ENTRY), { ...figure, value: 'khoảng 30' });
      return sheets;
    });
    const { code, out: said } = await run('repair', path, '--out', out);
    expect(code).toBe(1);
    expect(said).toContain('Không xếp được 1 ô');
    expect(said).toMatch(/Nhập liệu!E200.*"77,25"/u);
    const { sheets } = await readWorkbook(await readFile(out));
    const list = sheets.find(({ name }) => name === UNPLACED_SHEET);
    expect(list?.state).toBe('visible');
    expect(list?.cells.map(({ value }) => value)).toEqual(expect.arrayContaining([ENTRY, 'E200', 77.25]));
    const [figure] = inputsOf(district.model, ENTRY);
    const cell = sheets
      .find(({ name }) => name === ENTRY)
      ?.cells.find(({ row, column }) => row === figure?.row && column === figure.column);
    expect(cell?.value).toBe('khoảng 30');
  });

  it('says in one line that numbers stand among the reasons, and keeps them there', async () => {
    const cells: CellModel[] = [];
    const { path, out } = await damaged(district.model, (sheets) => {
      const all = [...only(sheets, ENTRY).cells.values()];
      const column = all.find(({ value }) => String(value).endsWith('|reason'))?.column ?? 0;
      const rows = all.filter((cell) => cell.column === 1 && String(cell.value).endsWith('|_T'));
      for (const { row } of rows) cells.push(plain(row, column, 8392 + row));
      for (const cell of cells) put(only(sheets, ENTRY), cell);
      return sheets;
    });
    const { err } = await run('repair', path, '--out', out);
    expect(err.match(/cột lý do có \d+ ô chỉ ghi số/gu)).toHaveLength(1);
    const { sheets } = await readWorkbook(await readFile(out));
    const kept = sheets.find(({ name }) => name === ENTRY)?.cells ?? [];
    for (const { row, column, value } of cells)
      expect(kept.find((cell) => cell.row === row && cell.column === column)?.value).toBe(value);
    expect(cells.length).toBeGreaterThan(5);
  });

  it('says the same in English', async () => {
    const { path, out } = await damaged(district.model, (sheets) => {
      put(only(sheets, ENTRY), plain(200, 5, 77.25));
      return sheets;
    });
    const { code, out: said } = await run('repair', path, '--out', out, '--lang', 'en');
    expect(code).toBe(1);
    expect(said).toContain('1 cells could not be placed');
    expect(said).toMatch(/Nhập liệu!E200.*Holds "77\.25"/u);
  });

  it('--json gives the same to programs', async () => {
    const { path, out } = await damaged(district.model, (sheets) => {
      put(only(sheets, ENTRY), plain(200, 5, 77.25));
      return sheets;
    });
    const { code, out: said } = await run('repair', path, '--out', out, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(said)).toMatchObject({
      file: path,
      out,
      placed: { asIssued: 0 },
      unplaced: [{ sheet: ENTRY, cell: 'E200', value: 77.25, code: 'repair-row-unknown' }],
      toVerify: [],
      notes: [],
    });
  });

  it('says that files for what the workbook knows itself are not used', async () => {
    const { path, out } = await damaged(district.model, without(sheetNames.guide));
    const { code, err } = await run('repair', path, '--out', out, '--figures', join(folder, 'khong-co.csv'));
    expect(code).toBe(0);
    expect(err).toContain('--figures');
  });

  it('never writes over a file that is there, nor leaves a temporary one', async () => {
    const { path, out } = await damaged(district.model, without(sheetNames.guide));
    await writeFile(out, 'ghi chép khác');
    const { code, err } = await run('repair', path, '--out', out);
    expect(code).toBe(2);
    expect(err).toContain('--out');
    expect(await readFile(out, 'utf8')).toBe('ghi chép khác');
    expect((await run('repair', path, '--out', path)).code).toBe(2);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('the repaired workbook with figures is not taken for an untouched one', async () => {
    const { path, out } = await damaged(district.model, (sheets) => {
      const [figure] = inputsOf(district.model, ENTRY);
      if (figure) put(only(sheets, ENTRY), { ...figure, value: 12.5 });
      return without(sheetNames.guide)(sheets);
    });
    expect((await run('repair', path, '--out', out)).code).toBe(0);
    expect(await writeWorkbook(out, district.bytes)).toBe('kept');
  });

  it('comments of officers are listed, those that a check wrote are not', async () => {
    const marked = await markWorkbook(district.bytes, [
      { sheet: ENTRY, address: 'E9', severity: 'error', text: 'Số này sai.' },
    ]);
    const ours = await write(marked.bytes);
    expect((await run('repair', ours.path, '--out', ours.out)).code).toBe(0);
    const parts = await readZip(marked.bytes, DEFAULT_LIMITS);
    const theirs = await write(
      await writeZip(
        [...parts].map(([name, data]) => ({
          name,
          data: /comments[^/]*\.xml$/u.test(name)
            ? new TextEncoder().encode(
                '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Hoa</author></authors><commentList><comment ref="E9" authorId="0"><text><r><t>Xem </t></r><r><t>lại</t></r></text></comment></commentList></comments>',
              )
            : data,
        })),
      ),
    );
    const { code, out: said } = await run('repair', theirs.path, '--out', theirs.out);
    expect(said).toMatch(/Nhập liệu!E9.*"Xem lại"/u);
    expect(code).toBe(1);
  });
});

describe('a file of which only part can be read', () => {
  async function broken(change: (name: string, xml: string) => string) {
    const parts = await readZip(district.bytes, DEFAULT_LIMITS);
    return write(
      await writeZip(
        [...parts].map(([name, data]) => ({
          name,
          data: name.endsWith('.xml')
            ? new TextEncoder().encode(change(name, new TextDecoder().decode(data)))
            : data,
        })),
      ),
    );
  }

  it('a broken sheet costs that sheet from where it breaks, and is said', async () => {
    const { path, out } = await broken((name, xml) => {
      if (!name.endsWith('sheet3.xml')) return xml;
      const rows = xml.indexOf('<row r="14"');
      expect(rows).toBeGreaterThan(0);
      return `${xml.slice(0, rows)}<row r="14"><c r="E14"><v>1</w`;
    });
    const { code, err } = await run('repair', path, '--out', out);
    expect(code).toBe(1);
    expect(err).toMatch(/Nhập liệu(?:!\S+)?: Lỗi: Trang này/u);
    const [before, after] = [await returnedOf(district.path), await returnedOf(out)];
    expect(after?.observations).toEqual(before?.observations);
  });

  it('a missing sheet part costs that sheet only', async () => {
    const parts = await readZip(district.bytes, DEFAULT_LIMITS);
    parts.delete('xl/worksheets/sheet2.xml');
    const { path, out } = await write(await writeZip([...parts].map(([name, data]) => ({ name, data }))));
    const { code, err } = await run('repair', path, '--out', out);
    expect(code).toBe(1);
    expect(err).toMatch(/Hướng dẫn(?:!\S+)?: Lỗi: Trang này/u);
    expect(await returnedOf(out)).toEqual(await returnedOf(district.path));
  });

  it('a number that is stored as no number comes back as the text it is', async () => {
    const [figure] = inputsOf(district.model, ENTRY);
    const { path, out } = await broken((name, xml) =>
      name.endsWith('sheet3.xml')
        ? xml.replace(/(<c r="E9"[^>]*>)(?:<v>[^<]*<\/v>)?/u, '$1<v>12,5</v>')
        : xml,
    );
    expect(figure).toMatchObject({ row: 9, column: 5 });
    expect((await run('repair', path, '--out', out)).code).toBe(0);
    const { sheets } = await readWorkbook(await readFile(out));
    const cell = sheets
      .find(({ name }) => name === ENTRY)
      ?.cells.find(({ row, column }) => row === 9 && column === 5);
    expect(cell?.value).toBe('12,5');
  });

  it('what is no workbook at all is refused', async () => {
    const { path, out } = await write(new TextEncoder().encode('không phải sổ'));
    const { code, err } = await run('repair', path, '--out', out);
    expect(code).toBe(2);
    expect(err).toContain(path);
  });
});

describe('a workbook that has lost its definition', () => {
  it('is rebuilt from the installed plans by what its key rows say', async () => {
    const { path, out } = await damaged(district.model, without(sheetNames.meta));
    const { code, err } = await run('repair', path, '--out', out);
    expect(err).toContain('--assignments');
    expect(code).toBe(0);
    const [before, after] = [await returnedOf(district.path), await returnedOf(out)];
    expect(after).toEqual(before);
    expect(after?.definition?.unit.id).toBe('VN12.106');
  });

  const noIdentity = (sheets: SheetModel[]) => {
    for (const sheet of without(sheetNames.meta)(sheets)) {
      for (const [index, { value }] of sheet.cells) {
        if (typeof value === 'string' && parseIdentityKey(value)) sheet.cells.delete(index);
      }
    }
    return without(sheetNames.meta)(sheets);
  };

  it('with nothing that says whose it is, it has to be told', async () => {
    const { path, out } = await damaged(district.model, noIdentity);
    const refused = await run('repair', path, '--out', out, '--unit', 'VN12.106');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--plan, --round');
    expect(refused.err).not.toContain('Còn thiếu: --unit');
    const options = ['--plan', 'lai-chau-2021', '--unit', 'VN12.106', '--round', district.job.period];
    expect((await run('repair', path, '--out', out, ...options)).code).toBe(0);
    expect(await returnedOf(out)).toEqual(await returnedOf(district.path));
  });

  it('a unit or round the plan does not have, a plan that is not installed, are refused', async () => {
    const { path, out } = await damaged(district.model, noIdentity);
    const by = (plan: string, unit: string, round: string) =>
      run('repair', path, '--out', out, '--plan', plan, '--unit', unit, '--round', round);
    for (const [given, word] of [
      [['lai-chau-2021', 'VN51', '2022'], '--units'],
      [['lai-chau-2021', 'VN12.106', '1999'], '1999'],
      [['khong-co', 'VN12.106', '2022'], 'khong-co'],
    ] as const) {
      const { code, err } = await by(given[0], given[1], given[2]);
      expect(code).toBe(2);
      expect(err).toContain(word);
    }
  });

  it('options that contradict the file are refused', async () => {
    const { path, out } = await damaged(district.model, without(sheetNames.meta));
    const { code, err } = await run('repair', path, '--out', out, '--unit', 'VN12.107');
    expect(code).toBe(2);
    expect(err).toContain('VN12.106');
  });
});

describe('a workbook of another version of its plan', () => {
  it('is rebuilt by its own definition, which is said', async () => {
    const { value } = readReturned((await readWorkbook(district.bytes)).sheets);
    if (!value?.definition) throw new Error('no definition');
    const [plan] = value.definition.plans;
    const model = buildWorkbook(requestOf({ ...value.definition, plans: [{ ...plan, hash: '00ff' }] }));
    expect(model).not.toEqual(district.model);
    const { path, out } = await damaged(model, without(sheetNames.guide));
    const { code, err } = await run('repair', path, '--out', out);
    expect(code).toBe(0);
    expect(err).toContain('bản khác của kế hoạch lai-chau-2021');
    expect((await returnedOf(out))?.plans.get('lai-chau-2021')).toBe('00ff');
  });
});
