import { evaluationOf, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A second copy of a sheet. */
export const sheetCopied: StructureRule<SpotData> = {
  code: 'sheet-copied',
  severity: 'note',
  needs: 'cells',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Trang bị nhân đôi',
      meaning: 'Tệp có bản sao của một trang. Số ở hai bản mà khác nhau thì được báo riêng là lỗi.',
      example: 'Trang "Nhập liệu (2)" là bản sao của "Nhập liệu".',
      fix: 'Giữ một trang, xóa bản sao.',
      message: (data) => `Trang "${data.sheet}" là bản sao của trang "${data.expected ?? ''}".`,
      expected: () => 'mỗi trang một lần',
    },
    en: {
      title: 'Sheet copied',
      meaning:
        'The file holds a copy of a sheet. Figures that differ between the two are reported as errors on their own.',
      example: 'The sheet "Nhập liệu (2)" is a copy of "Nhập liệu".',
      fix: 'Keep one of them and delete the copy.',
      message: (data) => `The sheet "${data.sheet}" is a copy of "${data.expected ?? ''}".`,
      expected: () => 'every sheet once',
    },
  },
  evaluate({ alignment }) {
    const copies = alignment.copies.filter(({ sheet }) => !alignment.foreign.has(sheet));
    const spots = copies.map(({ sheet, of }): Spot => ({
      sheet: sheet.facts.name,
      expected: of.found.facts.name,
    }));
    return evaluationOf(sheetCopied, spots, { passed: alignment.sheets.length });
  },
};
