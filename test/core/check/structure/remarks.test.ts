import { beforeAll, describe, expect, it } from 'vitest';
import { checkWorkbook } from '../../../../core/check/check-workbook.ts';
import { checkStructure } from '../../../../core/check/structure/check-structure.ts';
import type { FormulaCell, WorkbookFacts } from '../../../../core/sheet/facts.ts';
import { structureRules } from '../../../../core/check/structure/rules/index.ts';
import { cellAddress, columnLetters } from '../../../../core/sheet/address.ts';
import { parseColumnKey, sheetNames } from '../../../../core/workbook/contract.ts';
import type { ColumnField } from '../../../../core/workbook/entry-fields.ts';
import { cellIndex, type WorkbookModel } from '../../../../core/sheet/model.ts';
import { withCell, withSheet } from './damage.ts';
import { factsOf } from './facts-of.ts';
import { rebuilt, seedModel } from './models.ts';

const { entry: ENTRY, summary: SUMMARY, baselines: BASELINES } = sheetNames;
let model: WorkbookModel;
let expected: WorkbookModel;
let facts: WorkbookFacts;

beforeAll(async () => {
  ({ model } = await seedModel('lai-chau-2021', 'VN12'));
  expected = rebuilt(model);
  facts = factsOf(model);
});

const check = (found: WorkbookFacts) => checkStructure(expected, found, { recomputed: expected }).findings;
const codes = (found: WorkbookFacts) => check(found).map(({ code }) => code);

