import { beforeAll, describe, expect, it } from 'vitest';
import { checkStructure } from '../../../../core/check/structure/check-structure.ts';
import type { FormulaCell, WorkbookFacts } from '../../../../core/sheet/facts.ts';
import { printedNumberChanged } from '../../../../core/check/structure/rules/printed-number-changed.ts';
import { structureRules } from '../../../../core/check/structure/rules/index.ts';
import {
  identityKey,
  parseIdentityKey,
  KEY_MARKER,
  parseColumnKey,
  sheetNames,
} from '../../../../core/workbook/contract.ts';
import {
  cellIndex,
  type CellModel,
  type SheetModel,
  type WorkbookModel,
} from '../../../../core/sheet/model.ts';
import { cellAddress } from '../../../../core/sheet/address.ts';
import { moved, renamed, withCell, withSheet, type Move } from './damage.ts';
import { factsOf } from './facts-of.ts';
import { rebuilt, seedModel } from './models.ts';

const ENTRY = 'Nhập liệu';
let model: WorkbookModel;
let expected: WorkbookModel;
let facts: WorkbookFacts;

beforeAll(async () => {
  ({ model } = await seedModel('quang-ngai-2021', 'VN51'));
  expected = rebuilt(model);
  facts = factsOf(model);
});

function check(found: WorkbookFacts, recomputed = expected) {
  return checkStructure(expected, found, { recomputed });
}
const codes = (found: WorkbookFacts) => check(found).findings.map(({ code }) => code);

function sheetOf(name: string): SheetModel {
  const sheet = model.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}
/** First cell of a sheet that fits, by rows. */
function cellOf(name: string, fits: (cell: CellModel) => boolean): CellModel {
  const cells = [...sheetOf(name).cells.values()]
    .filter(fits)
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const [first] = cells;
  if (!first) throw new Error(`no such cell on ${name}`);
  return first;
}
const figure = () => cellOf(ENTRY, ({ style, value }) => style === 'input' && typeof value === 'number');
const indicatorSheet = () => {
  const sheet = model.sheets.find(({ cells }) =>
    [...cells.values()].some(({ tag }) => tag === 'level.verdict'),
  );
  if (!sheet) throw new Error('no sheet with a level');
  return sheet.name;
};
const keyAt = (name: string, row: number) => String(sheetOf(name).cells.get(cellIndex(row, 1))?.value);
/** The row of a figure with everything in it, once more in another row. */
function copiedRow(
  row: number,
  to: number,
  change: (cell: FormulaCell) => Partial<FormulaCell> = () => ({}),
) {
  return withSheet(facts, ENTRY, ({ cells }) => ({
    cells: [
      ...cells,
      ...cells
        .filter((cell) => cell.row === row && cell.formula === null)
        .map((cell) => ({ ...cell, row: to, ...change(cell) })),
    ],
  }));
}

describe('an untouched workbook', () => {
  it('passes every rule, and every rule had something to look at', () => {
    const { findings, rules } = check(facts);
    expect(findings).toEqual([]);
    expect(rules.map(({ code }) => code)).toEqual(structureRules.map(({ code }) => code));
    // Nothing was assigned in it, and a workbook of today's layout has no verdicts of an earlier one.
    expect(
      rules.filter((rule) => rule.passed === 0 || rule.failed > 0 || rule['not-evaluable'] > 0),
    ).toMatchObject([
      { code: 'assigned-value-changed', failed: 0, 'not-evaluable': 0 },
      { code: 'verdict-differs-from-layout', failed: 0, 'not-evaluable': 0 },
    ]);
    expect(rules.find(({ code }) => code === 'formula-altered')?.passed).toBeGreaterThan(500);
  });

  it('is not judged on what the program at hand does not show', () => {
    const { rules } = checkStructure(expected, facts, { has: 'cells' });
    const unseen = rules.filter((rule) => rule.passed === 0).map(({ code }) => code);
    const ofFile = structureRules.filter(({ needs }) => needs === 'file').map(({ code }) => code);
    // Without a model computed from the figures that came back no result is judged either.
    const without = ['assigned-value-changed', 'result-stale', 'verdict-differs-from-layout'];
    expect(new Set(unseen)).toEqual(new Set([...ofFile, ...without]));
  });

  it('has a wording for every rule in both languages', () => {
    for (const { text } of structureRules) {
      for (const part of ['title', 'meaning', 'example', 'fix'] as const) {
        expect(text.vi[part].length).toBeGreaterThan(5);
        expect(text.vi[part]).not.toBe(text.en[part]);
      }
    }
  });
});

