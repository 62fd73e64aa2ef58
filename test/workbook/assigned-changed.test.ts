import { expect, it } from 'vitest';
import { figureKey } from '../../core/observation/key.ts';
import type { CellModel, SheetModel } from '../../core/sheet/model.ts';
import { cellAddress } from '../../core/sheet/address.ts';
import { buildWorkbook } from '../../core/template/build.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { jobsOf, requestOf } from '../../generator/workbook/jobs.ts';
import { loadSeeds } from './seed-workbooks.ts';

/** A district's workbook of 2023 to which jobs were assigned for two years. */
async function sheetsOf(): Promise<(name: string) => SheetModel> {
  const { catalogue, plans } = await loadSeeds();
  const own = plans.find(({ file }) => file.id === 'lai-chau-2021');
  const [job] = own ? jobsOf([own], catalogue, { round: '2023', unit: ['VN12.106'] }) : [];
  if (!job) throw new Error('no such district');
  const assigned = new Map([
    [2023, { comparator: '>=' as const, value: 1_050, decision: '1520/QĐ-UBND' }],
    [2024, { comparator: '>=' as const, value: 1_100, decision: '33/QĐ-UBND' }],
  ]);
  const { sheets } = buildWorkbook({
    ...requestOf(job, catalogue),
    assigned: (key) => (key === figureKey('new-jobs', null) ? assigned : new Map()),
  });
  return (name) => {
    const sheet = sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  };
}

const cellsOf = (sheet: SheetModel): CellModel[] => [...sheet.cells.values()];

it('a changed assigned value is marked in its cell, in words beside it and on the form', async () => {
  const sheetOf = await sheetsOf();
  const indicators = sheetOf(sheetNames.indicators);
  const given = cellsOf(indicators).filter(({ decision }) => decision !== undefined);
  expect(given.map(({ value }) => value)).toEqual([1_050, 1_100]);
  for (const { row, column, value } of given) {
    const address = cellAddress(row, column);
    const format = indicators.conditional.find(({ range }) => range === address);
    expect(format).toMatchObject({ look: 'bad' });
    expect(format?.condition).toContain(`-${value}`);
  }
  const label = cellsOf(indicators).find(({ tag }) => tag === 'assigned.label');
  expect(label).toMatchObject({ row: given[0]?.row, result: 'Giá trị được giao' });
  expect(label?.formula).toContain('Giá trị được giao – ĐÃ BỊ SỬA');
  const form = sheetOf(sheetNames.entry);
  const states = cellsOf(form).filter(({ tag, formula }) => tag === 'check.row' && formula?.includes('1050'));
  expect(states).toHaveLength(1);
  // The year of the round alone decides; that a value of a later year was changed is said on its own sheet.
  expect(states[0]?.formula).not.toContain('1100');
});
