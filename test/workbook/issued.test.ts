import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkOpened, type CheckedWorkbook } from '../../core/check/check-workbook.ts';
import { structureRules } from '../../core/check/structure/rules/index.ts';
import { openDamaged } from '../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../core/repair/repair-workbook.ts';
import { openReturn, type OpenedReturn } from '../../core/returned/open-return.ts';
import type { SheetFacts } from '../../core/sheet/facts.ts';
import { FIRST_DEFINED_LAYOUT, LAYOUT } from '../../core/workbook/contract.ts';
import { fingerprint, plainCells } from '../../core/workbook/fingerprint.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';

/**
 * Workbooks as they were issued and lie with a unit, one of each layout. If a change of formulas, texts or places
 * makes this red for the present one, every workbook out there would be called altered: raise `LAYOUT`, leave the
 * file as one of an earlier layout and issue another. Only while no workbook of the version has been issued may
 * the file be made anew: `chitieu generate lai-chau-2021 --unit VN12.106 --round 2022 --sample`.
 */
const FOLDER = new URL('issued/', import.meta.url);
/** How many figures stand in the workbook of a layout. */
const FIGURES: Record<number, number> = { 2: 64, 3: 64, 4: 64, 5: 64, 6: 64, 7: 64, 8: 64, 9: 64, 10: 64 };
const layouts = readdirSync(FOLDER).map((name) => Number(/^schema-(\d+)\.xlsx$/u.exec(name)?.[1]));
const ofStructure = new Set(structureRules.map(({ code }) => code));

it('there is one of every layout that carries a definition', () => {
  const all = Array.from({ length: LAYOUT - FIRST_DEFINED_LAYOUT + 1 }, (_, at) => FIRST_DEFINED_LAYOUT + at);
  expect(layouts.sort((a, b) => a - b)).toEqual(all);
});

describe.each(layouts)('the workbook that was issued in layout %i', (layout) => {
  let opened: OpenedReturn;
  let checked: CheckedWorkbook;
  beforeAll(async () => {
    const bytes = await readFile(new URL(`schema-${layout}.xlsx`, FOLDER));
    opened = openReturn(await readFacts(new Uint8Array(bytes)));
    checked = checkOpened(opened);
  });
  const codes = () => checked.report.findings.map(({ code }) => code);

  it('has no finding of structure, and is said to be older once where it is', () => {
    expect(codes().filter((code) => ofStructure.has(code))).toEqual([]);
    expect(codes().filter((code) => code === 'workbook-older')).toHaveLength(layout < LAYOUT ? 1 : 0);
  });

  it('gives every figure', () => {
    expect(opened.returned?.layout).toBe(layout);
    expect(opened.returned?.observations).toHaveLength(FIGURES[layout] ?? Number.NaN);
    expect(opened.findings).toEqual([]);
    expect(checked.gaps?.length).toBeGreaterThan(0);
  });

  it('is restored whole, and nothing of it is listed as without a place', () => {
    const damaged = openDamaged(opened.facts);
    if (!damaged.issued) throw new Error('no definition');
    const repaired = repairWorkbook(damaged, damaged.issued.definition);
    expect(repaired?.unplaced).toEqual([]);
    expect(repaired?.toVerify).toEqual([]);
    expect(repaired?.placed.figures).toBe(FIGURES[layout]);
  });

  it.each([true, false])(
    'a number over a formula of its form is named and kept aside (protected: %s)',
    (isProtected) => {
      const keyed = ({ cells, row }: SheetFacts & { row: number }) =>
        cells.some((cell) => cell.row === row && cell.column === 1 && typeof cell.value === 'string');
      const sheets = opened.facts.sheets.map((sheet) => {
        if (sheet.name !== 'Nhập liệu') return sheet;
        const over = sheet.cells.find(
          ({ formula, row, value }) =>
            formula !== null && typeof value === 'number' && keyed({ ...sheet, row }),
        );
        const cells = sheet.cells.map((cell) =>
          cell === over ? { ...cell, value: 7_777, formula: null } : cell,
        );
        return { ...sheet, cells, isProtected };
      });
      const damaged = openDamaged({ ...opened.facts, sheets });
      const said = checkOpened(damaged).report.findings.filter(({ code }) => ofStructure.has(code));
      expect(said.map(({ code }) => code)).toContain(
        layout < LAYOUT ? 'figure-outside-cells' : 'formula-replaced',
      );
      if (!damaged.issued) throw new Error('no definition');
      const repaired = repairWorkbook(damaged, damaged.issued.definition);
      const numbers = repaired?.unplaced.filter(({ value }) => typeof value === 'number');
      expect(numbers?.map(({ sheet, value }) => [sheet, value])).toEqual([['Nhập liệu', 7_777]]);
      expect(repaired?.placed.figures).toBe(FIGURES[layout]);
    },
  );

  if (layout !== LAYOUT) return;
  it('is still built alike, to the last word', () => {
    expect(checked.report.rules.find(({ code }) => code === 'formula-altered')?.passed).toBeGreaterThan(
      1_000,
    );
    const model = opened.issued?.model ?? { sheets: [] };
    expect(fingerprint(plainCells(model))).toBe(opened.returned?.untouched);
  });
});
