import type { RuleDefinition } from '../../../rules/rule.ts';
import { evaluationOf, others, shown, type Spot, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

const definition: RuleDefinition<'external-links', SpotData> = {
  code: 'external-links',
  severity: 'warning',
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
};

/** Formulas that read other files. */
export const externalLinks: StructureRule = {
  definition,
  needs: 'file',
  evaluate({ found: { externalLinks } }) {
    const spots = externalLinks.map((link): Spot => ({ sheet: null, found: link }));
    return evaluationOf(definition, spots, { passed: externalLinks.length === 0 ? 1 : 0 });
  },
};
