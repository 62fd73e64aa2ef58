import { beforeAll, describe, expect, it } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { structureRules } from '../../core/check/structure/rules/index.ts';
import { cellIndex, type CellModel, type WorkbookModel } from '../../core/sheet/model.ts';
import { metaSheet } from '../../core/template/sheets/meta.ts';
import { verdicts } from '../../core/target/verdict.ts';
import { LAYOUT, sheetNames } from '../../core/workbook/contract.ts';
import { definitionText } from '../../core/workbook/definition-text.ts';
import { definitionOf } from '../../core/workbook/definition.ts';
import { placed } from '../../core/workbook/placed.ts';
import { fingerprint, plainCells } from '../../core/workbook/fingerprint.ts';
import { requestOf } from '../../generator/workbook/jobs.ts';
import { factsOf } from '../core/check/structure/facts-of.ts';
import { seedModel } from '../core/check/structure/models.ts';
import { loadSeeds } from './seed-workbooks.ts';

/** A workbook as a layout that is no more could have been: another formula, another word, a column elsewhere. */
let altered: WorkbookModel;
let inLayout: (layout: number) => WorkbookModel;

beforeAll(async () => {
  const { catalogue } = await loadSeeds();
  const { job, model } = await seedModel('lai-chau-2021', 'VN12.106');
  const { request, asked, layout } = placed(requestOf(job, catalogue));
  let formulas = 0;
  const cellsOf = (name: string, cells: ReadonlyMap<number, CellModel>): [number, CellModel][] =>
    [...cells].map(([index, cell]) => {
      if (cell.tag === 'list' && typeof cell.result === 'number') {
        formulas += 1;
        return [index, { ...cell, formula: `${cell.formula}+0` }];
      }
      const isTitle = cell.style === 'title' || (name === sheetNames.guide && typeof cell.value === 'string');
      return [index, isTitle ? { ...cell, value: `${cell.value} (cũ)` } : cell];
    });
  const sheets = model.sheets
    .slice(0, -1)
    .map((sheet) => ({ ...sheet, cells: new Map(cellsOf(sheet.name, sheet.cells)) }));
  expect(formulas).toBeGreaterThan(5);
  altered = { ...model, sheets };
  inLayout = (number) => ({
    ...altered,
    sheets: [
      ...sheets,
      metaSheet(
        request,
        layout,
        asked,
        fingerprint(plainCells({ sheets })),
        definitionText({ ...definitionOf(request), layout: number }),
      ),
    ],
  });
});

const codesOf = (model: WorkbookModel) =>
  checkWorkbook(factsOf(model)).report.findings.map(({ code }) => code);
const ofStructure = new Set(structureRules.map(({ code }) => code as string));

describe('a workbook of an earlier layout', () => {
  it('is not held against the formulas and texts of today, and is said to be older once', () => {
    const codes = codesOf(inLayout(LAYOUT - 1));
    expect(codes.filter((code) => ofStructure.has(code))).toEqual([]);
    expect(codes.filter((code) => code === 'workbook-older')).toHaveLength(1);
  });

  it('gives every figure, reason and own verdict, and the same findings of figures', () => {
    const [earlier, today] = [inLayout(LAYOUT - 1), inLayout(LAYOUT)].map((model) =>
      checkWorkbook(factsOf(model)),
    );
    expect(earlier?.returned?.observations.length).toBeGreaterThan(20);
    expect(earlier?.returned?.observations).toEqual(today?.returned?.observations);
    expect(earlier?.gaps).toEqual(today?.gaps);
    const figures = (found: typeof today) =>
      found?.report.findings.filter(({ code }) => code.startsWith('figure-'));
    expect(figures(earlier)).toEqual(figures(today));
  });

  it('would be called altered if it said that it is of today', () => {
    const codes = codesOf(inLayout(LAYOUT));
    expect(codes).toContain('formula-altered');
    expect(codes).toContain('printed-text-changed');
    expect(codes).not.toContain('workbook-older');
  });

  it('has verdicts that are others today said as one note, and no result called stale', () => {
    const model = inLayout(LAYOUT - 1);
    const words: unknown[] = Object.values(verdicts).map(({ vi }) => vi);
    const otherwise = ({ result }: CellModel) =>
      result === verdicts.met.vi ? verdicts.notMet.vi : verdicts.met.vi;
    const sheets = model.sheets.map((sheet) => {
      const keyed = [...sheet.cells.values()].filter(
        (cell) => cell.tag === 'list' && words.includes(cell.result),
      );
      if (sheet.name === sheetNames.summary) expect(keyed.length).toBeGreaterThan(1);
      const changed = keyed.map(
        (cell) => [cellIndex(cell.row, cell.column), { ...cell, result: otherwise(cell) }] as const,
      );
      return { ...sheet, cells: new Map([...sheet.cells, ...changed]) };
    });
    const { findings } = checkWorkbook(factsOf({ ...model, sheets })).report;
    const said = findings.filter(({ code }) => ofStructure.has(code));
    expect(said.map(({ code, severity }) => [code, severity])).toEqual([
      ['verdict-differs-from-layout', 'note'],
    ]);
  });
});

it('a layout later than the program is refused', () => {
  expect(codesOf(inLayout(LAYOUT + 1))).toContain('workbook-newer');
});
