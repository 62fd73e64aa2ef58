import { beforeAll, describe, expect, it } from 'vitest';
import { identityKey, LAYOUT, parseIdentityKey, sheetNames } from '../../core/workbook/contract.ts';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { readReturned } from '../../core/returned/read.ts';
import { readMeta } from '../../core/returned/read-meta.ts';
import type { SheetCell, SheetCells } from '../../core/sheet/facts.ts';
import { jobsOf, modelOf } from '../../generator/workbook/jobs.ts';
import { expectReadable } from '../core/wording/readable.ts';
import { figuresAlone } from './figures-alone.ts';
import { sheetsOf } from './model-cells.ts';
import { loadSeeds } from './seed-workbooks.ts';

let model: WorkbookModel;
let ofDistrict: WorkbookModel;
beforeAll(async () => {
  const { catalogue, plans } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  if (!plan) throw new Error('no plan');
  const [department, district] = ['VN12.BHXH', 'VN12.106'].map((unit) => {
    const [job] = jobsOf([plan], catalogue, { unit: [unit], sample: true });
    if (!job) throw new Error('no job');
    return modelOf(job, catalogue);
  });
  if (!department || !district) throw new Error('no model');
  [model, ofDistrict] = [department, district];
});

const IDENTITY = { unit: 'VN12', reporter: 'VN12.BHXH', round: '2021', plans: ['lai-chau-2021'] };

/** The sheets with the entries of `_meta` that a condition picks taken out. */
function without(sheets: readonly SheetCells[], drop: (kind: string, key: string) => boolean): SheetCells[] {
  return sheets.map((sheet) => {
    if (sheet.name !== sheetNames.meta) return sheet;
    const at = (row: number, column: number) =>
      String(sheet.cells.find((cell) => cell.row === row && cell.column === column)?.value ?? '');
    return { ...sheet, cells: sheet.cells.filter(({ row }) => !drop(at(row, 2), at(row, 3))) };
  });
}

function change(
  sheets: readonly SheetCells[],
  name: string,
  edit: (cells: readonly SheetCell[]) => readonly SheetCell[],
): SheetCells[] {
  return sheets.map((sheet) => (sheet.name === name ? { ...sheet, cells: edit(sheet.cells) } : sheet));
}

describe('the identity key', () => {
  it('is taken apart again', () => {
    const two = { ...IDENTITY, plans: ['lai-chau-2021', 'lai-chau-2024'] };
    expect(identityKey(two)).toBe('chitieu:of:VN12|VN12.BHXH|2021|lai-chau-2021+lai-chau-2024');
    expect(parseIdentityKey(identityKey(two))).toEqual(two);
  });

  it.each(['VN12|VN12|2021|x', 'chitieu:of:VN12|VN12|2021', 'chitieu:of:||2021|x', 'chitieu:of:a|b|c|d|e'])(
    'is not %s',
    (text) => {
      expect(parseIdentityKey(text)).toBeNull();
    },
  );

  it('stands in every sheet with entries', () => {
    const { value } = readReturned(sheetsOf(model));
    expect(value?.sheetIdentities).toEqual(
      (['cover', 'entry', 'background', 'baselines', 'summary'] as const).map((sheet) => ({
        sheet: sheetNames[sheet],
        identity: IDENTITY,
      })),
    );
  });
});

describe('a summary of another workbook', () => {
  it('gives no verdict of its own to this one', () => {
    const verdictIn = (sheets: readonly SheetCells[]) =>
      change(sheets, sheetNames.summary, (cells) => {
        const column = cells.find(
          ({ row, value }) => row === 1 && /ownVerdict$/u.test(String(value)),
        )?.column;
        const row = cells.find(
          (cell) => cell.column === 1 && String(cell.value).split('|').length === 4,
        )?.row;
        if (column === undefined || row === undefined) throw new Error('no list');
        return [...cells, { row, column, value: 'Đạt' }];
      });
    const own = sheetsOf(ofDistrict);
    expect(readReturned(verdictIn(own)).value?.ownVerdicts).toHaveLength(1);
    const foreign = verdictIn(sheetsOf(model)).find(({ name }) => name === sheetNames.summary);
    if (!foreign) throw new Error('no summary');
    const { value } = readReturned([...own, { ...foreign, name: 'Tổng hợp (2)' }]);
    expect(value?.ownVerdicts).toEqual([]);
  });
});

