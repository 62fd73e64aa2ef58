import { LAYOUT } from '../../../workbook/contract.ts';
import { failed, notEvaluable, passed, shown, type ReturnRule } from '../return-rule.ts';

/** An earlier layout, whose figures are still read. */
export const workbookOlder: ReturnRule = {
  code: 'workbook-older',
  severity: 'note',
  leavesUnjudged: true,
  text: {
    vi: {
      title: 'Mẫu cũ',
      meaning:
        'Sổ do phiên bản chương trình cũ hơn tạo ra. Số liệu vẫn đọc được, nhưng công thức không đối chiếu được với mẫu hiện nay.',
      example: 'Huyện gửi tệp được cấp năm trước khi chương trình được cập nhật.',
      fix: 'Kỳ sau dùng mẫu cấp mới; kỳ này không cần làm gì.',
      message: (data) =>
        `Sổ có phiên bản mẫu ${shown(data.found)}, phiên bản hiện nay là ${shown(data.expected)}.`,
      expected: (data) => `phiên bản mẫu ${shown(data.expected)}`,
    },
    en: {
      title: 'Older layout',
      meaning:
        'An earlier version of the program made the workbook. Its figures are read, but its formulas cannot be compared with the present template.',
      example: 'A district sends the file issued before the program was updated.',
      fix: 'Use a newly issued template next round; nothing needs to be done now.',
      message: (data) =>
        `The workbook has layout version ${shown(data.found)}; the present one is ${shown(data.expected)}.`,
      expected: (data) => `layout version ${shown(data.expected)}`,
    },
  },
  evaluate({ returned: { layout } }) {
    if (layout === null) return notEvaluable;
    return Number(layout) < LAYOUT ? failed({ found: layout, expected: String(LAYOUT) }) : passed;
  },
};