function sheetOf(name: string) {
  const sheet = model.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** First column of a sheet that holds a field. */
function columnOf(name: string, field: ColumnField): number {
  const cell = [...sheetOf(name).cells.values()].find(
    ({ row, value }) => row === 1 && parseColumnKey(String(value))?.field === field,
  );
  if (!cell) throw new Error(`no ${field} on ${name}`);
  return cell.column;
}

/** Rows of a sheet in which a column is filled in by people, from the top. */
function rowsOf(name: string, column: number): number[] {
  return [...sheetOf(name).cells.values()]
    .filter((cell) => cell.column === column && (cell.style === 'input' || cell.style === 'inputText'))
    .map(({ row }) => row)
    .sort((a, b) => a - b);
}

const keyAt = (name: string, row: number) => String(sheetOf(name).cells.get(cellIndex(row, 1))?.value);

/** The row once more further down, with one cell of both. */
function copiedRow(name: string, row: number, column: number, first: string | null, copy: string | null) {
  const typed = withCell(facts, name, { row, column }, { value: first });
  return withSheet(typed, name, ({ cells }) => ({
    cells: [
      ...cells,
      ...cells
        .filter((cell) => cell.row === row && cell.formula === null && cell.column !== column)
        .map((cell) => ({ ...cell, row: 500 })),
      ...(copy === null ? [] : [{ row: 500, column, value: copy, formula: null }]),
    ],
  }));
}

describe('a copied row', () => {
  const own = () => ({ column: columnOf(SUMMARY, 'ownVerdict'), reason: columnOf(SUMMARY, 'ownReason') });

  it('with another own verdict is an error that names both places', () => {
    const { column } = own();
    const [row = 0] = rowsOf(SUMMARY, column);
    const found = copiedRow(SUMMARY, row, column, 'Đạt', 'Chưa đạt');
    const findings = check(found).filter(({ code }) => code !== 'own-verdict-without-reason');
    expect(findings).toMatchObject([
      {
        code: 'own-verdict-in-two-places',
        severity: 'error',
        place: { sheet: SUMMARY, cell: cellAddress(row, column) },
        key: keyAt(SUMMARY, row),
        data: {
          first: 'Đạt',
          other: 'Chưa đạt',
          otherCell: `${SUMMARY}!${cellAddress(500, column)}`,
          count: 1,
        },
      },
    ]);
  });

  it.each<[string, ColumnField]>([
    [ENTRY, 'reason'],
    [ENTRY, 'mark'],
    [SUMMARY, 'ownReason'],
    [BASELINES, 'baseSource'],
  ])('on %s with another text for %s is a warning', (name, field) => {
    const column = columnOf(name, field);
    const [row = 0] = rowsOf(name, column);
    expect(check(copiedRow(name, row, column, 'Mưa lũ', 'Tách hộ'))).toMatchObject([
      {
        code: 'remark-in-two-places',
        severity: 'warning',
        data: { field, first: 'Mưa lũ', other: 'Tách hộ' },
      },
    ]);
  });

  it.each([
    ['the same reason', 'Mưa lũ', 'Mưa lũ'],
    ['the same but for spaces and composition', 'Mưa  lũ', 'Mưa lũ '.normalize('NFD')],
    ['a blank copy', 'Mưa lũ', null],
    ['a blank original', null, 'Mưa lũ'],
  ])('with %s is a note as before', (_what, first, copy) => {
    const column = columnOf(ENTRY, 'reason');
    const [row = 0] = rowsOf(ENTRY, column);
    expect(check(copiedRow(ENTRY, row, column, first, copy))).toMatchObject([
      { code: 'row-repeated', severity: 'note', place: { sheet: ENTRY, cell: 'A500' } },
    ]);
  });

  it('several on one sheet are one finding with a count', () => {
    const column = columnOf(ENTRY, 'reason');
    const rows = rowsOf(ENTRY, column).slice(0, 3);
    const cells = (text: string) => rows.map((row) => ({ row, column, value: text, formula: null }));
    const at = withSheet(facts, ENTRY, (sheet) => ({ cells: [...sheet.cells, ...cells('Mưa lũ')] }));
    const copy = at.sheets.find(({ name }) => name === ENTRY);
    if (!copy) throw new Error('no sheet');
    const other = {
      ...copy,
      name: `${ENTRY} (2)`,
      cells: copy.cells.map((cell) => (cell.value === 'Mưa lũ' ? { ...cell, value: 'Tách hộ' } : cell)),
    };
    const found = check({ ...at, sheets: [...at.sheets, other] });
    const texts = found.filter(({ code }) => code === 'remark-in-two-places');
    expect(texts).toMatchObject([
      { data: { count: rows.length, otherCell: expect.stringContaining('(2)!') as string } },
    ]);
  });
});

describe('a text where nobody reads it', () => {
  const FREE = 60;
  const reason = () => columnOf(ENTRY, 'reason');

  /** Reasons typed into rows of a column. */
  const typed = (column: number, rows: readonly number[], found = facts) =>
    withSheet(found, ENTRY, ({ cells }) => ({
      cells: [...cells, ...rows.map((row) => ({ row, column, value: `lý do ${row}`, formula: null }))],
    }));

  it('the reasons cut and pasted into a column of nobody’s, heading and all, are a warning', () => {
    const rows = rowsOf(ENTRY, reason());
    const cut = withSheet(facts, ENTRY, ({ cells }) => ({
      cells: cells.map((cell) =>
        cell.column === reason() && cell.row > 1 ? { ...cell, column: FREE } : cell,
      ),
    }));
    const findings = check(typed(FREE, rows, cut)).filter(({ severity }) => severity !== 'note');
    expect(findings).toMatchObject([
      {
        code: 'remark-without-key',
        severity: 'warning',
        place: { sheet: ENTRY, cell: cellAddress(rows[0] ?? 0, FREE) },
        data: { count: rows.length },
      },
    ]);
  });

  it('a reason in an inserted row is one too; below the table people sign', () => {
    const column = reason();
    const rows = rowsOf(ENTRY, column);
    const at = rows[2] ?? 0;
    const down = withSheet(facts, ENTRY, ({ cells }) => ({
      cells: cells.map((cell) => (cell.row >= at ? { ...cell, row: cell.row + 1 } : cell)),
    }));
    const ours = (found: WorkbookFacts) => codes(found).filter((code) => code === 'remark-without-key');
    expect(ours(down)).toEqual([]);
    expect(ours(typed(column, [at], down))).toEqual(['remark-without-key']);
    expect(ours(typed(column, [Math.max(...rows) + 40]))).toEqual([]);
    expect(ours(typed(FREE, [Math.max(...rows) + 40]))).toEqual([]);
  });

  it('a copy of a whole column has lost nothing', () => {
    const filled = typed(reason(), rowsOf(ENTRY, reason()));
    for (const column of [1, 3, reason()]) {
      const found = withSheet(filled, ENTRY, ({ cells }) => ({
        cells: [
          ...cells,
          ...cells
            .filter((cell) => cell.column === column && cell.formula === null && cell.row > 1)
            .map((cell) => ({ ...cell, column: FREE })),
        ],
      }));
      expect(codes(found), columnLetters(column)).toEqual([]);
    }
  });
});

describe('merged cells', () => {
  const merged = (name: string, range: string) =>
    check(withSheet(facts, name, ({ merges }) => ({ merges: [...merges, range] })));
  const range = (row: number, column: number, down: number, right: number) =>
    `${cellAddress(row, column)}:${cellAddress(row + down, column + right)}`;

  it('of figures are an error, of reasons and marks a warning', () => {
    const [row = 0] = rowsOf(ENTRY, columnOf(ENTRY, 'reason'));
    const [value, mark, reason] = (['value', 'mark', 'reason'] as const).map((field) =>
      columnOf(ENTRY, field),
    );
    const figures = range(row, value ?? 0, 1, 0);
    expect(merged(ENTRY, figures)).toMatchObject([
      { code: 'cells-merged', severity: 'error', data: { found: figures } },
    ]);
    for (const one of [
      range(row, reason ?? 0, 4, 0),
      range(row, reason ?? 0, 0, (mark ?? 0) - (reason ?? 0)),
    ]) {
      expect(merged(ENTRY, one)).toMatchObject([
        { code: 'remark-cells-merged', severity: 'warning', data: { found: one } },
      ]);
    }
    const own = columnOf(SUMMARY, 'ownReason');
    const [at = 0] = rowsOf(SUMMARY, own);
    expect(merged(SUMMARY, range(at, own - 1, 0, 1))).toMatchObject([{ code: 'remark-cells-merged' }]);
  });

  it('that only make a cell for texts wider are nothing', () => {
    const sheet = sheetOf(SUMMARY);
    const keyed = [...sheet.cells.values()].filter(
      ({ row, value }) => row === 1 && parseColumnKey(String(value)),
    );
    const last = Math.max(...keyed.map(({ column }) => column));
    const [row = 0] = rowsOf(SUMMARY, last);
    expect(merged(SUMMARY, range(row, last, 0, 3))).toEqual([]);
    // With the reason in a cell to the left of its own, nobody finds it.
    const entry = columnOf(ENTRY, 'reason');
    const [at = 0] = rowsOf(ENTRY, entry);
    expect(merged(ENTRY, range(at - 1, entry, 1, 0)).map(({ code }) => code)).toEqual([
      'remark-cells-merged',
    ]);
  });
});

describe('a formula without a stored result', () => {
  const FORMULA: Partial<FormulaCell> = { value: null, formula: '18000+926' };
  const ofCheck = (found: WorkbookFacts) => checkWorkbook(found).report.findings;
  const added = (found: WorkbookFacts) => {
    const before = new Set(ofCheck(facts).map((one) => JSON.stringify([one.code, one.place, one.key])));
    return ofCheck(found).filter((one) => !before.has(JSON.stringify([one.code, one.place, one.key])));
  };

  it('in place of a figure is no blank cell: it is said to be no number, and nothing is missing', () => {
    const numerator = [...sheetOf(ENTRY).cells.values()].find(
      ({ row, column, style, value }) =>
        style === 'input' &&
        typeof value === 'number' &&
        keyAt(ENTRY, row) === 'poor-households|_T' &&
        parseColumnKey(String(sheetOf(ENTRY).cells.get(cellIndex(1, column))?.value))?.period === roundOf(),
    );
    if (!numerator) throw new Error('no numerator');
    const findings = added(withCell(facts, ENTRY, numerator, FORMULA));
    expect(findings).toMatchObject([
      {
        code: 'figure-not-a-number',
        severity: 'error',
        place: { sheet: ENTRY, cell: cellAddress(numerator.row, numerator.column) },
        found: '=18000+926',
        data: { what: 'no-result', found: '=18000+926' },
      },
    ]);
    // A formula that gives an empty text is blank for everybody.
    const blank = added(withCell(facts, ENTRY, numerator, { value: '', formula: 'IF(1>0,"",1)' }));
    expect(blank.map(({ code }) => code)).toContain('figure-missing');
    expect(blank.map(({ code }) => code)).not.toContain('figure-not-a-number');
  });

  it.each<[string, ColumnField]>([
    [ENTRY, 'reason'],
    [SUMMARY, 'ownVerdict'],
    [BASELINES, 'baseValue'],
  ])('on %s in place of %s is an error', (name, field) => {
    const column = columnOf(name, field);
    const [row = 0] = rowsOf(name, column);
    const found = added(withCell(facts, name, { row, column }, FORMULA));
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'remark-without-result',
        severity: 'error',
        place: { sheet: name, cell: cellAddress(row, column) },
        found: '=18000+926',
      }),
    );
    expect(codes(withCell(facts, name, { row, column }, { value: 'x', formula: '"x"' }))).not.toContain(
      'remark-without-result',
    );
  });

  function roundOf(): string {
    const meta = model.sheets.find(({ name }) => name === sheetNames.meta);
    const line = [...(meta?.cells.values() ?? [])].find(({ value }) => value === 'round');
    return String(meta?.cells.get(cellIndex(line?.row ?? 0, 4))?.value);
  }
});

