import { beforeAll, describe, expect, it } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { structureRules } from '../../core/check/structure/rules/index.ts';
import { cellIndex, type WorkbookModel } from '../../core/sheet/model.ts';
import { buildWorkbook } from '../../core/template/build.ts';
import { metaSheet } from '../../core/template/sheets/meta.ts';
import { LAYOUT, parseColumnKey, sheetNames } from '../../core/workbook/contract.ts';
import { definitionOf } from '../../core/workbook/definition.ts';
import { columnFields, entryFields, type EntryField } from '../../core/workbook/entry-fields.ts';
import { fingerprint, plainCells } from '../../core/workbook/fingerprint.ts';
import { inputColumns } from '../../core/workbook/input-columns.ts';
import { placed } from '../../core/workbook/placed.ts';
import { requestOf } from '../../generator/workbook/jobs.ts';
import { factsOf } from '../core/check/structure/facts-of.ts';
import { seedModel } from '../core/check/structure/models.ts';
import { loadSeeds } from './seed-workbooks.ts';

/** Columns that no layout has yet: one of numbers and one of words, in the middle of the form. */
const LATER = { margin: 'figure', howSure: 'text' } as const;

/** The present layout as it would be, had it brought these columns. */
function addColumns(): void {
  const fields: Record<string, EntryField> = entryFields;
  const columns = inputColumns as unknown as { id: string }[];
  const after = columns.findIndex(({ id }) => id === 'period') + 1;
  for (const [id, holds] of Object.entries(LATER)) {
    fields[id] = {
      family: 'figure',
      holds,
      words: { vi: id, en: id },
      exchange: { table: 'observations', column: id },
      counted: 'remarks',
      since: LAYOUT,
    };
    (columnFields as string[]).push(id);
    const [shown, style] = ['printed', holds === 'figure' ? 'input' : 'inputText'];
    const column = { id, shown, width: 8, head: () => `Cột ${id}`, mark: null, field: id, style };
    columns.splice(after, 0, column);
  }
}

let earlier: WorkbookModel;
let today: WorkbookModel;

beforeAll(async () => {
  const { catalogue } = await loadSeeds();
  const { job } = await seedModel('lai-chau-2021', 'VN12.106');
  const request = requestOf(job, catalogue);
  const { asked, layout } = placed(request);
  const sheets = buildWorkbook(request).sheets.filter(({ name }) => name !== sheetNames.meta);
  const definition = { ...definitionOf(request), layout: LAYOUT - 1 };
  const meta = metaSheet(request, layout, asked, fingerprint(plainCells({ sheets })), definition);
  earlier = { ...buildWorkbook(request), sheets: [...sheets, meta] };
  addColumns();
  today = buildWorkbook(request);
});

/** The workbook without the keys of the later columns, as if they had been cut out. */
function withoutLater(model: WorkbookModel): WorkbookModel {
  const isLater = (value: unknown) =>
    typeof value === 'string' && Object.keys(LATER).includes(parseColumnKey(value)?.field ?? '');
  let taken = 0;
  const sheets = model.sheets.map((sheet) => {
    const cells = new Map(sheet.cells);
    for (const { row, column, value } of sheet.cells.values()) {
      if (sheet.name === sheetNames.meta || !isLater(value)) continue;
      cells.delete(cellIndex(row, column));
      taken += 1;
    }
    return { ...sheet, cells };
  });
  expect(taken).toBeGreaterThan(1);
  return { ...model, sheets };
}

const ofStructure = new Set(structureRules.map(({ code }) => code as string));
const saidOf = (facts: ReturnType<typeof factsOf>) => [
  ...new Set(
    checkWorkbook(facts).report.findings.flatMap(({ code }) => (ofStructure.has(code) ? [code] : [])),
  ),
];

describe('a column that a later layout brings', () => {
  it('is not missed in a workbook of the layout before', () => {
    expect(saidOf(factsOf(earlier))).toEqual([]);
    expect(checkWorkbook(factsOf(earlier)).returned?.layout).toBe(LAYOUT - 1);
  });

  it('is missed where a workbook of its layout lacks it', () => {
    expect(saidOf(factsOf(today))).toEqual([]);
    const said = saidOf(factsOf(withoutLater(today)));
    expect(said).toContain('column-missing');
    expect(said).toContain('remark-column-missing');
  });

  it('is not what a workbook of the layout before is held to when it has lost a column of its own', () => {
    const sheets = earlier.sheets.map((sheet) => {
      const cells = new Map(sheet.cells);
      for (const { row, column, value } of sheet.cells.values()) {
        if (sheet.name === sheetNames.entry && String(value).endsWith('|reason'))
          cells.delete(cellIndex(row, column));
      }
      return { ...sheet, cells };
    });
    const { findings } = checkWorkbook(factsOf({ ...earlier, sheets })).report;
    const missing = findings.filter(({ code }) => code.endsWith('column-missing'));
    expect(missing.map(({ code }) => code)).toEqual(['remark-column-missing']);
    expect(missing[0]?.data).toMatchObject({ key: expect.stringMatching(/\|reason$/u) as string });
  });
});
