import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isReasonForTwoFormula, isReasonFormula } from '../../../core/rules/reason.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import * as gnumeric from '../../engines/gnumeric.ts';
import * as libreoffice from '../../engines/libreoffice.ts';
import { reasonCases } from './reason-cases.ts';

/** The engines as referees between what core and a cell take for a reason. */
let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-reasons-'));
  file = join(folder, 'lý do.xlsx');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Lý do');
  reasonCases.forEach(({ cell }, at) => {
    const row = at + 1;
    sheet.getCell(row, 1).value = cell as ExcelJS.CellValue;
    [isReasonFormula, isReasonForTwoFormula].forEach((formula, offset) => {
      sheet.getCell(row, 2 + offset).value = { formula: formula(`$A$${row}`), result: 'not computed' };
    });
  });
  await writeFile(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function expectSame(path: string): Promise<void> {
  const { sheets } = await readWorkbook(new Uint8Array(await readFile(path)));
  const cells = new Map(sheets[0]?.cells.map(({ row, column, value }) => [`${row}:${column}`, value]));
  // Whether a text gives two reasons is asked of reasons alone.
  const found = reasonCases.map(({ cell, words }, at) => ({
    cell,
    words: cells.get(`${at + 1}:2`),
    two: words ? cells.get(`${at + 1}:3`) : false,
  }));
  expect(found).toEqual(reasonCases.map(({ cell, words, two = false }) => ({ cell, words, two })));
}

describeWithEngine('libreoffice', 'LibreOffice takes for a reason what core does', () => {
  it.each(['en-US', 'vi-VN'] as const)('in %s', async (locale) => {
    const [recalculated = ''] = await libreoffice.recalculate([file], join(folder, locale), { locale });
    await expectSame(recalculated);
  });
});

describeWithEngine('gnumeric', 'Gnumeric takes for a reason what core does', () => {
  it('in its own locale', async () => {
    await expectSame(await gnumeric.recalculate(file, join(folder, 'gnumeric.xlsx')));
  });
});
