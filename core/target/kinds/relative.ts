import type { Direction } from '../../catalogue/schema.ts';
import { boundsOf, directionSign, isMet, isMetFormula } from '../bounds.ts';
import { literal, whenNumbers } from '../formula.ts';
import {
  inForceFields,
  type KindDefinition,
  type Result,
  type SeriesField,
  type SeriesRefs,
  type SeriesValues,
} from '../kind.ts';
import { baseYearOf, clamp, clampFormula, requiredRate, requiredRateFormula, resultParts } from '../rate.ts';
import { reported, reportedFormula } from '../reported.ts';
import {
  governingSegment,
  hasRange,
  printedAhead,
  printedInForce,
  segmentInForce,
  type Segment,
  type Series,
} from '../series.ts';
import { figureOf, figureOfFormula } from '../year-figure.ts';

/**
 * A level given as its change against a base over the whole time (tăng thêm 20 % so với năm 2025 vào năm
 * 2030): the value to reach is base × (1 ± p). The change since the base year is compared, in per cent and in
 * the wanted direction. The path runs from the base, or the milestone before, to that value, linear or compound,
 * and is held after the last. From a base that is not above 0 there is no such change.
 */
export const relative: KindDefinition = {
  word: 'Tăng/giảm % so với năm gốc, cả giai đoạn',
  measures: ['count', 'amount', 'share', 'rate', 'index'],
  hasValue: true,
  isStanding: false,
  isRate: true,
  isRelative: true,
  isSinceBase: true,
  addsUp: false,
  isOfPeriod: false,
  moves: true,
  canAverage: false,
  interpolates: true,
  needsFirstYear: false,
  startsFromBaseline: true,
  givesBaseline: false,
  paceIsMovement: true,
  unitOf: () => ({ vi: '% so với số gốc', en: '% of the base' }),
  inForce: (_yearFrom, yearTo) => ({ start: yearTo, end: null }),
  // Up to the base year nothing has changed yet.
  canBeMetEarly: (segment, _direction, year) => year > baseYearOf(segment),
  fields: (series) => [
    ...inForceFields(series),
    'path',
    ...(hasRange(series) ? (['pathHigh'] as const) : []),
    'actual',
    'result',
    'gap',
    ...(series.direction === 'neutral' ? [] : (['pathGap', 'pace'] as const)),
    'verdict',
  ],
  path(series, values, year, bound) {
    const held = printedInForce(series, year);
    const ahead = printedAhead(series, year);
    if (held && (held.start === year || !ahead || year < baseYearOf(ahead)))
      return goal(series, values, held, bound);
    if (!ahead || year < baseYearOf(ahead)) return null;
    const from = startOf(held, ahead)
      ? { year: held?.start ?? 0, value: held && goal(series, values, held, bound) }
      : { year: baseYearOf(ahead), value: baseFigure(series, values, ahead) };
    const to = goal(series, values, ahead, bound);
    if (from.value === null || to === null) return null;
    const elapsed = (year - from.year) / (ahead.start - from.year);
    if (series.interpolation === 'linear') return from.value + (to - from.value) * elapsed;
    return Math.min(from.value, to) > 0 ? from.value * (to / from.value) ** elapsed : null;
  },
  pathFormula(series, refs, year, bound) {
    const held = printedInForce(series, year);
    const ahead = printedAhead(series, year);
    if (held && (held.start === year || !ahead || year < baseYearOf(ahead)))
      return goalFormula(series, refs, held, year, bound);
    if (!ahead || year < baseYearOf(ahead)) return null;
    const field = bound === 'high' ? 'pathHigh' : 'path';
    const baseYear = baseYearOf(ahead);
    const fromHeld = held && startOf(held, ahead) ? held : null;
    const from = fromHeld ? refs.cell(field, fromHeld.start) : figureOfFormula(series, refs, baseYear);
    const fromYear = fromHeld
      ? refs.year(fromHeld.start)
      : baseYear < refs.firstYear
        ? literal(baseYear)
        : refs.year(baseYear);
    const to = refs.cell(field, ahead.start);
    const elapsed = `((${refs.year(year)}-${fromYear})/(${refs.year(ahead.start)}-${fromYear}))`;
    const between =
      series.interpolation === 'linear'
        ? `${from}+(${to}-${from})*${elapsed}`
        : `IF(MIN(${from},${to})<=0,"",${from}*(${to}/${from})^${elapsed})`;
    return `IF(AND(ISNUMBER(${from}),ISNUMBER(${to})),${between},"")`;
  },
  measuredFrom: (_series, segment) => baseYearOf(segment),
  result(series, values, year) {
    const segment = governingSegment(series, year);
    const from = segment && baseFigure(series, values, segment);
    const actual = figureOf(series, values, year);
    if (!segment || year <= baseYearOf(segment) || from === null || actual === null || actual < 0)
      return null;
    return directionSign(series.direction) * (actual / from - 1) * 100;
  },
  resultField: () => 'result',
  resultFormula(series, refs, year) {
    const segment = governingSegment(series, year);
    if (!segment || year <= baseYearOf(segment)) return null;
    const { actual, from } = resultParts(series, refs, year, baseYearOf(segment));
    const size = `(${actual}/${from}-1)*100`;
    const signed = directionSign(series.direction) > 0 ? size : `-${size}`;
    // Nested, because AND would still compare an empty text with 0.
    return `IF(AND(ISNUMBER(${actual}),ISNUMBER(${from})),IF(AND(${from}>0,${actual}>=0),${signed},""),"")`;
  },
  pace(series, values, year) {
    const ahead = printedAhead(series, year);
    const bounds = ahead && boundsOf(ahead);
    const to = ahead && goal(series, values, ahead, 'low');
    const from = ahead && baseFigure(series, values, ahead);
    const actual = figureOf(series, values, year);
    if (!ahead || !bounds || to === null || from === null || actual === null || actual < 0) return null;
    if (year <= baseYearOf(ahead)) return null;
    const soFar = directionSign(series.direction) * (actual / from - 1) * 100;
    if (isMet(reported(series, soFar), bounds, better(series))) return null;
    return (to - actual) / (ahead.start - year);
  },
  paceFormula(series, refs, year) {
    const ahead = printedAhead(series, year);
    if (!ahead?.comparator || year <= baseYearOf(ahead)) return null;
    const { actual, from } = resultParts(series, refs, year, baseYearOf(ahead));
    const size = `(${actual}/${from}-1)*100`;
    const soFar = directionSign(series.direction) > 0 ? size : `(-${size})`;
    const bounds = {
      comparator: ahead.comparator,
      low: refs.cell('low', ahead.start),
      high: refs.cell(hasRange(series) ? 'high' : 'low', ahead.start),
    };
    const to = refs.cell('path', ahead.start);
    const needed = `(${to}-${actual})/(${refs.year(ahead.start)}-${refs.year(year)})`;
    const unmet = `IF(${isMetFormula(reportedFormula(series, soFar), bounds, better(series))},"",${needed})`;
    return `IF(AND(ISNUMBER(${actual}),ISNUMBER(${from}),ISNUMBER(${to})),IF(AND(${from}>0,${actual}>=0),${unmet},""),"")`;
  },
  requiredChange(series, values, year) {
    if (segmentInForce(series, year)) return requiredRate(series, values, year);
    const ahead = series.own ? printedAhead(series, year) : null;
    const to = ahead && goal(series, values, ahead, 'low');
    const from = ahead && baseFigure(series, values, ahead);
    return to === null || from === null ? null : directionSign(series.direction) * (to - from);
  },
  requiredChangeFormula(series, refs, year) {
    if (segmentInForce(series, year)) return requiredRateFormula(series, refs, year);
    const ahead = series.own ? printedAhead(series, year) : null;
    if (!ahead) return null;
    const from = figureOfFormula(series, refs, baseYearOf(ahead));
    const to = refs.cell('path', ahead.start);
    const size = directionSign(series.direction) > 0 ? `${to}-${from}` : `${from}-${to}`;
    return `IF(ISNUMBER(${from}),${whenNumbers([to], size)},"")`;
  },
};

