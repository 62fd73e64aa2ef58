import { isBroken, isBuiltIn } from '../defined-names.ts';
import { evaluationOf, others, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** Defined names that point to cells that are gone. */
export const namesBroken: StructureRule<SpotData> = {
  code: 'names-broken',
  severity: 'note',
  needs: 'file',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Tên vùng hỏng',
      meaning:
        'Tên vùng trỏ vào ô đã bị xóa (#REF!). Không ảnh hưởng số liệu, nhưng có chương trình sẽ báo lỗi khi mở.',
      example: 'Tên "VungIn" trỏ vào #REF! sau khi trang bị xóa.',
      fix: 'Xóa tên đó trong Công thức > Quản lý tên.',
      message: (data) => `Tên vùng trỏ vào ô không còn (#REF!): ${data.key}${others(data, 'vi')}.`,
      expected: () => 'tên vùng trỏ vào ô có thật',
    },
    en: {
      title: 'Broken names',
      meaning:
        'Defined names point to cells that are gone (#REF!). No figure is affected, but some programs complain when opening the file.',
      example: 'The name "VungIn" points to #REF! since its sheet was deleted.',
      fix: 'Delete the name in Formulas > Name Manager.',
      message: (data) =>
        `Defined names point to cells that are gone (#REF!): ${data.key}${others(data, 'en')}.`,
      expected: () => 'names that point to existing cells',
    },
  },
  evaluate({ found: { definedNames } }) {
    // Gnumeric gives a sheet without print area a broken one.
    const broken = definedNames.filter((one) => isBroken(one) && !isBuiltIn(one));
    const spots = broken.map(({ name }): Spot => ({ sheet: null, key: name, found: name }));
    return evaluationOf(namesBroken, spots, { passed: definedNames.length - broken.length });
  },
};
