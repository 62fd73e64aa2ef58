import type { Language } from '../../../base/finding.ts';
import { formulaSources, type MissingSource } from '../../../returned/blank-sources.ts';
import { isReason } from '../../../rules/reason.ts';
import type { CheckFinding, NotExplained } from '../../../rules/rule.ts';
import { cellAddress } from '../../../sheet/address.ts';
import { cellIndex } from '../../../sheet/model.ts';
import type { Alignment } from '../../../returned/align/alignment.ts';
import { ofKey, shown } from '../fold.ts';
import { numberCells } from '../number-cells.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A figure of 0 that a formula gives for want of a source. */
export interface FigureFromBlank extends MissingSource {
  key: string;
  formula: string;
}

function why({ source, is }: MissingSource, language: Language): string {
  const isRange = source.includes(':');
  if (language === 'vi') {
    const what = isRange ? `vùng ${source}` : `ô ${source}`;
    if (is === 'blank') return `${what} trống, nên công thức ra 0`;
    return `${source.startsWith('#') ? `lỗi ${source} trong công thức` : `lỗi ở ${what}`} bị thay, nên công thức ra 0`;
  }
  const what = isRange ? `the range ${source}` : `cell ${source}`;
  if (is === 'blank') return `${what} is blank, so the formula gives 0`;
  const error = source.startsWith('#') ? `the error ${source} in the formula` : `the error in ${what}`;
  return `${error} is replaced, so the formula gives 0`;
}

/** A figure of 0 whose formula lacks one of its sources: nobody may have counted none. Each is said, with its reason. */
export const figureFromBlank: StructureRule<FigureFromBlank> = {
  code: 'figure-from-blank',
  severity: 'warning',
  needs: 'cells',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Số 0 do ô nguồn trống',
      meaning:
        'Số 0 là kết quả của một công thức mà ít nhất một ô nguồn (hoặc cả một vùng nguồn) còn trống, hoặc đang báo lỗi và được IFERROR, IFNA thay đi: số 0 ấy có thể chỉ vì chưa có số. Ô trống trong một vùng đã có ô khác ghi số thì không tính. Công thức mà mọi ô nguồn đều trống thì không được nhận là số.',
      example: 'Ô số hộ nghèo ghi =F17*Z61, ô Z61 để trống, kết quả là 0.',
      fix: 'Điền ô nguồn, hoặc gõ thẳng số đúng vào ô nhập. Nếu đúng là 0: ghi lý do ở cột lý do của dòng.',
      message: (data) =>
        `Số 0 ở ô này${ofKey(data)} là kết quả của công thức ${shown(data.formula, 'vi')}: ${why(data, 'vi')}.`,
      expected: () => 'số thực tế; nếu đúng là 0 thì kèm lý do',
    },
    en: {
      title: 'Zero for want of a source',
      meaning:
        'A 0 is the result of a formula of which at least one source cell (or a whole range) is blank, or holds an error that IFERROR or IFNA replaces: it may be 0 only because there is no number yet. A blank cell in a range that others fill does not count. A formula whose sources are all blank is taken for no figure.',
      example: 'The poor households are =F17*Z61, Z61 is blank, and the result is 0.',
      fix: 'Fill in the source, or type the right figure into the cell. If it is 0 indeed: write why in the column of reasons of the row.',
      message: (data) =>
        `The 0 in this cell${ofKey(data)} is the result of the formula ${shown(data.formula, 'en')}: ${why(data, 'en')}.`,
      expected: () => 'the actual figure; where it is 0 indeed, with a reason',
    },
  },
  evaluate({ alignment, found }) {
    const { isOfBlanks, missing } = formulaSources(found.sheets);
    const { code, severity } = figureFromBlank;
    const findings: CheckFinding<string, FigureFromBlank>[] = [];
    let passed = 0;
    for (const { cell, value, at } of numberCells(alignment)) {
      const { formula } = cell;
      // What is no figure is named as that.
      const isJudged = value === 0 && formula !== null && !isOfBlanks(formula, at.sheet);
      const lacking = isJudged ? missing(formula, at.sheet) : null;
      if (lacking === null) {
        passed += 1;
        continue;
      }
      const { sheet, row, column, key, period } = at;
      findings.push({
        code,
        severity,
        place: { sheet, cell: cellAddress(row, column) },
        data: { key, formula: `=${formula ?? ''}`, ...lacking },
        key,
        period,
        found: value,
        ...explained(reasonBeside(alignment, sheet, row)),
      });
    }
    return { findings, passed, failed: findings.length, notEvaluable: 0 };
  },
};

function explained(written: string): { explanation: string | null; notExplained?: NotExplained } {
  if (isReason(written)) return { explanation: written };
  return written === ''
    ? { explanation: null }
    : { explanation: null, notExplained: { written, why: 'no-words' } };
}

/** What stands in the column of reasons of a row. */
function reasonBeside({ all }: Pick<Alignment, 'all'>, sheet: string, row: number): string {
  const of = all.find(({ facts }) => facts.name === sheet);
  const column = of?.keys.columns.find(({ field }) => field === 'reason')?.column;
  const value = column === undefined ? null : (of?.cells.get(cellIndex(row, column))?.value ?? null);
  return value === null || typeof value === 'object' ? '' : String(value).trim();
}
