import { judgedNumber } from '../../observation/figure.ts';
import { cumulativePace, cumulativePaceFormula, segmentCovering } from '../accumulate.ts';
import { decidingBound } from '../bounds.ts';
import { whenNumbers } from '../formula.ts';
import { inForceFields, type KindDefinition, type Result } from '../kind.ts';
import { hasRange, type Series } from '../series.ts';

/**
 * An amount to be reached in every year (việc làm mới 5.000–6.000/năm). A year is judged by its own
 * amount; the path is what the amounts add up to.
 */
export const flow: KindDefinition = {
  fields: (series) => [
    ...inForceFields(hasRange(series)),
    'path',
    'actual',
    'cumulative',
    'gap',
    'pathGap',
    'pace',
    'verdict',
  ],
  path: (series, _values, year) => plannedSum(series, year),
  pathFormula(series, refs, year) {
    if (plannedSum(series, year) === null) return null;
    const amount = refs.cell(hasRange(series) ? decidingBound(series.direction) : 'low', year);
    if (plannedSum(series, year - 1) === null) return whenNumbers([amount], amount);
    const before = refs.cell('path', year - 1);
    return whenNumbers([before, amount], `${before}+${amount}`);
  },
  pathSubject: 'cumulative',
  result: (_series, values, year) => judgedNumber(values.figure(year)),
  resultField: 'actual',
  resultFormula: () => null,
  pace: (series, values, year) => cumulativePace(series, values, year, (end) => plannedSum(series, end)),
  paceFormula: cumulativePaceFormula,
  requiredChange(series, _values, year) {
    const amount = segmentCovering(series, year)?.[decidingBound(series.direction)] ?? null;
    return amount === null ? null : Math.abs(amount);
  },
  requiredChangeFormula(series, refs, year) {
    if (!segmentCovering(series, year)) return null;
    const amount = refs.cell(hasRange(series) ? decidingBound(series.direction) : 'low', year);
    return whenNumbers([amount], `ABS(${amount})`);
  },
};

/** Sum of the planned amounts from the first year on; null outside the periods and after a break. */
function plannedSum(series: Series, year: number): Result {
  const first = series.segments[0].yearFrom;
  if (year < first) return null;
  let sum = 0;
  for (let at = first; at <= year; at += 1) {
    const amount = segmentCovering(series, at)?.[decidingBound(series.direction)] ?? null;
    if (amount === null) return null;
    sum += amount;
  }
  return sum;
}
