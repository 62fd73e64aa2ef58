import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cellAddress } from '../../../core/sheet/address.ts';
import { readWorkbook } from '../../../formats/xlsx/read.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import { resaved, type Saver } from '../../engines/resaved.ts';
import { same } from '../../workbook/agreement.ts';
import { writtenInParts, type InParts } from './parts-fixture.ts';

let made: InParts;
beforeAll(async () => {
  made = await writtenInParts();
});
afterAll(() => made.gone());

/** Results of all formulas by their place. */
async function resultsIn(bytes: Uint8Array): Promise<Map<string, number | string>> {
  const { sheets } = await readWorkbook(bytes);
  return new Map(
    sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, formula, value }) =>
        formula === null
          ? []
          : [
              [
                `${name}!${cellAddress(row, column)}`,
                typeof value === 'number' ? value : String(value ?? ''),
              ],
            ],
      ),
    ),
  );
}

async function expectAgreement(saver: Saver): Promise<void> {
  const names = await readdir(made.folder);
  const before = await Promise.all(names.map((name) => readFile(join(made.folder, name))));
  const paths = await resaved(before, saver);
  for (const [at, bytes] of before.entries()) {
    const results = await resultsIn(bytes);
    expect(results.size).toBeGreaterThan(100);
    const again = await resultsIn(await readFile(paths[at] ?? ''));
    const differing = [...results].filter(([place, result]) => !same(again.get(place) ?? null, result));
    expect(differing.map(([place, result]) => [place, result, again.get(place)])).toEqual([]);
  }
}

describeWithEngine('libreoffice', 'LibreOffice gives the totals of several workbooks that core gave', () => {
  it('in Vietnamese', { timeout: 600_000 }, () => expectAgreement('libreoffice vi-VN'));
});

describeWithEngine('gnumeric', 'Gnumeric gives the totals of several workbooks that core gave', () => {
  it('in its own locale', { timeout: 600_000 }, () => expectAgreement('gnumeric'));
});
