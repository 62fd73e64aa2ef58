import { directionSign } from '../bounds.ts';
import { literal } from '../formula.ts';
import type { KindDefinition } from '../kind.ts';
import {
  baseYearOf,
  clamp,
  clampFormula,
  decidingRate,
  measuredFrom,
  pacedSegment,
  rateFields,
  requiredRate,
  requiredRateFormula,
  resultParts,
  roomLeft,
  roomLeftFormula,
  spread,
  steppedPath,
  steppedPathBefore,
} from '../rate.ts';
import { hasRange, segmentInForce } from '../series.ts';
import { figureOf } from '../year-figure.ts';
import { differenceUnitOf, perYear } from '../unit-text.ts';

/**
 * Points a year (hộ nghèo giảm 4–5 %/năm): never percent of percent. The size in the wanted direction is
 * compared; "bình quân" spreads the change since the base year over its years. The path takes one step a
 * year and stays inside the indicator's hard bounds.
 */
export const change: KindDefinition = {
  word: 'Tăng/giảm điểm mỗi năm',
  measures: ['count', 'amount', 'share', 'rate', 'index'],
  hasValue: true,
  isStanding: false,
  isRate: true,
  isRelative: false,
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
  unitOf: (indicator, points) => perYear(differenceUnitOf(indicator, points)),
  inForce: (yearFrom, yearTo) => ({ start: yearFrom, end: yearTo }),
  canBeMetEarly: () => false,
  fields: rateFields,
  path: (series, values, year, bound) =>
    steppedPath(series, values, year, (before, segment) =>
      clamp(series, before + directionSign(series.direction) * (segment[bound] ?? Number.NaN)),
    ),
  pathFormula(series, refs, year, bound) {
    const before = steppedPathBefore(series, refs, year, bound === 'high' ? 'pathHigh' : 'path');
    if (before === null) return null;
    const rate = refs.cell(bound === 'high' && hasRange(series) ? 'high' : 'low', year);
    const sign = directionSign(series.direction) > 0 ? '+' : '-';
    const moved = `${before}${sign}${rate}`;
    return `IF(AND(ISNUMBER(${before}),ISNUMBER(${rate})),${clampFormula(series, moved)},"")`;
  },
  measuredFrom,
  result(series, values, year) {
    const segment = segmentInForce(series, year);
    if (!segment) return null;
    const actual = figureOf(series, values, year);
    const from = figureOf(series, values, measuredFrom(series, segment, year));
    if (actual === null || from === null) return null;
    return (directionSign(series.direction) * (actual - from)) / spread(series, segment, year);
  },
  resultField: () => 'result',
  resultFormula(series, refs, year) {
    const segment = segmentInForce(series, year);
    if (!segment) return null;
    const { actual, from, years } = resultParts(series, refs, year, measuredFrom(series, segment, year));
    const size =
      directionSign(series.direction) > 0 ? `(${actual}-${from})/${years}` : `(${from}-${actual})/${years}`;
    return `IF(AND(ISNUMBER(${actual}),ISNUMBER(${from})),${size},"")`;
  },
  pace(series, values, year) {
    const segment = pacedSegment(series, year);
    const result = change.result(series, values, year);
    const rate = segment && decidingRate(segment);
    if (!segment || rate === null || result === null) return null;
    const base = baseYearOf(segment);
    const years = segment.yearTo - year;
    const needed = (rate * (segment.yearTo - base) - result * (year - base)) / years;
    // Nobody cuts below nothing: what is left to cut is the most that can still be needed.
    return Math.max(0, Math.min(needed, (roomLeft(series, values, year) ?? Infinity) / years));
  },
  paceFormula(series, refs, year) {
    const segment = pacedSegment(series, year);
    if (!segment) return null;
    const base = literal(baseYearOf(segment));
    const [rate, result] = [refs.cell('low', year), refs.cell('result', year)];
    const [now, end] = [refs.year(year), refs.year(segment.yearTo)];
    const needed = `(${rate}*(${end}-${base})-${result}*(${now}-${base}))/(${end}-${now})`;
    const room = roomLeftFormula(series, refs, year);
    const kept = room === null ? needed : `MIN(${needed},${room}/(${end}-${now}))`;
    return `IF(COUNT(${rate},${result})<2,"",MAX(0,${kept}))`;
  },
  requiredChange: requiredRate,
  requiredChangeFormula: requiredRateFormula,
};
