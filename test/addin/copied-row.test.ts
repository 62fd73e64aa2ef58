import { beforeAll, describe, expect, it } from 'vitest';
import { WrittenReasons } from '../../addin/page/written-reasons.ts';
import { reasonCell, standingReasons } from '../../addin/pane/reason-cell.ts';
import { checkStructure } from '../../core/check/structure/check-structure.ts';
import { figuresOf } from '../../core/exchange/from-workbook.ts';
import { tidyReturn } from '../../core/exchange/tidy.ts';
import { openDamaged } from '../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../core/repair/repair-workbook.ts';
import { readReturned } from '../../core/returned/read.ts';
import { typedFigures } from '../../core/returned/typed-figures.ts';
import { cellAddress } from '../../core/sheet/address.ts';
import type { FormulaCell, WorkbookFacts } from '../../core/sheet/facts.ts';
import { cellIndex, type WorkbookModel } from '../../core/sheet/model.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { withCell, withSheet } from '../core/check/structure/damage.ts';
import { factsOf } from '../core/check/structure/facts-of.ts';
import { rebuilt, seedModel } from '../core/check/structure/models.ts';
import { inputsOf, sheetOf } from '../core/repair/tokens.ts';

const ENTRY = sheetNames.entry;
const COPY = 500;

let model: WorkbookModel;
let key: string;
let at: { row: number; column: number };

beforeAll(async () => {
  ({ model } = await seedModel('quang-ngai-2021', 'VN51'));
  const [cell] = inputsOf(model, ENTRY, 'reason');
  if (!cell) throw new Error('no reasons');
  at = { row: cell.row, column: cell.column };
  key = String(sheetOf(model, ENTRY).cells.get(cellIndex(cell.row, 1))?.value);
});

/** The row once more further down, with the reasons of both. */
function copied(first: FormulaCell['value'], copy: FormulaCell['value']): WorkbookFacts {
  const typed = withCell(factsOf(model), ENTRY, at, { value: first });
  return withSheet(typed, ENTRY, ({ cells }) => ({
    cells: [
      ...cells,
      ...cells
        .filter(({ row, column, formula }) => row === at.row && column !== at.column && formula === null)
        .map((cell) => ({ ...cell, row: COPY })),
      { row: COPY, column: at.column, value: copy, formula: null },
    ],
  }));
}

function returnedFrom({ sheets }: WorkbookFacts) {
  const { value } = readReturned(sheets);
  if (!value?.definition) throw new Error('not read');
  return { ...value, definition: value.definition };
}

function inRow(facts: WorkbookFacts): string | null {
  const { tables } = tidyReturn(figuresOf(returnedFrom(facts)), null);
  const reasons = tables
    .flatMap(({ rows }) => rows)
    .filter(({ indicator, stratum, reason }) => `${indicator}|${stratum}` === key && reason !== null)
    .map(({ reason }) => reason);
  expect(new Set(reasons).size).toBe(1);
  return String(reasons[0]);
}

function repairedFrom(facts: WorkbookFacts) {
  const repaired = repairWorkbook(openDamaged(facts), returnedFrom(facts).definition);
  if (!repaired) throw new Error('too much');
  return repaired;
}

describe('the reason in a copied row', () => {
  it.each<[string, FormulaCell['value'], FormulaCell['value'], 'first' | 'copy']>([
    ['where both say something', 'Mưa lũ', 'Tách hộ', 'first'],
    ['where the copy alone says something', null, 'Tách hộ', 'copy'],
    ['where the first holds nothing but spaces', '  ', 'Tách hộ', 'copy'],
    ['where the copy is blank', 'Mưa lũ', null, 'first'],
    ['where a program took one for a number', 1841, 'Tách hộ', 'first'],
  ])('is that of one cell for check, pane, page, CSV and repair: %s', (_, first, copy, wanted) => {
    const facts = copied(first, copy);
    const text = String(wanted === 'first' ? first : copy);
    const address = cellAddress(wanted === 'first' ? at.row : COPY, at.column);

    expect(typedFigures(returnedFrom(facts)).reasons.get(key)).toBe(text);
    expect(reasonCell(facts.sheets, key)?.address).toBe(address);
    expect(standingReasons(facts.sheets).get(key)).toBe(text);
    const written = new WrittenReasons();
    written.write(facts, { key, period: '', text: 'Lời mới' });
    expect(written.texts(facts).map((one) => one.address)).toEqual([address]);
    expect(inRow(facts)).toBe(text);
    const { model: repaired } = repairedFrom(facts);
    const cell = sheetOf(repaired, ENTRY).cells.get(cellIndex(at.row, at.column));
    expect(String(cell?.value)).toBe(text);
  });

  it('is not the only one anybody hears of: what the other cell says is reported and listed', () => {
    const facts = copied('Mưa lũ', 'Tách hộ');
    expect(checkStructure(rebuilt(model), facts).findings).toMatchObject([
      { code: 'remark-in-two-places', data: { first: 'Mưa lũ', other: 'Tách hộ' } },
    ]);
    expect(repairedFrom(facts).unplaced.map(({ value }) => value)).toEqual(['Tách hộ']);
  });
});
