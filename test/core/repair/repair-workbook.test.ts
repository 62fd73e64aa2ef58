import { beforeAll, describe, expect, it } from 'vitest';
import type { FormulaCell, SheetFacts, WorkbookFacts } from '../../../core/sheet/facts.ts';
import { openDamaged } from '../../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../../core/repair/repair-workbook.ts';
import type { Repaired } from '../../../core/repair/repaired.ts';
import { UNPLACED_SHEET } from '../../../core/repair/unplaced-sheet.ts';
import { cellAddress, columnLetters } from '../../../core/sheet/address.ts';
import { identityKey, parseIdentityKey, sheetNames } from '../../../core/workbook/contract.ts';
import { cellIndex, type WorkbookModel } from '../../../core/sheet/model.ts';
import { fingerprint, plainCells } from '../../../core/workbook/fingerprint.ts';
import { checkWorkbook } from '../../../core/check/check-workbook.ts';
import { openReturn } from '../../../core/returned/open-return.ts';
import { knownOf } from '../../../core/workbook/definition.ts';
import { readReturned } from '../../../core/returned/read.ts';
import { moved, renamed, withCell, withSheet } from '../check/structure/damage.ts';
import { factsOf } from '../check/structure/facts-of.ts';
import { jobsOf, modelOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { seedModel } from '../check/structure/models.ts';
import {
  filled,
  inputsOf,
  newToken,
  repairedFrom,
  sheetFactsIn,
  sheetOf,
  tokensIn,
  whereabouts,
  without,
  type Filled,
} from './tokens.ts';

const {
  entry: ENTRY,
  background: BACKGROUND,
  baselines: BASELINES,
  summary: SUMMARY,
  cover: COVER,
} = sheetNames;
const FIRST = 8;

let issued: WorkbookModel;
let given: Filled;

beforeAll(async () => {
  ({ model: issued } = await seedModel('quang-ngai-2021', 'VN51', 2, (_target, place) => place % 2 === 0));
  given = filled(issued);
});

const repair = (facts: WorkbookFacts): Repaired => repairedFrom(facts, given.definition);

/** Every token the file holds is in its own cell or listed. */
function expectNothingDropped(facts: WorkbookFacts, repaired: Repaired, home = given.home): void {
  const { cells, listed } = whereabouts(repaired);
  const dropped = [...tokensIn(facts)].filter((token) => !cells.has(token) && !listed.has(token));
  expect(dropped).toEqual([]);
  const elsewhere = [...cells].filter(
    ([token, place]) => home.has(token as string) && home.get(token as string) !== place,
  );
  expect(elsewhere).toEqual([]);
}

/** Every token the file holds is in its own cell. */
function expectAllPlaced(facts: WorkbookFacts, repaired = repair(facts)): Repaired {
  expectNothingDropped(facts, repaired);
  expect(repaired.unplaced).toEqual([]);
  const { cells } = whereabouts(repaired);
  expect([...tokensIn(facts)].filter((token) => !cells.has(token))).toEqual([]);
  return repaired;
}

const sheetFacts = (name: string): SheetFacts => sheetFactsIn(given.facts, name);
const onSheet = (name: string, change: (sheet: SheetFacts) => SheetFacts): WorkbookFacts =>
  withSheet(given.facts, name, change);
const withoutSheet = (name: string): WorkbookFacts => ({
  ...given.facts,
  sheets: given.facts.sheets.filter((sheet) => sheet.name !== name),
});
const withSheets = (...more: SheetFacts[]): WorkbookFacts => ({
  ...given.facts,
  sheets: [...given.facts.sheets, ...more],
});
const plain = (name: string, cells: FormulaCell[]): SheetFacts => ({
  ...sheetFacts(COVER),
  name,
  merges: [],
  cells,
});
const typed = (row: number, column: number, value: FormulaCell['value'], formula: string | null = null) => ({
  row,
  column,
  value,
  formula,
});
const firstInput = (name: string, field?: string) => {
  const [first] = inputsOf(given.model, name, field);
  if (!first) throw new Error(`no input on ${name}`);
  return first;
};

describe('a workbook that is not damaged', () => {
  it('is built again as it was issued', () => {
    const untouched = repair(factsOf(issued));
    expect(untouched.model).toEqual(issued);
    expect(untouched.unplaced).toEqual([]);
  });

  it('keeps everything that was typed, and no list is made', () => {
    const repaired = expectAllPlaced(given.facts);
    expect(repaired.model.sheets.map(({ name }) => name)).toEqual(issued.sheets.map(({ name }) => name));
    expect(repaired.placed.figures).toBe(
      inputsOf(issued, ENTRY).length + inputsOf(issued, BACKGROUND).length,
    );
    expect(repaired.placed).toMatchObject({ cover: 3, asIssued: 0 });
    expect(repaired.placed.ownVerdicts).toBeGreaterThan(15);
    expect(repaired.placed.baselines).toBeGreaterThan(15);
  });

  it('has the definition and the fingerprint it was issued with, which its cells no longer give', () => {
    const { model } = repair(given.facts);
    const meta = (one: WorkbookModel) => sheetOf(one, sheetNames.meta).cells;
    expect(meta(model)).toEqual(meta(issued));
    expect(fingerprint(plainCells(model))).not.toBe(fingerprint(plainCells(issued)));
    expect(readReturned(factsOf(model).sheets).value?.untouched).toBe(fingerprint(plainCells(issued)));
  });

  it('leaves blank what was left blank, also where a figure had been filled in beforehand', () => {
    const { row, column } = firstInput(ENTRY);
    const { model } = repair(withCell(given.facts, ENTRY, { row, column }, null));
    expect(sheetOf(model, ENTRY).cells.get(cellIndex(row, column))).not.toHaveProperty('value');
  });
});

describe('damage that takes no key: everything comes back to its place', () => {
  const last = (name: string) => Math.max(...sheetFacts(name).cells.map(({ row }) => row));
  const damages: [string, () => WorkbookFacts][] = [
    ['rows inserted', () => moved(given.facts, ENTRY, { row: (row) => (row >= FIRST ? row + 3 : row) })],
    [
      'rows sorted the other way round',
      () => moved(given.facts, ENTRY, { row: (row) => (row >= FIRST ? last(ENTRY) + FIRST - row : row) }),
    ],
    ['columns inserted', () => moved(given.facts, ENTRY, { column: (at) => (at >= 5 ? at + 2 : at) })],
    ['sheets renamed', () => renamed(renamed(given.facts, ENTRY, 'Sheet1'), SUMMARY, 'TH')],
    ['sheets in another order', () => ({ ...given.facts, sheets: [...given.facts.sheets].reverse() })],
    ['_meta deleted', () => withoutSheet(sheetNames.meta)],
    ['_meta renamed', () => renamed(given.facts, sheetNames.meta, 'meta (2)')],
    ['the baseline sheet deleted', () => withoutSheet(BASELINES)],
    ['the sources deleted', () => withoutSheet(sheetNames.sources)],
    ['a row deleted', () => onSheet(ENTRY, (sheet) => without(sheet, 'row', firstInput(ENTRY).row))],
    [
      'an earlier column deleted',
      () => onSheet(ENTRY, (sheet) => without(sheet, 'column', firstInput(ENTRY).column)),
    ],
    ['a sheet copied', () => withSheets({ ...sheetFacts(ENTRY), name: 'Nhập liệu (2)' })],
    [
      'cells merged',
      () =>
        onSheet(ENTRY, (sheet) => ({ ...sheet, merges: [...sheet.merges, `E${FIRST + 1}:F${FIRST + 1}`] })),
    ],
    [
      'formulas emptied',
      () =>
        onSheet(ENTRY, (sheet) => ({
          ...sheet,
          cells: sheet.cells.filter(({ formula }) => formula === null),
        })),
    ],
    [
      'formulas pasted over with their own results',
      () => {
        const { model } = repair(given.facts);
        const results = factsOf(model);
        const cells = (sheet: SheetFacts) => sheet.cells.map((cell) => ({ ...cell, formula: null }));
        return { ...results, sheets: results.sheets.map((sheet) => ({ ...sheet, cells: cells(sheet) })) };
      },
    ],
  ];
  it.each(damages)('%s', (_name, damage) => {
    expectAllPlaced(damage());
  });

  it('figures of rows that are gone are as they were issued, and counted', () => {
    const row = inputsOf(issued, ENTRY).find(({ value }) => typeof value === 'number')?.row ?? 0;
    const { model, placed } = repair(onSheet(ENTRY, (sheet) => without(sheet, 'row', row)));
    const rowOf = (one: WorkbookModel) =>
      [...sheetOf(one, ENTRY).cells.values()].filter((cell) => cell.row === row && cell.style === 'input');
    expect(rowOf(model).map(({ value }) => value)).toEqual(rowOf(issued).map(({ value }) => value));
    expect(placed.asIssued).toBe(rowOf(issued).filter(({ value }) => value !== undefined).length);
    expect(placed.asIssued).toBeGreaterThan(0);
  });

  it('reads back the same observations, remarks, baselines and own verdicts', () => {
    const facts = moved(given.facts, ENTRY, { row: (row) => row * 2 });
    const before = readReturned(facts.sheets).value;
    const after = readReturned(factsOf(repair(facts).model).sheets).value;
    for (const part of ['observations', 'remarks', 'baselines', 'ownVerdicts'] as const) {
      expect(before?.[part].length).toBeGreaterThan(5);
      expect(after?.[part]).toEqual(before?.[part]);
    }
  });
});

describe('lost keys', () => {
  const damages: [string, string, (sheet: SheetFacts) => SheetFacts][] = [
    ...[ENTRY, BACKGROUND, BASELINES, SUMMARY].flatMap(
      (name): [string, string, (sheet: SheetFacts) => SheetFacts][] => [
        ['the column of keys deleted', name, (sheet) => without(sheet, 'column', 1)],
        ['the row of keys deleted', name, (sheet) => without(sheet, 'row', 1)],
        ['both deleted', name, (sheet) => without(without(sheet, 'row', 1), 'column', 1)],
      ],
    ),
  ];
  it.each(damages)(
    '%s on %s: rows and columns are found by what is printed, and to be verified',
    (_what, name, change) => {
      const facts = onSheet(name, change);
      const repaired = repair(facts);
      expectNothingDropped(facts, repaired);
      expect(repaired.unplaced).toEqual([]);
      const inputs = [
        'value',
        'mark',
        'reason',
        'baseYear',
        'baseValue',
        'baseSource',
        'ownVerdict',
        'ownReason',
      ].flatMap((field) => inputsOf(given.model, name, field));
      expect(repaired.toVerify.filter(({ finding }) => finding.code === 'repair-by-name')).toHaveLength(
        inputs.length,
      );
      expect(repaired.model.sheets.at(-2)?.name).toBe(UNPLACED_SHEET);
    },
  );

  it('a name that stands twice says nothing: its figures are listed', () => {
    const { row } = firstInput(ENTRY);
    const facts = onSheet(ENTRY, (sheet) => {
      const keyless = without(sheet, 'column', 1);
      const copy = keyless.cells.filter((cell) => cell.row === row && cell.formula === null);
      return { ...keyless, cells: [...keyless.cells, ...copy.map((cell) => ({ ...cell, row: 300 }))] };
    });
    const repaired = repair(facts);
    expectNothingDropped(facts, repaired);
    const lost = repaired.unplaced.filter(({ finding }) => finding.code === 'repair-row-unknown');
    expect(new Set(lost.map(({ cell }) => cell.replace(/^[A-Z]+/u, '')))).toEqual(
      new Set([String(row), '300']),
    );
  });

  it('a row whose name was changed too is listed with its words', () => {
    const { row } = firstInput(ENTRY);
    const facts = withCell(
      onSheet(ENTRY, (sheet) => without(sheet, 'column', 1)),
      ENTRY,
      { row, column: 2 },
      { value: 'Chỉ tiêu khác' },
    );
    const repaired = repair(facts);
    expectNothingDropped(facts, repaired);
    const token = given.model.sheets.find(({ name }) => name === ENTRY)?.cells.get(cellIndex(row, 5))?.value;
    expect(repaired.unplaced).toContainEqual(
      expect.objectContaining({
        sheet: ENTRY,
        cell: `D${row}`,
        value: token,
        label: expect.any(String) as string,
      }),
    );
  });

  /** The first two columns of the form in each other's place, in the rows wanted. */
  function columnsExchanged(rows: (row: number) => boolean): WorkbookFacts {
    const [one = 0, other = 0] = new Set(inputsOf(given.model, ENTRY).map(({ column }) => column));
    const moved = ({ row, column }: FormulaCell) => rows(row) && (column === one || column === other);
    return onSheet(ENTRY, (sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => (moved(cell) ? { ...cell, column: one + other - cell.column } : cell)),
    }));
  }

  it('columns exchanged with their headings but without their keys go by the headings', () => {
    const repaired = repair(columnsExchanged((row) => row > 1));
    expectNothingDropped(given.facts, repaired);
    const { cells } = whereabouts(repaired);
    expect([...given.home].filter(([token, place]) => cells.get(token) !== place)).toEqual([]);
    expect(repaired.toVerify.map(({ finding }) => finding.code)).toEqual([
      'repair-columns-exchanged',
      'repair-columns-exchanged',
    ]);
  });

  it('columns exchanged in headings and keyed rows only stay blank, and their figures are listed', () => {
    const [head = 0] = [...sheetOf(issued, ENTRY).cells.values()].flatMap(({ row, value }) =>
      value === 'Đơn vị tính' ? [row] : [],
    );
    const keyed = new Set(
      [...sheetOf(issued, ENTRY).cells.values()].flatMap(({ row, column, value }) =>
        column === 1 && row > 1 && value !== undefined ? [row] : [],
      ),
    );
    const facts = columnsExchanged((row) => row === head || row === head + 1 || keyed.has(row));
    const repaired = repair(facts);
    expectNothingDropped(facts, repaired);
    const listed = repaired.unplaced.filter(({ finding }) => finding.code === 'repair-column-unclear');
    expect(listed.length).toBeGreaterThan(15);
    const { cells } = whereabouts(repaired);
    const [one, other] = new Set(inputsOf(given.model, ENTRY).map(({ column }) => column));
    const wrong = [...given.home].filter(([token, place]) => cells.has(token) && cells.get(token) !== place);
    const columns = new Set(listed.map(({ cell }) => cell.replace(/\d+$/u, '')));
    expect(columns).toEqual(new Set([one, other].map((column) => columnLetters(column ?? 0))));
    expect(wrong).toEqual([]);
    expect(repaired.toVerify).toEqual([]);
  });

  it('where only the headings were exchanged the figures go by key, with a warning for each', () => {
    const head = sheetOf(issued, ENTRY).cells;
    const headRow = [...head.values()].find(({ value }) => value === 'Đơn vị tính')?.row;
    const repaired = repair(columnsExchanged((row) => row === headRow));
    const { cells } = whereabouts(repaired);
    expect([...given.home].filter(([token, place]) => cells.get(token) !== place)).toEqual([]);
    expect(repaired.toVerify.map(({ finding }) => finding.code)).toEqual([
      'repair-key-and-heading',
      'repair-key-and-heading',
    ]);
  });
});

