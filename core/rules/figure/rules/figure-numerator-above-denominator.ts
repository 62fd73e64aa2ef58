import { checkNotAbove, notAboveFormula, type Above } from '../above.ts';
import type { FigureRuleOf } from '../figure-rule.ts';
import { outsideHardBounds } from './figure-impossible.ts';
import type { FigureContext } from '../surroundings.ts';
import { perhapsTooMany } from '../too-many-digits.ts';
import { shown } from '../wording.ts';

/** What a share counts cannot be more than what it divides by. Said of the numerator, once per cell. */
export const numeratorAboveDenominator: FigureRuleOf<Above> = {
  code: 'figure-numerator-above-denominator',
  severity: 'error',
  scope: 'every',
  silencedBy: [outsideHardBounds.code],
  appliesTo: ({ shares, ofRound, isOfLastYear }) =>
    shares.some(({ isPart }) => isPart) && (ofRound || isOfLastYear),
  check: (context, { figure, previous, denominators }) =>
    checkNotAbove(figure, limiting(context, denominators), limiting(context, context.denominators), {
      unit: context.indicator.unit,
      previous,
    }),
  formula: (context, { figure, denominators }) => notAboveFormula(figure, limiting(context, denominators)),
  text: {
    vi: {
      title: 'Tử số lớn hơn mẫu số',
      meaning:
        'Tử số của tỷ lệ là một phần của mẫu số nên không thể lớn hơn. Hai số phải cùng năm, cùng phạm vi. Xét cả cột năm trước.',
      example: '1.250 hộ nghèo trong 1.200 hộ.',
      fix: 'Sửa tử số ở dòng này hoặc mẫu số ở trang Số liệu nền; kiểm tra đơn vị tính và dấu phân cách hàng nghìn.',
      message: ({ figure, limit, name, unit, slipped }) =>
        `Tử số ${shown(figure, unit, 'vi')} lớn hơn mẫu số "${name.vi}" (${shown(limit, unit, 'vi')}).${perhapsTooMany(slipped, unit, 'vi')}`,
      expected: ({ limit, unit }) => `không quá ${shown(limit, unit, 'vi')}`,
    },
    en: {
      title: 'Numerator above denominator',
      meaning:
        'The numerator of a share is a part of its denominator and cannot be more. Both are of the same year and area; the column of the year before is looked at, too.',
      example: '1,250 poor households among 1,200 households.',
      fix: 'Correct the numerator in this row or the denominator on the sheet of shared counts; look at units and thousands separators.',
      message: ({ figure, limit, name, unit, slipped }) =>
        `The numerator ${shown(figure, unit, 'en')} is above the denominator "${name.en}" (${shown(limit, unit, 'en')}).${perhapsTooMany(slipped, unit, 'en')}`,
      expected: ({ limit, unit }) => `at most ${shown(limit, unit, 'en')}`,
    },
  },
};

/** Those of the denominators that the figure is a part of; of doctors to 10 000 people it is none. */
function limiting<One>({ shares }: FigureContext, ofDenominators: readonly One[]): One[] {
  return ofDenominators.filter((_, at) => shares[at]?.isPart);
}