it('says each of these in both languages', () => {
  const [reason, own] = [columnOf(ENTRY, 'reason'), columnOf(SUMMARY, 'ownVerdict')];
  const [row = 0, second = 0, third = 0] = rowsOf(ENTRY, reason);
  const [target = 0] = rowsOf(SUMMARY, own);
  const found = [
    copiedRow(ENTRY, row, reason, 'Mưa lũ', 'Tách hộ'),
    copiedRow(SUMMARY, target, own, 'Đạt', 'Chưa đạt'),
    withCell(facts, ENTRY, { row: second, column: 60 }, { value: 'lý do' }),
    withCell(facts, ENTRY, { row: third, column: reason }, { value: null, formula: '"a"' }),
    withSheet(facts, ENTRY, ({ merges }) => ({
      merges: [...merges, `${cellAddress(row, reason)}:${cellAddress(second, reason)}`],
    })),
  ].flatMap(check);
  const said = new Set(found.map(({ code }) => code));
  for (const code of [
    'own-verdict-in-two-places',
    'remark-in-two-places',
    'remark-without-key',
    'remark-without-result',
    'remark-cells-merged',
  ]) {
    expect(said).toContain(code);
  }
  for (const { code, data } of found) {
    const text = structureRules.find((rule) => rule.code === code)?.text;
    for (const language of ['vi', 'en'] as const) {
      const words = `${text?.[language].message(data as never)} ${text?.[language].expected(data as never)}`;
      expect(words).not.toMatch(/undefined|null|\[object|NaN/u);
    }
  }
});
