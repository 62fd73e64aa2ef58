import { isBuiltIn, isBroken } from '../defined-names.ts';
import { evaluationOf, others, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** Defined names the workbook was not issued with. */
export const namesAdded: StructureRule<SpotData> = {
  code: 'names-added',
  severity: 'note',
  needs: 'file',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Tên vùng thêm vào',
      meaning:
        'Tệp có tên vùng (Name Manager) không thuộc mẫu, thường đi theo trang được sao chép. Không ảnh hưởng số liệu.',
      example: 'Tên "DanhSachXa" đi theo một trang sao chép.',
      fix: 'Không cần làm gì; có thể xóa trong Công thức > Quản lý tên.',
      message: (data) => `Tệp có tên vùng không thuộc mẫu: ${data.key}${others(data, 'vi')}.`,
      expected: () => 'không có tên vùng nào khác',
    },
    en: {
      title: 'Names added',
      meaning:
        'The file has defined names that are not of the template; they mostly come with copied sheets and affect no figure.',
      example: 'The name "DanhSachXa" came with a copied sheet.',
      fix: 'Nothing needs to be done; Formulas > Name Manager deletes them.',
      message: (data) =>
        `The file has defined names that are not of the template: ${data.key}${others(data, 'en')}.`,
      expected: () => 'no other defined names',
    },
  },
  evaluate({ found: { definedNames } }) {
    const foreign = definedNames.filter((one) => !isBuiltIn(one) && !isBroken(one));
    const spots = foreign.map(({ name }): Spot => ({ sheet: null, key: name, found: name }));
    return evaluationOf(namesAdded, spots, { passed: definedNames.length - foreign.length });
  },
};