describe('nothing is held against', () => {
  const FIRST = 8;
  const moves: [string, (name: string) => Move][] = [
    ['rows inserted', () => ({ row: (row) => (row >= 10 ? row + 3 : row) })],
    ['a blank row after every row', () => ({ row: (row) => row * 2 })],
    ['columns inserted', () => ({ column: (column) => (column >= 5 ? column + 2 : column) })],
    ['columns inserted before the first', () => ({ column: (column) => column + 2 })],
    [
      'a column inserted behind the reasons',
      () => ({ column: (column) => (column > 15 ? column + 1 : column) }),
    ],
    [
      'rows and columns inserted',
      () => ({ row: (row) => (row > 12 ? row + 1 : row), column: (c) => (c > 7 ? c + 1 : c) }),
    ],
  ];
  describe.each(moves)('%s', (_name, move) => {
    it('on any sheet', () => {
      for (const { name } of facts.sheets) {
        if (name === '_meta') continue;
        expect(check(moved(facts, name, move(name))).findings, name).toEqual([]);
      }
    });
  });

  it.each([ENTRY, 'Số liệu nền', 'Số gốc'])('rows of %s sorted the other way round', (name) => {
    const keyed = [...sheetOf(name).cells.values()].filter(({ row, column }) => column === 1 && row >= FIRST);
    const [top, bottom] = [
      Math.min(...keyed.map(({ row }) => row)),
      Math.max(...keyed.map(({ row }) => row)),
    ];
    const row = (one: number) => (one >= top && one <= bottom ? top + bottom - one : one);
    expect(check(moved(facts, name, { row })).findings).toEqual([]);
    expect(bottom - top).toBeGreaterThan(5);
  });

  it('renamed sheets, beyond a note for each', () => {
    const found = renamed(renamed(facts, ENTRY, 'So lieu (2)'), 'Nguồn', 'Trich dan');
    expect(check(found).findings).toMatchObject([
      { code: 'sheet-renamed', severity: 'note', place: { sheet: 'So lieu (2)' }, data: { expected: ENTRY } },
      { code: 'sheet-renamed', severity: 'note', place: { sheet: 'Trich dan' } },
    ]);
  });

  it('formulas spelled another way', () => {
    const spelled = (formula: string) =>
      formula
        .replaceAll("'Bìa'!", 'Bìa!')
        .replaceAll(',', ', ')
        .replaceAll('FALSE', 'FALSE()')
        .replace('IF(', 'if(');
    const sheets = facts.sheets.map((sheet) => ({
      ...sheet,
      // Texts with commas would change their content.
      cells: sheet.cells.map((cell) =>
        cell.formula === null || /"[^"]*,[^"]*"/u.test(cell.formula)
          ? cell
          : { ...cell, formula: spelled(cell.formula) },
      ),
    }));
    expect(check({ ...facts, sheets }).findings).toEqual([]);
  });

  it('figures, signs, reasons and dates that officers typed', () => {
    const at = figure();
    const figures = new Map([[`${keyAt(ENTRY, at.row)}|${periodOver(at.column)}`, 7.25]]);
    const remarks = cellOf(ENTRY, ({ style }) => style === 'inputText');
    const received = cellOf('Bìa', ({ style }) => style === 'inputText');
    const typed = factsOf(rebuilt(model, figures));
    const found = withCell(withCell(typed, ENTRY, remarks, { value: 'Tách hộ' }), 'Bìa', received, {
      value: '1/12',
    });
    expect(check(found, rebuilt(model, figures)).findings).toEqual([]);
  });
});

function periodOver(column: number): string {
  return parseColumnKey(String(sheetOf(ENTRY).cells.get(cellIndex(1, column))?.value))?.period ?? '';
}

