import { writeFile } from 'node:fs/promises';
import { read } from '@e965/xlsx';
import ExcelJS from 'exceljs';

/** The result of the formula of the first workbook below, and what is stored instead. */
export const TRUE_RESULT = 42;
export const WRONG_RESULT = -999;

const SHEET = 'Tính';

/** Writes a workbook whose formula in A3 carries a wrong stored result. */
export function writeWorkbookWithWrongResult(path: string): Promise<void> {
  return writeProbe(path, [40, 2, { formula: 'A1+A2', result: WRONG_RESULT }]);
}

/** Writes a workbook whose formula in A3 joins 1234.5 into a text. */
export function writeWorkbookWithJoinedNumber(path: string): Promise<void> {
  return writeProbe(path, [1234.5, null, { formula: 'A1&""', result: '' }]);
}

/** The value stored in A3, read with a library other than the product's own reader. */
export function storedResult(bytes: Uint8Array): unknown {
  return read(bytes, { type: 'array' }).Sheets[SHEET]?.['A3']?.v;
}

async function writeProbe(path: string, columnA: ExcelJS.CellValue[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(SHEET);
  columnA.forEach((value, index) => {
    sheet.getCell(index + 1, 1).value = value;
  });
  await writeFile(path, new Uint8Array(await workbook.xlsx.writeBuffer()));
}
