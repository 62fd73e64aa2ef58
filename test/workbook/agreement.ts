import { readFile } from 'node:fs/promises';
import { cellAddress, parseAddress } from '../../core/sheet/address.ts';
import { cellIndex, type WorkbookModel } from '../../core/sheet/model.ts';
import type { CellContent, ReadWorkbook } from '../../formats/xlsx/cells.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';

/** How far two numbers may lie apart and still be the same result. */
const RELATIVE = 1e-9;

/** What a comparison of one recalculated file with its model says. */
export interface Agreement {
  /** Cells whose results differ, readable. */
  differences: string[];
  /** Non-blank numeric results compared, by tag (`level.path`, `count` …). */
  numbers: Map<string, number>;
  /** Text results compared, by tag. */
  texts: Map<string, number>;
}

/** Compares every formula's result in a file with the result core gave it. */
export async function compareWithModel(path: string, model: WorkbookModel): Promise<Agreement> {
  return agreementOf(await readWorkbook(new Uint8Array(await readFile(path))), model);
}

/** {@link compareWithModel} of a file that was read. */
export function agreementOf(workbook: ReadWorkbook, model: WorkbookModel): Agreement {
  const agreement: Agreement = { differences: [], numbers: new Map(), texts: new Map() };
  for (const sheet of model.sheets) {
    const read = workbook.sheets.find(({ name }) => name === sheet.name);
    const cells = new Map((read?.cells ?? []).map((cell) => [cellIndex(cell.row, cell.column), cell]));
    for (const [index, cell] of sheet.cells) {
      if (cell.formula === undefined) continue;
      const stored = cells.get(index);
      const found = stored?.value ?? '';
      const expected = cell.result ?? '';
      const tag = cell.tag ?? 'untagged';
      const place = () => `${sheet.name}!${cellAddress(cell.row, cell.column)}`;
      if ((stored?.formula ?? null) === null) {
        agreement.differences.push(`${place()}: the formula is gone`);
      } else if (!same(found, expected)) {
        agreement.differences.push(
          `${place()} [${tag}]: stored ${JSON.stringify(expected)}, found ${JSON.stringify(found)} = ${cell.formula}`,
        );
      }
      const counted = typeof expected === 'number' ? agreement.numbers : agreement.texts;
      counted.set(tag, (counted.get(tag) ?? 0) + 1);
    }
  }
  return agreement;
}

/** Whether a program has come to a result, as far as programs do not differ. */
export function same(found: CellContent, expected: number | string): boolean {
  if (typeof expected === 'string' || typeof found !== 'number') return found === expected;
  const size = Math.max(Math.abs(found), Math.abs(expected));
  return Math.abs(found - expected) <= RELATIVE * Math.max(size, 1e-9);
}

/** Address of a cell as row and column; for tests that edit by address. */
export function positionOf(address: string): { row: number; column: number } {
  const position = parseAddress(address);
  if (!position) throw new Error(`${address} is no address of a cell.`);
  return position;
}
