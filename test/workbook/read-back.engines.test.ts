import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { cellIndex } from '../../core/sheet/model.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';
import { jobsOf, modelOf } from '../../generator/workbook/jobs.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../engines/availability.ts';
import { resaved, type Saver } from '../engines/resaved.ts';
import { workbooksOfEntries, type CorpusWorkbook } from './corpus.ts';
import { readWhole } from './read-entries.ts';
import { loadSeeds } from './seed-workbooks.ts';

/** Workbooks that hold everything that is filled in, in every form it comes in. */
let workbooks: CorpusWorkbook[] = [];

beforeAll(async () => {
  workbooks = await workbooksOfEntries();
}, 600_000);

/** Every entry and the definition are in what a program saved as they were in the file it opened. */
async function expectSame(saver: Saver): Promise<void> {
  const saved = await resaved(
    workbooks.map(({ bytes }) => bytes),
    saver,
  );
  for (const [at, { name, bytes }] of workbooks.entries()) {
    const again = await readFile(saved[at] ?? '');
    expect(await readWhole(again), name).toEqual(await readWhole(bytes));
  }
}

describeWithEngine('libreoffice', 'a workbook re-saved by LibreOffice', () => {
  it('reads back the same, with its definition', { timeout: 900_000 }, () => expectSame('libreoffice vi-VN'));
});

describeWithEngine('gnumeric', 'a workbook re-saved by Gnumeric', () => {
  it('reads back the same, with its definition', { timeout: 900_000 }, () => expectSame('gnumeric'));
});

describeWithEngine('libreoffice', 'a planner who changes a target', () => {
  it('sees the path, the gap and the verdict move', { timeout: 300_000 }, async () => {
    const { plans, catalogue } = await loadSeeds();
    const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
    const [job] = plan ? jobsOf([plan], catalogue, { sample: true, round: '2023', unit: ['VN12'] }) : [];
    if (!job) throw new Error('no workbook');
    const model = modelOf(job, catalogue);
    const sheet = model.sheets.find(({ name }) => name.startsWith('Giảm nghèo'));
    if (!sheet) throw new Error('no workbook');
    const rowOf = (field: string) => {
      const key = [...sheet.cells.values()].find(
        ({ column, value }) => column === 1 && value === `lai-chau-2021|poverty-rate|_T|change|${field}`,
      );
      if (!key) throw new Error(`no row ${field}`);
      return key.row;
    };
    const cell = (row: number, column: number) => sheet.cells.get(cellIndex(row, column));
    const base = Number(cell(rowOf('path'), 8)?.result);
    const rate = cell(rowOf('low'), 9);
    expect(rate?.value).toBe(3);
    expect(base).toBeGreaterThan(10);
    const cells = new Map(sheet.cells);
    if (rate) cells.set(cellIndex(rate.row, rate.column), { ...rate, value: 2.5 });
    const changed = {
      ...model,
      sheets: model.sheets.map((one) => (one === sheet ? { ...sheet, cells } : one)),
    };
    const [saved] = await resaved([await serialize(changed)], 'libreoffice vi-VN');
    const again = (await readWorkbook(await readFile(saved ?? ''))).sheets.find(
      ({ name }) => name === sheet.name,
    );
    const value = (row: number, column: number) =>
      again?.cells.find((one) => one.row === row && one.column === column)?.value;
    const years = [0, 1, 2, 3, 4];
    expect(years.map((offset) => Number(value(rowOf('low'), 9 + offset)))).toEqual([2.5, 2.5, 2.5, 2.5, 2.5]);
    years.forEach((offset) =>
      expect(value(rowOf('path'), 9 + offset)).toBeCloseTo(base - 2.5 * (offset + 1), 9),
    );
  });
});
