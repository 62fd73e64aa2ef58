import { evaluationOf, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A workbook that counts dates from 1904. */
export const dates1904: StructureRule<SpotData> = {
  code: 'dates-1904',
  severity: 'note',
  needs: 'file',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Hệ ngày 1904',
      meaning:
        'Tệp đếm ngày từ năm 1904 (Excel cho Mac đời cũ). Mẫu không nhập ngày bằng số nên số liệu không bị ảnh hưởng.',
      example: 'Tệp được lưu trên máy Mac với tùy chọn "Use 1904 date system".',
      fix: 'Không cần làm gì.',
      message: () => 'Tệp dùng hệ ngày 1904.',
      expected: () => 'hệ ngày 1900',
    },
    en: {
      title: '1904 dates',
      meaning:
        'The file counts dates from 1904 (old Excel for Mac). The template takes no dates as numbers, so no figure is affected.',
      example: 'The file was saved on a Mac with "Use 1904 date system".',
      fix: 'Nothing needs to be done.',
      message: () => 'The file uses 1904 dates.',
      expected: () => '1900 dates',
    },
  },
  evaluate({ found }) {
    return evaluationOf(dates1904, found.date1904 ? [{ sheet: null }] : [], {
      passed: found.date1904 ? 0 : 1,
    });
  },
};
