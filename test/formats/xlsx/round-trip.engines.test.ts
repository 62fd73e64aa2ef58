import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithEngine } from '../../engines/availability.ts';
import * as gnumeric from '../../engines/gnumeric.ts';
import * as libreoffice from '../../engines/libreoffice.ts';
import { arbitraryWorkbook, type CellsByAddress, writeWithExceljs } from './arbitrary-cells.ts';
import { readCells } from './read-cells.ts';

/** The same twenty workbooks for each engine, whatever the run. */
const SAMPLES = fc.sample(arbitraryWorkbook, { numRuns: 20, seed: 20_131_130 });
let folder = '';
const files: string[] = [];
const expectations: CellsByAddress[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-round-trip-'));
  for (const [index, sample] of SAMPLES.entries()) {
    const { bytes, expected } = await writeWithExceljs(sample);
    const file = join(folder, `mẫu ${index}.xlsx`);
    await writeFile(file, bytes);
    files.push(file);
    expectations.push(expected);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describeWithEngine('libreoffice', 'a workbook saved again by LibreOffice', () => {
  it('reads back to the same values', async () => {
    const results = await libreoffice.recalculate(files, join(folder, 'libreoffice'), { locale: 'vi-VN' });
    for (const [index, result] of results.entries()) {
      const { [index]: expected = {} } = expectations;
      const found = await readCells(await readFile(result));
      expect(withoutLibreOfficeHabits(found, expected)).toEqual(expected);
    }
  });
});

describeWithEngine('gnumeric', 'a workbook saved again by Gnumeric', () => {
  it('reads back to the same values', async () => {
    for (const [index, file] of files.entries()) {
      const result = await gnumeric.recalculate(file, join(folder, `gnumeric ${index}.xlsx`));
      expect(await readCells(await readFile(result))).toEqual(expectations[index]);
    }
  });
});

/**
 * LibreOffice stores 15 significant digits, and a typed TRUE or FALSE as the formula TRUE() or FALSE():
 * these two differences are its own and are taken out of what was read.
 */
function withoutLibreOfficeHabits(found: CellsByAddress, expected: CellsByAddress): CellsByAddress {
  for (const [name, cells] of Object.entries(found)) {
    for (const [address, cell] of Object.entries(cells)) {
      const wanted = expected[name]?.[address]?.value;
      if (typeof cell.value === 'number' && typeof wanted === 'number') {
        if (Math.abs(cell.value - wanted) <= 1e-14 * Math.abs(wanted)) cell.value = wanted;
      }
      if (cell.formula === 'TRUE()' || cell.formula === 'FALSE()') cell.formula = null;
    }
  }
  return found;
}
