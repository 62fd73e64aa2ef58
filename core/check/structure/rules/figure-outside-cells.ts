import { evaluationOf, others, shown, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A number on a sheet for figures, in a cell that the template leaves blank. */
export const figureOutsideCells: StructureRule<SpotData> = {
  code: 'figure-outside-cells',
  severity: 'warning',
  needs: 'cells',
  judgedBy: 'keys',
  unread: true,
  text: {
    vi: {
      title: 'Số ở ô không dành để nhập',
      meaning:
        'Trên trang nhập có số ở một ô mà mẫu để trống: trên dòng tên lĩnh vực, ở cột chữ, giữa hoặc dưới bảng. Số này không được đọc.',
      example: 'Số hộ nghèo của huyện được gõ vào dòng "Giảm nghèo và trợ giúp xã hội".',
      fix: 'Nếu là số của một chỉ tiêu trong mẫu, hãy nhập vào ô nền vàng của chỉ tiêu ấy rồi xóa ở đây; nếu là số tính nháp, hãy xóa đi hoặc chuyển sang trang khác.',
      message: (data) =>
        `Số ${shown(data.found, 'vi')} ở ô không dành để nhập nên không được đọc${others(data, 'vi')}.`,
      expected: () => 'ô trống',
    },
    en: {
      title: 'Figure in a cell that is not for figures',
      meaning:
        'An input sheet holds a number in a cell that the template leaves blank: in the row of a domain, in a column of words, between or below the tables. It is not read.',
      example: 'The number of poor households was typed into the row "Giảm nghèo và trợ giúp xã hội".',
      fix: 'If it is the figure of an indicator of the template, enter it in the yellow cell of that indicator and delete it here; rough calculations are deleted or moved to another sheet.',
      message: (data) =>
        `The number ${shown(data.found, 'en')} stands in a cell that is not for figures and is not read${others(data, 'en')}.`,
      expected: () => 'a blank cell',
    },
  },
  evaluate({ outside: { outside, passed } }) {
    const spots = outside.filter(({ isLikeFigure }) => isLikeFigure).map(({ spot }) => spot);
    return evaluationOf(figureOutsideCells, spots, { passed });
  },
};
