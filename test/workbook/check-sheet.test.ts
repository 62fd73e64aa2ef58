import { describe, expect, it } from 'vitest';
import { checkFigures } from '../core/check/figures-checked.ts';
import { valueRules } from '../../core/rules/value-rules.ts';
import { countsWholeThings } from '../../core/catalogue/whole-things.ts';
import { isBrokenFormula } from '../../core/target/possible.ts';
import { outsideFormula } from '../../core/rules/figure/rules/figure-impossible.ts';
import { cellAddress } from '../../core/sheet/address.ts';
import { parseColumnKey, sheetNames } from '../../core/workbook/contract.ts';
import { cellIndex } from '../../core/sheet/model.ts';
import { COLUMN, formRules } from '../../core/template/sheets/check/columns.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { jobsOf } from '../../generator/workbook/jobs.ts';
import { rowsOf } from './found-in-lines.ts';
import { loadSeeds } from './seed-workbooks.ts';
import { countBeside, isExplained, listOf, wrongCases } from './check-sheet-cases.ts';

/** Excel's limit for one formula. */
const LONGEST_FORMULA = 8_192;
const cases = await wrongCases();

describe('the sheet as it is written', () => {
  it('meets every rule, silenced ones and explained warnings too', () => {
    const findings = cases.flatMap(({ request, typed }) => checkFigures(request, typed).findings);
    const met = new Set(findings.map(({ code }) => code));
    expect(valueRules.map(({ code }) => code).filter((code) => !met.has(code))).toEqual([]);
    expect(findings.some(isExplained)).toBe(true);
    const ranks = cases.flatMap(({ model }) =>
      [...(model.sheets.find(({ name }) => name === sheetNames.check)?.cells.values() ?? [])].filter(
        ({ column, result }) => column > COLUMN.form && result === 0,
      ),
    );
    expect(ranks.length).toBeGreaterThan(10);
  });

  it('has formulas that fit into a cell and compute nothing anew on every change', () => {
    for (const { model, name } of cases) {
      for (const sheet of model.sheets) {
        for (const { formula } of sheet.cells.values()) {
          if (formula === undefined) continue;
          expect(formula.length, name).toBeLessThan(LONGEST_FORMULA);
          expect(formula).not.toMatch(/\b(?:OFFSET|INDIRECT|TODAY|NOW|RAND|AGGREGATE|CELL|INFO)\(/u);
        }
      }
    }
  });

  it('breaks at most one rule of form in a cell', () => {
    for (const { request, typed } of cases) {
      const broken = checkFigures(request, typed).findings.filter(({ code }) =>
        formRules.some((rule) => rule.code === code),
      );
      expect(new Set(broken.map(({ key, period }) => `${key} ${period}`)).size).toBe(broken.length);
    }
  });

  it('refuses in a cell what the rules of form find, in a condition that programs take', () => {
    let bounded = 0;
    for (const { request, model } of cases) {
      for (const sheet of model.sheets) {
        for (const { row, column, validation } of sheet.cells.values()) {
          const [id] = String(sheet.cells.get(cellIndex(row, 1))?.value ?? '').split('|');
          const isFigure =
            parseColumnKey(String(sheet.cells.get(cellIndex(1, column))?.value ?? ''))?.field === 'value';
          const indicator = request.catalogue.indicators.get(id ?? '');
          if (!validation || !indicator || !isFigure || !('condition' in validation.rule)) continue;
          const { condition } = validation.rule;
          expect(condition.length).toBeLessThan(255);
          const address = cellAddress(row, column);
          expect(condition.includes(isBrokenFormula(address))).toBe(countsWholeThings(indicator));
          if (!indicator.hard) continue;
          bounded += 1;
          expect(condition).toContain(outsideFormula(address, indicator.hard));
        }
      }
    }
    expect(bounded).toBeGreaterThan(100);
  });

  it('folds what is missing to a count: a blank workbook lists nothing', async () => {
    const { catalogue, plans } = await loadSeeds();
    const plan = plans.find(({ file }) => file.id === 'quang-ngai-2021');
    const [job] = plan ? jobsOf([plan], catalogue, { unit: ['VN51'] }) : [];
    if (!job) throw new Error('no workbook');
    const { makeWorkbook } = await import('../../generator/workbook/jobs.ts');
    const facts = await readFacts(await makeWorkbook(job, catalogue));
    expect(listOf(facts)).toEqual([]);
    expect(countBeside(facts, COLUMN.number, 'Lỗi phải sửa', COLUMN.label)).toBe(0);
    expect(Number(countBeside(facts, COLUMN.number, 'Số còn phải nhập', COLUMN.label))).toBeGreaterThan(10);
    const words = [...rowsOf(facts, sheetNames.entry).values()].flatMap((row) => [...row.values()]);
    expect(words.filter((word) => word === 'Chưa nhập').length).toBeGreaterThan(10);
    expect(words).not.toContain('Lỗi');
  });
});
