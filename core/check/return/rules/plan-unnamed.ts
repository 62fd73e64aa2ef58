import { failed, notEvaluable, passed, type ReturnRule } from '../return-rule.ts';

/** A return that does not say which plan it is on. */
export const planUnnamed: ReturnRule = {
  code: 'plan-unnamed',
  severity: 'error',
  text: {
    vi: {
      title: 'Không biết báo cáo theo kế hoạch nào',
      meaning:
        'Số liệu được xét theo kế hoạch mà báo cáo thuộc về. Sổ ghi kế hoạch trong trang _meta và ở mã ẩn của các trang nhập; báo cáo CSV ghi trong tệp mô tả.',
      example:
        'Chỉ gửi tệp .observations.csv mà không gửi tệp .datapackage.json, trong khi tỉnh có hai kế hoạch.',
      fix: 'Gửi kèm tệp mô tả (.datapackage.json), hoặc gửi lại sổ .xlsx đã được cấp.',
      message: () => 'Không có gì cho biết báo cáo theo kế hoạch nào nên chưa xét được số liệu.',
      expected: () => 'mã kế hoạch',
    },
    en: {
      title: 'Plan of the return not known',
      meaning:
        'Figures are judged by the plan a return belongs to. A workbook names it in the sheet _meta and in the hidden keys of its input sheets, a return in CSV files in its descriptor.',
      example:
        'Only the .observations.csv was sent, without the .datapackage.json, where the province has two plans.',
      fix: 'Send the descriptor (.datapackage.json) along, or the .xlsx workbook that was issued.',
      message: () => 'Nothing says on which plan the return reports, so its figures could not be judged.',
      expected: () => 'the id of a plan',
    },
  },
  evaluate({ returned }) {
    if (!returned.isOurs) return notEvaluable;
    return returned.plans.size > 0 || returned.definition === 'whole'
      ? passed
      : failed({ found: null, expected: null });
  },
};
