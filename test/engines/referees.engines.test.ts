import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithEngine } from './availability.ts';
import * as gnumeric from './gnumeric.ts';
import * as libreoffice from './libreoffice.ts';
import {
  storedResult,
  TRUE_RESULT,
  WRONG_RESULT,
  writeWorkbookWithJoinedNumber,
  writeWorkbookWithWrongResult,
} from './probe-workbooks.ts';

let folder = '';
let workbook = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-engines-'));
  workbook = join(folder, 'sai kết quả.xlsx');
  await writeWorkbookWithWrongResult(workbook);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the workbook the engines must correct', () => {
  it('stores the wrong result', async () => {
    expect(storedResult(await readFile(workbook))).toBe(WRONG_RESULT);
  });
});

describeWithEngine('libreoffice', 'LibreOffice as referee', () => {
  it.each(['en-US', 'vi-VN'] as const)('recalculates a wrong stored result (%s)', async (locale) => {
    const [result = ''] = await libreoffice.recalculate([workbook], join(folder, locale), { locale });
    expect(storedResult(await readFile(result))).toBe(TRUE_RESULT);
  });

  it('joins a number into text as the locale writes it', async () => {
    const source = join(folder, 'số thành chữ.xlsx');
    await writeWorkbookWithJoinedNumber(source);
    const texts: unknown[] = [];
    for (const locale of ['en-US', 'vi-VN'] as const) {
      const [result = ''] = await libreoffice.recalculate([source], join(folder, `joined-${locale}`), {
        locale,
      });
      texts.push(storedResult(await readFile(result)));
    }
    expect(texts).toEqual(['1234.5', '1234,5']);
  });

  it('converts a batch in one start and returns the results in the order of the files', async () => {
    const names = ['b.xlsx', 'a.xlsx', 'c.xlsx'];
    for (const name of names) await writeWorkbookWithWrongResult(join(folder, name));
    const results = await libreoffice.recalculate(
      names.map((name) => join(folder, name)),
      join(folder, 'batch'),
    );
    expect(results).toEqual(names.map((name) => join(folder, 'batch', name)));
    for (const result of results) expect(storedResult(await readFile(result))).toBe(TRUE_RESULT);
  });

  it('prints to PDF', async () => {
    const [result = ''] = await libreoffice.toPdf([workbook], join(folder, 'pdf'));
    expect((await readFile(result)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  it('says which file it could not convert, although LibreOffice itself ends well', async () => {
    const broken = join(folder, 'hỏng.xlsx');
    await writeFile(broken, Buffer.from('PK\u0003\u0004 not a workbook'));
    await expect(libreoffice.recalculate([broken], join(folder, 'broken'))).rejects.toThrow(/hỏng\.xlsx/u);
  });

  it('refuses to write over the workbooks it reads, and base names that collide', async () => {
    const before = (await stat(workbook)).mtimeMs;
    await expect(libreoffice.recalculate([workbook], folder)).rejects.toThrow(/must not go/u);
    await expect(
      libreoffice.recalculate([workbook, join(folder, 'x', 'sai kết quả.xlsx')], join(folder, 'y')),
    ).rejects.toThrow(/same base name/u);
    expect((await stat(workbook)).mtimeMs).toBe(before);
  });
});

describeWithEngine('gnumeric', 'Gnumeric as referee', () => {
  it('recalculates a wrong stored result', async () => {
    const result = await gnumeric.recalculate(workbook, join(folder, 'gnumeric.xlsx'));
    expect(storedResult(await readFile(result))).toBe(TRUE_RESULT);
  });

  it('says why it made no workbook', async () => {
    await expect(
      gnumeric.recalculate(join(folder, 'không có.xlsx'), join(folder, 'none.xlsx')),
    ).rejects.toThrow(/không có\.xlsx/u);
  });
});
