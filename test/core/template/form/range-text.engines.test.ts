import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rangeText, rangeTextFormula } from '../../../../core/template/form/range-text.ts';
import { readWorkbook } from '../../../../formats/xlsx/read.ts';
import { describeWithEngine } from '../../../engines/availability.ts';
import * as gnumeric from '../../../engines/gnumeric.ts';
import * as libreoffice from '../../../engines/libreoffice.ts';

/** Bounds that end in a half, which no binary number holds: FIXED alone gives 39.99, 1.00 and 0.28. */
const RANGES = [
  [39.995, 40.125],
  [1.005, 1.255],
  [-0.285, 0.285],
] as const;
const EXPECTED = RANGES.map(([low, high]) => rangeText({ low, high, decimals: 2, unit: '%' }));

let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-ranges-'));
  file = join(folder, 'khoảng.xlsx');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Khoảng');
  RANGES.forEach(([low, high], at) => {
    const [first, second] = [`A${at + 1}`, `B${at + 1}`];
    const formula = rangeTextFormula({ low: first, high: second, decimals: 2, unit: '%' });
    sheet.addRow([low, high, { formula, result: 'not computed' }]);
  });
  await writeFile(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function expectSame(path: string): Promise<void> {
  const { sheets } = await readWorkbook(new Uint8Array(await readFile(path)));
  const texts = sheets[0]?.cells.filter(({ column }) => column === 3).map(({ value }) => value);
  expect(texts).toEqual(EXPECTED);
}

describeWithEngine('libreoffice', 'LibreOffice prints a range of halves as core does', () => {
  it('in the locale of an officer', async () => {
    const [recalculated = ''] = await libreoffice.recalculate([file], join(folder, 'vi'), {
      locale: 'vi-VN',
    });
    await expectSame(recalculated);
  });
});

describeWithEngine('gnumeric', 'Gnumeric prints a range of halves as core does', () => {
  it('in its own locale', async () => {
    await expectSame(await gnumeric.recalculate(file, join(folder, 'gnumeric.xlsx')));
  });
});
