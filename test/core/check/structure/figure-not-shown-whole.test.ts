import { beforeAll, describe, expect, it } from 'vitest';
import { checkStructure } from '../../../../core/check/structure/check-structure.ts';
import type { WorkbookFacts } from '../../../../core/sheet/facts.ts';
import type { WorkbookModel } from '../../../../core/sheet/model.ts';
import type { SpotData } from '../../../../core/check/structure/fold.ts';
import { figureNotShownWhole } from '../../../../core/check/structure/rules/figure-not-shown-whole.ts';
import { sheetNames } from '../../../../core/workbook/contract.ts';
import { withCell } from './damage.ts';
import { factsOf } from './facts-of.ts';
import { rebuilt, seedModel } from './models.ts';

const CODE = 'figure-not-shown-whole';
let model: WorkbookModel;
let facts: WorkbookFacts;
beforeAll(async () => {
  ({ model } = await seedModel('quang-ngai-2021', 'VN51'));
  facts = factsOf(model);
});

function figure() {
  const cells = [...(model.sheets.find(({ name }) => name === sheetNames.entry)?.cells.values() ?? [])];
  const cell = cells.find(({ style, value }) => style === 'input' && typeof value === 'number');
  if (!cell) throw new Error('The workbook has no figure.');
  return cell;
}

function said(found: WorkbookFacts) {
  const { findings } = checkStructure(rebuilt(model), found, { has: 'file' });
  return findings.filter(({ code }) => code.startsWith('figure-'));
}

describe('a figure that is not shown whole', () => {
  it('is named where its column is too narrow, and is no misleading format', () => {
    const changed = withCell(facts, sheetNames.entry, figure(), { value: 18_926, isCutOff: true });
    const [found, ...more] = said(changed);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: CODE, severity: 'warning', place: { sheet: sheetNames.entry } });
    expect(figureNotShownWhole.text.vi.message(found?.data as SpotData)).toContain('#### thay cho số 18.926');
  });

  it('is a 0 on a sheet that shows none', () => {
    const zero = withCell(facts, sheetNames.entry, figure(), { value: 0 });
    const hiding = (is: boolean): WorkbookFacts => ({
      ...zero,
      sheets: zero.sheets.map((sheet) =>
        sheet.name === sheetNames.entry ? { ...sheet, hidesZeros: is } : sheet,
      ),
    });
    expect(said(hiding(false)).map(({ code }) => code)).not.toContain(CODE);
    expect(said(hiding(true)).map(({ code }) => code)).toContain(CODE);
  });

  it('is one whose format has fewer decimals than that of its row, where that makes another number of it', () => {
    const cells = [...(model.sheets.find(({ name }) => name === sheetNames.entry)?.cells.values() ?? [])];
    const share = cells.find(({ style, format }) => style === 'input' && format === '#,##0.00');
    if (!share) throw new Error('The workbook has no figure with decimals.');
    const shown = (value: number, shownDecimals: number) =>
      said(withCell(facts, sheetNames.entry, share, { value, shownDecimals })).filter(
        ({ code }) => code === CODE,
      );
    const [found] = shown(45.27, 0);
    expect(found).toMatchObject({ severity: 'warning', found: 45.27, data: { expected: 45 } });
    expect(figureNotShownWhole.text.vi.message(found?.data as SpotData)).toContain(
      'hiện 45, số được đọc là 45,27',
    );
    expect(shown(45.273, 2)).toEqual([]);
    expect(shown(45.004, 0)).toEqual([]);
  });
});
