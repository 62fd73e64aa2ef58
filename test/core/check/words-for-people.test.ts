import { beforeAll, describe, expect, it } from 'vitest';
import { checkWorkbook } from '../../../core/check/check-workbook.ts';
import { gapSentence } from '../../../core/gaps/gap-sentence.ts';
import type { CheckFinding } from '../../../core/rules/rule.ts';
import type { FormulaCell, WorkbookFacts } from '../../../core/sheet/facts.ts';
import { sheetNames } from '../../../core/workbook/contract.ts';
import { withCell, withSheet } from './structure/damage.ts';
import { factsOf } from './structure/facts-of.ts';
import { seedModel } from './structure/models.ts';
import { notForPeople, wordsOf } from './words.ts';
import { wrongCases } from '../../workbook/check-sheet-cases.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

const { entry: ENTRY, sources: SOURCES } = sheetNames;
/** What is said of a file, in both languages. */
function said(facts: WorkbookFacts): { code: string; words: string; notForPeople: string[] }[] {
  const { report, request, gaps } = checkWorkbook(facts);
  if (!request) throw new Error('nobody knows what was asked');
  const { catalogue } = request;
  const texts = [
    ...report.findings.flatMap((one) => wordsOf(one, catalogue).map((words) => ({ code: one.code, words }))),
    ...gaps.map((gap) => ({ code: 'gap', words: gapSentence(gap, 'vi') })),
  ];
  return texts.map((one) => ({ ...one, notForPeople: notForPeople(one.code, one.words, catalogue) }));
}

function expectReadable(facts: WorkbookFacts, ...codes: string[]): string {
  const all = said(facts);
  expect(all.filter((one) => one.notForPeople.length > 0)).toEqual([]);
  expect(all.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
  return all.map(({ words }) => words).join('\n');
}

it('figures filled in wrongly are spoken of in rounded numbers and names', async () => {
  for (const { name, model } of (await wrongCases()).slice(0, 4)) {
    expect(said(factsOf(model)).length, name).toBeGreaterThan(30);
    expectReadable(factsOf(model));
  }
});

it('a reason of characters nobody sees is not quoted', async () => {
  const { catalogue } = await loadSeeds();
  const finding: CheckFinding = {
    code: 'figure-unchanged',
    severity: 'warning',
    place: {},
    data: { figure: 5, unit: 'người' },
    key: null,
    period: null,
    found: 5,
    explanation: null,
    notExplained: { written: '\u200b\u00a0\u200b', why: 'no-words' },
  };
  const words = wordsOf(finding, catalogue);
  expect(words[0]).toContain('Cột lý do ghi ký tự không nhìn thấy, chưa phải lời giải thích.');
  expect(words.join('')).not.toMatch(/\u200b/u);
});

describe('damage is spoken of so that people understand it', () => {
  let facts: WorkbookFacts;
  beforeAll(async () => {
    facts = factsOf((await seedModel('quang-ngai-2021', 'VN51')).model);
  });
  const sheetOf = (name: string) => facts.sheets.find((sheet) => sheet.name === name);
  const cellsOf = (name: string): readonly FormulaCell[] => sheetOf(name)?.cells ?? [];
  const structureOf = (damaged: WorkbookFacts) =>
    checkWorkbook(damaged).report.findings.filter(({ code }) => !code.startsWith('figure-'));

  it('a lost row by the name of its indicator', () => {
    const key = cellsOf(ENTRY).find(
      ({ column, value }) =>
        column === 1 && String(value).includes('|_T') && String(value).split('|').length === 2,
    );
    expectReadable(withCell(facts, ENTRY, key ?? { row: 0, column: 0 }, null), 'row-missing');
  });

  it('a year without groups of digits', () => {
    const year = cellsOf(SOURCES).find(({ value }) => value === 2025);
    const words = expectReadable(
      withCell(facts, SOURCES, year ?? { row: 0, column: 0 }, { value: 2024 }),
      'printed-number-changed',
    );
    expect(words).toContain('"2024"');
    expect(words).not.toContain('2.024');
  });

  it('two long formulas where they differ', () => {
    const long = cellsOf(ENTRY).find(({ formula }) => (formula?.length ?? 0) > 200);
    const formula = long?.formula?.replace(/\$?([A-Z]+)\$?(\d+)(?=[^\d]*$)/u, '$$Z$$999') ?? '';
    const words = expectReadable(
      withCell(facts, ENTRY, long ?? { row: 0, column: 0 }, { formula }),
      'formula-altered',
    );
    expect(words).toContain('$Z$999');
  });

  it('printed numbers that a program converted are no change, wherever they stand', () => {
    const converted = [SOURCES, ENTRY, sheetNames.background, sheetNames.baselines].reduce(
      (so, name) =>
        withSheet(so, name, ({ cells }) => ({
          cells: cells.map((cell) => {
            const isNumber = typeof cell.value === 'string' && /^\d+(?:\.\d+)?$/u.test(cell.value);
            return isNumber && cell.row > 1 && cell.column > 1
              ? { ...cell, value: Number(cell.value) }
              : cell;
          }),
        })),
      facts,
    );
    expect(structureOf(converted)).toEqual(structureOf(facts));
  });

  it('a date on the dotted line and a telephone number below the signatures need nobody', () => {
    const dotted = cellsOf(ENTRY).find(({ value }) => String(value).includes('…………'));
    const last = Math.max(...cellsOf(ENTRY).map(({ row }) => row));
    const place = dotted ?? { row: 0, column: 0 };
    const written = withCell(facts, ENTRY, place, { value: 'Quảng Ngãi, ngày 5 tháng 1 năm 2024' });
    expect(structureOf(written)).toEqual(structureOf(facts));
    expect(structureOf(withCell(facts, ENTRY, place, { value: 45_296 }))).toEqual(structureOf(facts));
    const phone = withCell(facts, ENTRY, { row: last + 1, column: 5 }, { value: 912_345_678 });
    expect(structureOf(phone).filter(({ severity }) => severity === 'warning')).toEqual(
      structureOf(facts).filter(({ severity }) => severity === 'warning'),
    );
  });
});
