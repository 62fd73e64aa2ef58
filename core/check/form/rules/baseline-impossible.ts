import type { Place } from '../../../base/finding.ts';
import { numberText } from '../../../base/number-text.ts';
import { compare, round } from '../../../base/number.ts';
import { countsWholeThings } from '../../../catalogue/whole-things.ts';
import type { Indicator } from '../../../catalogue/schema.ts';
import { seriesName } from '../../../workbook/wording.ts';
import type { PlacedRequest } from '../../../workbook/placed.ts';
import type { Baseline } from '../../../workbook/request.ts';
import type { CheckFinding, RuleDefinition } from '../../../rules/rule.ts';
import { shown, shownBounds } from '../../../rules/figure/wording.ts';
import type { RuleCount } from '../../report.ts';

/** A baseline the indicator cannot have, or of a year that cannot be. */
export interface ImpossibleBaseline {
  name: string;
  found: number;
  unit: string;
  why: 'bounds' | 'whole' | 'year';
  low: number;
  high: number;
}

/** Plans of the program begin later; a year before is a slip. */
const FIRST_YEAR = 1990;

/** A baseline is a figure like any other. */
export const baselineImpossible: RuleDefinition<ImpossibleBaseline> = {
  code: 'baseline-impossible',
  severity: 'error',
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

/** What {@link baselineImpossible} says of a return. */
export function checkBaselines({ request, layout }: PlacedRequest): {
  findings: CheckFinding[];
  rules: RuleCount[];
} {
  const { code, severity } = baselineImpossible;
  const findings: CheckFinding[] = [];
  let known = 0;
  for (const { key, series } of layout.baselines.rows) {
    const { indicator } = series;
    const baseline = request.known.baseline(key);
    if (baseline.value === null && baseline.year === null) continue;
    known += 1;
    const cells = layout.baselineCells(key);
    for (const wrong of wrongIn(baseline, indicator, request.round)) {
      const cell = wrong.why === 'year' ? cells?.year : cells?.value;
      const data: ImpossibleBaseline = {
        ...wrong,
        name: seriesName(request.plans, series),
        unit: indicator.unit,
      };
      const place = cell === undefined ? {} : placeOfReference(cell);
      findings.push({
        code,
        severity,
        place,
        data,
        key,
        period: null,
        found: wrong.found,
        explanation: null,
      });
    }
  }
  const count = {
    code,
    passed: Math.max(0, known - findings.length),
    failed: findings.length,
    'not-evaluable': 0,
  };
  return { findings, rules: [count] };
}

/** `'Số gốc'!$F$9` as a place. */
function placeOfReference(reference: string): Place {
  const at = reference.lastIndexOf('!');
  const sheet = reference.slice(0, at).replace(/^'/u, '').replace(/'$/u, '');
  return { sheet, cell: reference.slice(at + 1).replaceAll('$', '') };
}

function wrongIn(
  { value, year }: Baseline,
  indicator: Indicator,
  roundYear: number,
): Pick<ImpossibleBaseline, 'found' | 'why' | 'low' | 'high'>[] {
  const wrong: Pick<ImpossibleBaseline, 'found' | 'why' | 'low' | 'high'>[] = [];
  const { hard } = indicator;
  if (value !== null && hard && (compare(value, hard[0]) < 0 || compare(value, hard[1]) > 0))
    wrong.push({ found: value, why: 'bounds', low: hard[0], high: hard[1] });
  else if (value !== null && countsWholeThings(indicator) && compare(value, round(value, 0)) !== 0)
    wrong.push({ found: value, why: 'whole', low: 0, high: 0 });
  if (year !== null && (year < FIRST_YEAR || year > roundYear || !Number.isInteger(year)))
    wrong.push({ found: year, why: 'year', low: FIRST_YEAR, high: roundYear });
  return wrong;
}
