import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import type { CellContent, ReadCell } from '../../../formats/xlsx/cells.ts';

/** Sheets by name, cells by address, as tests compare them. */
export type CellsByAddress = Record<string, Record<string, { value: CellContent; formula: string | null }>>;

/** Texts a person can type: any script, quotes, markup characters, outer spaces, line breaks, digits. */
const cellText = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.stringMatching(/^[ \n]{0,2}[-+=<>&"'0-9a-zăđ.,%; \n]{1,20}[ \n]{0,2}$/u),
    fc.constantFrom(
      '1.234',
      '007',
      'TRUE',
      '#N/A',
      '=1+1',
      "'x",
      '…',
      '-',
      'Tỷ lệ hộ nghèo',
      '1e5',
      '2013-S1',
    ),
  )
  // Control characters cannot be typed into a cell, and exceljs leaves them out of the file.
  .filter((text) => !/[\p{Cc}\p{Cn}]|_x[0-9a-f]{4}_/iu.test(text.replaceAll('\n', '')));

const cellNumber = fc
  .oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 100),
    fc.constantFrom(0, 1, 0.1, 1e-7, 123_456_789.123),
  )
  // xlsx has no negative zero, and engines turn the very smallest doubles to zero.
  .map((value) => (Math.abs(value) < 1e-300 ? 0 : value));

const scalar = fc.oneof(cellNumber, cellText, fc.boolean());

/** One cell: a value, or a formula whose result is the value of the cell it refers to. */
const cell = fc.record({
  row: fc.integer({ min: 1, max: 60 }),
  column: fc.integer({ min: 1, max: 30 }),
  value: scalar,
});

const sheet = fc.record({
  cells: fc.uniqueArray(cell, { selector: ({ row, column }) => `${row},${column}`, maxLength: 60 }),
  /** Indices of cells that a formula on the far right repeats. */
  repeated: fc.array(fc.nat(59), { maxLength: 5 }),
});

/** Random workbooks of one to three sheets. */
export const arbitraryWorkbook = fc.array(sheet, { minLength: 1, maxLength: 3 });

const FORMULA_COLUMN = 40;

/** Writes the random sheets with exceljs and says what a reader must find. */
export async function writeWithExceljs(
  sheets: readonly (typeof arbitraryWorkbook extends fc.Arbitrary<(infer S)[]> ? S : never)[],
): Promise<{ bytes: Uint8Array; expected: CellsByAddress }> {
  const workbook = new ExcelJS.Workbook();
  const expected: CellsByAddress = {};
  sheets.forEach(({ cells, repeated }, index) => {
    const name = `Trang ${index + 1}`;
    const worksheet = workbook.addWorksheet(name);
    const found: CellsByAddress[string] = {};
    for (const { row, column, value } of cells) {
      const target = worksheet.getCell(row, column);
      target.value = value;
      found[target.address] = { value, formula: null };
    }
    repeated.forEach((which, order) => {
      const source = cells[which];
      if (source === undefined) return;
      const formula = worksheet.getCell(source.row, source.column).address;
      const target = worksheet.getCell(order + 1, FORMULA_COLUMN);
      target.value = { formula, result: source.value };
      found[target.address] = { value: source.value, formula };
    });
    expected[name] = found;
  });
  return { bytes: new Uint8Array(await workbook.xlsx.writeBuffer()), expected };
}

/** Puts cells as read into the shape tests compare. */
export function byAddress(
  cells: readonly ReadCell[],
  address: (row: number, column: number) => string,
): CellsByAddress[string] {
  return Object.fromEntries(
    cells.map(({ row, column, value, formula }) => [address(row, column), { value, formula }]),
  );
}
