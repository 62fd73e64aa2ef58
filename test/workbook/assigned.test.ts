import { describe, expect, it } from 'vitest';
import { verdicts } from '../../core/target/verdict.ts';
import { cellIndex, type WorkbookModel } from '../../core/sheet/model.ts';
import { assignedWorkbooks, DECISION } from './assigned-workbooks.ts';

const ROUND = 2023;
const made = await assignedWorkbooks();

/** Verdict words of a workbook's indicator sheets in a year, by series row. */
function verdictsIn(model: WorkbookModel, year: number): string[] {
  return model.sheets.flatMap((sheet) => {
    const header = [...sheet.cells.values()].find(({ row, value }) => row === 6 && value === year);
    if (!header) return [];
    return [...sheet.cells.values()]
      .filter(({ column, value }) => column === 1 && String(value).endsWith('|verdict'))
      .map(({ row }) => String(sheet.cells.get(cellIndex(row, header.column))?.result));
  });
}

describe('a district with assigned values', () => {
  const district = () => {
    const found = made.find(({ name }) => name.startsWith('lai-chau-2021_VN12.'));
    if (!found) throw new Error('no workbook');
    return found.model;
  };

  it('is judged in the years for which it was given values, and reads "Chưa giao" in the others', () => {
    const judged = verdictsIn(district(), ROUND);
    expect(judged.length).toBeGreaterThan(10);
    expect(judged).not.toContain(verdicts.notAssigned.vi);
    expect(
      judged.filter(
        (word) => word === verdicts.met.vi || word === verdicts.exceeded.vi || word === verdicts.notMet.vi,
      ).length,
    ).toBeGreaterThan(5);
    expect(new Set(verdictsIn(district(), ROUND - 1))).toEqual(new Set([verdicts.notAssigned.vi]));
  });

  it('shows the decision and no path of the province', () => {
    const cells = district().sheets.flatMap((sheet) => [...sheet.cells.values()]);
    expect(cells.filter(({ value }) => value === DECISION).length).toBeGreaterThan(10);
    expect(cells.some(({ tag }) => tag?.endsWith('.path'))).toBe(false);
    expect(cells.some(({ tag }) => tag?.endsWith('.low'))).toBe(false);
  });
});

describe('a province with assigned values', () => {
  it('is judged by them in their years, and keeps the reference path of the plan', () => {
    const found = made.find(({ name }) => name.startsWith('lai-chau-2021_VN12_'));
    const sheet = found?.model.sheets.find(({ name }) => name === 'Việc làm và đào tạo nghề');
    if (!sheet) throw new Error('no sheet');
    const row = (field: string) => {
      const key = [...sheet.cells.values()].find(
        ({ value }) => value === `lai-chau-2021|new-jobs|_T|flow|${field}`,
      );
      if (!key) throw new Error(`no row ${field}`);
      return key.row;
    };
    const at = (field: string, column: number) => sheet.cells.get(cellIndex(row(field), column));
    // Columns I and K: 2021 and 2023; 8 500 a year is printed, 7 650 and 9 350 are assigned.
    expect([at('assigned', 9)?.value, at('assigned', 10)?.value, at('assigned', 11)?.value]).toEqual([
      7_650,
      undefined,
      9_350,
    ]);
    expect([at('path', 9)?.result, at('path', 10)?.result, at('path', 11)?.result]).toEqual([
      8_500, 17_000, 25_500,
    ]);
    const actual = Number(at('actual', 11)?.result);
    expect(at('gap', 11)?.result).toBeCloseTo(actual - 9_350, 6);
    expect(Number(at('gap', 10)?.result)).toBeCloseTo(Number(at('actual', 10)?.result) - 8_500, 6);
  });
});

describe('an average with assigned values', () => {
  it('shows the amount of the year where a value was assigned, the mean in the others', () => {
    // "Bình quân mỗi năm … trên 32.000 lao động": 2013 and 2015 are assigned.
    const model = made.find(({ name }) => name.startsWith('thai-binh-2013_VN34_'))?.model;
    const sheet = model?.sheets.find(({ name }) => name === 'Việc làm và đào tạo nghề');
    if (!sheet) throw new Error('no sheet');
    const resultsOf = (field: string) => {
      const key = `thai-binh-2013|new-jobs|_T|flow|${field}`;
      const row = [...sheet.cells.values()].find(({ value }) => value === key)?.row ?? 0;
      return [9, 10, 11].map((column) => sheet.cells.get(cellIndex(row, column)));
    };
    const [first, second, third] = resultsOf('actual').map((cell) => Number(cell?.result));
    const shown = resultsOf('result');
    expect(shown[0]?.result).toBe(first);
    expect(shown[1]?.result).toBeCloseTo(((first ?? 0) + (second ?? 0)) / 2, 6);
    expect(shown[2]?.result).toBe(third);
    expect(shown[2]?.formula).toBeTruthy();
    // A number of people is a whole one, a mean of them is not.
    expect(shown.map((cell) => cell?.format)).toEqual(['#,##0', '#,##0.00', '#,##0']);
    const [gap, assigned] = [resultsOf('gap')[2], resultsOf('assigned')[2]];
    expect(gap?.result).toBeCloseTo(Number(shown[2]?.result) - Number(assigned?.value), 6);
  });
});
