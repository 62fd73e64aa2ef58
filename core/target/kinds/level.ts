import { measures } from '../../catalogue/schema.ts';
import { boundsOf, decidingBound, directionSign, isMet, isMetFormula } from '../bounds.ts';
import { whenNumbers } from '../formula.ts';
import { decidingCell, inForceFields, type KindDefinition } from '../kind.ts';
import {
  hasRange,
  printedAhead,
  printedGoverning,
  printedInForce,
  type Segment,
  type Series,
} from '../series.ts';
import { reported, reportedFormula } from '../reported.ts';
import { ownUnit } from '../unit-text.ts';
import { baseOf, isJudgedFormula, judgedFigure } from '../year-figure.ts';

/**
 * A value to be reached by a year (9 bác sĩ/vạn dân năm 2015, 15 năm 2020). The path runs from the
 * baseline, or the milestone before, to the next milestone, linear in the indicator's own unit or compound
 * where the plan says so, and is held after the last. It exists neither before the year of its baseline nor
 * without one. Ordinals and yes-no states are held, never interpolated.
 */
export const level: KindDefinition = {
  word: 'Mức đạt đến',
  measures,
  hasValue: true,
  isStanding: true,
  isRate: false,
  isRelative: false,
  isSinceBase: false,
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
    if (isStepwise(series)) return held ? bound(series, held) : null;
    const base = baseOf(series, values);
    if (startsFromBase(series, year)) {
      if (base.year === null || base.value === null || year < base.year) return null;
    }
    if (!ahead || held?.start === year) return held ? bound(series, held) : null;
    const from = held ? { year: held.start, value: bound(series, held) } : base;
    const to = bound(series, ahead);
    if (from.year === null || from.value === null || to === null) return null;
    const elapsed = (year - from.year) / (ahead.start - from.year);
    if (series.interpolation === 'linear') return from.value + (to - from.value) * elapsed;
    return Math.min(from.value, to) > 0 ? from.value * (to / from.value) ** elapsed : null;
  },
  pathFormula(series, refs, year) {
    const held = printedInForce(series, year);
    const ahead = printedAhead(series, year);
    const asHeld = decidingCell(series, refs, year);
    if (isStepwise(series)) return held ? whenNumbers([asHeld], asHeld) : null;
    const fromBase = startsFromBase(series, year);
    const begun = (value: string) =>
      fromBase ? `IF(${refs.year(year)}<${refs.baseYear},"",${value})` : value;
    if (!ahead || held?.start === year) {
      const needed = fromBase ? [refs.baseYear, refs.baseValue, asHeld] : [asHeld];
      return held ? whenNumbers(needed, begun(asHeld)) : null;
    }
    const [fromYear, from] = held
      ? [refs.year(held.start), decidingCell(series, refs, held.start)]
      : [refs.baseYear, refs.baseValue];
    const to = decidingCell(series, refs, ahead.start);
    const elapsed = `((${refs.year(year)}-${fromYear})/(${refs.year(ahead.start)}-${fromYear}))`;
    const between =
      series.interpolation === 'linear'
        ? `${from}+(${to}-${from})*${elapsed}`
        : `IF(MIN(${from},${to})<=0,"",${from}*(${to}/${from})^${elapsed})`;
    return whenNumbers([fromYear, from, to], begun(between));
  },
  measuredFrom: () => null,
  result: judgedFigure,
  resultField: () => 'actual',
  resultFormula: () => null,
  pace(series, values, year) {
    const ahead = printedAhead(series, year);
    const actual = judgedFigure(series, values, year);
    const to = ahead && bound(series, ahead);
    const bounds = ahead && boundsOf(ahead);
    if (
      !ahead ||
      !bounds ||
      actual === null ||
      to === null ||
      isMet(reported(series, actual), bounds, series.direction)
    )
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
    return `IF(AND(${isJudgedFormula(series, refs, year)},ISNUMBER(${to})),IF(${isMetFormula(reportedFormula(series, number), bounds, series.direction)},"",(${to}-${number})/${years}),"")`;
  },
  requiredChange(series, values, year) {
    const goal = printedGoal(series, year);
    const before = goal && series.segments[series.segments.indexOf(goal) - 1];
    const from = before ? { year: before.start, value: bound(series, before) } : baseOf(series, values);
    const to = goal && bound(series, goal);
    if (!goal || from.year === null || from.value === null || to === null || from.year >= goal.start)
      return null;
    if (series.direction === 'neutral') return Math.abs(to - from.value);
    return directionSign(series.direction) * (to - from.value);
  },
  requiredChangeFormula(series, refs, year) {
    const goal = printedGoal(series, year);
    if (!goal) return null;
    const before = series.segments[series.segments.indexOf(goal) - 1];
    const [fromYear, from] = before
      ? [refs.year(before.start), decidingCell(series, refs, before.start)]
      : [refs.baseYear, refs.baseValue];
    const to = decidingCell(series, refs, goal.start);
    const change = { up: `${to}-${from}`, down: `${from}-${to}`, neutral: `ABS(${to}-${from})` };
    const size = `IF(${fromYear}>=${refs.year(goal.start)},"",${change[series.direction]})`;
    return whenNumbers([fromYear, from, to], size);
  },
};

/** What the plan asks for, where nothing assigned stands in its place. */
function printedGoal(series: Series, year: number): Segment | null {
  return series.own && !series.assigned.has(year) ? printedGoverning(series, year) : null;
}

/** Whether the path comes from the baseline: up to the first milestone, and at it where it is the only one. */
function startsFromBase(series: Series, year: number): boolean {
  return year < series.segments[0].start || series.segments.length === 1;
}

function isStepwise(series: Series): boolean {
  return series.indicator.measure === 'ordinal' || series.indicator.measure === 'yes-no';
}

function bound(series: Series, segment: Segment): number | null {
  return segment[decidingBound(series.direction)];
}
