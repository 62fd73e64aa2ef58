import { evaluationOf, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A package with a digital signature. */
export const digitallySigned: StructureRule<SpotData> = {
  code: 'digitally-signed',
  severity: 'note',
  needs: 'file',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Tệp có chữ ký số',
      meaning:
        'Tệp mang chữ ký số trên nội dung lúc ký. Chương trình không xét chữ ký có hợp lệ không; bản đánh dấu và sổ khôi phục là tệp khác nên không mang theo chữ ký.',
      example: 'Sổ được ký số trong Excel trước khi gửi.',
      fix: 'Giữ tệp gốc đã ký. Xem chữ ký trong Excel: File › Info › View Signatures. Nếu phải sửa số thì sửa ở sổ rồi ký lại.',
      message: () => 'Tệp có chữ ký số; chữ ký không được xét ở đây.',
      expected: () => '',
    },
    en: {
      title: 'Digital signature',
      meaning:
        'The file carries a digital signature of its content as it was signed. Whether it is valid is not judged; a marked copy or a repaired workbook is another file and does not carry it.',
      example: 'The workbook was signed in Excel before it was sent.',
      fix: 'Keep the signed original. See the signature in Excel: File › Info › View Signatures. If figures have to change, change the workbook and sign it again.',
      message: () => 'The file carries a digital signature, which is not judged here.',
      expected: () => '',
    },
  },
  evaluate({ found }) {
    const isSigned = found.signed === true;
    return evaluationOf(digitallySigned, isSigned ? [{ sheet: null }] : [], { passed: isSigned ? 0 : 1 });
  },
};
