import { failed, notEvaluable, passed, type ReturnRule } from '../return-rule.ts';

/** Made-up figures sent as a return. */
export const sampleReturned: ReturnRule = {
  code: 'sample-returned',
  severity: 'error',
  text: {
    vi: {
      title: 'Sổ số liệu mẫu',
      meaning: 'Sổ mẫu chứa số liệu bịa ra để dùng thử; nó không bao giờ là báo cáo.',
      example: 'Tệp có đuôi "_mau.xlsx" được gửi thay cho báo cáo.',
      fix: 'Nhập số liệu thật vào sổ đã cấp (không có chữ "SỐ LIỆU MẪU") rồi gửi.',
      message: () => 'Sổ là sổ số liệu mẫu, không phải số liệu thực tế.',
      expected: () => 'sổ đã cấp để báo cáo',
    },
    en: {
      title: 'Sample workbook',
      meaning: 'A sample workbook holds figures made up for trying out; it is never a return.',
      example: 'A file whose name ends in "_mau.xlsx" was sent as the return.',
      fix: 'Enter real figures in the workbook that was issued (without the words "SỐ LIỆU MẪU") and send it.',
      message: () => 'The workbook is a sample: its figures are made up.',
      expected: () => 'the workbook issued for reporting',
    },
  },
  evaluate: ({ returned }) =>
    !returned.isOurs ? notEvaluable : returned.isSample ? failed({ found: null, expected: null }) : passed,
};
