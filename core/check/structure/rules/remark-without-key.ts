import { isBlankText } from '../../../base/text.ts';
import { evaluationOf, others, shown, type Spot, type SpotData } from '../fold.ts';
import { hasLostKeys } from '../../../returned/align/keyed-sheets.ts';
import type { StructureRule } from '../structure-rule.ts';
import { unkeyedTexts } from '../unkeyed-cells.ts';

/** A text beside a keyed row in a column of nobody's, or under a column of texts in an inserted row. */
export const remarkWithoutKey: StructureRule<SpotData> = {
  code: 'remark-without-key',
  severity: 'warning',
  needs: 'cells',
  judgedBy: 'keys',
  unread: true,
  text: {
    vi: {
      title: 'Lý do ở dòng hoặc cột thêm vào',
      meaning:
        'Trên dòng của một chỉ tiêu có chữ ở một cột không thuộc mẫu, hoặc trong cột lý do có chữ ở một dòng chèn thêm. Chữ này không được đọc như lý do, nên lời giải trình bị mất.',
      example: 'Cột "Lý do, ghi chú" được cắt và dán sang một cột trống bên phải bảng.',
      fix: 'Nếu là lý do của một chỉ tiêu trong mẫu, hãy chuyển vào ô lý do của chỉ tiêu ấy; nếu không, hãy xóa đi hoặc chuyển sang trang khác.',
      message: (data) =>
        `Chữ ${shown(data.found, 'vi')} ở dòng hoặc cột không thuộc mẫu nên không được đọc${others(data, 'vi')}.`,
      expected: () => 'lý do, ghi chú chỉ ở các ô nhập của mẫu',
    },
    en: {
      title: 'Reason in an added row or column',
      meaning:
        'The row of an indicator holds a text in a column that is not of the template, or the column of reasons one in an inserted row. It is not read as a reason, so what the unit explains is lost.',
      example: 'The column of reasons was cut and pasted into an empty column right of the table.',
      fix: 'If it is the reason of an indicator of the template, move it to the cell for reasons of that indicator; else delete it or move it to another sheet.',
      message: (data) =>
        `The text ${shown(data.found, 'en')} stands in a row or column that is not of the template and is not read${others(data, 'en')}.`,
      expected: () => 'reasons and remarks in the input cells of the template only',
    },
  },
  evaluate({ alignment }) {
    const spots: Spot[] = [];
    let passed = 0;
    for (const sheet of alignment.sheets) {
      if (sheet.keyedColumns.length === 0 || hasLostKeys(sheet)) continue;
      if (alignment.foreign.has(sheet.found)) continue;
      const { facts } = sheet.found;
      const isUnkeyed = unkeyedTexts(sheet);
      for (const cell of facts.cells) {
        if (typeof cell.value !== 'string' || cell.formula !== null || isBlankText(cell.value)) continue;
        const { row, column, value } = cell;
        if (isUnkeyed(cell)) spots.push({ sheet: facts.name, row, column, found: value });
        else passed += 1;
      }
    }
    return evaluationOf(remarkWithoutKey, spots, { passed });
  },
};
