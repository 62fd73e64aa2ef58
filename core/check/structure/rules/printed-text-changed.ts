import { evaluationOf, ofKey, others, shown, type SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';
import { printSpot } from '../compared-print.ts';

/** A word of the template that reads differently now. */
export const printedTextChanged: StructureRule<SpotData> = {
  code: 'printed-text-changed',
  severity: 'note',
  needs: 'cells',
  judgedBy: 'template',
  text: {
    vi: {
      title: 'Chữ in sẵn bị đổi',
      meaning: 'Tên chỉ tiêu, đơn vị tính, tiêu đề cột và các chữ khác của mẫu khác với lúc cấp.',
      example: 'Đơn vị tính "người" được sửa thành "nghìn người".',
      fix: `Xem có ai hiểu khác về chỉ tiêu hoặc đơn vị tính không. ${REPAIR.vi}`,
      message: (data) =>
        `Chữ in sẵn${ofKey(data)} nay là ${shown(data.found, 'vi')}, mẫu in ${shown(data.expected, 'vi')}${others(data, 'vi')}.`,
      expected: (data) => `chữ của mẫu: ${shown(data.expected, 'vi')}`,
    },
    en: {
      title: 'Printed text changed',
      meaning: 'Names, units, headings and other words of the template differ from those issued.',
      example: 'The unit "người" was changed to "nghìn người".',
      fix: `See whether somebody understands the indicator or its unit differently. ${REPAIR.en}`,
      message: (data) =>
        `The printed text${ofKey(data)} is now ${shown(data.found, 'en')}; the template prints ${shown(data.expected, 'en')}${others(data, 'en')}.`,
      expected: (data) => `the text of the template: ${shown(data.expected, 'en')}`,
    },
  },
  evaluate({ print }) {
    const texts = print.filter(({ cell }) => typeof cell.value === 'string');
    const changed = texts.filter(({ state }) => state === 'text-changed');
    return evaluationOf(printedTextChanged, changed.map(printSpot), {
      passed: texts.filter(({ state }) => state === 'same').length,
      notEvaluable: texts.filter(({ state }) => state === 'unknown').length,
    });
  },
};
