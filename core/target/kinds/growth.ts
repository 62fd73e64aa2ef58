import { directionSign } from '../bounds.ts';
import { literal } from '../formula.ts';
import type { KindDefinition } from '../kind.ts';
import {
  baseYearOf,
  decidingRate,
  measuredFrom,
  pacedSegment,
  rateFields,
  requiredRate,
  requiredRateFormula,
  resultParts,
  spread,
  steppedPath,
  steppedPathBefore,
  wantedEnd,
} from '../rate.ts';
import { hasRange, segmentInForce, type Series } from '../series.ts';
import { figureOf } from '../year-figure.ts';
import { perYear } from '../unit-text.ts';

/**
 * Relative growth a year (BHXH bắt buộc tăng bình quân 7,1 %/năm), compound on the base count. The rate in
 * the wanted direction is compared, in percent; "bình quân" is the compound rate since the base year.
 */
export const growth: KindDefinition = {
  word: 'Tốc độ tăng mỗi năm',
  measures: ['count', 'amount', 'index'],
  hasValue: true,
  isStanding: false,
  isRate: true,
  isRelative: true,
  isSinceBase: false,
  addsUp: false,
  isOfPeriod: false,
  moves: true,
  canAverage: true,
  interpolates: false,
  needsFirstYear: true,
  startsFromBaseline: true,
  givesBaseline: false,
  paceIsMovement: false,
  unitOf: () => perYear({ vi: '%', en: '%' }),
  inForce: (yearFrom, yearTo) => ({ start: yearFrom, end: yearTo }),
  canBeMetEarly: () => false,
  fields: rateFields,
  path: (series, values, year, bound) =>
    steppedPath(
      series,
      values,
      year,
      (before, segment) =>
        before * (1 + (directionSign(series.direction) * (segment[bound] ?? Number.NaN)) / 100),
    ),
  pathFormula(series, refs, year, bound) {
    const before = steppedPathBefore(series, refs, year, bound === 'high' ? 'pathHigh' : 'path');
    if (before === null) return null;
    const rate = refs.cell(bound === 'high' && hasRange(series) ? 'high' : 'low', year);
    const sign = directionSign(series.direction) > 0 ? '+' : '-';
    return `IF(AND(ISNUMBER(${before}),ISNUMBER(${rate})),${before}*(1${sign}${rate}/100),"")`;
  },
  measuredFrom,
  result(series, values, year) {
    const segment = segmentInForce(series, year);
    if (!segment) return null;
    const actual = figureOf(series, values, year);
    const from = figureOf(series, values, measuredFrom(series, segment, year));
    // A rate of growth from nothing, or from a negative count, does not exist.
    if (actual === null || from === null || from <= 0 || actual < 0) return null;
    return (
      directionSign(series.direction) * ((actual / from) ** (1 / spread(series, segment, year)) - 1) * 100
    );
  },
  resultField: () => 'result',
  resultFormula(series, refs, year) {
    const segment = segmentInForce(series, year);
    if (!segment) return null;
    const { actual, from, years } = resultParts(series, refs, year, measuredFrom(series, segment, year));
    const rate = `((${actual}/${from})^(1/${years})-1)*100`;
    const signed = directionSign(series.direction) > 0 ? rate : `-${rate}`;
    // Nested, because AND would still compare an empty text with 0.
    return `IF(AND(ISNUMBER(${actual}),ISNUMBER(${from})),IF(AND(${from}>0,${actual}>=0),${signed},""),"")`;
  },
  pace(series, values, year) {
    const segment = pacedSegment(series, year);
    const result = growth.result(series, values, year);
    const rate = segment && decidingRate(segment);
    if (!segment || rate === null || result === null) return null;
    const sign = directionSign(series.direction);
    const base = baseYearOf(segment);
    const soFar = 1 + (sign * result) / 100;
    const actual = figureOf(series, values, year);
    if (soFar <= 0 || actual === null) return null;
    const needed = (1 + (sign * rate) / 100) ** (segment.yearTo - base) / soFar ** (year - base);
    const end = reachableEnd(series);
    const asked =
      end === null ? needed : sign > 0 ? Math.min(needed, end / actual) : Math.max(needed, end / actual);
    return Math.max(0, sign * (asked ** (1 / (segment.yearTo - year)) - 1) * 100);
  },
  paceFormula(series, refs, year) {
    const segment = pacedSegment(series, year);
    if (!segment) return null;
    const base = literal(baseYearOf(segment));
    const [rate, result] = [refs.cell('low', year), refs.cell('result', year)];
    const [now, end] = [refs.year(year), refs.year(segment.yearTo)];
    const sign = directionSign(series.direction) > 0 ? '+' : '-';
    const soFar = `(1${sign}${result}/100)`;
    const needed = `(1${sign}${rate}/100)^(${end}-${base})/${soFar}^(${now}-${base})`;
    const bound = reachableEnd(series);
    const asked =
      bound === null
        ? needed
        : `${sign === '+' ? 'MIN' : 'MAX'}(${needed},${literal(bound)}/SUM(${refs.cell('actual', year)}))`;
    const pace = `((${asked})^(1/(${end}-${now}))-1)*100`;
    const signed = sign === '+' ? pace : `-${pace}`;
    return `IF(COUNT(${rate},${result})<2,"",IF(${soFar}<=0,"",MAX(0,${signed})))`;
  },
  requiredChange: requiredRate,
  requiredChangeFormula: requiredRateFormula,
};

/** The end a growth can still come to; a decline comes to no floor that is not above 0. */
function reachableEnd(series: Series): number | null {
  const end = wantedEnd(series);
  return end !== null && end > 0 ? end : null;
}
