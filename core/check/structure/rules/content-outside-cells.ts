import { evaluationOf, others, shown, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** Words and whatever else people put where the template has nothing; numbers that look like figures have a rule of their own. */
export const contentOutsideCells: StructureRule<SpotData> = {
  code: 'content-outside-cells',
  severity: 'note',
  needs: 'cells',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Nội dung thêm ngoài các ô của mẫu',
      meaning:
        'Có chữ hoặc số ở chỗ mẫu để trống: dưới bảng, bên cạnh bảng, giữa các dòng. Nội dung này vẫn ở lại trong tệp nhưng không được đọc, không đi theo số liệu.',
      example: 'Họ tên người ký dưới phần chữ ký; một ghi chú gõ dưới bảng.',
      fix: 'Họ tên, số điện thoại, ngày ký cứ để nguyên. Nếu là lý do hoặc ghi chú của một chỉ tiêu, hãy chuyển vào cột lý do trên dòng của chỉ tiêu ấy.',
      message: (data) =>
        `${shown(data.found, 'vi')} được viết ở chỗ mẫu để trống: vẫn ở lại trong tệp nhưng không được đọc${others(data, 'vi')}.`,
      expected: () => 'ô trống',
    },
    en: {
      title: 'Something beside the cells of the template',
      meaning:
        'Words or numbers stand where the template is blank: below the table, beside it, between its rows. They stay in the file, but are not read and do not travel with the figures.',
      example: 'The name of who signs below the signature; a remark typed under the table.',
      fix: 'Names, telephone numbers and days of signing may stay. The reason or remark of an indicator belongs into the column of reasons in its row.',
      message: (data) =>
        `${shown(data.found, 'en')} stands where the template is blank: it stays in the file, but is not read${others(data, 'en')}.`,
      expected: () => 'a blank cell',
    },
  },
  evaluate({ outside: { outside, passed } }) {
    const spots = outside.filter(({ isLikeFigure }) => !isLikeFigure).map(({ spot }) => spot);
    return evaluationOf(contentOutsideCells, spots, { passed });
  },
};
