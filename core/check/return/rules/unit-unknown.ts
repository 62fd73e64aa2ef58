import { failed, notEvaluable, passed, shown, type ReturnRule } from '../return-rule.ts';

/** A unit nobody has heard of. */
export const unitUnknown: ReturnRule = {
  code: 'unit-unknown',
  severity: 'error',
  text: {
    vi: {
      title: 'Đơn vị không có trong danh sách',
      meaning: 'Mã đơn vị trong sổ không có trong danh sách đơn vị báo cáo đang dùng.',
      example: 'Sổ của một huyện đã sáp nhập, mã không còn dùng.',
      fix: 'Xem lại danh sách đơn vị; nếu đơn vị đã đổi tên, sáp nhập, dùng sổ cấp cho đơn vị mới.',
      message: (data) => `Sổ ghi đơn vị ${shown(data.found)}, không có trong danh sách đơn vị.`,
      expected: () => 'mã của một đơn vị trong danh sách',
    },
    en: {
      title: 'Unknown unit',
      meaning: 'The unit id in the workbook is not in the list of reporting units in use.',
      example: 'The workbook of a district that has been merged, under an id no longer in use.',
      fix: 'Look at the list of units; if the unit was renamed or merged, use the workbook of the new one.',
      message: (data) =>
        `The workbook says it is of unit ${shown(data.found)}, which is not in the list of units.`,
      expected: () => 'the id of a unit in the list',
    },
  },
  evaluate({ returned: { reporter }, expectation: { units } }) {
    if (reporter === null || units === undefined) return notEvaluable;
    return units.has(reporter) ? passed : failed({ found: reporter, expected: null });
  },
};
