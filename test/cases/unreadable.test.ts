import { beforeAll, describe, expect, it } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { gapSentence } from '../../core/gaps/gap-sentence.ts';
import type { FormulaCell, WorkbookFacts } from '../../core/sheet/facts.ts';
import { caseFacts, cases } from './cases.ts';

const ENTRY = 'Nhập liệu';
const JOBS = 'new-jobs|_T';
const ROUND = 6;

let facts: WorkbookFacts;
beforeAll(async () => {
  facts = await caseFacts(cases['slip-083']);
});

/** The return with something else in the cell of the jobs of the round, and what is said of it. */
function withJobs(content: Partial<FormulaCell>) {
  const sheets = facts.sheets.map((sheet) => {
    const row = sheet.cells.find(({ column, value }) => column === 1 && value === JOBS)?.row;
    if (sheet.name !== ENTRY || row === undefined) return sheet;
    const others = sheet.cells.filter((cell) => cell.row !== row || cell.column !== ROUND);
    return { ...sheet, cells: [...others, { row, column: ROUND, value: null, formula: null, ...content }] };
  });
  const { report, progress, gaps } = checkWorkbook({ ...facts, sheets });
  const gap = gaps.find(({ key }) => key.includes(`|${JOBS}|`));
  const errors = report.findings.filter(({ severity, key }) => severity === 'error' && key === JOBS);
  return { progress, said: gap ? gapSentence(gap, 'vi') : '', verdict: gap?.verdict, codes: errors.map(({ code }) => code) };
}

describe('what nobody can read in place of a figure', () => {
  it.each<[string, Partial<FormulaCell>, string]>([
    ['words', { value: 'khoảng 300' }, 'figure-not-a-number'],
    ['a number with its unit', { value: '1.234,5 người' }, 'figure-not-a-number'],
    ['a number as text', { value: '12 345' }, 'figure-number-as-text'],
    ['a truth value', { value: true }, 'figure-not-a-number'],
    ['an error value', { value: { error: '#N/A' } }, 'figure-not-a-number'],
    ['the text of an error value', { value: '#REF!' }, 'figure-not-a-number'],
    ['a character nobody sees', { value: '\u200b' }, 'figure-not-a-number'],
    ['a formula over a blank cell', { value: 0, formula: 'Z300' }, 'figure-not-a-number'],
    ['a formula over a formula over a blank cell', { value: 0, formula: "'Nguồn'!Z300+N('Nguồn'!Z301)" }, 'figure-not-a-number'],
    ['a formula over itself', { value: 0, formula: 'F23' }, 'figure-not-a-number'],
    ['a blank cell on a condition', { value: 0, formula: 'IF(TRUE,Z300)' }, 'figure-not-a-number'],
    ['a sum of blank columns', { value: 0, formula: 'SUM(Y:Z)' }, 'figure-not-a-number'],
  ])('%s: an error, not counted as entered', (_what, content, code) => {
    const { progress, codes } = withJobs(content);
    expect(codes).toEqual([code]);
    expect(progress).toEqual({ owed: 19, done: 18 });
  });

  it.each(['khoảng 300', '12 345', '#REF!'])('%s is said to be unreadable, never not applicable', (value) => {
    const { said } = withJobs({ value });
    expect(said).toMatch(/^Số không đọc được;/u);
    expect(said).not.toContain('không áp dụng');
  });

  it('a fraction of a thing that is counted counts as entered and is judged nowhere', () => {
    const { codes, verdict, progress } = withJobs({ value: 1_105.5 });
    expect(codes).toEqual(['figure-not-whole']);
    expect(verdict).toBe('notEvaluable');
    expect(progress).toEqual({ owed: 19, done: 19 });
  });
});

it('formulas that give figures are named together, and block nothing', () => {
  const columns = facts.sheets.find(({ name }) => name === ENTRY)?.cells ?? [];
  const typed = columns.filter(({ column, value, row }) => column === ROUND && typeof value === 'number' && row > 8);
  const few = typed.slice(0, 3);
  const sheets = facts.sheets.map((sheet) =>
    sheet.name !== ENTRY
      ? sheet
      : {
          ...sheet,
          cells: sheet.cells.map((cell) =>
            few.includes(cell) ? { ...cell, formula: `${Number(cell.value) - 1}+1` } : cell,
          ),
        },
  );
  const named = checkWorkbook({ ...facts, sheets }).report.findings.filter(
    ({ code }) => code === 'figure-is-formula',
  );
  expect(named.map(({ severity, data }) => [severity, (data as { count: number }).count])).toEqual([['note', 3]]);
});
