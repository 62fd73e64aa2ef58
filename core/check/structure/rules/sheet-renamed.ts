import { nameOf } from '../../../returned/align/alignment.ts';
import { evaluationOf, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A sheet under another name. */
export const sheetRenamed: StructureRule<SpotData> = {
  code: 'sheet-renamed',
  severity: 'note',
  needs: 'cells',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Trang đổi tên',
      meaning: 'Một trang của mẫu mang tên khác. Số liệu vẫn được tìm bằng mã, không theo tên trang.',
      example: 'Trang "Nhập liệu" được đổi thành "So lieu 2024".',
      fix: 'Không cần làm gì; có thể đổi lại tên cũ.',
      message: (data) => `Trang "${data.expected ?? ''}" nay mang tên "${data.sheet}".`,
      expected: () => 'tên trang của mẫu',
    },
    en: {
      title: 'Sheet renamed',
      meaning:
        'A sheet of the template has another name. Figures are still found by their keys, not by the name of the sheet.',
      example: 'The sheet "Nhập liệu" was renamed "So lieu 2024".',
      fix: 'Nothing needs to be done; the old name may be given back.',
      message: (data) => `The sheet "${data.expected ?? ''}" is now named "${data.sheet}".`,
      expected: () => 'the name of the template',
    },
  },
  evaluate({ alignment }) {
    const renamed = alignment.sheets.filter(
      ({ expected, found }) => nameOf(expected.name) !== nameOf(found.facts.name),
    );
    const spots = renamed.map(({ expected, found }): Spot => ({
      sheet: found.facts.name,
      found: found.facts.name,
      expected: expected.name,
    }));
    return evaluationOf(sheetRenamed, spots, { passed: alignment.sheets.length - renamed.length });
  },
};
