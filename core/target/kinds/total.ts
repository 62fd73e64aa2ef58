import { cumulative, cumulativeFormula, cumulativePace, cumulativePaceFormula } from '../accumulate.ts';
import { decidingBound } from '../bounds.ts';
import { whenNumbers } from '../formula.ts';
import { inForceFields, type KindDefinition } from '../kind.ts';
import { governingSegment, hasRange } from '../series.ts';

/**
 * An amount to be reached over a period (1.500 căn nhà ở xã hội đến 2030). Yearly figures are added up;
 * the path grows by the same part every year and is held at the end.
 */
export const total: KindDefinition = {
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
  path(series, _values, year) {
    const segment = governingSegment(series, year);
    const amount = segment?.[decidingBound(series.direction)] ?? null;
    if (!segment || amount === null || year < segment.yearFrom) return null;
    const years = segment.yearTo - segment.yearFrom + 1;
    return (amount * Math.min(years, year - segment.yearFrom + 1)) / years;
  },
  pathFormula(series, refs, year) {
    const segment = governingSegment(series, year);
    if (!segment || year < segment.yearFrom) return null;
    const amount = refs.cell(hasRange(series) ? decidingBound(series.direction) : 'low', segment.start);
    const years = `(${refs.year(segment.yearTo)}-${refs.year(segment.yearFrom)}+1)`;
    const elapsed = `MIN(${years},${refs.year(year)}-${refs.year(segment.yearFrom)}+1)`;
    return whenNumbers([amount], `${amount}*${elapsed}/${years}`);
  },
  pathSubject: 'cumulative',
  result: cumulative,
  resultField: () => 'cumulative',
  resultFormula: cumulativeFormula,
  pace: (series, values, year) =>
    cumulativePace(series, values, year, (end) => total.path(series, values, end, 'low')),
  paceFormula: cumulativePaceFormula,
  requiredChange(series, _values, year) {
    const amount = governingSegment(series, year)?.[decidingBound(series.direction)] ?? null;
    return amount === null ? null : Math.abs(amount);
  },
  requiredChangeFormula(series, refs, year) {
    const segment = governingSegment(series, year);
    if (!segment) return null;
    const amount = refs.cell(hasRange(series) ? decidingBound(series.direction) : 'low', segment.start);
    return whenNumbers([amount], `ABS(${amount})`);
  },
};
