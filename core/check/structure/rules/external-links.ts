import { evaluationOf, others, shown, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** Formulas that read other files. */
export const externalLinks: StructureRule<SpotData> = {
  code: 'external-links',
  severity: 'warning',
  needs: 'file',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Liên kết sang tệp khác',
      meaning: 'Công thức đọc tệp khác: số đổi theo tệp đó và không ai khác kiểm tra được.',
      example: 'Ô nhập ghi =[SoLieu.xlsx]Sheet1!B4.',
      fix: 'Dữ liệu > Sửa liên kết > Ngắt liên kết, hoặc dán lại bằng "Dán giá trị".',
      message: (data) => `Tệp đọc số từ tệp khác: ${shown(data.found, 'vi')}${others(data, 'vi')}.`,
      expected: () => 'không liên kết sang tệp khác',
    },
    en: {
      title: 'Links to other files',
      meaning: 'Formulas read another file: figures change with it, and nobody else can verify them.',
      example: 'An input cell reads =[SoLieu.xlsx]Sheet1!B4.',
      fix: 'Data > Edit Links > Break Link, or paste again with Paste Values.',
      message: (data) =>
        `The file reads figures from another file: ${shown(data.found, 'en')}${others(data, 'en')}.`,
      expected: () => 'no links to other files',
    },
  },
  evaluate({ found }) {
    const spots = found.externalLinks.map((link): Spot => ({ sheet: null, found: link }));
    return evaluationOf(externalLinks, spots, { passed: found.externalLinks.length === 0 ? 1 : 0 });
  },
};
