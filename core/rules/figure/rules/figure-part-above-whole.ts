import { checkNotAbove, notAboveFormula, type Above } from '../above.ts';
import type { FigureRuleOf } from '../figure-rule.ts';
import { outsideHardBounds } from './figure-impossible.ts';
import { numeratorAboveDenominator } from './figure-numerator-above-denominator.ts';
import { perhapsTooMany } from '../too-many-digits.ts';
import { shown } from '../wording.ts';

/**
 * A part cannot be more than its whole: the indicator named by `partOf`, or for a stratum of a count the
 * same count without stratum; nor a count than the one it is never above (`notAbove`). Said of typed cells; a computed share is compared through its numerator.
 */
export const partAboveWhole: FigureRuleOf<Above> = {
  code: 'figure-part-above-whole',
  severity: 'error',
  scope: 'every',
  silencedBy: [outsideHardBounds.code, numeratorAboveDenominator.code],
  appliesTo: ({ wholes, ofRound, isOfLastYear }) => wholes.length > 0 && (ofRound || isOfLastYear),
  check: ({ wholes, indicator: { unit } }, { figure, previous, wholes: cells }) =>
    checkNotAbove(figure, cells, wholes, { unit, previous }),
  formula: (_context, { figure, wholes }) => notAboveFormula(figure, wholes),
  text: {
    vi: {
      title: 'Phần lớn hơn tổng thể',
      meaning:
        'Chỉ tiêu là một phần của chỉ tiêu khác theo định nghĩa (nước sạch trong nước hợp vệ sinh, tự nguyện trong toàn bộ bảo hiểm xã hội), hoặc là một phân tổ của một số đếm, nên không thể lớn hơn. Số người của một độ tuổi, số hộ cũng không thể nhiều hơn dân số, số hộ của một diện không thể nhiều hơn tổng số hộ. Xét cả cột năm trước.',
      example: 'Dân số nông thôn dùng nước sạch 52.000 người, dùng nước hợp vệ sinh 48.000 người.',
      fix: 'So lại hai dòng, sửa dòng sai; có thể hai số đã bị nhập đổi chỗ.',
      message: ({ figure, limit, name, unit, slipped }) =>
        (name.limitUnit === undefined
          ? `Ô ghi ${shown(figure, unit, 'vi')}, lớn hơn "${name.vi}" (${shown(limit, unit, 'vi')}) là tổng thể chứa nó.`
          : `Ô ghi ${shown(figure, unit, 'vi')}, nhiều hơn cả "${name.vi}" (${shown(limit, name.limitUnit, 'vi')}).`) +
        perhapsTooMany(slipped, unit, 'vi'),
      expected: ({ limit, unit }) => `không quá ${shown(limit, unit, 'vi')}`,
    },
    en: {
      title: 'Part above its whole',
      meaning:
        'By definition the indicator is a part of another (clean water of hygienic water, voluntary of all social insurance), or it is a stratum of a count; it cannot be more. Nor are there more people of an age or more households than residents, or more households of a sort than households. Looked at in the column of the year before, too.',
      example: '52,000 rural people with clean water, 48,000 with hygienic water.',
      fix: 'Compare the two rows and correct the wrong one; they may have been swapped.',
      message: ({ figure, limit, name, unit, slipped }) =>
        (name.limitUnit === undefined
          ? `The cell holds ${shown(figure, unit, 'en')}, more than "${name.en}" (${shown(limit, unit, 'en')}), the whole it is part of.`
          : `The cell holds ${shown(figure, unit, 'en')}, more than all of "${name.en}" (${shown(limit, name.limitUnit, 'en')}).`) +
        perhapsTooMany(slipped, unit, 'en'),
      expected: ({ limit, unit }) => `at most ${shown(limit, unit, 'en')}`,
    },
  },
};
