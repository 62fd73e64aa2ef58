import { beforeAll, describe, expect, it } from 'vitest';
import { parseColumnKey, parseIdentityKey, sheetNames } from '../../../core/workbook/contract.ts';
import { isKeyText } from '../../../core/repair/key-text.ts';
import type { Repaired } from '../../../core/repair/repaired.ts';
import { UNPLACED_SHEET } from '../../../core/repair/unplaced-sheet.ts';
import type { SheetFacts, WorkbookFacts } from '../../../core/sheet/facts.ts';
import type { WorkbookModel } from '../../../core/sheet/model.ts';
import { readReturned } from '../../../core/returned/read.ts';
import { seedModel } from '../check/structure/models.ts';
import { factsOf } from '../check/structure/facts-of.ts';
import { withCell, withSheet } from '../check/structure/damage.ts';
import {
  filled,
  mapCells,
  repairedFrom,
  sheetFactsIn,
  sheetOf,
  whereabouts,
  without,
  type Filled,
} from './tokens.ts';

const { entry: ENTRY, background: BACKGROUND, baselines: BASELINES } = sheetNames;
const NAMES = { from: 2, to: 4 };

let issued: WorkbookModel;
let given: Filled;
beforeAll(async () => {
  ({ model: issued } = await seedModel('quang-ngai-2021', 'VN51'));
  given = filled(issued);
});

const repair = (facts: WorkbookFacts): Repaired => repairedFrom(facts, given.definition);

const sheetFacts = (name: string): SheetFacts => sheetFactsIn(given.facts, name);

/** Rows of a sheet that have a key, from above. */
function keyedRows(name: string): number[] {
  const rows = sheetFacts(name).cells.flatMap(({ row, column, value }) =>
    column === 1 && row > 1 && typeof value === 'string' && isKeyText(value) ? [row] : [],
  );
  return rows.sort((a, b) => a - b);
}

/** The rows of a table change places within some columns, headings between them included. */
function reordered(
  name: string,
  columns: (column: number) => boolean,
  order: (rows: number[]) => number[],
  facts = given.facts,
): WorkbookFacts {
  const rows = keyedRows(name);
  const [first, last] = [rows[0] ?? 0, rows.at(-1) ?? 0];
  const block = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const to = new Map(order(block).map((row, at) => [row, block[at] ?? row]));
  return withSheet(facts, name, (sheet) =>
    mapCells(sheet, (cell) => (columns(cell.column) ? { ...cell, row: to.get(cell.row) ?? cell.row } : cell)),
  );
}

const beside = (column: number) => column > 1;
const printedForm = (column: number) => column > 1 && column <= 11;
const reverse = (rows: number[]) => [...rows].reverse();

/** Every token is in its own cell. */
function expectHome(repaired: Repaired): void {
  const { cells } = whereabouts(repaired);
  expect([...given.home].filter(([token, place]) => cells.get(token) !== place)).toEqual([]);
}

describe('a block sorted without its keys goes by the printed names', () => {
  const byTenths = (rows: number[]) => [...rows].sort((a, b) => (a % 10) - (b % 10) || a - b);
  it.each([
    ['all visible columns, the other way round', ENTRY, beside, reverse],
    ['all visible columns, in another order', ENTRY, beside, byTenths],
    ['the printed form only: years beside it stayed', ENTRY, printedForm, reverse],
    ['the sheet of shared counts', BACKGROUND, beside, reverse],
    ['the sheet of baselines', BASELINES, beside, reverse],
    ['two rows exchanged', ENTRY, beside, (rows: number[]) => [rows[1] ?? 0, rows[0] ?? 0, ...rows.slice(2)]],
  ] as const)('%s', (_what, name, columns, order) => {
    const repaired = repair(reordered(name, columns, order));
    expectHome(repaired);
    expect(repaired.unplaced).toEqual([]);
    expect(new Set(repaired.toVerify.map(({ finding }) => finding.code))).toEqual(new Set(['repair-sorted']));
  });

  it('a name that was overtyped as well leaves its own row open, not the others', () => {
    const sorted = reordered(ENTRY, beside, reverse);
    const row = keyedRows(ENTRY).at(-1) ?? 0;
    const facts = withCell(sorted, ENTRY, { row, column: 3 }, { value: 'Chỉ tiêu khác', formula: null });
    const repaired = repair(facts);
    const { cells, listed } = whereabouts(repaired);
    const strays = [...given.home].filter(([token, place]) => cells.get(token) !== place);
    expect(strays.every(([token]) => listed.has(token))).toBe(true);
    expect(strays.length).toBeGreaterThan(0);
    expect(strays.length).toBeLessThan(12);
  });
});

