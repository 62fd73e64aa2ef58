import { evaluationOf, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A sheet the workbook was not issued with. */
export const sheetAdded: StructureRule<SpotData> = {
  code: 'sheet-added',
  severity: 'note',
  needs: 'cells',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Trang thêm vào',
      meaning: 'Tệp có trang không thuộc mẫu. Số ở trang đó không được đọc.',
      example: 'Trang "Sheet1" dùng để tính nháp.',
      fix: 'Nếu trang có số phải báo cáo, hãy nhập chúng vào trang của mẫu.',
      message: (data) => `Trang "${data.sheet}" không thuộc mẫu và không được đọc.`,
      expected: () => 'chỉ các trang của mẫu',
    },
    en: {
      title: 'Sheet added',
      meaning: 'The file has a sheet that is not of the template. Nothing on it is read.',
      example: 'A sheet "Sheet1" with rough calculations.',
      fix: 'If it holds figures that are asked for, enter them on the sheets of the template.',
      message: (data) => `The sheet "${data.sheet}" is not of the template and is not read.`,
      expected: () => 'only the sheets of the template',
    },
  },
  evaluate({ alignment }) {
    const added = alignment.added.filter((sheet) => !alignment.foreign.has(sheet));
    const spots = added.map(({ facts }): Spot => ({ sheet: facts.name, found: facts.name }));
    return evaluationOf(sheetAdded, spots, { passed: alignment.sheets.length });
  },
};
