import {
  cumulativePace,
  cumulativePaceFormula,
  segmentCovering,
  sumOfYears,
  sumOfYearsFormula,
} from '../accumulate.ts';
import { decidingBound } from '../bounds.ts';
import { whenNumbers } from '../formula.ts';
import { decidingCell, inForceFields, type KindDefinition, type Result } from '../kind.ts';
import type { Series } from '../series.ts';
import { ownUnit } from '../unit-text.ts';
import { figureOfFormula, judgedFigure } from '../year-figure.ts';

/**
 * An amount to be reached in every year (việc làm mới 5.000–6.000/năm). A year is judged by its own
 * amount, "bình quân" by the mean of its period's years so far; the path is what the amounts add up to.
 */
export const flow: KindDefinition = {
  word: 'Số thực hiện mỗi năm',
  measures: ['count', 'amount'],
  hasValue: true,
  isStanding: false,
  isRate: false,
  isRelative: false,
  isSinceBase: false,
  addsUp: true,
  isOfPeriod: false,
  moves: true,
  canAverage: true,
  interpolates: false,
  needsFirstYear: true,
  startsFromBaseline: false,
  givesBaseline: false,
  paceIsMovement: false,
  unitOf: ownUnit,
  inForce: (yearFrom, yearTo) => ({ start: yearFrom, end: yearTo }),
  canBeMetEarly: () => false,
  fields: (series) => [
    ...inForceFields(series),
    'path',
    'actual',
    'cumulative',
    ...(series.average ? (['result'] as const) : []),
    'gap',
    'pathGap',
    'pace',
    'verdict',
  ],
  path: (series, _values, year) => plannedSum(series, year),
  pathFormula(series, refs, year) {
    if (plannedSum(series, year) === null) return null;
    const amount = decidingCell(series, refs, year);
    if (plannedSum(series, year - 1) === null) return whenNumbers([amount], amount);
    const before = refs.cell('path', year - 1);
    return whenNumbers([before, amount], `${before}+${amount}`);
  },
  measuredFrom: () => null,
  result(series, values, year) {
    if (!series.average || series.assigned.has(year)) return judgedFigure(series, values, year);
    const segment = segmentCovering(series, year);
    const sum = segment && sumOfYears(series, values, segment.yearFrom, year);
    return segment && sum !== null ? sum / (year - segment.yearFrom + 1) : null;
  },
  resultField: (series, year) => (series.average && !series.assigned.has(year) ? 'result' : 'actual'),
  resultFormula(series, refs, year) {
    if (!series.average) return null;
    // What was assigned for a year is compared with that year's own amount.
    if (series.assigned.has(year)) return figureOfFormula(series, refs, year);
    const segment = segmentCovering(series, year);
    if (!segment) return null;
    const { sum, known } = sumOfYearsFormula(series, refs, segment.yearFrom, year);
    return `IF(${known},${sum}/(${refs.year(year)}-${refs.year(segment.yearFrom)}+1),"")`;
  },
  pace: (series, values, year) => cumulativePace(series, values, year, (end) => plannedSum(series, end)),
  paceFormula: cumulativePaceFormula,
  requiredChange: () => null,
  requiredChangeFormula: () => null,
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
