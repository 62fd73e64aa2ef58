import { beforeAll, describe, expect, it } from 'vitest';
import { checkOpened } from '../../../core/check/check-workbook.ts';
import { firstResult, isEntrySheet } from '../../../core/check/first-result.ts';
import { structureRules } from '../../../core/check/structure/rules/index.ts';
import { openReturn, type OpenedReturn } from '../../../core/returned/open-return.ts';
import type { SheetFacts, WorkbookFacts } from '../../../core/sheet/facts.ts';
import { sheetNames } from '../../../core/workbook/contract.ts';
import { factsOf } from './structure/facts-of.ts';
import { seedModel } from './structure/models.ts';

/** A department of a round since the reform: it has every sheet of entries, that of the communes too. */
let facts: WorkbookFacts;
beforeAll(async () => {
  facts = factsOf((await seedModel('lai-chau-2024', 'VN12.SYT-2025')).model);
});

const entrySheets = (of: WorkbookFacts) => ({
  ...of,
  sheets: of.sheets.filter(({ name }) => isEntrySheet(name)),
});

function withSheet(name: string, change: (sheet: SheetFacts) => SheetFacts): WorkbookFacts {
  return { ...facts, sheets: facts.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)) };
}

/** With another number in the first cell for a figure of the round. */
function withFigure(value: number): WorkbookFacts {
  const { issued, returned } = openReturn(facts);
  const places = [...(issued?.typed.cells ?? [])].flatMap(([key, { place }]) =>
    key.includes('|2026|') ? [place] : [],
  );
  const at = returned?.entries.find(
    ({ sheet, address }) => sheet === places[0]?.sheet && address === places[0].cell,
  );
  if (!at) throw new Error('no cell for a figure');
  return withSheet(at.sheet, (sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      cell.row === at.row && cell.column === at.column ? { ...cell, value } : cell,
    ),
  }));
}

function said(opened: OpenedReturn) {
  const { report, progress, gaps } = checkOpened(opened);
  return { report, progress, gaps: gaps.map(({ verdict }) => verdict) };
}

describe('the first result', () => {
  it('says of figures what the check of the whole says, and nothing of the sheets that were not read', () => {
    const part = entrySheets(withFigure(-5));
    expect(part.sheets.map(({ name }) => name)).toContain(sheetNames.communes);
    expect(part.sheets.length).toBeLessThan(facts.sheets.length);
    const first = firstResult(openReturn(part));
    const whole = checkOpened(openReturn(withFigure(-5)));
    expect(first?.progress).toEqual(whole.progress);
    expect(first?.gaps.map(({ verdict }) => verdict)).toEqual(whole.gaps.map(({ verdict }) => verdict));
    expect(first?.report.counts.errors).toBeGreaterThan(0);
    expect(whole.report.findings).toEqual(expect.arrayContaining([...(first?.report.findings ?? [])]));
    const structural = new Set(structureRules.map(({ code }) => code));
    const ofFigures = whole.report.findings.filter(({ code }) => !structural.has(code));
    expect(first?.report.findings).toEqual(ofFigures);
  });

  it.each([
    sheetNames.entry,
    sheetNames.background,
    sheetNames.communes,
    sheetNames.baselines,
    sheetNames.meta,
  ])('is none where %s has another name: what is typed may stand elsewhere', (name) => {
    const renamed = withSheet(name, (sheet) => ({ ...sheet, name: 'Trang 1' }));
    expect(firstResult(openReturn(entrySheets(renamed)))).toBeNull();
  });
});

describe('a return of which the entry sheets were opened first', () => {
  it('takes what was made of them, and the check says the same', () => {
    const early = openReturn(entrySheets(facts));
    const opened = openReturn(facts, { early });
    expect(opened.issued?.recomputed).toBe(early.issued?.recomputed);
    expect(opened.issued?.judged).toBe(early.issued?.judged);
    expect(said(opened)).toEqual(said(openReturn(facts)));
  });

  it('is made anew where a figure is another, or stands on a sheet more', () => {
    const early = openReturn(entrySheets(facts));
    const changed = withFigure(-5);
    expect(said(openReturn(changed, { early }))).toEqual(said(openReturn(changed)));
    expect(openReturn(changed, { early }).issued?.recomputed).not.toBe(early.issued?.recomputed);
    const entry = facts.sheets.find(({ name }) => name === sheetNames.entry);
    if (!entry) throw new Error('no sheet of entries');
    const copied = { ...facts, sheets: [{ ...entry, name: 'Nhập liệu (2)' }, ...facts.sheets] };
    expect(said(openReturn(copied, { early }))).toEqual(said(openReturn(copied)));
  });
});