describe('a returned workbook', () => {
  it('is identified by _meta', () => {
    const { value, findings } = readReturned(sheetsOf(model));
    expect(findings).toEqual([]);
    expect(value).toMatchObject({ unit: 'VN12', reporter: 'VN12.BHXH', round: '2021', identifiedBy: 'meta' });
    expect(value?.plans.get('lai-chau-2021')).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('is identified by its definition where the entries of _meta are lost', () => {
    const before = readReturned(sheetsOf(model)).value;
    const { value } = readReturned(
      without(sheetsOf(model), (kind, key) => kind !== 'definition' && key !== 'definition'),
    );
    expect(value).toMatchObject({
      unit: 'VN12',
      reporter: 'VN12.BHXH',
      round: '2021',
      identifiedBy: 'definition',
    });
    expect(value?.plans).toEqual(before?.plans);
    expect(figuresAlone(value?.observations)).toEqual(figuresAlone(before?.observations));
  });

  it('is identified by its key rows where _meta is lost, and is still a sample', () => {
    const before = readReturned(sheetsOf(model)).value;
    const sheets = sheetsOf(model).filter(({ name }) => name !== sheetNames.meta);
    const { value, findings } = readReturned(sheets);
    expect(findings).toEqual([]);
    expect(readMeta(sheets).definition).toBe('missing');
    expect(value).toMatchObject({
      unit: 'VN12',
      reporter: 'VN12.BHXH',
      round: '2021',
      identifiedBy: 'sheets',
      definition: null,
      sample: true,
      untouched: null,
    });
    expect([...(value?.plans ?? [])]).toEqual([['lai-chau-2021', '']]);
    expect(before?.observations.length).toBeGreaterThan(5);
    expect(figuresAlone(value?.observations)).toEqual(figuresAlone(before?.observations));
  });

  it.each(['first', 'last'])('reads nothing from a sheet of another workbook, %s or not', (where) => {
    const before = readReturned(sheetsOf(model)).value;
    const [foreign] = sheetsOf(ofDistrict).filter(({ name }) => name === sheetNames.entry);
    if (!foreign) throw new Error('no sheet');
    const brought = { ...foreign, name: 'Huyện bên' };
    const own = sheetsOf(model);
    const { value, findings } = readReturned(where === 'first' ? [brought, ...own] : [...own, brought]);
    expect(findings).toEqual([]);
    expect(value?.cells).toEqual(before?.cells);
    expect(figuresAlone(value?.observations)).toEqual(figuresAlone(before?.observations));
    expect(value?.remarks).toEqual(before?.remarks);
    // In the place of its own the figures are missing, not somebody else's.
    const replaced = readReturned(
      own.map((sheet) => (sheet.name === sheetNames.entry ? { ...brought, name: sheet.name } : sheet)),
    ).value;
    expect(replaced?.cells.some(({ sheet }) => sheet === sheetNames.entry)).toBe(false);
  });

  it('reads its sheets where an entry of _meta names another plan', () => {
    const before = readReturned(sheetsOf(model)).value;
    const renamedPlan = (sheets: readonly SheetCells[]) =>
      change(sheets, sheetNames.meta, (cells) =>
        cells.map((cell) => (cell.value === 'lai-chau-2021' ? { ...cell, value: 'lai-chau-2024' } : cell)),
      );
    for (const sheets of [
      renamedPlan(sheetsOf(model)),
      renamedPlan(without(sheetsOf(model), (kind, key) => kind === 'definition' || key === 'definition')),
    ]) {
      expect(figuresAlone(readReturned(sheets).value?.observations)).toEqual(
        figuresAlone(before?.observations),
      );
    }
  });

  it('put together of two workbooks without _meta is refused', () => {
    const other = sheetsOf(ofDistrict).filter(({ name }) => name === sheetNames.background);
    const sheets = sheetsOf(model).filter(
      ({ name }) => name !== sheetNames.meta && name !== sheetNames.background,
    );
    const { value, findings } = readReturned([...sheets, ...other]);
    expect(value).toBeNull();
    expect(findings).toMatchObject([{ code: 'identity-contradictory', severity: 'error' }]);
    expectReadable(findings);
  });

  it('whose definition was changed says so and keeps its figures', () => {
    const before = readReturned(sheetsOf(model)).value;
    const sheets = change(sheetsOf(model), sheetNames.meta, (cells) =>
      cells.map((cell) =>
        typeof cell.value === 'string' && cell.value.includes('"kind":"level"')
          ? { ...cell, value: cell.value.replace('"kind":"level"', '"kind":"total"') }
          : cell,
      ),
    );
    const { value, findings } = readReturned(sheets);
    expect(findings).toEqual([]);
    expect(readMeta(sheets).definition).toBe('damaged');
    expect(value?.definition).toBeNull();
    expect(figuresAlone(value?.observations)).toEqual(figuresAlone(before?.observations));
  });

  it('that lost a piece of its definition says so', () => {
    const sheets = without(sheetsOf(model), (kind, key) => kind === 'definition' && key === '2');
    expect(readMeta(sheets).definition).toBe('damaged');
    expect(readReturned(sheets).value?.definition).toBeNull();
  });

  it('of the first layout, which carried no definition, still gives its figures', () => {
    const before = readReturned(sheetsOf(model)).value;
    const earlier = without(
      sheetsOf(model),
      (kind, key) => kind === 'definition' || (kind === 'info' && key === 'definition'),
    ).map((sheet) => ({
      ...sheet,
      cells: sheet.cells
        .filter(({ value }) => parseIdentityKey(String(value)) === null)
        .map((cell) =>
          sheet.name === sheetNames.meta && cell.value === String(LAYOUT) && cell.column === 4
            ? { ...cell, value: '1' }
            : cell,
        ),
    }));
    const { value, findings } = readReturned(earlier);
    expect(findings).toEqual([]);
    expect(readMeta(earlier).definition).toBe('missing');
    expect(value).toMatchObject({ unit: 'VN12', reporter: 'VN12.BHXH', definition: null });
    expect(figuresAlone(value?.observations)).toEqual(figuresAlone(before?.observations));
    expect(value?.baselines).toEqual(before?.baselines);
  });

  it('of a later layout is not read', () => {
    const later = change(sheetsOf(model), sheetNames.meta, (cells) =>
      cells.map((cell) =>
        cell.value === String(LAYOUT) && cell.row === 1 ? { ...cell, value: String(LAYOUT + 1) } : cell,
      ),
    );
    const { value, findings } = readReturned(later);
    expect(value).toBeNull();
    expect(findings).toMatchObject([{ code: 'layout-newer', data: { found: String(LAYOUT + 1) } }]);
  });
});

describe('the keyed cells', () => {
  it('come with their place, content and formula, copies too', () => {
    const before = readReturned(sheetsOf(model)).value?.cells ?? [];
    const typed = before.find(({ field, value }) => field === 'value' && typeof value === 'number');
    if (!typed) throw new Error('no figure');
    const sheets = change(sheetsOf(model), typed.sheet, (cells) => [
      ...cells.map((cell) =>
        cell.row === typed.row && cell.column === typed.column ? { ...cell, formula: '1+1' } : cell,
      ),
      ...cells.filter(({ row }) => row === typed.row).map((cell) => ({ ...cell, row: 900 })),
    ]);
    const copy = sheets.find(({ name }) => name === typed.sheet);
    const { value } = readReturned([...sheets, ...(copy ? [{ ...copy, name: 'Nhập liệu (2)' }] : [])]);
    const same = (value?.cells ?? []).filter(
      ({ rowKey, period, field }) =>
        rowKey === typed.rowKey && period === typed.period && field === typed.field,
    );
    expect(same.map(({ sheet, row, formula }) => [sheet, row, formula])).toEqual([
      [typed.sheet, typed.row, '1+1'],
      [typed.sheet, 900, null],
      ['Nhập liệu (2)', typed.row, '1+1'],
      ['Nhập liệu (2)', 900, null],
    ]);
    expect(new Set(same.map((cell) => cell.value))).toEqual(new Set([typed.value]));
    expect(same[0]).toMatchObject({ column: typed.column, address: typed.address, vintage: typed.vintage });
  });

  it('are not read from a file that has millions of them', () => {
    const keys = (count: number, cell: (at: number) => SheetCell): SheetCell[] =>
      Array.from({ length: count }, (_, at) => cell(at + 2));
    const sheets = change(sheetsOf(model), sheetNames.entry, () => [
      { row: 1, column: 1, value: 'chitieu:keys:1' },
      ...keys(1_000, (row) => ({ row, column: 1, value: `a-${row}|_T` })),
      ...keys(1_000, (column) => ({ row: 1, column, value: '2021|final|value' })),
    ]);
    const { value, findings } = readReturned(sheets);
    expect(value).toBeNull();
    expect(findings).toMatchObject([{ code: 'too-many-keys' }]);
    expectReadable(findings);
  });
});