describe('names that disagree in any other way leave the figures with their keys', () => {
  it('names, numbers and units exchanged while the figures stayed', () => {
    const namesOnly = (column: number) => column >= NAMES.from && column <= NAMES.to;
    // What the workbook was issued with stands where it stood, and says that the columns did not move.
    const facts = factsOf(issued);
    const repaired = repair(reordered(ENTRY, namesOnly, reverse, facts));
    const read = (one: WorkbookFacts) => readReturned(one.sheets).value?.observations;
    expect(read(factsOf(repaired.model))).toEqual(read(facts));
    expect(repaired.toVerify.some(({ finding }) => finding.code === 'repair-key-and-name')).toBe(true);
    expect(repaired.toVerify.some(({ finding }) => finding.code === 'repair-sorted')).toBe(false);
  });

  it('a name copied over another', () => {
    const [from, to] = keyedRows(ENTRY);
    const facts = withSheet(given.facts, ENTRY, (sheet) => ({
      cells: sheet.cells.flatMap((cell) => {
        const isName = cell.column >= NAMES.from && cell.column <= NAMES.to;
        if (!isName || (cell.row !== from && cell.row !== to)) return [cell];
        return cell.row === from ? [cell, { ...cell, row: to ?? 0 }] : [];
      }),
    }));
    expectHome(repair(facts));
  });
});

describe('what the file has no more is said to be blank', () => {
  const codesAndNames = ({ leftBlank }: Repaired) =>
    leftBlank.map(({ finding }) => finding.data as { what: string; name: { vi: string } });

  it('a deleted row by the name of its indicator', () => {
    const row = keyedRows(ENTRY)[2] ?? 0;
    const name = sheetFacts(ENTRY).cells.find((cell) => cell.row === row && cell.column === 3)?.value;
    const repaired = repair(withSheet(given.facts, ENTRY, (sheet) => without(sheet, 'row', row)));
    const [said, ...others] = codesAndNames(repaired);
    expect(others).toEqual([]);
    expect(said?.what).toBe('row');
    expect(String(name)).toContain(said?.name.vi);
  });

  it('a deleted column of the round, once', () => {
    const { round } = readRound();
    const column = sheetFacts(ENTRY).cells.find(
      ({ row, value }) =>
        row === 1 && typeof value === 'string' && parseColumnKey(value)?.period === round && isValue(value),
    )?.column;
    const repaired = repair(withSheet(given.facts, ENTRY, (sheet) => without(sheet, 'column', column ?? 0)));
    expect(codesAndNames(repaired)).toMatchObject([{ what: 'column', name: { vi: `số liệu năm ${round}` } }]);
  });

  it('a deleted sheet, once', () => {
    const facts = { ...given.facts, sheets: given.facts.sheets.filter(({ name }) => name !== BACKGROUND) };
    expect(codesAndNames(repair(facts))).toMatchObject([{ what: 'sheet', name: { vi: BACKGROUND } }]);
  });

  it('the list of the new workbook says so, and the next repair does not repeat it', () => {
    const row = keyedRows(ENTRY)[2] ?? 0;
    const repaired = repair(withSheet(given.facts, ENTRY, (sheet) => without(sheet, 'row', row)));
    const texts = [...sheetOf(repaired.model, UNPLACED_SHEET).cells.values()].map(({ value }) => value);
    expect(texts).toContain('ĐỂ TRỐNG VÌ TỆP KHÔNG CÒN, CẦN NHẬP LẠI');
    const again = repair(factsOf(repaired.model));
    expect(again.leftBlank).toEqual([]);
    expect(again.unplaced).toEqual([]);
  });

  it('nothing of a workbook that is whole', () => {
    expect(repair(given.facts).leftBlank).toEqual([]);
  });
});

function isValue(key: string): boolean {
  return parseColumnKey(key)?.field === 'value';
}

function readRound(): { round: string } {
  const identities = sheetFacts(ENTRY).cells.flatMap(({ value }) =>
    typeof value === 'string' ? (parseIdentityKey(value) ?? []) : [],
  );
  return { round: identities[0]?.round ?? '' };
}
