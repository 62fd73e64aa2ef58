import { beforeAll, describe, expect, it } from 'vitest';
import { checkOpened } from '../../../core/check/check-workbook.ts';
import { openReturn } from '../../../core/returned/open-return.ts';
import { cellAddress } from '../../../core/sheet/address.ts';
import type { FormulaCell, WorkbookFacts } from '../../../core/sheet/facts.ts';
import { cellIndex } from '../../../core/sheet/model.ts';
import { parseUnitKey, sheetNames } from '../../../core/workbook/contract.ts';
import { COMMUNE_HEADER_ROW } from '../../../core/workbook/commune-layout.ts';
import { seedModel } from '../check/structure/models.ts';
import { withSheet } from '../check/structure/damage.ts';
import { filled, mapCells, repairedFrom, sheetFactsIn, whereabouts, type Filled } from './tokens.ts';

const TABLE = sheetNames.communes;
const [CODE, NAME, FIRST, SECOND] = [3, 4, 5, 6];

let given: Filled;
beforeAll(async () => {
  given = filled((await seedModel('lai-chau-2024', 'VN12.SYT-2025')).model);
});

const changed = (change: (cell: FormulaCell) => FormulaCell): WorkbookFacts =>
  withSheet(given.facts, TABLE, (sheet) => mapCells(sheet, change));

/** Rows of communes, from above. */
function communes(): number[] {
  const { cells } = sheetFactsIn(given.facts, TABLE);
  return cells.flatMap(({ row, column, value }) =>
    column === 1 && parseUnitKey(String(value)) !== null ? [row] : [],
  );
}

/** The rows of communes upside down within some columns. */
function upsideDown(columns: (column: number) => boolean): WorkbookFacts {
  const rows = communes();
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  return changed((cell) =>
    columns(cell.column) && cell.row >= first && cell.row <= last
      ? { ...cell, row: first + last - cell.row }
      : cell,
  );
}

/** Two columns change places in some rows. */
const exchanged = (left: number, right: number, isIn: (row: number) => boolean): WorkbookFacts =>
  changed((cell) => {
    if (!isIn(cell.row) || (cell.column !== left && cell.column !== right)) return cell;
    return { ...cell, column: left + right - cell.column };
  });

const strays = (facts: WorkbookFacts) => {
  const repaired = repairedFrom(facts, given.definition);
  const { cells } = whereabouts(repaired);
  return { repaired, astray: [...given.home].filter(([token, place]) => cells.get(token) !== place) };
};

const verified = (facts: WorkbookFacts, code: string) =>
  repairedFrom(facts, given.definition).toVerify.filter(({ finding }) => finding.code === code);

const differing = (facts: WorkbookFacts) => {
  const opened = openReturn(facts);
  if (!opened.returned || !opened.issued) throw new Error('not read');
  const whole = { ...opened, returned: opened.returned, issued: opened.issued };
  return checkOpened(whole, { storedResults: 'not-judged' }).report.findings.filter(
    ({ code }) => code === 'key-and-name-differ',
  );
};

describe('a table by commune that was sorted without its keys', () => {
  it.each([
    ['with numbers and codes', (column: number) => column > 1],
    ['with codes, not with numbers', (column: number) => column >= CODE],
    ['names and figures only', (column: number) => column >= NAME],
  ] as const)('%s: figures go by the names, each row to be verified', (_what, columns) => {
    const { repaired, astray } = strays(upsideDown(columns));
    expect(astray).toEqual([]);
    expect(repaired.unplaced).toEqual([]);
    expect(repaired.toVerify.map(({ finding }) => finding.code)).toEqual(
      communes().map(() => 'repair-sorted'),
    );
  });

  it('names its communes, not their codes', () => {
    const rows = communes();
    const nameIn = (row?: number) =>
      sheetFactsIn(given.facts, TABLE).cells.find((one) => one.row === row && one.column === NAME)?.value;
    const [first] = verified(
      upsideDown((column) => column > 1),
      'repair-sorted',
    );
    expect(first?.about?.vi).toContain(nameIn(rows.at(-1)));
    expect(first?.finding.data).toMatchObject({ other: { vi: nameIn(rows[0]) } });
  });

  it('with its first figures only: every row is to be verified', () => {
    const facts = upsideDown((column) => column > 1 && column <= FIRST);
    expect(verified(facts, 'repair-sorted')).toHaveLength(communes().length);
  });

  it('is not thought sorted where a name stands in a note as well', () => {
    const rows = communes();
    const [name, note] = [NAME, 9].map((column) =>
      sheetFactsIn(given.facts, TABLE).cells.find((one) => one.row === rows[0] && one.column === column),
    );
    const facts = changed((cell) =>
      cell.column === note?.column && cell.row === rows[1] ? { ...cell, value: name?.value ?? '' } : cell,
    );
    expect(repairedFrom(facts, given.definition).toVerify).toEqual([]);
  });
});

