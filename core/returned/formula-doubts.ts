import type { Language } from '../base/finding.ts';
import type { FormulaCell, SheetCells } from '../sheet/facts.ts';
import { formulaSources, type MissingSource } from './blank-sources.ts';
import { formulaResults } from './formula-result.ts';

/** Why the number that a formula gives in a cell for figures is no figure, or not one without a word of explanation. */
export type FormulaDoubt =
  /** It is another one each time the file is opened, or the next day: {@link formulaSources}. */
  | { why: 'fleeting' }
  /** It refers to nothing but blank cells: {@link formulaSources}. */
  | { why: 'blanks' }
  /** It says whether something is so; LibreOffice saves that as the number 1 or 0. */
  | { why: 'truth' }
  /** It is 0 for want of a source. */
  | ({ why: 'missing' } & MissingSource);

/** Tells of cells of a workbook with which number the formula in them is to be doubted; null for a typed one. */
export function formulaDoubts(
  sheets: readonly SheetCells[],
): (cell: Pick<FormulaCell, 'value' | 'formula' | 'row' | 'column'>, sheet: string) => FormulaDoubt | null {
  const { isOfBlanks, isFleeting, missing } = formulaSources(sheets);
  const resultOf = formulaResults(sheets);
  return ({ value, formula, row, column }, sheet) => {
    if (formula === null || typeof value !== 'number') return null;
    if (isFleeting(formula, sheet)) return { why: 'fleeting' };
    if (isOfBlanks(formula, sheet)) return { why: 'blanks' };
    if (typeof resultOf(formula, { sheet, row, column }) === 'boolean') return { why: 'truth' };
    const source = value === 0 ? missing(formula, sheet) : null;
    return source && { why: 'missing', ...source };
  };
}

/** Why a formula gives 0, in words. */
export function whyZero({ source, is }: MissingSource, language: Language): string {
  const isRange = source.includes(':');
  if (language === 'vi') {
    const what = isRange ? `vùng ${source}` : `ô ${source}`;
    if (is === 'blank') return `${what} trống, nên công thức ra 0`;
    if (is === 'zero') return `${what} là mẫu của phép chia mà bằng 0, nên công thức ra 0`;
    return `${source.startsWith('#') ? `lỗi ${source} trong công thức` : `lỗi ở ${what}`} bị thay, nên công thức ra 0`;
  }
  const what = isRange ? `the range ${source}` : `cell ${source}`;
  if (is === 'blank') return `${what} is blank, so the formula gives 0`;
  if (is === 'zero') return `${what} is 0 and divided by, so the formula gives 0`;
  const error = source.startsWith('#') ? `the error ${source} in the formula` : `the error in ${what}`;
  return `${error} is replaced, so the formula gives 0`;
}

/** What speaks against a formula where no reason can stand beside it, and what to do: for the planner's own files. */
export function doubtSaid(doubt: FormulaDoubt, language: Language): string {
  const said = {
    vi: {
      fleeting: 'cho số ngẫu nhiên hoặc tính theo ngày giờ mở tệp, mỗi lần mở một khác. Hãy gõ thẳng số',
      blanks: 'lấy số từ các ô đều trống. Hãy điền các ô đó, gõ thẳng số, hoặc xóa công thức',
      truth: 'chỉ cho biết đúng hay sai (TRUE, FALSE), không phải số. Hãy gõ thẳng số',
      missing: (zero: string) => `thiếu nguồn: ${zero}. Hãy điền ô nguồn; nếu đúng là 0, gõ thẳng 0`,
    },
    en: {
      fleeting:
        'gives random numbers or goes by the clock, another each time the file is opened. Type the number',
      blanks:
        'takes its number from blank cells only. Fill those cells, type the number, or delete the formula',
      truth: 'says whether something is so (TRUE, FALSE), which is no number. Type the number',
      missing: (zero: string) => `lacks a source: ${zero}. Fill in the source; if it is 0 indeed, type 0`,
    },
  }[language];
  return doubt.why === 'missing' ? said.missing(whyZero(doubt, language)) : said[doubt.why];
}
