import { numberText } from '../../../base/number-text.ts';
import { countsWholeThings } from '../../../catalogue/whole-things.ts';
import type { Indicator } from '../../../catalogue/schema.ts';
import { literal } from '../../../target/formula.ts';
import { isBroken, isBrokenFormula, isWithinBounds } from '../../../target/possible.ts';
import { ifNumbers } from '../../figure/cell.ts';
import { outsideFormula } from '../../figure/rules/figure-impossible.ts';
import { shown, shownBounds } from '../../figure/wording.ts';
import type { BaselineRuleOf, FoundInBaseline } from '../baseline-rule.ts';

/** A baseline the indicator cannot have, or of a year that cannot be. */
export interface ImpossibleBaseline {
  found: number;
  unit: string;
  why: 'bounds' | 'whole' | 'year';
  low: number;
  high: number;
}

/** Plans of the program begin later; a year before is a slip. */
const FIRST_YEAR = 1990;

/** A baseline is a figure like any other. */
export const baselineImpossible: BaselineRuleOf<ImpossibleBaseline> = {
  code: 'baseline-impossible',
  severity: 'error',
  word: 'Không thể có',
  check: ({ indicator, round: roundYear }, { value, year }) => {
    const { hard, unit } = indicator;
    const found: FoundInBaseline<ImpossibleBaseline>[] = [];
    if (value !== null && hard && !isWithinBounds(indicator, value))
      found.push(wrong('value', value, { unit, why: 'bounds', low: hard[0], high: hard[1] }));
    else if (value !== null && countsWholeThings(indicator) && isBroken(value))
      found.push(wrong('value', value, { unit, why: 'whole', low: 0, high: 0 }));
    if (year !== null && !isPossibleYear(year, roundYear))
      found.push(wrong('year', year, { unit: '', why: 'year', low: FIRST_YEAR, high: roundYear }));
    return found;
  },
  formula: ({ indicator, round: roundYear }, { value, year }) => {
    const wrongValue = wrongValueFormula(indicator, value);
    const conditions = [
      ...(wrongValue.length === 0 ? [] : [ifNumbers([value], `OR(${wrongValue.join(',')})`)]),
      ifNumbers([year], impossibleYearFormula(year, roundYear)),
    ];
    return `OR(${conditions.join(',')})`;
  },
  text: {
    vi: {
      title: 'Số gốc không thể có',
      meaning:
        'Số gốc nằm ngoài giới hạn của chỉ tiêu, là số đếm không nguyên, hoặc năm gốc không thể có (sau kỳ báo cáo). Từ số gốc như vậy không đánh giá được gì.',
      example: 'Số gốc tỷ lệ hộ nghèo 139.',
      fix: 'Sửa số gốc hoặc năm gốc ở trang Số gốc theo văn bản nguồn.',
      message: ({ name, found, unit, why, low, high }) =>
        why === 'year'
          ? `Năm gốc của "${name}" ghi ${found}, chỉ có thể từ ${low} đến ${high}.`
          : `Số gốc của "${name}" ghi ${shown(found, unit, 'vi')}, ${why === 'whole' ? 'số đếm phải là số nguyên' : `chỉ có thể ${shownBounds(low, high, unit, 'vi')}`}.`,
      expected: ({ why, low, high, unit }) =>
        why === 'year'
          ? `năm từ ${low} đến ${high}`
          : why === 'whole'
            ? 'số nguyên'
            : shownBounds(low, high, unit, 'vi'),
    },
    en: {
      title: 'Impossible baseline',
      meaning:
        'The baseline lies outside what the indicator can be, is a broken count, or is of a year that cannot be (after the round). From such a baseline nothing is judged.',
      example: 'A baseline of 139 for the poverty rate.',
      fix: 'Correct baseline or year on the sheet Số gốc from its source.',
      message: ({ name, found, unit, why, low, high }) =>
        why === 'year'
          ? `The base year of "${name}" is ${found}; it can only be ${low} to ${high}.`
          : `The baseline of "${name}" is ${shown(found, unit, 'en')}; ${why === 'whole' ? 'a count is a whole number' : `it can only be ${shownBounds(low, high, unit, 'en')}`}.`,
      expected: ({ why, low, high, unit }) =>
        why === 'year'
          ? `a year from ${low} to ${high}`
          : why === 'whole'
            ? 'a whole number'
            : `${numberText(low, 'en')} to ${numberText(high, 'en')} ${unit}`,
    },
  },
};

/** Whether a baseline can be of a year, in a round of `round`. */
export function isPossibleYear(year: number, round: number): boolean {
  return year >= FIRST_YEAR && year <= round && Number.isInteger(year);
}

/** {@link isPossibleYear} is false, over a cell that holds a number. */
export function impossibleYearFormula(year: string, round: number): string {
  return `OR(${year}<${FIRST_YEAR},${year}>${literal(round)},${year}<>INT(${year}))`;
}

function wrong(
  at: 'year' | 'value',
  found: number,
  more: Omit<ImpossibleBaseline, 'found'>,
): FoundInBaseline<ImpossibleBaseline> {
  return { at, found, data: { found, ...more } };
}

/** Conditions over a number that are true where the indicator cannot have it, in Excel. */
function wrongValueFormula(indicator: Indicator, value: string): string[] {
  const { hard } = indicator;
  const outside = hard ? [outsideFormula(value, hard)] : [];
  const broken = countsWholeThings(indicator) ? [isBrokenFormula(value)] : [];
  return [...outside, ...broken];
}
