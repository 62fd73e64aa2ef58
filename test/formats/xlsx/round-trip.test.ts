import { read } from '@e965/xlsx';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryWorkbook, type CellsByAddress, writeWithExceljs } from './arbitrary-cells.ts';
import { readCells } from './read-cells.ts';

describe('a workbook written by exceljs', () => {
  it('reads back equal', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryWorkbook, async (sheets) => {
        const { bytes, expected } = await writeWithExceljs(sheets);
        expect(await readCells(bytes)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('reads as another reader reads it', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryWorkbook, async (sheets) => {
        const { bytes } = await writeWithExceljs(sheets);
        expect(await readCells(bytes)).toEqual(readWithSheetjs(bytes));
      }),
      { numRuns: 50 },
    );
  });
});

function readWithSheetjs(bytes: Uint8Array): CellsByAddress {
  const workbook = read(bytes, { type: 'array', cellFormula: true, cellText: false });
  return Object.fromEntries(
    workbook.SheetNames.map((name) => {
      const cells = Object.entries(workbook.Sheets[name] ?? {}).filter(
        ([address]) => !address.startsWith('!'),
      );
      return [
        name,
        Object.fromEntries(cells.map(([address, { v, f }]) => [address, { value: v, formula: f ?? null }])),
      ];
    }),
  );
}
