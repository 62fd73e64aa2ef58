import { isNumber } from '../../figure/cell.ts';
import { hasNewSource, isOldSourceFormula } from './baseline-changed.ts';
import { impossibleYearFormula, isPossibleYear } from './baseline-impossible.ts';
import type { BaselineRuleOf } from '../baseline-rule.ts';

/** A baseline of a year that no target starts from. */
export interface BaselineOfOtherYear {
  found: number | null;
  needed: readonly number[];
}

/**
 * A yearly change is counted from one year's figure; from another's nothing is judged. What the planner gave of
 * another year is the planner's to mend and was said to them; what differs from it by the same source is said already.
 */
export const baselineOfOtherYear: BaselineRuleOf<BaselineOfOtherYear> = {
  code: 'baseline-of-other-year',
  severity: 'error',
  word: 'Sai năm gốc',
  check: ({ needed, given, round }, { value, year, source }) => {
    if (value === null || needed.length === 0 || (year !== null && needed.includes(year))) return [];
    if (year !== null && !isPossibleYear(year, round)) return [];
    if (
      given !== null &&
      given.value !== null &&
      (given.year === year || !hasNewSource(given.source, source))
    )
      return [];
    return [{ at: 'year', found: year, data: { found: year, needed } }];
  },
  formula: ({ needed, given, round }, { value, year, source }) => {
    if (needed.length === 0) return null;
    const asked = given !== null && given.value !== null ? given : null;
    const years = [...needed, asked?.year ?? null].flatMap((one) => (one === null ? [] : [`${year}=${one}`]));
    const other = `NOT(OR(${[...years, impossibleYearFormula(year, round)].join(',')}))`;
    const found = `IF(${isNumber(value)},IF(${isNumber(year)},${other},TRUE),FALSE)`;
    return asked === null ? found : `IF(${found},NOT(${isOldSourceFormula(asked.source, source)}),FALSE)`;
  },
  text: {
    vi: {
      title: 'Số gốc không phải của năm cần',
      meaning:
        'Mức tăng, giảm mỗi năm tính từ số của một năm nhất định (ghi cạnh tên chỉ tiêu); số gốc của năm khác, hoặc không ghi năm, thì không đánh giá được.',
      example: 'Cần số gốc năm 2020, ô năm gốc ghi 2018.',
      fix: 'Nhập số và năm theo văn bản của năm cần ở trang Số gốc; chưa có số của năm ấy thì để trống cả hai ô.',
      message: ({ name, found, needed }) =>
        `${found === null ? `Số gốc của "${name}" chưa có năm gốc` : `Năm gốc của "${name}" ghi ${found}`}; mức tăng, giảm tính từ số năm ${needed.join(' hoặc ')}.`,
      expected: ({ needed }) => `số của năm ${needed.join(' hoặc ')}`,
    },
    en: {
      title: 'Baseline not of the year needed',
      meaning:
        'A change a year is counted from the figure of one year (beside the name of the indicator); from a baseline of another year, or of none, nothing is judged.',
      example: 'The baseline of 2020 is needed, the base year says 2018.',
      fix: 'Enter figure and year from the document of the year needed on the sheet Số gốc; leave both cells blank where there is none.',
      message: ({ name, found, needed }) =>
        `${found === null ? `The baseline of "${name}" has no base year` : `The base year of "${name}" is ${found}`}; the change is counted from the figure of ${needed.join(' or ')}.`,
      expected: ({ needed }) => `the figure of ${needed.join(' or ')}`,
    },
  },
};
