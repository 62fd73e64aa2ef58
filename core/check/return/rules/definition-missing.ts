import { FIRST_DEFINED_LAYOUT, LAYOUT } from '../../../workbook/contract.ts';
import { failed, notEvaluable, passed, type ReturnRule } from '../return-rule.ts';

/** A workbook that has lost what it was made from. */
export const definitionMissing: ReturnRule = {
  code: 'definition-missing',
  severity: 'warning',
  leavesUnjudged: true,
  text: {
    vi: {
      title: 'Sổ mất định nghĩa của mẫu',
      meaning:
        'Trang _meta mang theo định nghĩa của mẫu. Không có nó thì vẫn đọc được số liệu theo mã, nhưng không đối chiếu được công thức và mức phải đạt.',
      example: 'Trang _meta bị xóa khi dọn các trang ẩn.',
      fix: 'Chép số liệu (dán giá trị) sang đúng tệp đã được cấp và gửi lại. Nơi có tệp kế hoạch kiểm tra được cả sổ này bằng lệnh chitieu check.',
      message: () =>
        'Sổ không còn định nghĩa của mẫu: chỉ đọc được số liệu, không đối chiếu được với mẫu đã cấp.',
      expected: () => 'trang _meta như lúc cấp',
    },
    en: {
      title: 'Definition of the template lost',
      meaning:
        'The sheet _meta carries the definition of the template. Without it figures are still read by their keys, but formulas and values to reach cannot be compared.',
      example: 'The sheet _meta was deleted together with other hidden sheets.',
      fix: 'Copy the figures (Paste Values) into the file that was issued and send that. Whoever has the plan files can check this workbook, too, with chitieu check.',
      message: () =>
        'The workbook has lost the definition of its template: figures are read, but nothing can be compared with the issued template.',
      expected: () => 'the sheet _meta as issued',
    },
  },
  evaluate({ returned }) {
    if (returned.definition === 'none') return notEvaluable;
    // Layouts before the second never had one; that they are old is said once.
    const layout = Number(returned.layout ?? LAYOUT);
    if (!returned.isOurs || layout < FIRST_DEFINED_LAYOUT) return notEvaluable;
    return returned.definition === 'missing' ? failed({ found: null, expected: null }) : passed;
  },
};
