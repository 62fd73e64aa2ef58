import { beforeAll, describe, expect, it } from 'vitest';
import type { FormulaCell } from '../../../core/sheet/facts.ts';
import { sheetNames } from '../../../core/workbook/contract.ts';
import type { WorkbookModel } from '../../../core/sheet/model.ts';
import { readReturned, type ReturnedWorkbook } from '../../../core/returned/read.ts';
import { withCell } from '../check/structure/damage.ts';
import { factsOf } from '../check/structure/facts-of.ts';
import { seedModel } from '../check/structure/models.ts';
import { inputsOf } from '../repair/tokens.ts';

let model: WorkbookModel;
beforeAll(async () => {
  ({ model } = await seedModel('quang-ngai-2021', 'VN51'));
});

/** What is read when something is typed into the first cell of a keyed column. */
function read(sheet: string, typed: Record<string, FormulaCell['value']>) {
  let facts = factsOf(model);
  for (const [field, value] of Object.entries(typed)) {
    const [cell] = inputsOf(model, sheet, field);
    if (!cell) throw new Error(`no ${field} on ${sheet}`);
    facts = withCell(facts, sheet, cell, { value });
  }
  const { value, findings } = readReturned(facts.sheets);
  if (!value) throw new Error('not read');
  return { value, codes: findings.map(({ code }) => code) };
}

const sourceOf = ({ baselines }: ReturnedWorkbook) => baselines.map(({ source }) => source);

describe('nothing typed is lost because a program took it for a number or a truth value', () => {
  it.each<[FormulaCell['value'], string]>([
    [1841, '1841'],
    [true, 'TRUE'],
    [{ error: '#NAME?' }, '#NAME?'],
    [' QĐ 1841 ', 'QĐ 1841'],
  ])('the source %o is read as "%s"', (value, text) => {
    expect(sourceOf(read(sheetNames.baselines, { baseSource: value }).value)).toContain(text);
  });

  it.each<[FormulaCell['value'], string]>([
    [12.5, '12.5'],
    [false, 'FALSE'],
  ])('the mark and reason %o are read as "%s"', (value, text) => {
    const { remarks } = read(sheetNames.entry, { mark: value, reason: value }).value;
    expect(remarks.map((remark) => [remark.field, remark.text])).toEqual([
      ['mark', text],
      ['reason', text],
    ]);
  });

  it('own verdicts and their reasons too', () => {
    const { ownVerdicts } = read(sheetNames.summary, { ownVerdict: 1, ownReason: 2023 }).value;
    expect(ownVerdicts).toMatchObject([{ verdict: '1', reason: '2023' }]);
  });

  it('a base year or baseline that is no number is reported with its text', () => {
    expect(read(sheetNames.baselines, { baseYear: 'năm 2020' }).codes).toEqual(['baseline-not-read']);
    expect(read(sheetNames.baselines, { baseValue: '12,5' }).codes).toEqual(['baseline-not-read']);
    expect(read(sheetNames.baselines, { baseValue: ' ' }).codes).toEqual([]);
  });
});