/** Whether the path to the next value starts from the one held, not from the next one's base. */
function startOf(held: Segment | null, ahead: Segment): boolean {
  return held !== null && held.start > baseYearOf(ahead);
}

/** The base of a segment, where a relative change can start from it. */
function baseFigure(series: Series, values: SeriesValues, segment: Segment): Result {
  const base = figureOf(series, values, baseYearOf(segment));
  return base !== null && base > 0 ? base : null;
}

/** The value a segment leads to, in the unit of the figure, within what the indicator can be. */
function goal(series: Series, values: SeriesValues, segment: Segment, bound: 'low' | 'high'): Result {
  const base = baseFigure(series, values, segment);
  const size = segment[bound];
  if (base === null || size === null) return null;
  return clamp(series, base * (1 + (directionSign(series.direction) * size) / 100));
}

/** {@link goal} in Excel, in a year in which the segment is in force. */
function goalFormula(
  series: Series,
  refs: SeriesRefs,
  segment: Segment,
  year: number,
  bound: 'low' | 'high',
): string {
  const base = figureOfFormula(series, refs, baseYearOf(segment));
  const field: SeriesField = bound === 'high' && hasRange(series) ? 'high' : 'low';
  const size = refs.cell(field, year);
  const sign = directionSign(series.direction) > 0 ? '+' : '-';
  const reached = clampFormula(series, `${base}*(1${sign}${size}/100)`);
  // Nested, because AND would still compare an empty text with 0.
  return `IF(AND(ISNUMBER(${base}),ISNUMBER(${size})),IF(${base}>0,${reached},""),"")`;
}

/** Which way more of the change is better; it is a size in the wanted direction. */
function better({ direction }: Series): Direction {
  return direction === 'down' ? 'up' : direction;
}
