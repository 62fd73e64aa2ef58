import { fold } from '../../../base/text.ts';
import type { AlignedSheet } from '../../../returned/align/align-sheet.ts';
import { evaluationOf, others, shown, type Spot, type SpotData } from '../fold.ts';
import { hasLostKeys } from '../../../returned/align/keyed-sheets.ts';
import { holdsFigures } from '../../../workbook/entry-fields.ts';
import type { StructureRule } from '../structure-rule.ts';

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
      const { facts, keys } = sheet.found;
      const keyedRows = new Set(keys.rows.map(({ row }) => row));
      const [top, bottom] = [Math.min(...keyedRows), Math.max(...keyedRows)];
      const keyedColumns = new Set(keys.columns.map(({ column }) => column));
      const texts = new Set(
        keys.columns.flatMap(({ column, field }) => (holdsFigures(field) ? [] : [column])),
      );
      const known = textsOfTemplateColumns(sheet);
      for (const { row, column, value, formula } of facts.cells) {
        if (typeof value !== 'string' || formula !== null || fold(value) === '') continue;
        const isBeside =
          keyedRows.has(row) && !keyedColumns.has(column) && sheet.columns.expected(column) === undefined;
        // Below the table stand signatures and notes of people.
        const isBetween =
          texts.has(column) && row > top && row < bottom && sheet.rows.expected(row) === undefined;
        // Where a whole column was copied, the words stand in their own column too: nothing is lost.
        const isUnread =
          (isBeside && known.get(row)?.has(value) !== true) || (isBetween && !keyedRows.has(row));
        if (isUnread) spots.push({ sheet: facts.name, row, column, found: value });
        else passed += 1;
      }
    }
    return evaluationOf(remarkWithoutKey, spots, { passed });
  },
};

/** The texts of each row in columns of the template. */
function textsOfTemplateColumns({ columns, found }: AlignedSheet): Map<number, Set<string>> {
  const known = new Map<number, Set<string>>();
  for (const { row, column, value } of found.facts.cells) {
    if (typeof value !== 'string' || columns.expected(column) === undefined) continue;
    const texts = known.get(row);
    if (texts) texts.add(value);
    else known.set(row, new Set([value]));
  }
  return known;
}