describe('what has no place is listed with where it stood, its key, what it said and why', () => {
  const codes = ({ unplaced }: Repaired) => unplaced.map(({ finding }) => finding.code);

  it('a second figure for the same cell: the first stays, the copy is listed', () => {
    const { row, column, value } = firstInput(ENTRY);
    const key = sheetOf(issued, ENTRY).cells.get(cellIndex(row, 1))?.value ?? '';
    const facts = onSheet(ENTRY, (sheet) => ({
      ...sheet,
      cells: [...sheet.cells, typed(300, 1, key), typed(300, column, 55)],
    }));
    const { unplaced, model } = repair(facts);
    expect(sheetOf(model, ENTRY).cells.get(cellIndex(row, column))?.value).toBe(value);
    expect(unplaced).toMatchObject([
      {
        sheet: ENTRY,
        cell: cellAddress(300, column),
        value: 55,
        finding: {
          code: 'repair-contradicts',
          data: { kept: value, keptAt: `${ENTRY}!${cellAddress(row, column)}` },
        },
      },
    ]);
    expect(unplaced[0]?.key).toContain(key);
  });

  it('a blank first copy does not hide the second', () => {
    const { row, column } = firstInput(ENTRY);
    const key = sheetOf(issued, ENTRY).cells.get(cellIndex(row, 1))?.value ?? '';
    const blanked = withCell(given.facts, ENTRY, { row, column }, null);
    const { model, unplaced } = repair(
      withSheet(blanked, ENTRY, (sheet) => ({
        cells: [...sheet.cells, typed(300, 1, key), typed(300, column, 55)],
      })),
    );
    expect(sheetOf(model, ENTRY).cells.get(cellIndex(row, column))?.value).toBe(55);
    expect(unplaced).toEqual([]);
  });

  it.each(['12,5', 'khoảng 30', '1.234', ' '.repeat(2) + '7 %'])(
    'the unreadable text "%s" goes back into its cell as it was',
    (text) => {
      const at = firstInput(ENTRY);
      const facts = withCell(given.facts, ENTRY, at, { value: text });
      const { model, unplaced } = repair(facts);
      expect(sheetOf(model, ENTRY).cells.get(cellIndex(at.row, at.column))?.value).toBe(text);
      expect(unplaced).toEqual([]);
      const { findings } = readReturned(factsOf(model).sheets);
      expect(findings).toEqual(readReturned(facts.sheets).findings);
    },
  );

  it('truth values and errors go back as their words', () => {
    const [one, other] = inputsOf(given.model, ENTRY);
    if (!one || !other) throw new Error('no inputs');
    const facts = withCell(withCell(given.facts, ENTRY, one, { value: true }), ENTRY, other, {
      value: { error: '#N/A' },
    });
    const { model } = repair(facts);
    const at = ({ row, column }: { row: number; column: number }) =>
      sheetOf(model, ENTRY).cells.get(cellIndex(row, column))?.value;
    expect([at(one), at(other)]).toEqual(['TRUE', '#N/A']);
  });

  it('a formula in an input cell gives its result, to be verified; without one it is listed', () => {
    const [one, other] = inputsOf(given.model, ENTRY);
    if (!one || !other) throw new Error('no inputs');
    const facts = withCell(withCell(given.facts, ENTRY, one, { value: 12, formula: '5+7' }), ENTRY, other, {
      value: null,
      formula: '5+8',
    });
    const repaired = repair(facts);
    expect(sheetOf(repaired.model, ENTRY).cells.get(cellIndex(one.row, one.column))?.value).toBe(12);
    expect(repaired.toVerify).toMatchObject([{ value: 12, finding: { code: 'repair-formula-kept' } }]);
    expect(repaired.unplaced).toMatchObject([
      { finding: { code: 'repair-no-result', data: { formula: '5+8', wanted: 'number' } } },
    ]);
    const reason = firstInput(ENTRY, 'reason');
    const text = repair(withCell(given.facts, ENTRY, reason, { value: null, formula: '"a"&"b"' }));
    expect(text.unplaced).toMatchObject([
      { finding: { code: 'repair-no-result', data: { formula: '"a"&"b"', wanted: 'text' } } },
    ]);
  });

  it('a number the screen showed as a per cent or a day is put back as stored, to be verified', () => {
    const [rate, day] = inputsOf(given.model, ENTRY);
    const [reason] = inputsOf(given.model, ENTRY, 'reason');
    const cover = [...sheetOf(given.model, COVER).cells.values()].find(({ style }) => style === 'inputText');
    if (!rate || !day || !reason || !cover) throw new Error('no inputs');
    const changes = [
      [ENTRY, rate, { value: 0.45, shownAs: 'percent' }],
      [ENTRY, day, { value: 45_265, shownAs: 'date' }],
      [ENTRY, reason, { value: 45_048, shownAs: 'date' }],
      // A day is what the cover asks for.
      [COVER, cover, { value: 45_300, shownAs: 'date' }],
    ] as const;
    const facts = changes.reduce((so, [name, at, change]) => withCell(so, name, at, change), given.facts);
    const repaired = repair(facts);
    expect(repaired.unplaced).toEqual([]);
    const shown = new Map(
      repaired.toVerify.map(({ cell, value, finding }) => {
        expect(finding.code).toBe('repair-format-misleads');
        return [cell, [value, (finding.data as { screen: unknown }).screen]];
      }),
    );
    expect(shown).toEqual(
      new Map<string, unknown>([
        [cellAddress(rate.row, rate.column), [0.45, 45]],
        [cellAddress(day.row, day.column), [45_265, '05/12/2023']],
        [cellAddress(reason.row, reason.column), [45_048, '02/05/2023']],
      ]),
    );
    const put = sheetOf(repaired.model, ENTRY).cells;
    const template = sheetOf(issued, ENTRY).cells;
    const index = cellIndex(day.row, day.column);
    expect(put.get(index)).toMatchObject({ value: 45_265 });
    expect(put.get(index)?.format).toBe(template.get(index)?.format);
  });

  it('a figure typed over a formula; the formula is back', () => {
    const cell = [...sheetOf(issued, ENTRY).cells.values()].find(({ tag }) => tag === 'form.result');
    if (!cell) throw new Error('no result');
    const repaired = repair(withCell(given.facts, ENTRY, cell, { value: 12.5, formula: null }));
    expect(repaired.unplaced).toMatchObject([
      {
        sheet: ENTRY,
        cell: cellAddress(cell.row, cell.column),
        value: 12.5,
        finding: { code: 'repair-over-formula' },
      },
    ]);
    expect(sheetOf(repaired.model, ENTRY).cells.get(cellIndex(cell.row, cell.column))?.formula).toBe(
      cell.formula,
    );
  });

  it('a changed target: only a decision changes it', () => {
    const sheet = issued.sheets.find(({ cells }) =>
      [...cells.values()].some(({ style, value }) => style === 'target' && typeof value === 'number'),
    );
    const cell = [...(sheet?.cells.values() ?? [])].find(
      ({ style, value }) => style === 'target' && typeof value === 'number',
    );
    if (!sheet || !cell) throw new Error('no target');
    const repaired = repair(withCell(given.facts, sheet.name, cell, { value: 99.5 }));
    expect(repaired.unplaced).toMatchObject([
      { value: 99.5, finding: { code: 'repair-target-changed', data: { printed: cell.value } } },
    ]);
  });

  it('foreign sheets, cells outside the table, changed words, words on _meta', () => {
    let facts = withSheets(
      plain('Nháp', [typed(1, 1, 'Dân số'), typed(1, 2, 3), typed(2, 2, 9, 'B1*3'), typed(3, 3, true)]),
    );
    facts = withCell(facts, ENTRY, { row: 400, column: 40 }, { value: 3 });
    facts = withCell(facts, ENTRY, { row: FIRST + 1, column: 4 }, { value: 'nghìn người' });
    facts = withCell(facts, sheetNames.meta, { row: 900, column: 9 }, { value: 'ghi nhờ' });
    const { unplaced } = repair(facts);
    expect(unplaced.map(({ sheet, cell, value }) => [sheet, cell, value])).toEqual([
      [ENTRY, `D${FIRST + 1}`, 'nghìn người'],
      [ENTRY, 'AN400', 3],
      [sheetNames.meta, 'I900', 'ghi nhờ'],
      ['Nháp', 'A1', 'Dân số'],
      ['Nháp', 'B1', 3],
      ['Nháp', 'B2', 9],
      ['Nháp', 'C3', 'TRUE'],
    ]);
    expect(unplaced[4]?.label).toBe('Dân số');
  });

  it('a sheet of another unit: nothing of it is taken for this one', () => {
    const other = {
      ...sheetFacts(ENTRY),
      name: 'Nhập liệu huyện',
      cells: sheetFacts(ENTRY).cells.map((cell) => {
        const identity = typeof cell.value === 'string' ? parseIdentityKey(cell.value) : null;
        if (identity)
          return { ...cell, value: identityKey({ ...identity, unit: 'VN51.522', reporter: 'VN51.522' }) };
        return typeof cell.value === 'number' && cell.formula === null
          ? { ...cell, value: newToken('number') }
          : cell;
      }),
    };
    const facts = { ...given.facts, sheets: [other, ...given.facts.sheets] };
    const repaired = repair(facts);
    expectNothingDropped(facts, repaired);
    const figures = inputsOf(given.model, ENTRY).length;
    expect(codes(repaired).filter((code) => code === 'repair-other-workbook').length).toBeGreaterThan(
      figures,
    );
    // The identity of the other workbook is quoted, not repeated: it would say of this one whose it is.
    const { value } = readReturned(factsOf(repaired.model).sheets);
    expect(value?.unit).toBe('VN51');
    expect(new Set(value?.sheetIdentities.map(({ identity }) => identity.unit))).toEqual(new Set(['VN51']));
  });

  it('comments and text boxes with their words, pictures by their number', () => {
    const repaired = repairWorkbook(openDamaged(given.facts), given.definition, {
      comments: [{ sheet: ENTRY, cell: 'E10', text: 'Xem lại' }],
      textBoxes: [{ sheet: ENTRY, cell: 'E9', text: 'số đúng là 18.500' }],
      pictures: [{ sheet: ENTRY, cell: 'F30', count: 2 }],
    });
    expect(repaired?.unplaced).toMatchObject([
      { cell: 'E9', value: 'số đúng là 18.500', finding: { code: 'repair-text-box' } },
      { cell: 'E10', value: 'Xem lại', finding: { code: 'repair-comment' } },
      { cell: 'F30', value: '', finding: { code: 'repair-pictures', data: { count: 2 } } },
    ]);
    const list = repaired && sheetOf(repaired.model, UNPLACED_SHEET);
    const contents = [...(list?.cells.values() ?? [])].map(({ value }) => String(value));
    expect(contents).toContain('số đúng là 18.500');
    expect(contents.filter((text) => text.startsWith('Trang có 2 ảnh'))).toHaveLength(1);
    // What the list says is carried on by the next repair.
    const again = repaired && repairWorkbook(openDamaged(factsOf(repaired.model)), given.definition);
    expect(again?.unplaced.map(({ cell, value }) => [cell, value])).toEqual(
      repaired?.unplaced.map(({ cell, value }) => [cell, value]),
    );
  });

  it('the list is a plain visible sheet, and is carried on when the workbook is repaired again', () => {
    const facts = withSheets(
      plain('Nháp', [typed(1, 1, '2099|final|value'), typed(1, 2, 3), typed(2, 2, '=1+1')]),
    );
    const once = repair(facts);
    const list = sheetOf(once.model, UNPLACED_SHEET);
    expect(list.state).toBe('visible');
    const contents = [...list.cells.values()].map(({ value }) => value);
    expect(contents).toEqual(
      expect.arrayContaining(['Nháp', 'A1', '«2099|final|value»', 'B1', 3, 'B2', '=1+1']),
    );
    expect([...list.cells.values()].every(({ formula }) => formula === undefined)).toBe(true);
    const again = repair(
      withCell(factsOf(once.model), UNPLACED_SHEET, { row: 3, column: 12 }, { value: 'ghi thêm' }),
    );
    expect(again.unplaced.map(({ sheet, cell, value }) => [sheet, cell, value])).toEqual([
      [UNPLACED_SHEET, 'L3', 'ghi thêm'],
      ...once.unplaced.map(({ sheet, cell, value }) => [
        sheet,
        cell,
        value === '2099|final|value' ? '«2099|final|value»' : value,
      ]),
    ]);
  });

  it('refuses to list more cells than anybody reads', () => {
    const cells = Array.from({ length: 50_001 }, (_, at) => typed(at + 1, 1, at));
    expect(repairWorkbook(openDamaged(withSheets(plain('Nháp', cells))), given.definition)).toBeNull();
  });
});