describe('columns of the table by commune that changed places without their keys', () => {
  const columnsOf = (facts: WorkbookFacts, code = 'repair-key-and-heading') =>
    verified(facts, code).map(({ cell }) => cell.replace(/\d+$/u, ''));

  it('are put back by their headings, and both to be verified', () => {
    const facts = exchanged(FIRST, SECOND, (row) => row > 1);
    expect(columnsOf(facts, 'repair-columns-exchanged')).toEqual(['E', 'F']);
    const { cells } = whereabouts(repairedFrom(facts, given.definition));
    expect([...given.home].filter(([token, place]) => cells.get(token) !== place)).toEqual([]);
  });

  it('go by their headings where the keys and the totals stayed, and all else moved', () => {
    const last = Math.max(...communes());
    const facts = exchanged(FIRST, SECOND, (row) => row >= COMMUNE_HEADER_ROW && row <= last);
    expect(columnsOf(facts, 'repair-columns-exchanged')).toEqual(['E', 'F']);
    expect(strays(facts).astray).toEqual([]);
  });

  it('stay blank where some of what is printed over them moved and some did not; every figure is listed', () => {
    const last = Math.max(...communes());
    const numbers = COMMUNE_HEADER_ROW + 2;
    const facts = exchanged(
      FIRST,
      SECOND,
      (row) => row >= COMMUNE_HEADER_ROW && row <= last && row !== numbers,
    );
    const { repaired } = strays(facts);
    const filledIn = sheetFactsIn(facts, TABLE).cells.filter(
      ({ row, column }) => communes().includes(row) && (column === FIRST || column === SECOND),
    );
    expect(filledIn).toHaveLength(2 * communes().length);
    const listed = repaired.unplaced.filter(({ finding }) => finding.code === 'repair-column-unclear');
    expect(listed.map(({ cell, value }) => [cell, value]).sort()).toEqual(
      filledIn.map(({ row, column, value }) => [cellAddress(row, column), value]).sort(),
    );
    // What a figure is of is not said by a key that nobody can trust.
    expect(listed.filter(({ key }) => key?.includes(',') !== false)).toEqual([]);
    const table = repaired.model.sheets.find(({ name }) => name === TABLE)?.cells;
    for (const { row, column } of filledIn) expect(table?.get(cellIndex(row, column))?.value).toBeUndefined();
    expect(repaired.leftBlank).toEqual([]);
    expect(verified(facts, 'repair-key-and-heading')).toEqual([]);
  });

  it('also where only their upper headings did', () => {
    expect(columnsOf(exchanged(FIRST, SECOND, (row) => row === COMMUNE_HEADER_ROW))).toEqual(['E', 'F']);
  });

  it('nothing of a table that is whole', () => {
    expect(repairedFrom(given.facts, given.definition).toVerify).toEqual([]);
    expect(differing(given.facts)).toEqual([]);
  });

  it('are an error of the check, by their upper headings alone as well', () => {
    const upper = exchanged(FIRST, SECOND, (row) => row === COMMUNE_HEADER_ROW);
    expect(differing(upper)).toMatchObject([
      { severity: 'error', place: { cell: 'E6' }, data: { count: 2 } },
    ]);
    const whole = exchanged(FIRST, SECOND, (row) => row > 1);
    expect(differing(whole)).toMatchObject([{ place: { cell: 'E6' }, data: { count: 2 } }]);
  });
});

describe('codes of communes that changed places', () => {
  it('are an error of the check', () => {
    const [one = 0, other = 0] = communes();
    const facts = changed((cell) =>
      cell.column === CODE && (cell.row === one || cell.row === other)
        ? { ...cell, row: one + other - cell.row }
        : cell,
    );
    expect(differing(facts)).toMatchObject([
      { severity: 'error', place: { cell: `C${one}` }, data: { count: 2 } },
    ]);
  });
});
