import { hasLostKeys } from '../../../returned/align/keyed-sheets.ts';
import { evaluationOf, type Spot, type SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A sheet whose figures can no longer be found. */
export const keysLost: StructureRule<SpotData> = {
  code: 'keys-lost',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Trang mất mã ẩn',
      meaning:
        'Dòng 1 và cột A (ẩn) cho biết mỗi ô là số của chỉ tiêu và kỳ nào. Mất chúng thì không đọc được số nào của trang.',
      example: 'Dòng 1 của trang Nhập liệu bị xóa khi dọn các dòng ẩn.',
      fix: REPAIR.vi,
      message: () => 'Trang không còn mã ẩn ở dòng 1 và cột A: không đọc được số của trang này.',
      expected: () => 'mã ẩn của mẫu còn nguyên',
    },
    en: {
      title: 'Keys of a sheet lost',
      meaning:
        'Row 1 and column A (hidden) say which indicator and period a cell belongs to. Without them no figure of the sheet can be read.',
      example: 'Row 1 of the sheet Nhập liệu was deleted together with other hidden rows.',
      fix: REPAIR.en,
      message: () =>
        'The sheet has lost its hidden keys in row 1 and column A: none of its figures can be read.',
      expected: () => 'the hidden keys of the template',
    },
  },
  evaluate({ alignment }) {
    const keyed = alignment.sheets.filter(({ keyRow }) => keyRow !== null);
    const lost = keyed.filter(hasLostKeys);
    const spots = lost.map(({ found }): Spot => ({ sheet: found.facts.name }));
    return evaluationOf(keysLost, spots, { passed: keyed.length - lost.length });
  },
};
