import { measures } from '../../catalogue/schema.ts';
import { judgedNumber } from '../../observation/figure.ts';
import { boundsOf, decidingBound, isMet, isMetFormula } from '../bounds.ts';
import { whenNumbers } from '../formula.ts';
import { decidingCell, inForceFields, type KindDefinition } from '../kind.ts';
import { hasRange, printedAhead, printedInForce, type Segment, type Series } from '../series.ts';
import { ownUnit } from '../unit-text.ts';

/**
 * A value to be reached by a year (9 bác sĩ/vạn dân năm 2015, 15 năm 2020). The path runs from the
 * baseline, or the milestone before, to the next milestone, linear in the indicator's own unit or compound
 * where the plan says so, and is held after the last. Ordinals and yes-no states are held, never
 * interpolated.
 */
export const level: KindDefinition = {
  word: 'Mức đạt đến',
  measures,
  hasValue: true,
  isStanding: true,
  isRate: false,
  isRelative: false,
  addsUp: false,
  isOfPeriod: false,
  moves: true,
  canAverage: false,
  interpolates: true,
  needsFirstYear: false,
  startsFromBaseline: true,
  givesBaseline: true,
  paceIsMovement: true,
  unitOf: ownUnit,
  // From its year on; a caseload from its first.
  inForce: (yearFrom) => ({ start: yearFrom, end: null }),
  canBeMetEarly: () => true,
  fields: (series) => [
    ...inForceFields(series),
    'path',
    'actual',
    'gap',
    ...(series.direction === 'neutral' || isStepwise(series) ? [] : (['pathGap', 'pace'] as const)),
    'verdict',
  ],
  path(series, values, year) {
    const held = printedInForce(series, year);
    const ahead = printedAhead(series, year);
    if (!ahead || held?.start === year || isStepwise(series)) return held ? bound(series, held) : null;
    const from = held ? { year: held.start, value: bound(series, held) } : values.base;
    const to = bound(series, ahead);
    if (from.year === null || from.value === null || to === null) return null;
    if (from.year >= ahead.start) return to;
    const elapsed = Math.min(1, Math.max(0, (year - from.year) / (ahead.start - from.year)));
    if (series.interpolation === 'linear') return from.value + (to - from.value) * elapsed;
    return Math.min(from.value, to) > 0 ? from.value * (to / from.value) ** elapsed : null;
  },
  pathFormula(series, refs, year) {
    const held = printedInForce(series, year);
    const ahead = printedAhead(series, year);
    if (!ahead || held?.start === year || isStepwise(series)) {
      return held ? whenNumbers([decidingCell(series, refs, year)], decidingCell(series, refs, year)) : null;
    }
    const [fromYear, from] = held
      ? [refs.year(held.start), decidingCell(series, refs, held.start)]
      : [refs.baseYear, refs.baseValue];
    const to = decidingCell(series, refs, ahead.start);
    const toYear = refs.year(ahead.start);
    const elapsed = `MEDIAN(0,1,(${refs.year(year)}-${fromYear})/(${toYear}-${fromYear}))`;
    const between =
      series.interpolation === 'linear'
        ? `${from}+(${to}-${from})*${elapsed}`
        : `IF(MIN(${from},${to})<=0,"",${from}*(${to}/${from})^${elapsed})`;
    return whenNumbers([fromYear, from, to], `IF(${fromYear}>=${toYear},${to},${between})`);
  },
  result: (_series, values, year) => judgedNumber(values.figure(year)),
  resultField: () => 'actual',
  resultFormula: () => null,
  pace(series, values, year) {
    const ahead = printedAhead(series, year);
    const actual = judgedNumber(values.figure(year));
    const to = ahead && bound(series, ahead);
    const bounds = ahead && boundsOf(ahead);
    if (!ahead || !bounds || actual === null || to === null || isMet(actual, bounds, series.direction))
      return null;
    return (to - actual) / (ahead.start - year);
  },
  paceFormula(series, refs, year) {
    const ahead = printedAhead(series, year);
    if (!ahead?.comparator) return null;
    const actual = refs.cell('actual', year);
    const to = decidingCell(series, refs, ahead.start);
    const bounds = {
      comparator: ahead.comparator,
      low: refs.cell('low', ahead.start),
      high: refs.cell(hasRange(series) ? 'high' : 'low', ahead.start),
    };
    const number = `SUM(${actual})`;
    const years = `(${refs.year(ahead.start)}-${refs.year(year)})`;
    return `IF(AND(OR(ISNUMBER(${actual}),${actual}="-"),ISNUMBER(${to})),IF(${isMetFormula(number, bounds, series.direction)},"",(${to}-${number})/${years}),"")`;
  },
  requiredChange(series, values, year) {
    const held = printedInForce(series, year);
    const goal = held ?? printedAhead(series, year);
    const before = goal && series.segments[series.segments.indexOf(goal) - 1];
    const from = before ? { year: before.start, value: bound(series, before) } : values.base;
    const to = goal && bound(series, goal);
    if (!goal || from.year === null || from.value === null || to === null || from.year >= goal.start)
      return null;
    return Math.abs(to - from.value);
  },
  requiredChangeFormula(series, refs, year) {
    const goal = printedInForce(series, year) ?? printedAhead(series, year);
    if (!goal) return null;
    const before = series.segments[series.segments.indexOf(goal) - 1];
    const [fromYear, from] = before
      ? [refs.year(before.start), decidingCell(series, refs, before.start)]
      : [refs.baseYear, refs.baseValue];
    const to = decidingCell(series, refs, goal.start);
    const size = `IF(${fromYear}>=${refs.year(goal.start)},"",ABS(${to}-${from}))`;
    return whenNumbers([fromYear, from, to], size);
  },
};

function isStepwise(series: Series): boolean {
  return series.indicator.measure === 'ordinal' || series.indicator.measure === 'yes-no';
}

function bound(series: Series, segment: Segment): number | null {
  return segment[decidingBound(series.direction)];
}
