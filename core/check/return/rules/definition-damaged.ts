import { failed, notEvaluable, passed, type ReturnRule } from '../return-rule.ts';

/** A workbook whose definition is not the one that was written. */
export const definitionDamaged: ReturnRule = {
  code: 'definition-damaged',
  severity: 'warning',
  leavesUnjudged: true,
  text: {
    vi: {
      title: 'Định nghĩa của mẫu bị hỏng',
      meaning: 'Định nghĩa của mẫu trong trang _meta không khớp mã kiểm tra, nên không dùng để đối chiếu.',
      example: 'Một ô của trang _meta bị sửa hoặc bị cắt ngắn bởi chương trình khác.',
      fix: 'Chép số liệu (dán giá trị) sang đúng tệp đã được cấp và gửi lại, hoặc ghi lý do chấp nhận.',
      message: () =>
        'Định nghĩa của mẫu trong trang _meta đã bị thay đổi: chỉ đọc được số liệu, không đối chiếu được với mẫu đã cấp.',
      expected: () => 'trang _meta như lúc cấp',
    },
    en: {
      title: 'Definition of the template damaged',
      meaning:
        'The definition of the template in the sheet _meta does not match its checksum and is not used for comparing.',
      example: 'A cell of _meta was changed, or cut short by another program.',
      fix: 'Copy the figures (Paste Values) into the file that was issued and send that, or write down why it is accepted.',
      message: () =>
        'The definition of the template in the sheet _meta was changed: figures are read, but nothing can be compared with the issued template.',
      expected: () => 'the sheet _meta as issued',
    },
  },
  evaluate({ returned }) {
    if (!returned.isOurs || ['missing', 'none'].includes(returned.definition)) return notEvaluable;
    return returned.definition === 'damaged' ? failed({ found: null, expected: null }) : passed;
  },
};
