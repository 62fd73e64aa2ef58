import { failed, passed, type ReturnRule } from '../return-rule.ts';

/** A file that is no Chỉ Tiêu workbook. */
export const notOurWorkbook: ReturnRule = {
  code: 'not-our-workbook',
  severity: 'error',
  insteadOf: 'identity-missing',
  text: {
    vi: {
      title: 'Không phải sổ Chỉ Tiêu',
      meaning:
        'Tệp không cho biết là của đơn vị nào, kỳ nào: cả trang _meta lẫn mã ẩn của các trang nhập đều không có.',
      example: 'Gửi nhầm một bảng tính khác, hoặc chép số sang tệp mới rồi gửi.',
      fix: 'Gửi đúng tệp đã được cấp.',
      message: () => 'Tệp không phải sổ Chỉ Tiêu đã cấp.',
      expected: () => 'sổ Chỉ Tiêu đã cấp cho đơn vị',
    },
    en: {
      title: 'Not a Chỉ Tiêu workbook',
      meaning:
        'The file does not say whose figures and which round it holds: it has neither the sheet _meta nor the hidden keys of the input sheets.',
      example: 'Another spreadsheet was sent by mistake, or figures were copied to a new file.',
      fix: 'Send the file that was issued.',
      message: () => 'The file is not a Chỉ Tiêu workbook.',
      expected: () => 'the Chỉ Tiêu workbook issued to the unit',
    },
  },
  evaluate: ({ returned }) => (returned.isOurs ? passed : failed({ found: null, expected: null })),
};
