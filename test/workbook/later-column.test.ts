import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cellIndex, type WorkbookModel } from '../../core/sheet/model.ts';
import type { EntryField } from '../../core/workbook/entry-fields.ts';

/** Columns that no layout has yet: one of numbers and one of words, in the middle of the form. */
const LATER = { margin: 'figure', howSure: 'text' } as const;

/** What the columns are added to, loaded for this file alone: other tests know nothing of them. */
async function loadAlone() {
  vi.resetModules();
  return {
    ...(await import('../../core/check/check-workbook.ts')),
    ...(await import('../../core/check/structure/rules/index.ts')),
    ...(await import('../../core/template/build.ts')),
    ...(await import('../../core/template/sheets/meta.ts')),
    ...(await import('../../core/workbook/contract.ts')),
    ...(await import('../../core/workbook/definition.ts')),
    ...(await import('../../core/workbook/definition-text.ts')),
    ...(await import('../../core/workbook/entry-fields.ts')),
    ...(await import('../../core/workbook/fingerprint.ts')),
    ...(await import('../../core/workbook/input-columns.ts')),
    ...(await import('../../core/workbook/placed.ts')),
    ...(await import('../../generator/workbook/jobs.ts')),
    ...(await import('../core/check/structure/facts-of.ts')),
    ...(await import('../core/check/structure/models.ts')),
    ...(await import('./seed-workbooks.ts')),
  };
}

let alone: Awaited<ReturnType<typeof loadAlone>>;
let earlier: WorkbookModel;
let today: WorkbookModel;

/** The present layout as it would be, had it brought these columns. */
function addColumns(): void {
  const fields: Record<string, EntryField> = alone.entryFields;
  const columns = alone.inputColumns as unknown as { id: string }[];
  const after = columns.findIndex(({ id }) => id === 'period') + 1;
  for (const [id, holds] of Object.entries(LATER)) {
    fields[id] = {
      family: 'figure',
      holds,
      words: { vi: id, en: id },
      exchange: { table: 'observations', column: id },
      counted: 'remarks',
      since: alone.LAYOUT,
    };
    (alone.columnFields as string[]).push(id);
    const [shown, style] = ['printed', holds === 'figure' ? 'input' : 'inputText'];
    const column = { id, shown, width: 8, head: () => `Cột ${id}`, mark: null, field: id, style };
    columns.splice(after, 0, column);
  }
}

beforeAll(async () => {
  alone = await loadAlone();
  const { LAYOUT, buildWorkbook, definitionOf, definitionText, metaSheet, plainCells } = alone;
  const { catalogue } = await alone.loadSeeds();
  const { job } = await alone.seedModel('lai-chau-2021', 'VN12.106');
  const request = alone.requestOf(job, catalogue);
  const { asked, layout } = alone.placed(request);
  const issued = buildWorkbook(request);
  const sheets = issued.sheets.filter(({ name }) => name !== alone.sheetNames.meta);
  const definition = definitionText({ ...definitionOf(request), layout: LAYOUT - 1 });
  const meta = metaSheet(request, layout, asked, alone.fingerprint(plainCells({ sheets })), definition);
  earlier = { ...issued, sheets: [...sheets, meta] };
  addColumns();
  // Where cells stand is kept by the plans of a request: these are of another one.
  today = buildWorkbook({ ...request, plans: [...request.plans] });
});

afterAll(() => {
  vi.resetModules();
});

/** The workbook without the keys of the later columns, as if they had been cut out. */
function withoutLater(model: WorkbookModel): WorkbookModel {
  const isLater = (value: unknown) =>
    typeof value === 'string' && Object.keys(LATER).includes(alone.parseColumnKey(value)?.field ?? '');
  let taken = 0;
  const sheets = model.sheets.map((sheet) => {
    const cells = new Map(sheet.cells);
    for (const { row, column, value } of sheet.cells.values()) {
      if (sheet.name === alone.sheetNames.meta || !isLater(value)) continue;
      cells.delete(cellIndex(row, column));
      taken += 1;
    }
    return { ...sheet, cells };
  });
  expect(taken).toBeGreaterThan(1);
  return { ...model, sheets };
}

/** Codes of the findings of structure. */
function saidOf(model: WorkbookModel): string[] {
  const ofStructure = new Set(alone.structureRules.map(({ code }) => code));
  const { findings } = alone.checkWorkbook(alone.factsOf(model)).report;
  return [...new Set(findings.flatMap(({ code }) => (ofStructure.has(code) ? [code] : [])))];
}

describe('a column that a later layout brings', () => {
  it('is not missed in a workbook of the layout before', () => {
    expect(saidOf(earlier)).toEqual([]);
    expect(alone.checkWorkbook(alone.factsOf(earlier)).returned?.layout).toBe(alone.LAYOUT - 1);
  });

  it('is missed where a workbook of its layout lacks it', () => {
    expect(saidOf(today)).toEqual([]);
    const said = saidOf(withoutLater(today));
    expect(said).toContain('column-missing');
    expect(said).toContain('remark-column-missing');
  });

  it('is not what a workbook of the layout before is held to when it has lost a column of its own', () => {
    const sheets = earlier.sheets.map((sheet) => {
      const cells = new Map(sheet.cells);
      for (const { row, column, value } of sheet.cells.values()) {
        if (sheet.name === alone.sheetNames.entry && String(value).endsWith('|reason'))
          cells.delete(cellIndex(row, column));
      }
      return { ...sheet, cells };
    });
    const { findings } = alone.checkWorkbook(alone.factsOf({ ...earlier, sheets })).report;
    const missing = findings.filter(({ code }) => code.endsWith('column-missing'));
    expect(missing.map(({ code }) => code)).toEqual(['remark-column-missing']);
    expect(missing[0]?.data).toMatchObject({ key: expect.stringMatching(/\|reason$/u) as string });
  });
});
