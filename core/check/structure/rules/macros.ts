import { evaluationOf, type SpotData } from '../fold.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A package that carries macros. */
export const macros: StructureRule<SpotData> = {
  code: 'macros',
  severity: 'warning',
  needs: 'file',
  judgedBy: 'keys',
  text: {
    vi: {
      title: 'Tệp có macro',
      meaning: 'Mẫu không có macro; macro do người khác đưa vào có thể đổi số và có thể gây hại.',
      example: 'Tệp được lưu dạng .xlsm với một macro tô màu.',
      fix: 'Không bật macro. Lưu lại dạng "Excel Workbook (.xlsx)" rồi gửi lại.',
      message: () => 'Tệp có macro.',
      expected: () => 'tệp .xlsx không macro',
    },
    en: {
      title: 'Macros',
      meaning: 'The template has no macros; macros that others put in may change figures and may do harm.',
      example: 'The file was saved as .xlsm with a macro that colours cells.',
      fix: 'Do not enable macros. Save as "Excel Workbook (.xlsx)" and send it again.',
      message: () => 'The file has macros.',
      expected: () => 'an .xlsx file without macros',
    },
  },
  evaluate({ found }) {
    return evaluationOf(macros, found.macros ? [{ sheet: null }] : [], { passed: found.macros ? 0 : 1 });
  },
};
