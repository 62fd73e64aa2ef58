import { isBlank, isBlankFormula } from '../cell.ts';
import { failedWith, notEvaluable, passed, type FigureRuleOf } from '../figure-rule.ts';
import { changedTo, isChanged, isChangedFormula } from '../given.ts';
import { sourceOf, valueOf, wordsOf, type GivenChanged } from './figure-given-changed.ts';
import { missingFigure } from './figure-missing.ts';
import { notANumber } from './figure-not-a-number.ts';
import { numberAsText } from './figure-number-as-text.ts';

/** A figure filled in beforehand that was corrected with a reason: told, and explained already. */
export const givenCorrected: FigureRuleOf<GivenChanged> = {
  code: 'figure-given-corrected',
  severity: 'warning',
  scope: 'every',
  isOfGiven: true,
  silencedBy: [missingFigure.code, numberAsText.code, notANumber.code],
  appliesTo: ({ given }) => given !== null,
  check: ({ given, indicator: { unit } }, { figure, reason }) => {
    if (given === null) return notEvaluable;
    if (!isChanged(figure, given) || isBlank(reason)) return passed;
    return failedWith({ found: changedTo(figure), given: given.figure, source: given.source, unit });
  },
  formula: ({ given }, { figure, reason }) =>
    given === null ? null : `AND(${isChangedFormula(figure, given)},NOT(${isBlankFormula(reason)}))`,
  text: {
    vi: {
      title: 'Đính chính số điền sẵn',
      meaning:
        'Số điền sẵn được sửa và có lý do: số ước của năm trước trở thành số chính thức là việc hằng năm. Số mới được dùng, số cũ và lý do đi theo lên cấp trên.',
      example: 'Ô điền sẵn 2.934 hộ, nay ghi 2.951, lý do "số chính thức theo QĐ 12/QĐ-UBND".',
      fix: 'Không phải làm gì nếu lý do đã rõ; nếu sửa nhầm, đưa ô về số điền sẵn.',
      message: (data) =>
        `Ô ${wordsOf(data, 'vi')} thay cho số điền sẵn ${valueOf(data.given, data.unit, 'vi')}${sourceOf(data, 'vi')}, có lý do.`,
      expected: ({ given, unit }) => `số điền sẵn ${valueOf(given, unit, 'vi')}, hoặc lý do đính chính`,
    },
    en: {
      title: 'Figure filled in beforehand corrected',
      meaning:
        "A figure filled in beforehand was changed with a reason: last year's estimate becomes final every year. The new figure counts; the old one and the reason go along.",
      example: 'Filled in with 2,934 households, now 2,951, "final by decision 12/QĐ-UBND".',
      fix: 'Nothing to do where the reason is clear; put the figure back if it was changed by mistake.',
      message: (data) =>
        `The cell ${wordsOf(data, 'en')} in place of ${valueOf(data.given, data.unit, 'en')}${sourceOf(data, 'en')} filled in beforehand, with a reason.`,
      expected: ({ given, unit }) => `${valueOf(given, unit, 'en')} as filled in, or a reason`,
    },
  },
};
