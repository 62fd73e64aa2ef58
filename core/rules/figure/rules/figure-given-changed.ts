import type { Language } from '../../../base/finding.ts';
import { numberText } from '../../../base/number-text.ts';
import { isBlank, isBlankFormula } from '../cell.ts';
import { failedWith, notEvaluable, passed, type FigureRuleOf } from '../figure-rule.ts';
import { changedTo, isChanged, isChangedFormula } from '../given.ts';
import { missingFigure } from './figure-missing.ts';
import { notANumber } from './figure-not-a-number.ts';
import { numberAsText } from './figure-number-as-text.ts';

/** A figure that a planner filled in and somebody changed. */
export interface GivenChanged {
  found: number | string | null;
  given: number | string;
  source: string | null;
  unit: string;
}

/** A figure filled in beforehand that holds something else, and no word says why. */
export const givenChanged: FigureRuleOf<GivenChanged> = {
  code: 'figure-given-changed',
  severity: 'error',
  scope: 'every',
  isOfGiven: true,
  silencedBy: [missingFigure.code, numberAsText.code, notANumber.code],
  appliesTo: ({ given }) => given !== null,
  check: ({ given, indicator: { unit } }, { figure, reason }) => {
    if (given === null) return notEvaluable;
    if (!isChanged(figure, given) || !isBlank(reason)) return passed;
    return failedWith({ found: changedTo(figure), given: given.figure, source: given.source, unit });
  },
  formula: ({ given }, { figure, reason }) =>
    given === null ? null : `AND(${isChangedFormula(figure, given)},${isBlankFormula(reason)})`,
  text: {
    vi: {
      title: 'Số điền sẵn bị sửa không có lý do',
      meaning:
        'Số của các kỳ trước do người lập kế hoạch điền sẵn kèm nguồn. Sửa được khi số ước trở thành số chính thức hoặc có đính chính, nhưng phải ghi lý do; không có lý do thì không ai biết số nào đúng.',
      example: 'Ô điền sẵn 2.934 hộ theo quyết định công nhận, nay ghi 3.600.',
      fix: 'Đưa ô về số điền sẵn; nếu số đã được đính chính, ghi lý do và văn bản ở cột lý do của dòng.',
      message: (data) =>
        `Ô ${wordsOf(data, 'vi')}, số điền sẵn là ${valueOf(data.given, data.unit, 'vi')}${sourceOf(data, 'vi')}; cột lý do để trống.`,
      expected: ({ given, unit }) => `${valueOf(given, unit, 'vi')}, hoặc lý do ở cột lý do`,
    },
    en: {
      title: 'Figure filled in beforehand changed without a reason',
      meaning:
        'Figures of earlier periods are filled in by the planner with their source. They may be changed when an estimate becomes final or is corrected, with the reason; without one nobody knows which is right.',
      example: 'Filled in with 2,934 households by the decision, now 3,600.',
      fix: 'Put the figure back; if it was corrected, give the reason and the document in the reason column of the row.',
      message: (data) =>
        `The cell ${wordsOf(data, 'en')}, it was filled in with ${valueOf(data.given, data.unit, 'en')}${sourceOf(data, 'en')}; the reason column is blank.`,
      expected: ({ given, unit }) => `${valueOf(given, unit, 'en')}, or a reason in the reason column`,
    },
  },
};

/** "ghi 3.600 hộ", "bị xóa". */
export function wordsOf({ found, unit }: GivenChanged, language: Language): string {
  if (found === null) return language === 'vi' ? 'bị xóa' : 'was cleared';
  return `${language === 'vi' ? 'ghi' : 'holds'} ${valueOf(found, unit, language)}`;
}

export function valueOf(value: number | string, unit: string, language: Language): string {
  return typeof value === 'number' ? `${numberText(value, language)} ${unit}`.trim() : `"${value}"`;
}

export function sourceOf({ source }: GivenChanged, language: Language): string {
  if (source === null) return '';
  return language === 'vi' ? ` (nguồn: ${source})` : ` (source: ${source})`;
}
