import { evaluationOf, ofKey, others, shown, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';
import { staleResults } from '../stale-results.ts';

/** A stored result that is not what the typed figures give. */
export const resultStale: StructureRule<SpotData> = {
  code: 'result-stale',
  severity: 'warning',
  needs: 'cells',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Kết quả chưa tính lại',
      meaning:
        'Kết quả lưu trong tệp khác với kết quả tính từ các số đã nhập: tệp được lưu bởi chương trình không tính lại công thức.',
      example: 'Số mới là 4,2 nhưng ô "Đánh giá" vẫn giữ kết quả của số cũ 5,1.',
      fix: 'Mở tệp bằng Excel hoặc LibreOffice, bấm Ctrl+Alt+F9 (LibreOffice: Ctrl+Shift+F9) để tính lại, lưu rồi gửi lại; in lại bản giấy nếu đã in.',
      message: (data) =>
        `Kết quả${ofKey(data)} trong tệp là ${shown(data.found, 'vi')}, tính từ số đã nhập là ${shown(data.expected, 'vi')}${others(data, 'vi')}.`,
      expected: (data) => `kết quả ${shown(data.expected, 'vi')}`,
    },
    en: {
      title: 'Result not recalculated',
      meaning:
        'A result stored in the file differs from what the typed figures give: the file was saved by a program that does not recalculate.',
      example: 'The new figure is 4.2, but the verdict still is that of the old 5.1.',
      fix: 'Open the file in Excel or LibreOffice, press Ctrl+Alt+F9 (LibreOffice: Ctrl+Shift+F9), save and send it again; print the paper copy again if there is one.',
      message: (data) =>
        `The result${ofKey(data)} in the file is ${shown(data.found, 'en')}; the typed figures give ${shown(data.expected, 'en')}${others(data, 'en')}.`,
      expected: (data) => `the result ${shown(data.expected, 'en')}`,
    },
  },
  evaluate(context) {
    const { stale, passed, notEvaluable } = staleResults(context);
    return evaluationOf(resultStale, stale, { passed, notEvaluable });
  },
};
