import type { MissingSource } from '../../../returned/blank-sources.ts';
import { whyZero } from '../../../returned/formula-doubts.ts';
import type { CheckFinding } from '../../../rules/rule.ts';
import { cellAddress } from '../../../sheet/address.ts';
import { ofKey, shown } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A figure of 0 that a formula gives for want of a source. */
export interface FigureFromBlank extends MissingSource {
  key: string;
  formula: string;
}

/** A figure of 0 whose formula lacks one of its sources: nobody may have counted none. Each is said, with its reason. */
export const figureFromBlank: StructureRule<FigureFromBlank> = {
  code: 'figure-from-blank',
  severity: 'warning',
  needs: 'cells',
  judgedBy: 'keys',
  unseenInFigures: true,
  text: {
    vi: {
      title: 'Số 0 do ô nguồn trống',
      meaning:
        'Số 0 là kết quả của một công thức mà ít nhất một ô nguồn (hoặc cả một vùng nguồn) còn trống, đang báo lỗi và được IFERROR, IFNA thay đi, hoặc là mẫu bằng 0 của phép chia: số 0 ấy có thể chỉ vì chưa có số. Ô trống trong một vùng đã có ô khác ghi số thì không tính. Công thức mà mọi ô nguồn đều trống thì không được nhận là số.',
      example: 'Ô số hộ nghèo ghi =F17*Z61, ô Z61 để trống, kết quả là 0.',
      fix: 'Điền ô nguồn, hoặc gõ thẳng số đúng vào ô nhập. Nếu đúng là 0: ghi lý do ở cột lý do của dòng.',
      message: (data) =>
        `Số 0 ở ô này${ofKey(data)} là kết quả của công thức ${shown(data.formula, 'vi')}: ${whyZero(data, 'vi')}.`,
      expected: () => 'số thực tế; nếu đúng là 0 thì kèm lý do',
    },
    en: {
      title: 'Zero for want of a source',
      meaning:
        'A 0 is the result of a formula of which at least one source cell (or a whole range) is blank, holds an error that IFERROR or IFNA replaces, or is the 0 of a division: it may be 0 only because there is no number yet. A blank cell in a range that others fill does not count. A formula whose sources are all blank is taken for no figure.',
      example: 'The poor households are =F17*Z61, Z61 is blank, and the result is 0.',
      fix: 'Fill in the source, or type the right figure into the cell. If it is 0 indeed: write why in the column of reasons of the row.',
      message: (data) =>
        `The 0 in this cell${ofKey(data)} is the result of the formula ${shown(data.formula, 'en')}: ${whyZero(data, 'en')}.`,
      expected: () => 'the actual figure; where it is 0 indeed, with a reason',
    },
  },
  evaluate({ numbers, explain }) {
    const { code, severity } = figureFromBlank;
    const findings: CheckFinding<string, FigureFromBlank>[] = [];
    let passed = 0;
    for (const { cell, value, at, doubt } of numbers) {
      if (doubt?.why !== 'missing') {
        passed += 1;
        continue;
      }
      const { sheet, row, column, key, period } = at;
      const { source, is } = doubt;
      const { reason, not } = explain(at);
      findings.push({
        code,
        severity,
        place: { sheet, cell: cellAddress(row, column) },
        data: { key, formula: `=${cell.formula ?? ''}`, source, is },
        key,
        period,
        found: value,
        explanation: reason,
        ...(not ? { notExplained: not } : {}),
      });
    }
    return { findings, passed, failed: findings.length, notEvaluable: 0 };
  },
};
