import { beforeAll, describe, expect, it } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import type { CheckFinding } from '../../core/rules/rule.ts';
import type { FormulaCell, WorkbookFacts } from '../../core/sheet/facts.ts';
import { parseColumnKey } from '../../core/workbook/contract.ts';
import { caseFacts, cases } from './cases.ts';

/** The warnings of a file about figures of one row, each with what explains it. */
function warnings(
  facts: WorkbookFacts,
  key: string,
): Pick<CheckFinding, 'code' | 'explanation' | 'notExplained'>[] {
  return checkWorkbook(facts)
    .report.findings.filter((one) => one.severity === 'warning' && one.key?.includes(key) === true)
    .map(({ code, explanation, notExplained }) => ({
      code,
      explanation,
      ...(notExplained && { notExplained }),
    }));
}

/** The file with something else in the reason column of a row. */
function withReason(facts: WorkbookFacts, key: string, content: Partial<FormulaCell>): WorkbookFacts {
  return {
    ...facts,
    sheets: facts.sheets.map((sheet) => {
      const row = sheet.cells.find(({ column, value }) => column === 1 && value === key)?.row;
      const column = sheet.cells.find(
        ({ row: at, value }) =>
          at === 1 && typeof value === 'string' && parseColumnKey(value)?.field === 'reason',
      )?.column;
      if (row === undefined || column === undefined) return sheet;
      const others = sheet.cells.filter((cell) => cell.row !== row || cell.column !== column);
      return { ...sheet, cells: [...others, { row, column, value: null, formula: null, ...content }] };
    }),
  };
}

const SLIPPED = 'trained-labour-share|_T';

describe('reason-na: an error value explains nothing', () => {
  it('the warning stays open', async () => {
    const found = warnings(await caseFacts(cases['reason-na']), 'radio-coverage');
    expect(found).toEqual([
      {
        code: 'figure-rate-differs',
        explanation: null,
        notExplained: { written: '#N/A', why: 'no-words' },
      },
    ]);
  });
});

describe('reason-dot: a dot explains neither a slip nor a gap', () => {
  let facts: WorkbookFacts;
  beforeAll(async () => {
    facts = await caseFacts(cases['reason-dot']);
  });

  it.each<[string, Partial<FormulaCell>]>([
    ['the dot', { value: '.' }],
    ['nothing', {}],
    ['a truth value', { value: true }],
    ['an error value', { value: { error: '#REF!' } }],
    ['a formula that gives 0', { value: 0, formula: 'P20' }],
    ['characters nobody sees', { value: '\u200b\u00a0\u200b' }],
    ['a sign that stands for a figure', { value: 'x' }],
    ['a number', { value: 123 }],
    ['the text of an error value, as a repair writes it', { value: '#N/A' }],
  ])('%s', (_what, content) => {
    const found = warnings(withReason(facts, SLIPPED, content), 'trained-labour-share');
    expect(found.map(({ code }) => code).sort()).toEqual(['figure-unit-slip', 'gap-to-explain']);
    expect(found.every(({ explanation }) => explanation === null)).toBe(true);
  });

  it('one reason explains the gap, not the slip of factor 100 beside it', () => {
    const value = 'Doanh nghiệp ngừng tuyển dụng';
    const found = warnings(withReason(facts, SLIPPED, { value }), 'trained-labour-share');
    expect(found).toEqual(
      expect.arrayContaining([
        { code: 'figure-unit-slip', explanation: null, notExplained: { written: value, why: 'shared' } },
        { code: 'gap-to-explain', explanation: value },
      ]),
    );
  });

  it('two reasons explain both', () => {
    const value = 'Doanh nghiệp ngừng tuyển dụng; số đúng theo công bố của Cục Thống kê';
    const found = warnings(withReason(facts, SLIPPED, { value }), 'trained-labour-share');
    expect(found.map(({ explanation }) => explanation)).toEqual([value, value]);
  });
});
