import { beforeAll, describe, expect, it } from 'vitest';
import { checkStructure } from '../../../../core/check/structure/check-structure.ts';
import type { FormulaCell, WorkbookFacts } from '../../../../core/sheet/facts.ts';
import { figureFormatMisleads } from '../../../../core/check/structure/rules/figure-format-misleads.ts';
import type { SpotData } from '../../../../core/check/structure/fold.ts';
import { sheetNames } from '../../../../core/workbook/contract.ts';
import { cellIndex, type CellModel, type WorkbookModel } from '../../../../core/sheet/model.ts';
import { withCell } from './damage.ts';
import { factsOf } from './facts-of.ts';
import { rebuilt, seedModel } from './models.ts';

const { entry: ENTRY, baselines: BASELINES, summary: SUMMARY, cover: COVER } = sheetNames;
const CODE = 'figure-format-misleads';
let model: WorkbookModel;
let expected: WorkbookModel;
let facts: WorkbookFacts;

beforeAll(async () => {
  ({ model } = await seedModel('quang-ngai-2021', 'VN51'));
  expected = rebuilt(model);
  facts = factsOf(model);
});

function cellOf(name: string, fits: (cell: CellModel) => boolean): CellModel {
  const cell = [...(model.sheets.find((sheet) => sheet.name === name)?.cells.values() ?? [])].find(fits);
  if (!cell) throw new Error(`no such cell on ${name}`);
  return cell;
}
const figure = () => cellOf(ENTRY, ({ style, value }) => style === 'input' && typeof value === 'number');

function said(found: WorkbookFacts, has: 'file' | 'cells' = 'file') {
  const { findings, rules } = checkStructure(expected, found, { has });
  return {
    findings: findings.filter(({ code }) => code === CODE),
    rule: rules.find(({ code }) => code === CODE),
  };
}
const formatted = (sheet: string, at: CellModel, change: Partial<FormulaCell>) =>
  withCell(facts, sheet, at, change);

describe('a figure whose format misleads', () => {
  it('is an error that says what is shown and what is read', () => {
    const at = figure();
    const { findings, rule } = said(formatted(ENTRY, at, { value: 0.45, shownAs: 'percent' }));
    const key = String(
      model.sheets.find(({ name }) => name === ENTRY)?.cells.get(cellIndex(at.row, 1))?.value,
    );
    expect(findings).toMatchObject([
      { severity: 'error', place: { sheet: ENTRY }, key, found: 0.45, data: { expected: 45, count: 1 } },
    ]);
    expect(findings[0]?.period).toMatch(/^\d{4}$/u);
    expect(rule).toMatchObject({ failed: 1, 'not-evaluable': 0 });
    const { text } = figureFormatMisleads;
    expect(text.vi.message(findings[0]?.data as SpotData)).toContain('Ô hiện 45%, nhưng số được đọc là 0,45');
    expect(text.en.message(findings[0]?.data as SpotData)).toContain(
      'The cell shows 45%, but the figure read is 0.45',
    );
  });

  it('is a date too, counted as the workbook counts them', () => {
    const found = formatted(ENTRY, figure(), { value: 45_265, shownAs: 'date' });
    expect(said(found).findings).toMatchObject([{ found: 45_265, data: { expected: '05/12/2023' } }]);
    expect(said({ ...found, date1904: true }).findings).toMatchObject([{ data: { expected: '06/12/2027' } }]);
  });

  it('is one that a formula gives, and a baseline', () => {
    expect(
      said(formatted(ENTRY, figure(), { value: 0.5, formula: '1/2', shownAs: 'percent' })).findings,
    ).toHaveLength(1);
    const base = cellOf(BASELINES, ({ style, row }) => style === 'input' && row > 8);
    expect(said(formatted(BASELINES, base, { value: 2020, shownAs: 'date' })).findings).toMatchObject([
      { period: null, found: 2020 },
    ]);
  });

  it('is none where the screen shows the figure, or no figure is read', () => {
    const untouched = said(facts);
    expect(untouched.findings).toEqual([]);
    expect(untouched.rule?.passed).toBeGreaterThan(20);
    for (const found of [
      formatted(ENTRY, figure(), { value: 0, shownAs: 'percent' }),
      formatted(
        ENTRY,
        cellOf(ENTRY, ({ style }) => style === 'inputText'),
        { value: 45_265, shownAs: 'date' },
      ),
      formatted(
        SUMMARY,
        cellOf(SUMMARY, ({ formula }) => formula !== undefined),
        {
          value: 0.9,
          shownAs: 'percent',
        },
      ),
      formatted(
        COVER,
        cellOf(COVER, ({ style }) => style === 'inputText'),
        { value: 45_265, shownAs: 'date' },
      ),
    ]) {
      expect(said(found).findings).toEqual([]);
    }
  });

  it('is not judged inside a spreadsheet program, which does not show formats', () => {
    expect(said(facts, 'cells').rule).toMatchObject({ passed: 0, failed: 0, 'not-evaluable': 1 });
  });
});
