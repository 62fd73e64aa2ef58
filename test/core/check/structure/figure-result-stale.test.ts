import { beforeAll, describe, expect, it } from 'vitest';
import { checkStructure } from '../../../../core/check/structure/check-structure.ts';
import type { SpotData } from '../../../../core/check/structure/fold.ts';
import { figureResultStale } from '../../../../core/check/structure/rules/figure-result-stale.ts';
import { formulaResults } from '../../../../core/returned/formula-result.ts';
import { cellAddress } from '../../../../core/sheet/address.ts';
import type { WorkbookFacts } from '../../../../core/sheet/facts.ts';
import type { CellModel, WorkbookModel } from '../../../../core/sheet/model.ts';
import { sheetNames } from '../../../../core/workbook/contract.ts';
import { withCell } from './damage.ts';
import { factsOf } from './facts-of.ts';
import { rebuilt, seedModel } from './models.ts';

const { entry: ENTRY } = sheetNames;
let model: WorkbookModel;
let facts: WorkbookFacts;
let first: CellModel;
let second: CellModel;
beforeAll(async () => {
  ({ model } = await seedModel('quang-ngai-2021', 'VN51'));
  facts = factsOf(model);
  const cells = [...(model.sheets.find(({ name }) => name === ENTRY)?.cells.values() ?? [])];
  const figures = cells.filter(({ style, value }) => style === 'input' && typeof value === 'number');
  const [one, other] = figures;
  if (!one || !other) throw new Error('The workbook has too few figures.');
  [first, second] = [one, other];
});

function said(formula: string, value: number) {
  const found = withCell(facts, ENTRY, first, { formula, value });
  return checkStructure(rebuilt(model), found, { has: 'file' }).findings.filter(
    ({ code }) => code === figureResultStale.code,
  );
}

describe('a figure by a formula that was not calculated anew', () => {
  it('is named with what is kept and what the formula comes to', () => {
    const other = Number(second.value);
    const [found, ...more] = said(`${cellAddress(second.row, second.column)}+5`, other + 50);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: 'warning', place: { sheet: ENTRY }, found: other + 50 });
    expect((found?.data as SpotData).expected).toBe(other + 5);
  });

  it('is none where the file keeps what it comes to, but for the last digits of a double', () => {
    const address = cellAddress(second.row, second.column);
    const other = Number(second.value);
    for (const [formula, value] of [
      [`${address}+5`, other + 5],
      [`${address}/3`, other / 3 + 1e-11],
      [`'${ENTRY}'!${address}`, other],
    ] as const)
      expect(said(formula, value)).toEqual([]);
  });

  it('is none where nobody here can tell what it comes to', () => {
    for (const formula of [
      '[1]Sheet1!$A$1',
      'FILTER(A1:A9,A1:A9>0)',
      'SUM(A:A)',
      "'Không có'!A1+1",
      'A1+',
      '',
    ])
      expect(said(formula, 106)).toEqual([]);
  });
});

describe('formulaResults', () => {
  const resultOf = formulaResults([
    {
      name: 'Số',
      cells: [
        { row: 1, column: 1, value: 100 },
        { row: 2, column: 1, value: 6.5 },
        { row: 3, column: 1, value: 'chữ' },
        { row: 4, column: 1, value: { error: '#N/A' } },
        { row: 5, column: 1, value: null, formula: 'A1' },
      ],
    },
  ]);
  it.each<[string, number | boolean | null]>([
    ['A1+A2', 106.5],
    ['SUM(A1:A3)', 106.5],
    ['ROUND(A2,0)', 7],
    ['số!A1*2', 200],
    ['A9+1', 1],
    ['A1>A2', true],
    ['IF(A1>A2,1,0)', 1],
    ['A3+1', null],
    ['A4+1', null],
    ['A5+1', null],
    ['A1/0', null],
    ['RAND()', null],
    ['"106"', null],
    [`${'1+'.repeat(900)}1`, 901],
    [`${'('.repeat(900)}1${')'.repeat(900)}`, 1],
    [`${'-'.repeat(32_000)}1`, null],
  ])('%s', (formula, expected) => {
    expect(resultOf(formula, { sheet: 'Số', row: 9, column: 2 })).toBe(expected);
  });
});