describe('entries of the cover', () => {
  const valueAt = (model: WorkbookModel, row: number) => sheetOf(model, COVER).cells.get(cellIndex(row, 4));

  it('come back where their words stand', () => {
    const facts = moved(given.facts, COVER, { row: (row) => (row >= 10 ? row + 2 : row) });
    const { model, placed } = expectAllPlaced(facts);
    expect(placed.cover).toBe(3);
    expect(valueAt(model, 15)?.value).toBe(valueAt(given.model, 15)?.value);
  });

  it('a day that was typed is shown as one, a telephone number is not', () => {
    const facts = withCell(
      withCell(given.facts, COVER, { row: 15, column: 4 }, { value: 45_275 }),
      COVER,
      { row: 16, column: 4 },
      { value: 912_345_678 },
    );
    const { model } = repair(facts);
    expect(valueAt(model, 15)).toMatchObject({ value: 45_275, format: 'dd/mm/yyyy' });
    expect(valueAt(model, 16)?.value).toBe(912_345_678);
    expect(valueAt(model, 16)?.format).toBeUndefined();
    const from1904 = repair({ ...facts, date1904: true });
    expect(valueAt(from1904.model, 15)?.value).toBe(45_275 + 1_462);
  });
});

describe('a workbook of half a year', () => {
  let half: Filled;
  beforeAll(async () => {
    const { catalogue, plans } = await loadSeeds();
    const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
    if (!plan) throw new Error('no plan');
    const [job] = jobsOf([plan], catalogue, { round: '2023-S1', unit: ['VN12.106'], sample: true });
    if (!job) throw new Error('no job');
    half = filled(modelOf(job, catalogue));
  });

  it('comes back from printed words alone', () => {
    const facts = withSheet(half.facts, ENTRY, (sheet) => without(without(sheet, 'row', 1), 'column', 1));
    const repaired = repairWorkbook(openDamaged(facts), half.definition);
    if (!repaired) throw new Error('too much');
    expect(repaired.unplaced).toEqual([]);
    const { cells } = whereabouts(repaired);
    for (const [token, place] of half.home) expect(cells.get(token)).toBe(place);
  });

  it('a figure where none is asked for is listed', () => {
    const cell = [...sheetOf(half.model, ENTRY).cells.values()].find(({ style }) => style === 'notAsked');
    if (!cell) throw new Error('everything is asked');
    const repaired = repairWorkbook(
      openDamaged(withCell(half.facts, ENTRY, cell, { value: 5 })),
      half.definition,
    );
    expect(repaired?.unplaced).toMatchObject([{ value: 5, finding: { code: 'repair-not-asked' } }]);
  });
});