describe('formulas', () => {
  const verdict = () => cellOf(indicatorSheet(), ({ tag }) => tag === 'level.verdict');

  it('one that reads the row below is reported with its cell and both formulas', () => {
    const name = indicatorSheet();
    const { row, column, formula = '' } = cellOf(name, ({ tag }) => tag === 'level.actual');
    const shifted = formula.replaceAll(/\$(\d+)/gu, (_all, digits: string) => `$${Number(digits) + 1}`);
    expect(shifted).not.toBe(formula);
    const { findings } = check(withCell(facts, name, { row, column }, { formula: shifted }));
    expect(findings).toMatchObject([
      {
        code: 'formula-altered',
        severity: 'error',
        place: { sheet: name },
        data: { found: `=${shifted}`, expected: `=${formula}`, count: 1 },
      },
    ]);
    expect(findings[0]?.key).toBe(keyAt(name, row).split('|').slice(0, 4).join('|'));
  });

  it('rows sorted without their readers following are reported', () => {
    const rows = [...sheetOf(ENTRY).cells.values()]
      .filter(({ column, row, value }) => column === 1 && row > 7 && value !== undefined)
      .map(({ row }) => row);
    const [one = 0, other = 0] = rows;
    const swap = (row: number) => (row === one ? other : row === other ? one : row);
    const found = withSheet(facts, ENTRY, ({ cells }) => ({
      cells: cells.map((cell) => ({ ...cell, row: swap(cell.row) })),
    }));
    const readers = check(found).findings.filter(({ code }) => code === 'formula-altered');
    expect(readers.length).toBeGreaterThan(1);
    expect(readers.some(({ place }) => place.sheet !== ENTRY)).toBe(true);
  });

  it('many on one sheet are one finding with a count and the next places', () => {
    const name = indicatorSheet();
    const found = withSheet(facts, name, ({ cells }) => ({
      cells: cells.map((cell) => (cell.formula === null ? cell : { ...cell, formula: null, value: 1 })),
    }));
    const { findings } = check(found);
    const replaced = findings.filter(({ code }) => code === 'formula-replaced');
    expect(replaced).toHaveLength(1);
    expect((replaced[0]?.data as { count: number }).count).toBeGreaterThan(50);
    // What reads the typed numbers is not reported a second time as not recalculated.
    expect(findings.map(({ code }) => code)).toEqual(['formula-replaced']);
  });

  it('typed over, cleared, broken', () => {
    const name = indicatorSheet();
    const at = verdict();
    expect(codes(withCell(facts, name, at, { formula: null, value: 'Đạt' }))).toEqual(['formula-replaced']);
    expect(codes(withCell(facts, name, at, { formula: null, value: null }))).toEqual(['formula-emptied']);
    expect(codes(withCell(facts, name, at, null))).toEqual(['formula-emptied']);
    expect(codes(withCell(facts, name, at, { formula: 'IF(#REF!>1,"Đạt","")' }))).toEqual([
      'formula-altered',
    ]);
  });

  it('one that became part of an array formula or a data table, whose text stands elsewhere, is altered', () => {
    expect(codes(withCell(facts, indicatorSheet(), verdict(), { formula: '' }))).toEqual(['formula-altered']);
  });

  it('any reference that is one row off is reported, wherever it stands', () => {
    let tried = 0;
    for (const { name, cells } of facts.sheets) {
      for (const cell of cells
        .filter(({ formula }) => formula !== null)
        .filter((_cell, at) => at % 40 === 7)) {
        const references = [...(cell.formula ?? '').matchAll(/\$?[A-Z]{1,2}\$?(\d+)(?![\w"(])/gu)];
        const one = references[tried % references.length];
        if (!one || cell.formula === null) continue;
        const [text, digits = ''] = one;
        const at = one.index + text.length - digits.length;
        const formula = `${cell.formula.slice(0, at)}${Number(digits) + 1}${cell.formula.slice(at + digits.length)}`;
        expect(codes(withCell(facts, name, cell, { formula })), `${name} ${formula}`).toEqual([
          'formula-altered',
        ]);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(15);
  });

  it('a range that lost a row of its sheet is reported', () => {
    const cell = cellOf(ENTRY, ({ tag }) => tag === 'form.checksum');
    const shorter = (cell.formula ?? '').replace(
      /\$(\d+)(\)|,)/u,
      (_all, row: string, end: string) => `$${Number(row) - 2}${end}`,
    );
    expect(shorter).not.toBe(cell.formula);
    expect(codes(withCell(facts, ENTRY, cell, { formula: shorter }))).toEqual(['formula-altered']);
  });
});

describe('stored results', () => {
  it('that are not those of the typed figures are a warning, with the computed result', () => {
    const at = figure();
    const key = `${keyAt(ENTRY, at.row)}|${periodOver(at.column)}`;
    const after = rebuilt(model, new Map([[key, 3]]));
    const found = withCell(facts, ENTRY, at, { value: 3 });
    expect(check(factsOf(after), after).findings).toEqual([]);
    const { findings } = check(found, after);
    expect(findings.length).toBeGreaterThan(0);
    expect(new Set(findings.map(({ code, severity }) => `${code} ${severity}`))).toEqual(
      new Set(['result-stale warning']),
    );
    // Counts and years are shown as their cells show them, not as figures of an indicator.
    const saidOf = (name: string) => findings.find(({ place }) => place.sheet === name)?.data;
    expect(saidOf(sheetNames.cover)).toMatchObject({ key: '', found: expect.stringMatching(/^\d+$/u) });
    expect(saidOf(ENTRY)).toMatchObject({ key: expect.stringContaining('|') });
  });

  it('that follow from a figure whose own formula is not calculated anew are said by that figure alone', () => {
    const at = figure();
    const key = `${keyAt(ENTRY, at.row)}|${periodOver(at.column)}`;
    const after = rebuilt(model, new Map([[key, 3]]));
    const { findings } = check(withCell(facts, ENTRY, at, { value: 3, formula: '1+1' }), after);
    const warnings = findings.filter(({ severity }) => severity !== 'note');
    expect(warnings.map(({ code }) => code)).toEqual(['figure-result-stale']);
    const fresh = check(withCell(facts, ENTRY, at, { value: 3, formula: '1+2' }), after).findings;
    expect(fresh.map(({ code }) => code)).toContain('result-stale');
    expect(fresh.map(({ code }) => code)).not.toContain('figure-result-stale');
  });

  it('in the last digit are the same', () => {
    const sheets = facts.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.formula !== null && typeof cell.value === 'number'
          ? { ...cell, value: cell.value * (1 + 1e-12) }
          : cell,
      ),
    }));
    expect(check({ ...facts, sheets }).findings).toEqual([]);
  });

  it('behind a figure that cannot be read are not judged', () => {
    const at = figure();
    const key = `${keyAt(ENTRY, at.row)}|${periodOver(at.column)}`;
    const after = rebuilt(model, new Map([[key, null]]));
    const { findings, rules } = check(withCell(facts, ENTRY, at, { value: 'khoảng 12' }), after);
    expect(findings).toEqual([]);
    expect(rules.find(({ code }) => code === 'result-stale')?.['not-evaluable']).toBeGreaterThan(2);
  });
});

describe('what the template printed', () => {
  it('a target typed over is an error, with both values', () => {
    const name = indicatorSheet();
    const at = cellOf(name, ({ style, value }) => style === 'target' && typeof value === 'number');
    const { findings } = check(withCell(facts, name, at, { value: Number(at.value) + 1 }));
    expect(findings).toMatchObject([
      {
        code: 'printed-number-changed',
        severity: 'error',
        place: { sheet: name },
        found: Number(at.value) + 1,
        data: { expected: at.value },
      },
    ]);
  });

  it('a target typed where the plan has none, and a target deleted', () => {
    const name = indicatorSheet();
    const blank = cellOf(
      name,
      ({ style, value, formula }) => style === 'target' && value === undefined && formula === undefined,
    );
    expect(codes(withCell(facts, name, blank, { value: 5 }))).toEqual(['printed-number-changed']);
    const set = cellOf(name, ({ style, value }) => style === 'target' && typeof value === 'number');
    expect(codes(withCell(facts, name, set, null))).toEqual(['printed-number-changed']);
  });

  it('a count at the foot of a sheet belongs to no year, and comes back by restoring first', () => {
    const { row } = cellOf(ENTRY, ({ value }) => value === 'Số phải báo cáo trong kỳ');
    const at = cellOf(ENTRY, (cell) => cell.row === row && typeof cell.value === 'number');
    const { findings } = check(withCell(facts, ENTRY, at, { value: Number(at.value) + 2 }));
    expect(findings).toMatchObject([{ code: 'printed-number-changed', key: null, period: null }]);
    expect(printedNumberChanged.text.vi.fix).toMatch(/^Bấm nút "Khôi phục"/u);
    expect(printedNumberChanged.text.en.fix).toMatch(/^Press "Restore"/u);
  });

  it('the year on the cover', () => {
    expect(codes(withCell(facts, 'Bìa', { row: 12, column: 4 }, { value: 2030 }))).toEqual([
      'printed-number-changed',
    ]);
  });

  it('a word is a note; white space and composed letters are none', () => {
    const unit = cellOf(ENTRY, ({ row, column }) => row > 8 && column === 4);
    expect(check(withCell(facts, ENTRY, unit, { value: 'nghìn người' })).findings).toMatchObject([
      {
        code: 'printed-text-changed',
        severity: 'note',
        data: { found: 'nghìn người', expected: unit.value },
      },
    ]);
    const name = cellOf(
      ENTRY,
      ({ style, value }) => style === 'wrapped' && String(value).normalize('NFD') !== value,
    );
    expect(codes(withCell(facts, ENTRY, name, { value: `${String(name.value).normalize('NFD')} ` }))).toEqual(
      [],
    );
  });
});

describe('keys', () => {
  it('a row that is gone is named; a neighbour is not taken for it', () => {
    const { row } = figure();
    const found = withSheet(facts, ENTRY, ({ cells }) => ({
      cells: cells.filter((cell) => cell.row !== row),
    }));
    const missing = check(found).findings.filter(({ code }) => code !== 'formula-altered');
    expect(missing).toMatchObject([{ code: 'row-missing', severity: 'error', key: keyAt(ENTRY, row) }]);
  });

  it('a row whose key was typed over is both gone and unknown', () => {
    const { row } = figure();
    const found = withCell(facts, ENTRY, { row, column: 1 }, { value: 'something-else|_T' });
    expect(codes(found)).toEqual(['row-missing', 'row-unknown']);
  });

  it('a copied row is a note while the figures agree, an error with both places when they do not', () => {
    const at = figure();
    expect(check(copiedRow(at.row, 500)).findings).toMatchObject([
      { code: 'row-repeated', severity: 'note', place: { sheet: ENTRY, cell: 'A500' } },
    ]);
    const found = copiedRow(at.row, 500, (cell) =>
      cell.column === at.column ? { value: Number(at.value) + 1 } : {},
    );
    const { findings } = check(found);
    expect(findings).toMatchObject([
      {
        code: 'figure-in-two-places',
        severity: 'error',
        key: keyAt(ENTRY, at.row),
        found: at.value,
        data: { kept: String(at.value), other: String(Number(at.value) + 1), count: 1 },
      },
    ]);
    expect((findings[0]?.data as { otherCell: string }).otherCell).toMatch(/^Nhập liệu![A-Z]+500$/u);
  });

  it('a column that is gone: of figures an error, of reasons a warning', () => {
    const without = (field: string) => {
      const { column } = cellOf(ENTRY, ({ row, value }) => row === 1 && String(value).endsWith(`|${field}`));
      const found = withCell(facts, ENTRY, { row: 1, column }, null);
      return check(found).findings.filter(({ code }) => code.includes('column'));
    };
    expect(without('value')).toMatchObject([{ code: 'column-missing', severity: 'error' }]);
    expect(without('reason')).toMatchObject([{ code: 'remark-column-missing', severity: 'warning' }]);
  });

  it('a column of another period is an error once it holds a figure', () => {
    const at = figure();
    const key = withCell(facts, ENTRY, { row: 1, column: 40 }, { value: '2031|final|value' });
    expect(codes(key)).toEqual([]);
    expect(codes(withCell(key, ENTRY, { row: at.row, column: 40 }, { value: 4 }))).toEqual([
      'column-unknown',
    ]);
  });

  it('a column copied with its key', () => {
    const { column } = figure();
    const copy = (change: number) =>
      withSheet(facts, ENTRY, ({ cells }) => ({
        cells: [
          ...cells,
          ...cells
            .filter((cell) => cell.column === column && cell.formula === null)
            .map((cell) => ({
              ...cell,
              column: 60,
              value: typeof cell.value === 'number' ? cell.value + change : cell.value,
            })),
        ],
      }));
    expect(codes(copy(0))).toEqual(['column-repeated']);
    const { findings } = check(copy(1));
    expect(findings).toMatchObject([{ code: 'figure-in-two-places' }]);
    expect((findings[0]?.data as { count: number }).count).toBeGreaterThan(5);
  });

  it('a sheet without its marker says so once', () => {
    const found = withSheet(facts, ENTRY, ({ cells }) => ({
      cells: cells.filter(({ value }) => value !== KEY_MARKER),
    }));
    expect(check(found).findings).toMatchObject([
      { code: 'keys-lost', severity: 'error', place: { sheet: ENTRY } },
    ]);
  });

  it('a row of formulas that is gone is a note, beside the formulas that read it', () => {
    const name = indicatorSheet();
    const { row } = cellOf(name, ({ tag }) => tag === 'level.pathGap');
    const found = withSheet(facts, name, ({ cells }) => ({
      cells: cells.filter((cell) => cell.row !== row),
    }));
    expect(check(found).findings).toContainEqual(
      expect.objectContaining({ code: 'computed-row-missing', severity: 'note' }),
    );
  });
});

describe('sheets', () => {
  const without = (name: string) => ({
    ...facts,
    sheets: facts.sheets.filter((sheet) => sheet.name !== name),
  });

  it('an input sheet that is gone is an error, any other a note', () => {
    expect(check(without(ENTRY)).findings).toContainEqual(
      expect.objectContaining({ code: 'sheet-missing', severity: 'error' }),
    );
    expect(codes(without(ENTRY))).not.toContain('row-missing');
    expect(check(without('Hướng dẫn')).findings).toMatchObject([{ code: 'sheet-removed', severity: 'note' }]);
  });

  it('a copy is a note, figures that differ in it one error', () => {
    const copy = facts.sheets.find(({ name }) => name === ENTRY);
    if (!copy) throw new Error('no sheet');
    const named = { ...copy, name: `${ENTRY} (2)` };
    expect(codes({ ...facts, sheets: [...facts.sheets, named] })).toEqual(['sheet-copied']);
    const changed = { ...facts, sheets: [...facts.sheets, named] };
    const at = figure();
    expect(codes(withCell(changed, named.name, at, { value: Number(at.value) + 2 }))).toEqual([
      'figure-in-two-places',
      'sheet-copied',
    ]);
  });

  it('a sheet of somebody else is a note, one from the workbook of another unit an error', () => {
    const [cover] = facts.sheets;
    if (!cover) throw new Error('no sheet');
    const foreign = {
      ...cover,
      name: 'Sheet1',
      cells: [{ row: 1, column: 1, value: 'nháp', formula: null }],
    };
    expect(codes({ ...facts, sheets: [...facts.sheets, foreign] })).toEqual(['sheet-added']);
    const found = withSheet(facts, ENTRY, ({ cells }) => ({
      cells: cells.map((cell) => {
        const own = typeof cell.value === 'string' ? parseIdentityKey(cell.value) : null;
        return own ? { ...cell, value: identityKey({ ...own, unit: 'VN99', reporter: 'VN99' }) } : cell;
      }),
    }));
    // The sheet of the workbook itself is gone, and nothing on the one in its place is compared with it.
    expect(check(found).findings).toMatchObject([
      { code: 'sheet-missing', severity: 'error', place: { sheet: ENTRY } },
      { code: 'sheet-of-another-workbook', severity: 'error', place: { sheet: ENTRY } },
    ]);
  });

  it.each(['first', 'last'])(
    'a sheet of another unit beside its own, %s, is one error and no other',
    (where) => {
      const own = facts.sheets.find(({ name }) => name === ENTRY);
      if (!own) throw new Error('no sheet');
      const foreign = {
        ...own,
        name: 'Huyện bên',
        cells: own.cells.map((cell) => {
          const identity = typeof cell.value === 'string' ? parseIdentityKey(cell.value) : null;
          if (identity)
            return { ...cell, value: identityKey({ ...identity, unit: 'VN99', reporter: 'VN99' }) };
          return typeof cell.value === 'number' && cell.formula === null
            ? { ...cell, value: cell.value + 1 }
            : cell;
        }),
      };
      const sheets = where === 'first' ? [foreign, ...facts.sheets] : [...facts.sheets, foreign];
      expect(codes({ ...facts, sheets })).toEqual(['sheet-of-another-workbook']);
      // Under the name of the other, the workbook's own sheet is still known for what it is.
      const swapped = sheets.map((sheet) =>
        sheet === foreign
          ? { ...sheet, name: ENTRY }
          : sheet === own
            ? { ...sheet, name: 'Nhập liệu (2)' }
            : sheet,
      );
      expect(codes({ ...facts, sheets: swapped })).not.toContain('sheet-missing');
    },
  );
});

describe('what only a file shows', () => {
  it('validations and colours that a paste took are one note a sheet, with how many', () => {
    const found = withSheet(facts, ENTRY, ({ validations }) => ({
      validations: validations?.slice(5) ?? null,
      conditional: [],
    }));
    const { findings } = check(found);
    expect(findings).toMatchObject([
      { code: 'validation-lost', severity: 'note', place: { sheet: ENTRY }, data: { count: 5 } },
      { code: 'conditional-format-lost', severity: 'note', place: { sheet: ENTRY } },
    ]);
  });

  it('validations joined into one range are there, those a reader cannot see are not judged', () => {
    const joined = withSheet(facts, ENTRY, () => ({
      validations: [{ range: 'A1:XFD1048576', condition: '' }],
    }));
    expect(codes(joined)).toEqual([]);
    const { findings, rules } = check(
      withSheet(facts, ENTRY, () => ({ validations: null, conditional: null })),
    );
    expect(findings).toEqual([]);
    for (const code of ['validation-lost', 'conditional-format-lost']) {
      expect(rules.find((rule) => rule.code === code)?.['not-evaluable']).toBeGreaterThan(10);
    }
  });

  it('merged input cells, hidden figures, no protection', () => {
    const { row } = figure();
    const merged = withSheet(facts, ENTRY, ({ merges }) => ({
      merges: [...merges, `A${row}:XFD${row + 1}`],
    }));
    expect(check(merged).findings).toMatchObject([{ code: 'cells-merged', severity: 'error' }]);
    const hidden = withSheet(facts, ENTRY, ({ hiddenRows }) => ({
      hiddenRows: new Set([...hiddenRows, row, 3]),
    }));
    expect(check(hidden).findings).toMatchObject([
      {
        code: 'figures-hidden',
        severity: 'warning',
        place: { sheet: ENTRY, cell: expect.stringMatching(`^[A-Z]+${row}$`) },
        data: { key: keyAt(ENTRY, row), found: 'row', count: 1 },
      },
    ]);
    expect(check(withSheet(facts, ENTRY, () => ({ isProtected: false }))).findings).toMatchObject([
      { code: 'protection-removed', severity: 'note' },
    ]);
  });

  it.each(['hidden', 'veryHidden'] as const)('a sheet of figures that is %s is named once', (state) => {
    const { row } = figure();
    const hidden = withSheet(facts, ENTRY, ({ hiddenRows }) => ({
      state,
      hiddenRows: new Set([...hiddenRows, row]),
    }));
    expect(check(hidden).findings).toMatchObject([
      { code: 'figures-hidden', place: { sheet: ENTRY }, data: { found: 'sheet', count: 1 } },
    ]);
  });

  it('a reason nobody sees is named with its cell, in a hidden column and in letters like their ground', () => {
    const { row } = figure();
    const column = [...sheetOf(ENTRY).cells.values()].find(
      (cell) => cell.row === 1 && String(cell.value).endsWith('|reason'),
    )?.column;
    if (column === undefined) throw new Error('no reasons');
    const said = (change: Partial<FormulaCell>, hiddenColumns: readonly number[] = []) => {
      const written = withCell(facts, ENTRY, { row, column }, { value: 'mưa lũ cả vùng', ...change });
      const found = withSheet(written, ENTRY, (sheet) => ({
        hiddenColumns: new Set([...sheet.hiddenColumns, ...hiddenColumns]),
      }));
      return check(found).findings.map(({ code, place }) => [code, place.cell]);
    };
    const named = [['figures-hidden', cellAddress(row, column)]];
    expect(said({})).toEqual([]);
    expect(said({ rendered: '' })).toEqual(named);
    expect(said({}, [column])).toEqual(named);
  });

  it('a digital signature', () => {
    expect(check({ ...facts, signed: true }).findings).toMatchObject([
      { code: 'digitally-signed', severity: 'note', place: {} },
    ]);
    expect(check({ ...facts, signed: false }).findings).toEqual([]);
  });

  it('macros, links, names, dates', () => {
    const name = (text: string, formula: string) => ({ name: text, sheet: null, formula, hidden: false });
    const found: WorkbookFacts = {
      ...facts,
      date1904: true,
      macros: true,
      externalLinks: ['SoLieu.xlsx', 'Khac.xlsx'],
      definedNames: [
        ...facts.definedNames,
        name('_xlnm._FilterDatabase', "'Nhập liệu'!$A$1:$B$4"),
        name('Print_Titles', '#REF!'),
        name('DanhSach', 'Sheet9!$A$1'),
        name('Hong', 'Sheet9!#REF!'),
      ],
    };
    expect(check(found).findings).toMatchObject([
      { code: 'dates-1904', severity: 'note', place: {} },
      { code: 'macros', severity: 'warning' },
      {
        code: 'external-links',
        severity: 'warning',
        data: { found: 'SoLieu.xlsx', count: 2, more: ['Khac.xlsx'] },
      },
      { code: 'names-added', severity: 'note', data: { key: 'DanhSach', count: 1 } },
      { code: 'names-broken', severity: 'note', data: { key: 'Hong', count: 1 } },
    ]);
  });
});

it('every finding can be said in both languages', () => {
  const at = figure();
  const verdict = cellOf(indicatorSheet(), ({ tag }) => tag === 'level.verdict');
  let found = withCell(facts, indicatorSheet(), verdict, { formula: null, value: 'Đạt' });
  found = withCell(found, ENTRY, { row: at.row, column: 1 }, { value: 'something-else|_T' });
  found = withSheet(found, 'Nguồn', () => ({ isProtected: false, cells: [] }));
  const { findings } = check({ ...found, macros: true, externalLinks: ['x.xlsx'] });
  expect(findings.length).toBeGreaterThan(5);
  for (const { code, data } of findings) {
    const text = structureRules.find((rule) => rule.code === code)?.text;
    for (const language of ['vi', 'en'] as const) {
      const said = `${text?.[language].message(data as never)} ${text?.[language].expected(data as never)}`;
      expect(said).not.toMatch(/undefined|null|\[object|NaN/u);
    }
  }
});

it('an enormous number of sheets, merges and ranges is looked at in passing', () => {
  const [cover] = facts.sheets;
  if (!cover) throw new Error('no sheet');
  const many = Array.from({ length: 20_000 }, (_, at) => `A${at + 1}:XFD${at + 1}`);
  const found = withSheet(facts, ENTRY, () => ({
    merges: many,
    validations: many.map((range) => ({ range, condition: '' })),
    conditional: many,
  }));
  const start = performance.now();
  check(found);
  expect(performance.now() - start).toBeLessThan(10_000);
});
