import { identityIn, wordsOf } from '../../../returned/align/sheet-identity.ts';
import { evaluationOf, shown, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A sheet whose hidden key names another unit, round or plan. */
export const sheetOfAnotherWorkbook: StructureRule<SpotData> = {
  code: 'sheet-of-another-workbook',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'keys',
  misplaces: 'together',
  text: {
    vi: {
      title: 'Trang của sổ khác',
      meaning:
        'Mã ẩn của trang ghi đơn vị, kỳ hoặc kế hoạch khác với sổ: trang được chuyển từ sổ khác sang. Số trên trang này không được đọc.',
      example: 'Trang Nhập liệu của huyện khác được kéo vào sổ của huyện này.',
      fix: 'Chuyển trang về sổ của nó và nhập số của đơn vị vào trang của mẫu.',
      message: (data) =>
        `Trang ghi là của ${shown(data.found, 'vi')}, sổ là của ${shown(data.expected, 'vi')}; không đọc số nào trên trang.`,
      expected: (data) => `trang của ${shown(data.expected, 'vi')}`,
    },
    en: {
      title: 'Sheet of another workbook',
      meaning:
        'The hidden key of the sheet names another unit, round or plan than the workbook: it was moved here from another one. Nothing on it is read.',
      example: 'The sheet Nhập liệu of another district was dragged into this workbook.',
      fix: 'Move the sheet back and enter the figures of this unit on the sheets of the template.',
      message: (data) =>
        `The sheet says it is of ${shown(data.found, 'en')}; the workbook is of ${shown(data.expected, 'en')}; nothing on the sheet is read.`,
      expected: (data) => `a sheet of ${shown(data.expected, 'en')}`,
    },
  },
  evaluate({ alignment, expected }) {
    let own: string | null = null;
    for (const { cells } of expected.sheets) own ??= identityIn(cells.values());
    const spots: Spot[] = [];
    let passed = 0;
    let notEvaluable = 0;
    for (const sheet of [...alignment.all, ...alignment.foreign]) {
      const { marker, columns } = sheet.keys;
      if (marker === null || columns.length === 0) continue;
      const found = identityIn(sheet.facts.cells.filter(({ row }) => row === marker.row));
      if (own === null || found === null) notEvaluable += 1;
      else if (!alignment.foreign.has(sheet)) passed += 1;
      else spots.push({ sheet: sheet.facts.name, found: wordsOf(found), expected: wordsOf(own) });
    }
    return evaluationOf(sheetOfAnotherWorkbook, spots, { passed, notEvaluable });
  },
};
