import { cumulative, cumulativePace, cumulativePaceFormula } from '../accumulate.ts';
import { decidingBound } from '../bounds.ts';
import { whenNumbers } from '../formula.ts';
import { decidingCell, inForceFields, type KindDefinition } from '../kind.ts';
import { printedGoverning } from '../series.ts';
import { ownUnit } from '../unit-text.ts';
import { judgedFigure } from '../year-figure.ts';

/**
 * An amount to be reached over a period (1.500 căn nhà ở xã hội đến 2030). Yearly figures are added up;
 * the path grows by the same part every year and is held at the end.
 */
export const total: KindDefinition = {
  word: 'Tổng cả giai đoạn',
  measures: ['count', 'amount'],
  hasValue: true,
  isStanding: false,
  isRate: false,
  isRelative: false,
  isSinceBase: false,
  addsUp: true,
  isOfPeriod: true,
  moves: true,
  canAverage: false,
  interpolates: false,
  needsFirstYear: true,
  startsFromBaseline: false,
  givesBaseline: false,
  paceIsMovement: false,
  unitOf: ownUnit,
  inForce: (_yearFrom, yearTo) => ({ start: yearTo, end: null }),
  // Before its period there is no sum yet; one that must stay below is only known at its end.
  canBeMetEarly: (segment, direction, year) => year >= segment.yearFrom && direction === 'up',
  fields: (series) => [
    ...inForceFields(series),
    'path',
    'actual',
    'cumulative',
    'gap',
    'pathGap',
    'pace',
    'verdict',
  ],
  path(series, _values, year) {
    const segment = printedGoverning(series, year);
    const amount = segment?.[decidingBound(series.direction)] ?? null;
    if (!segment || amount === null || year < segment.yearFrom) return null;
    const years = segment.yearTo - segment.yearFrom + 1;
    return (amount * Math.min(years, year - segment.yearFrom + 1)) / years;
  },
  pathFormula(series, refs, year) {
    const segment = printedGoverning(series, year);
    if (!segment || year < segment.yearFrom) return null;
    const amount = decidingCell(series, refs, segment.start);
    const years = `(${refs.year(segment.yearTo)}-${refs.year(segment.yearFrom)}+1)`;
    const elapsed = `MIN(${years},${refs.year(year)}-${refs.year(segment.yearFrom)}+1)`;
    return whenNumbers([amount], `${amount}*${elapsed}/${years}`);
  },
  // What was assigned for a year is that year's amount.
  measuredFrom: () => null,
  result: (series, values, year) =>
    series.assigned.has(year) ? judgedFigure(series, values, year) : cumulative(series, values, year),
  resultField: (series, year) => (series.assigned.has(year) ? 'actual' : 'cumulative'),
  resultFormula: () => null,
  pace: (series, values, year) =>
    cumulativePace(series, values, year, (end) => total.path(series, values, end, 'low')),
  paceFormula: cumulativePaceFormula,
  requiredChange: () => null,
  requiredChangeFormula: () => null,
};
