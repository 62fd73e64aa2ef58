import { evaluationOf, ofKey, others, shown, type Spot, type SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';
import { printSpot, type ComparedPrint } from '../compared-print.ts';
import { typedIntoBefore } from '../typed-into-before.ts';

/** A target, year or other number of the template that reads differently now. */
export const printedNumberChanged: StructureRule<SpotData> = {
  code: 'printed-number-changed',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Số in sẵn bị đổi',
      meaning:
        'Mức phải đạt, năm và các số in sẵn lấy từ kế hoạch hoặc quyết định giao; chỉ một quyết định mới được đổi chúng.',
      example: 'Ô "Giá trị phải đạt" năm 2025 ghi 3,5 trong khi kế hoạch ghi 3.',
      fix: `${REPAIR.vi} Mức phải đạt đổi theo quyết định mới thì báo cơ quan kế hoạch để cấp mẫu mới.`,
      message: (data) =>
        `Số in sẵn${ofKey(data)} nay là ${shown(data.found, 'vi')}, mẫu in ${shown(data.expected, 'vi')}${others(data, 'vi')}.`,
      expected: (data) => `số của mẫu: ${shown(data.expected, 'vi')}`,
    },
    en: {
      title: 'Printed number changed',
      meaning:
        'Values to reach, years and other printed numbers come from the plan or a decision; only a new decision may change them.',
      example: 'The value to reach in 2025 reads 3.5 while the plan says 3.',
      fix: `${REPAIR.en} Where a new decision changed a value to reach, ask the planning office for a new template.`,
      message: (data) =>
        `The printed number${ofKey(data)} is now ${shown(data.found, 'en')}; the template prints ${shown(data.expected, 'en')}${others(data, 'en')}.`,
      expected: (data) => `the number of the template: ${shown(data.expected, 'en')}`,
    },
  },
  evaluate({ print }) {
    const saidByColumn = new Set(typedIntoBefore(print).flatMap(({ cells }) => cells));
    const numbers = print.filter((one) => {
      const { cell, state } = one;
      const isNumber = typeof cell.value !== 'string' || state === 'number-changed';
      return isNumber && cell.decision === undefined && !saidByColumn.has(one);
    });
    const changed = numbers.filter(({ state }) => state === 'number-changed');
    return evaluationOf(printedNumberChanged, changed.map(spotOf), {
      passed: numbers.filter(({ state }) => state === 'same').length,
      notEvaluable: numbers.filter(({ state }) => state === 'unknown').length,
    });
  },
};

/** A count or a number of a line belongs to no indicator, and so to no year of one either. */
function spotOf(one: ComparedPrint): Spot {
  const spot = printSpot(one);
  return spot.key === null ? { ...spot, period: null } : spot;
}
