import { boundsOf, isBeyond, isBeyondFormula, isMet, isMetFormula } from './bounds.ts';
import { reported, reportedFormula } from './reported.ts';
import { canExceed, resultDirection } from './result.ts';
import { isAtEnd, isAtEndFormula } from './at-end.ts';
import { quoted } from './formula.ts';
import { areNumbers, boundRefsOf } from './gap.ts';
import { kindOf } from './kinds/index.ts';
import type { SeriesRefs, SeriesValues } from './kind.ts';
import { isPossibleDemand, isPossibleDemandFormula } from './possible-demand.ts';
import { governingSegment, segmentInForce, type Segment, type Series } from './series.ts';
import { isJudgedFormula, judgedFigure } from './year-figure.ts';

/** The seven verdicts, in the order in which they are tried, with the words officers see. */
export const verdicts = {
  notAssigned: { vi: 'Chưa giao', en: 'Not assigned' },
  notDue: { vi: 'Chưa đến hạn', en: 'Not yet due' },
  noFigure: { vi: 'Chưa có số', en: 'No figure' },
  notEvaluable: { vi: 'Chưa đánh giá được', en: 'Cannot be assessed' },
  exceeded: { vi: 'Vượt', en: 'Exceeded' },
  met: { vi: 'Đạt', en: 'Met' },
  notMet: { vi: 'Chưa đạt', en: 'Not met' },
} as const;
export type Verdict = keyof typeof verdicts;

/** Words of a series' basis cell: whether the unit has been given the target. */
export const basisWords = {
  plan: 'Theo kế hoạch',
  notAssigned: verdicts.notAssigned.vi,
  yearOfPeriod: 'năm theo kỳ kế hoạch',
} as const;

/**
 * The verdict on a year. The reference path has no say in it. Only what is to be reached by a year can be met
 * before; a yearly obligation that has not started is simply not due.
 */
export function verdict(series: Series, values: SeriesValues, year: number): Verdict {
  const kind = kindOf(series);
  const governing = governingSegment(series, year);
  if (!values.assigned || !governing) return 'notAssigned';
  if (year > values.round) return 'notDue';
  const figure = values.figure(year);
  if (figure === null || figure === '...') return 'noFigure';
  if (judgedFigure(series, values, year) === null || !isPossibleDemand(series, governing))
    return 'notEvaluable';
  const due = segmentInForce(series, year) !== null;
  if (!due && !kind.canBeMetEarly(governing, series.direction, year)) return 'notDue';
  const computed = kind.result(series, values, year);
  const atEnd = isAtEnd(series, values, year);
  if (computed === null) return atEnd ? 'met' : 'notEvaluable';
  const result = reported(series, computed);
  const direction = resultDirection(series);
  const bounds = boundsOf(governing);
  if (!bounds) return computed >= 1 ? 'met' : due ? 'notMet' : 'notDue';
  if (
    canExceed(bounds.comparator, series) &&
    isMet(result, bounds, direction) &&
    isBeyond(result, bounds, direction)
  ) {
    return 'exceeded';
  }
  if (atEnd || isMet(result, bounds, direction)) return 'met';
  return due ? 'notMet' : 'notDue';
}

/** {@link verdict} in Excel. */
export function verdictFormula(series: Series, refs: SeriesRefs, year: number): string {
  const governing = governingSegment(series, year);
  const word = (name: Verdict) => quoted(verdicts[name].vi);
  if (!governing) return `${word('notAssigned')}`;
  const due = segmentInForce(series, year) !== null;
  const actual = refs.cell('actual', year);
  const judged =
    due || kindOf(series).canBeMetEarly(governing, series.direction, year)
      ? judgedFormula(series, refs, year, governing, due)
      : word('notDue');
  const bounds = boundRefsOf(series, governing, refs, Math.max(year, governing.start));
  const possible = bounds && isPossibleDemandFormula(series, governing, bounds);
  const judgeable = isJudgedFormula(series, refs, year);
  const excluded = `NOT(${possible === null ? judgeable : `AND(${possible},${judgeable})`})`;
  const unassigned = `${refs.basis}=${quoted(basisWords.notAssigned)}`;
  return [
    `IF(${bounds ? `OR(${unassigned},NOT(${areNumbers(bounds)}))` : unassigned},${word('notAssigned')}`,
    `IF(${refs.year(year)}>${refs.round},${word('notDue')}`,
    `IF(OR(${actual}="",${actual}="..."),${word('noFigure')}`,
    `IF(${excluded},${word('notEvaluable')},${judged}))))`,
  ].join(',');
}

function judgedFormula(
  series: Series,
  refs: SeriesRefs,
  year: number,
  governing: Segment,
  due: boolean,
): string {
  const word = (name: Verdict) => quoted(verdicts[name].vi);
  const cell = refs.cell(kindOf(series).resultField(series, year), year);
  const result = reportedFormula(series, `SUM(${cell})`);
  const otherwise = word(due ? 'notMet' : 'notDue');
  const direction = resultDirection(series);
  const bounds = boundRefsOf(series, governing, refs, Math.max(year, governing.start));
  const met = bounds ? isMetFormula(result, bounds, direction) : `SUM(${cell})>=1`;
  const within =
    bounds && canExceed(bounds.comparator, series)
      ? `IF(${isBeyondFormula(result, bounds, direction)},${word('exceeded')},${word('met')})`
      : word('met');
  const atEnd = isAtEndFormula(series, refs, year);
  const unmet = atEnd === null ? otherwise : `IF(${atEnd},${word('met')},${otherwise})`;
  const unknown =
    atEnd === null ? word('notEvaluable') : `IF(${atEnd},${word('met')},${word('notEvaluable')})`;
  return `IF(OR(ISNUMBER(${cell}),${cell}="-"),IF(${met},${within},${unmet}),${unknown})`;
}