it('prints the source of a figure that was filled in and is now another, as the file did', async () => {
  const { model } = await seedModel('lai-chau-2024', 'VN12.106', 0);
  const facts = factsOf(model);
  const { returned, issued: expected } = openReturn(facts);
  if (!expected) throw new Error('no definition');
  const { source } = knownOf(expected.definition);
  const entry = returned?.entries.find(
    ({ sheet, rowKey, period, field, value }) =>
      sheet === ENTRY && field === 'value' && source(rowKey, period) !== null && typeof value !== 'number',
  );
  if (!entry) throw new Error('no sign that was filled in with a source');
  const changed = withCell(facts, ENTRY, entry, { value: 12 });
  const repaired = factsOf(repairedFrom(changed, expected.definition).model);
  const { findings } = checkWorkbook(repaired).report;
  expect(findings.map(({ code }) => code)).not.toContain('printed-text-changed');
  // The figure itself goes on without it.
  const [indicator, stratum] = entry.rowKey.split('|');
  const back = openReturn(repaired).returned?.observations.find(
    (one) =>
      one.indicator === indicator &&
      one.stratum === (stratum === '_T' ? null : stratum) &&
      one.period === entry.period,
  );
  expect(back).toMatchObject({ figure: 12 });
  expect(back?.source).toBeUndefined();
});
