import { failed, notEvaluable, passed, shown, type ReturnRule } from '../return-rule.ts';

/** A workbook on a plan that is not installed here. */
export const planOther: ReturnRule = {
  code: 'plan-other',
  severity: 'error',
  text: {
    vi: {
      title: 'Sổ của kế hoạch khác',
      meaning:
        'Sổ báo cáo theo kế hoạch không có trong chương trình: chỉ tiêu và mức phải đạt không đối chiếu được.',
      example: 'Sổ theo kế hoạch "lai-chau-2016" trong khi chương trình chỉ có "lai-chau-2021".',
      fix: 'Kiểm tra đã gửi đúng tệp; nếu đúng, cài kế hoạch đó rồi kiểm tra lại.',
      message: (data) =>
        `Sổ báo cáo theo kế hoạch ${shown(data.found)}, không có trong các kế hoạch đang dùng (${shown(data.expected)}).`,
      expected: (data) => `kế hoạch đang dùng: ${shown(data.expected)}`,
    },
    en: {
      title: 'Workbook on another plan',
      meaning:
        'The workbook reports on a plan this installation does not have: indicators and values cannot be compared.',
      example: 'A workbook on "lai-chau-2016" where only "lai-chau-2021" is installed.',
      fix: 'See whether the right file was sent; if so, install the plan and check again.',
      message: (data) =>
        `The workbook reports on the plan ${shown(data.found)}, which is not among those in use (${shown(data.expected)}).`,
      expected: (data) => `a plan in use: ${shown(data.expected)}`,
    },
  },
  evaluate({ returned, expectation: { plans } }) {
    if (!returned.isOurs || plans === undefined || returned.plans.size === 0) return notEvaluable;
    const others = [...returned.plans.keys()].filter((plan) => !plans.has(plan));
    return others.length === 0
      ? passed
      : failed({ found: others.join(', '), expected: [...plans.keys()].join(', ') });
  },
};
