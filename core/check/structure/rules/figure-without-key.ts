import { holdsInput, hasLostKeys } from '../../../returned/align/keyed-sheets.ts';
import { evaluationOf, others, shown, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';
import { unkeyedFigures } from '../unkeyed-cells.ts';

/** A number typed under a keyed column in a row of nobody's, or beside a keyed row in a column of nobody's. */
export const figureWithoutKey: StructureRule<SpotData> = {
  code: 'figure-without-key',
  severity: 'warning',
  needs: 'cells',
  judgedBy: 'keys',
  unread: true,
  text: {
    vi: {
      title: 'Số ở dòng hoặc cột thêm vào',
      meaning:
        'Trang nhập có số ở một dòng hoặc cột không thuộc mẫu (được chèn thêm, hoặc sao chép thiếu mã ẩn). Số này không được đọc.',
      example: 'Một dòng "Trong đó: …" được chèn dưới chỉ tiêu và có số.',
      fix: 'Nếu là số của một chỉ tiêu trong mẫu, hãy nhập vào ô nền vàng của chỉ tiêu ấy; nếu không, hãy xóa đi hoặc chuyển sang trang khác.',
      message: (data) =>
        `Số ${shown(data.found, 'vi')} ở dòng hoặc cột không của chỉ tiêu nào trong mẫu nên không được đọc${others(data, 'vi')}.`,
      expected: () => 'số chỉ ở các ô nhập của mẫu',
    },
    en: {
      title: 'Figure in an added row or column',
      meaning:
        'An input sheet holds numbers in a row or column that is not of the template (inserted, or copied without the hidden key). They are not read.',
      example: 'A row "of which: …" was inserted below an indicator and holds a number.',
      fix: 'If it is the figure of an indicator of the template, enter it in the yellow cell of that indicator; else delete it or move it to another sheet.',
      message: (data) =>
        `The number ${shown(data.found, 'en')} stands in a row or column of no indicator of the template and is not read${others(data, 'en')}.`,
      expected: () => 'numbers in the input cells of the template only',
    },
  },
  evaluate({ alignment, isOfEarlierLayout }) {
    const spots: Spot[] = [];
    let passed = 0;
    for (const sheet of alignment.sheets) {
      if (!holdsInput(sheet.expected) || hasLostKeys(sheet) || alignment.foreign.has(sheet.found)) continue;
      const { facts } = sheet.found;
      const isUnkeyed = unkeyedFigures(sheet, isOfEarlierLayout);
      for (const cell of facts.cells) {
        if (typeof cell.value !== 'number' || cell.formula !== null) continue;
        if (isUnkeyed(cell))
          spots.push({ sheet: facts.name, row: cell.row, column: cell.column, found: cell.value });
        else passed += 1;
      }
    }
    return evaluationOf(figureWithoutKey, spots, { passed });
  },
};
