import { isKnownLayout, LAYOUT } from '../../../workbook/contract.ts';
import { failed, notEvaluable, passed, shown, type ReturnRule } from '../return-rule.ts';

/** A layout this program does not know yet. */
export const workbookNewer: ReturnRule = {
  code: 'workbook-newer',
  severity: 'error',
  insteadOf: 'layout-newer',
  text: {
    vi: {
      title: 'Mẫu mới hơn chương trình',
      meaning: 'Sổ do phiên bản chương trình mới hơn tạo ra, phiên bản này không đọc được chắc chắn.',
      example: 'Tỉnh đã cập nhật chương trình, huyện chưa.',
      fix: 'Cập nhật chương trình rồi kiểm tra lại.',
      message: (data) =>
        `Sổ có phiên bản mẫu ${shown(data.found)}; chương trình này đọc đến phiên bản ${shown(data.expected)}.`,
      expected: (data) => `phiên bản mẫu không quá ${shown(data.expected)}`,
    },
    en: {
      title: 'Layout newer than the program',
      meaning: 'A newer version of the program made the workbook; this one cannot be sure to read it.',
      example: 'The province has updated the program, the district has not.',
      fix: 'Update the program and check again.',
      message: (data) =>
        `The workbook has layout version ${shown(data.found)}; this program reads up to ${shown(data.expected)}.`,
      expected: (data) => `a layout version up to ${shown(data.expected)}`,
    },
  },
  evaluate({ returned: { layout } }) {
    if (layout === null) return notEvaluable;
    return isKnownLayout(layout) ? passed : failed({ found: layout, expected: String(LAYOUT) });
  },
};
