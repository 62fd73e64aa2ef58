import { failed, notEvaluable, passed, shown, type ReturnRule } from '../return-rule.ts';

/** A plan that was changed after the workbook was issued. */
export const planChanged: ReturnRule = {
  code: 'plan-changed',
  severity: 'warning',
  text: {
    vi: {
      title: 'Kế hoạch đã đổi sau khi cấp sổ',
      meaning:
        'Tệp kế hoạch đang dùng khác với lúc cấp sổ: mức phải đạt hoặc danh sách chỉ tiêu trong sổ có thể đã cũ. Sổ được kiểm tra theo kế hoạch lúc cấp.',
      example: 'Kế hoạch được sửa một mục tiêu ngày 10, sổ được cấp ngày 5.',
      fix: 'Xem thay đổi có ảnh hưởng chỉ tiêu của đơn vị không. Nếu có: cấp sổ mới bằng "chitieu generate" và chuyển số liệu sang bằng "chitieu repair"; nếu không: ghi lý do chấp nhận.',
      message: (data) => `Kế hoạch ${shown(data.found)} đã thay đổi sau khi sổ được cấp.`,
      expected: () => 'kế hoạch như lúc cấp sổ',
    },
    en: {
      title: 'Plan changed since the workbook was issued',
      meaning:
        'The installed plan differs from the one the workbook was made from: values to reach or the list of indicators in it may be old. The workbook is checked by the plan it was issued with.',
      example: 'A target of the plan was corrected on the 10th; the workbook was issued on the 5th.',
      fix: 'See whether the change concerns the unit. If so, issue a new workbook with "chitieu generate" and carry the figures over with "chitieu repair"; if not, write down why it is accepted.',
      message: (data) => `The plan ${shown(data.found)} was changed after the workbook was issued.`,
      expected: () => 'the plan as it was issued',
    },
  },
  evaluate({ returned, expectation: { plans } }) {
    if (!returned.isOurs || plans === undefined) return notEvaluable;
    // A workbook identified by its sheets alone knows the ids of its plans only.
    const known = [...returned.plans].filter(([plan, hash]) => hash !== '' && plans.has(plan));
    if (known.length === 0) return notEvaluable;
    const changed = known.flatMap(([plan, hash]) => (plans.get(plan) === hash ? [] : [plan]));
    return changed.length === 0 ? passed : failed({ found: changed.join(', '), expected: null });
  },
};
