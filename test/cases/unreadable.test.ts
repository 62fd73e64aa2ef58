import { beforeAll, describe, expect, it } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { exportCheck } from '../../core/check/export-check.ts';
import { figureFromBlank, type FigureFromBlank } from '../../core/check/structure/rules/figure-from-blank.ts';
import { gapSentence } from '../../core/gaps/gap-sentence.ts';
import type { FormulaCell, WorkbookFacts } from '../../core/sheet/facts.ts';
import { keysOf } from '../../core/sheet/keyed.ts';
import { workbookKeys } from '../../core/workbook/contract.ts';
import { caseFacts, cases } from './cases.ts';

const ENTRY = 'Nhập liệu';
const JOBS = 'new-jobs|_T';
const ROUND = 6;

let facts: WorkbookFacts;
let jobsCell = '';
beforeAll(async () => {
  facts = await caseFacts(cases['slip-083']);
  const entry = facts.sheets.find(({ name }) => name === ENTRY);
  jobsCell = `F${entry?.cells.find(({ column, value }) => column === 1 && value === JOBS)?.row}`;
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

describe('a figure of 0 that a formula gives for want of a source', () => {
  let checked: ReturnType<typeof checkWorkbook>;
  /** The return with a formula for the jobs of the round, and something in its column of reasons. */
  function withFormula(
    formula: string,
    reason: FormulaCell['value'] = null,
    value = 0,
    beside: FormulaCell[] = [],
  ) {
    const sheets = facts.sheets.map((sheet) => {
      const row = sheet.cells.find(({ column, value: key }) => column === 1 && key === JOBS)?.row;
      if (sheet.name !== ENTRY || row === undefined) return sheet;
      const column = keysOf(sheet.cells, workbookKeys).columns.find(({ field }) => field === 'reason')?.column ?? 0;
      const isOther = (cell: FormulaCell) =>
        (cell.row !== row || (cell.column !== ROUND && cell.column !== column)) &&
        !beside.some((one) => one.row === cell.row && one.column === cell.column);
      const others = sheet.cells.filter(isOther);
      const typed = [
        ...beside,
        { row, column: ROUND, value, formula },
        { row, column, value: reason, formula: null },
      ];
      return { ...sheet, cells: [...others, ...typed] };
    });
    checked = checkWorkbook({ ...facts, sheets });
    const { report } = checked;
    const codes = ['figure-from-blank', 'figure-is-formula', 'figure-at-random', 'figure-is-truth-value', 'figure-not-a-number'];
    return report.findings.filter(({ code }) => codes.includes(code));
  }

  const filled = 'F22';
  /** Everything that is said of the jobs of the round: one wrong cell is said once. */
  const jobsSaid = () =>
    checked.report.findings
      .filter(({ key, place, severity }) => severity !== 'note' && (key === JOBS || place.cell === jobsCell))
      .map(({ code }) => code);

  it.each([`IFERROR(${filled}/Z60,0)`, `${filled}*$Z$61`, `IF(${filled}>0,${filled}*Z61,0)`, `SUMPRODUCT(${filled},Z61)`])(
    '=%s: a warning that names the blank cell',
    (formula) => {
      const found = withFormula(formula);
      expect(found.map(({ code, severity, explanation }) => [code, severity, explanation])).toEqual([
        ['figure-from-blank', 'warning', null],
      ]);
      const [one] = found;
      if (!one) throw new Error('nothing was found');
      const said = figureFromBlank.text.vi.message(one.data as FigureFromBlank);
      expect(said).toContain(`=${formula}`);
      expect(said).toMatch(/ô Z6[01] trống, nên công thức ra 0/u);
    },
  );

  // F22 is typed, F41 holds a 0 that somebody typed.
  it.each([
    ['IFERROR(F22/F41,0)', /ô F41 là mẫu của phép chia mà bằng 0/u],
    ['IF(F41=0,0,F22/F41)', /ô F41 là mẫu/u],
    ['IF(ISERROR(F22/F41),0,F22/F41*100)', /ô F41 là mẫu/u],
    ['ROUND(IFERROR(SUM(F22:F23)/F41*100,0),1)', /ô F41 là mẫu/u],
    ['IFERROR(F22/SUM(F41:F41),0)', /lỗi #DIV\/0! trong công thức bị thay/u],
  ])('=%s: the divisor of 0 is named', (formula, said) => {
    const zero = { row: 41, column: ROUND, value: 0, formula: null };
    const found = withFormula(formula, null, 0, [zero]);
    expect(found.map(({ code }) => code)).toEqual(['figure-from-blank']);
    expect(figureFromBlank.text.vi.message(found[0]?.data as FigureFromBlank)).toMatch(said);
  });

  it('words in the column of reasons explain it, a mark does not', () => {
    const reasons = ['xã không có việc làm mới', 'x'];
    const found = reasons.map((reason) => withFormula(`${filled}*Z61`, reason)[0]);
    expect(found.map((one) => [one?.explanation, one?.notExplained?.why])).toEqual([
      ['xã không có việc làm mới', undefined],
      [null, 'no-words'],
    ]);
  });

  it.each([
    [null, ['figure-from-blank']],
    ['xã không có việc làm mới', []],
  ])('an export hands it on as an error, unless explained: %s', (reason, expected) => {
    withFormula(`${filled}*Z61`, reason);
    const codes = exportCheck(checked).errors.map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('figure-from'))).toEqual(expected);
  });

  it('a zero of filled sources, and a figure that is not 0, are notes', () => {
    const found = [withFormula(`${filled}-${filled}`), withFormula(`${filled}+Z61`, null, 12)];
    expect(found.map((those) => those.map(({ code }) => code))).toEqual([['figure-is-formula'], ['figure-is-formula']]);
  });

  it.each(['RANDBETWEEN(1,9)', 'TODAY()-46000', 'INT(NOW()/9000)', `_xlfn.RANDARRAY(1)*${filled}`, 'ROUND(rand()*9,0)'])('=%s is an error', (formula) => {
    expect(withFormula(formula, 'số đúng', 7).map(({ code, severity }) => [code, severity])).toEqual([
      ['figure-at-random', 'error'],
    ]);
  });

  it.each(['1', '0'])('a comparison kept as %s is an error', (kept) => {
    expect(
      withFormula(`${filled}>5`, 'số đúng', Number(kept)).map(({ code, severity }) => [code, severity]),
    ).toEqual([['figure-is-truth-value', 'error']]);
    expect(jobsSaid()).toEqual(['figure-is-truth-value']);
    expect(withFormula(`IF(${filled}>5,1,0)`, null, 1).map(({ code }) => code)).toEqual(['figure-is-formula']);
  });

  it('is an error, too, where it is taken from such a cell', () => {
    const rows = [300, 301].map((row) => ({ row, column: 26, value: 7 }));
    const [first, second] = rows.map((one, at) => ({ ...one, formula: at === 0 ? 'RAND()*9' : 'INT(Z300)' }));
    if (!first || !second) throw new Error('no cells');
    expect(withFormula(`${filled}+SUM(Z301:Z302)`, null, 19, [first, second]).map(({ code }) => code)).toEqual([
      'figure-at-random',
    ]);
  });
});
