import { beforeAll, describe, expect, it } from 'vitest';
import { Recalculation, type NewResult } from '../../../../core/sheet/evaluate/recalculation.ts';
import { newSheet, put } from '../../../../core/sheet/draft.ts';
import { cellIndex, type SheetModel } from '../../../../core/sheet/model.ts';
import { jobsOf, modelOf } from '../../../../generator/workbook/jobs.ts';
import { loadSeeds, type Seeds } from '../../../workbook/seed-workbooks.ts';

/** Cells of column A of a sheet, from the first row on. */
function sheetOf(...cells: (number | string | { formula: string; result: number | string })[]): SheetModel {
  const sheet = newSheet('Số liệu', []);
  cells.forEach((cell, at) => put(sheet, at + 1, 1, 'plain', cell));
  return sheet;
}

const at = (row: number) => ({ sheet: 0, row, column: 1 });
const byRow = (results: readonly NewResult[]) =>
  [...results].sort((a, b) => a.row - b.row).map(({ row, result }) => [row, result]);

describe('the formulas of a workbook, computed anew', () => {
  let seeds: Seeds;
  beforeAll(async () => {
    seeds = await loadSeeds();
  });

  it('come to what core says, blank and filled, in workbooks of provinces, districts and communes', () => {
    let formulas = 0;
    for (const plan of seeds.plans.filter(({ file }) => file.id !== 'lai-chau-2012'))
      for (const sample of [false, true]) {
        const jobs = jobsOf([plan], seeds.catalogue, { sample });
        for (const job of [jobs[0], jobs[1]]) {
          if (!job) continue;
          const { sheets } = modelOf(job, seeds.catalogue);
          // It refuses a workbook of which one result is another.
          const graph = new Recalculation(sheets);
          expect(graph.results([])).toEqual([]);
          formulas += sheets.flatMap(({ cells }) => [...cells.values()]).filter((one) => one.formula).length;
        }
      }
    expect(formulas).toBeGreaterThan(10_000);
  });

  it('are computed where something they look at comes to something else, and only there', () => {
    const graph = new Recalculation([
      sheetOf(
        ...[5, 'x'],
        { formula: 'IF(ISNUMBER(A1),A1*2,"")', result: 10 },
        { formula: 'IF(A3>8,"nhiều","ít")', result: 'nhiều' },
        { formula: 'COUNTIF(A1:A3,">=5")', result: 2 },
      ),
    ]);
    expect(byRow(graph.results([{ ...at(1), value: 6 }]))).toEqual([[3, 12]]);
    expect(byRow(graph.results([{ ...at(1), value: 3 }]))).toEqual([
      [3, 6],
      [4, 'ít'],
      [5, 1],
    ]);
    expect(byRow(graph.results([{ ...at(1), value: '-' }]))).toContainEqual([3, '']);
    expect(graph.results([{ ...at(1), value: 5 }])).toEqual([]);
  });

  it('may be others for a while', () => {
    const graph = new Recalculation([
      sheetOf(5, { formula: 'A1-5', result: 0 }, { formula: 'A2+1', result: 1 }),
    ]);
    expect(byRow(graph.results([{ ...at(2), formula: 'A1-2' }]))).toEqual([
      [2, 3],
      [3, 4],
    ]);
    expect(graph.results([])).toEqual([]);
  });

  it.each([
    ['a result that is another', { formula: '1+1', result: 3 }],
    ['a function that is not known', { formula: 'VLOOKUP(1,A1:A1,1,FALSE)', result: 1 }],
    ['a text in a computation', { formula: '"5"+1', result: 6 }],
    ['an error as a result', { formula: '1/0', result: '#DIV/0!' }],
    ['a formula computed from itself', { formula: 'A1', result: 0 }],
  ])('are left to others where there is %s', (_, cell) => {
    expect(() => new Recalculation([sheetOf(cell)])).toThrowError(
      expect.objectContaining({ name: 'NotComputed' }) as Error,
    );
  });

  it('that look at the place of a cell are not computed from it', () => {
    const sheet = sheetOf({ formula: 'ROWS($A$1:$A1)', result: 1 });
    expect(new Recalculation([sheet]).dependents([at(1)])).toEqual([]);
    expect(sheet.cells.has(cellIndex(1, 1))).toBe(true);
  });
});
