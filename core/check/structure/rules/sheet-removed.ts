import { holdsInput } from '../../../returned/align/keyed-sheets.ts';
import { evaluationOf, type Spot, type SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A sheet that is gone and on which no figure was entered. */
export const sheetRemoved: StructureRule<SpotData> = {
  code: 'sheet-removed',
  severity: 'note',
  needs: 'cells',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Bớt trang của mẫu',
      meaning:
        'Một trang không dùng để nhập số đã bị xóa. Số liệu không mất, nhưng công thức đọc trang đó có thể hỏng (được báo riêng).',
      example: 'Trang "Hướng dẫn" bị xóa.',
      fix: REPAIR.vi,
      message: (data) => `Không còn trang "${data.sheet}" của mẫu.`,
      expected: () => 'đủ các trang của mẫu',
    },
    en: {
      title: 'Sheet of the template removed',
      meaning:
        'A sheet on which nothing is entered was deleted. No figure is lost, but formulas that read it may be broken (reported on their own).',
      example: 'The sheet "Hướng dẫn" was deleted.',
      fix: REPAIR.en,
      message: (data) => `The sheet "${data.sheet}" of the template is gone.`,
      expected: () => 'every sheet of the template',
    },
  },
  evaluate({ alignment }) {
    const lost = alignment.missing.filter((sheet) => !holdsInput(sheet));
    const spots = lost.map(({ name }): Spot => ({ sheet: name, expected: name }));
    return evaluationOf(sheetRemoved, spots, {
      passed: alignment.sheets.filter(({ expected }) => !holdsInput(expected)).length,
    });
  },
};
