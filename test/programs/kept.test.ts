import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { leftOf } from './left.ts';

/** A workbook as a program saved it, that the tests cannot run. */
interface Kept {
  program: string;
  /** What was run over `given.xlsx`. */
  command: string;
  /** What is read otherwise than it was typed, pair by pair, or of how many entries. */
  otherwise: readonly (readonly [typed: unknown, read: unknown])[] | number;
  /** How many cells a repair lists; `many` are results of formulas that are gone, or words of an earlier layout. */
  listed: number | 'many' | 'cannot be repaired';
  /** Findings that `given.xlsx` does not have. */
  newly: readonly string[];
  /** At least so many errors, where figures came back as something else. */
  errors?: number;
}

/**
 * Over `given.xlsx`, which is `test/workbook/issued/schema-2.xlsx` with figures and reasons as people type and paste
 * them. Each file beside it was saved by the program of its name in November 2026, on Debian 12 and Node 20.
 */
const kept: Record<string, Kept> = {
  'xlsx-populate': {
    program: 'xlsx-populate 1.21.0',
    command: 'fromFileAsync(given).then((workbook) => workbook.toFileAsync(saved))',
    // Every text that looks like a number becomes one.
    otherwise: [['1.234', 1.234]],
    listed: 0,
    newly: ['figure-not-whole'],
  },
  hucre: {
    program: 'hucre 1.0.0',
    command: 'saveXlsx(await openXlsx(given))',
    otherwise: [],
    listed: 0,
    newly: [],
  },
  carbone: {
    program: 'carbone 3.8.2',
    command: 'render(given, {})',
    // Cells after a gap move left and up: nothing is where its key says.
    otherwise: 73,
    listed: 'cannot be repaired',
    newly: ['definition-damaged'],
  },
  'excelize-wasm': {
    program: 'excelize-wasm 0.1.3',
    command: 'OpenReader(given).WriteToBuffer()',
    otherwise: [],
    listed: 0,
    newly: [],
  },
  openxlsx: {
    program: 'R openxlsx 4.2.5.2',
    command: 'saveWorkbook(loadWorkbook(given), saved)',
    otherwise: [],
    listed: 0,
    newly: [],
  },
  pandas: {
    program: 'pandas 1.5.3 with openpyxl 3.0.9',
    command: 'read_excel(given, sheet_name=None, header=None), each to_excel(…, header=False, index=False)',
    // A formula is made of the one, no value of the other.
    otherwise: [
      ['=1+1', null],
      ['NA', null],
    ],
    listed: 'many',
    newly: ['figure-without-key', 'remark-without-key', 'remark-without-result'],
  },
  gdal: {
    program: 'GDAL 3.6.2',
    command: 'ogr2ogr -f XLSX saved given',
    // Every figure is a text, which is an error; the given workbook has that of four.
    otherwise: 57,
    listed: 'many',
    newly: ['remark-without-key'],
    errors: 57,
  },
  calligra: {
    program: 'Calligra Sheets 3.2.1, then LibreOffice 7.4.7',
    command: 'calligraconverter --batch given saved.ods; soffice --convert-to xlsx saved.ods',
    otherwise: [
      ['Dòng một\nDòng hai', 'Dòng mộtDòng hai'],
      ['cột\ttab', 'cộttab'],
      [true, 1],
    ],
    // Its sheets are not protected any more: numbers of the heads that the form prints otherwise now.
    listed: 5,
    newly: [],
  },
};

const bytesOf = async (name: string) =>
  new Uint8Array(await readFile(new URL(`kept/${name}.xlsx`, import.meta.url)));

describe.each(Object.entries(kept))('%s', (name, { otherwise, listed, newly, errors }) => {
  it('leaves what is known of it', async () => {
    const left = await leftOf(await bytesOf('given'), await bytesOf(name));
    expect(typeof otherwise === 'number' ? left.otherwise.length : left.otherwise).toEqual(otherwise);
    expect(left.newly).toEqual(newly);
    if (listed === 'many') expect(left.listed).toBeGreaterThan(100);
    else expect(left.listed).toBe(listed === 'cannot be repaired' ? null : listed);
    expect(left.errors).toBeGreaterThanOrEqual(errors ?? 0);
    // What a repair reads is what the check reads: nothing gets lost between the two.
    if (left.listed !== null) expect(left.afterRepair).toEqual(left.otherwise);
  });
});
