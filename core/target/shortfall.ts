import { compare } from '../base/number.ts';
import { boundsOf, decidingBound } from './bounds.ts';
import { difference, quoted } from './formula.ts';
import { boundRefsOf, gap, pathGap } from './gap.ts';
import { kindOf } from './kinds/index.ts';
import { decidingCell, type Result, type SeriesRefs, type SeriesValues } from './kind.ts';
import { resultDirection } from './result.ts';
import { governingSegment, printedAhead, segmentInForce, type Series } from './series.ts';
import { verdict, verdicts } from './verdict.ts';

/**
 * What the missing part is a part of. `change`: of the change asked for. `backward`: more than that is missing, the
 * figure lies behind where it started; the part is of the value and at least all of it, since of a small change
 * any distance is many times as much. `value`: of the value to be reached, where no change is known or what was
 * assigned says the amount. `all`: nothing had to change, or there is nothing to divide by (a target of 0, a
 * milestone), and still it is missed: no part of that is small.
 */
export type ShortfallOf = 'change' | 'backward' | 'value' | 'all';

/** How far a series lies behind. */
export interface Shortfall {
  share: number;
  of: ShortfallOf;
}

/**
 * How far a series lies behind: behind the value in force where one is, behind the reference path while the
 * target year is ahead. Distance and whole are both of the same value in force, assigned or printed. Null when
 * it is not behind or cannot be told. It ranks the worst gaps and judges nothing.
 */
export function shortfallOf(series: Series, values: SeriesValues, year: number): Shortfall | null {
  const word = verdict(series, values, year);
  if (word !== 'notMet' && word !== 'notDue') return null;
  const kind = kindOf(series);
  if (!kind.hasValue) return word === 'notMet' ? { share: 1, of: 'all' } : null;
  const due = segmentInForce(series, year) !== null;
  const distance = due ? gap(series, values, year) : pathGapShown(series, values, year);
  const value = due ? valueOf(series, year) : goalAhead(series, values, year);
  // On a bound that had to be passed, nothing is missing but the passing.
  if (distance === null || distance > 0 || (distance === 0 && !due) || value === null) return null;
  const behind = 0 - distance;
  const required = kind.requiredChange(series, values, year);
  const share = value === 0 ? 1 : behind / Math.abs(value);
  if (required !== null && compare(required, 0) > 0) {
    return compare(behind, required) > 0
      ? { share: Math.max(1, share), of: 'backward' }
      : { share: behind / required, of: 'change' };
  }
  return { share, of: required === null && value !== 0 ? 'value' : 'all' };
}

/** The share of {@link shortfallOf}. */
export function shortfall(series: Series, values: SeriesValues, year: number): Result {
  return shortfallOf(series, values, year)?.share ?? null;
}

/** {@link shortfall} in Excel; null where the sheet has no cells for it. */
export function shortfallFormula(series: Series, refs: SeriesRefs, year: number): string | null {
  const word = refs.cell('verdict', year);
  const notMet = `${word}=${quoted(verdicts.notMet.vi)}`;
  if (!kindOf(series).hasValue) return `IF(${notMet},1,"")`;
  const cells = wholeCells(series, refs, year);
  if (!cells) return null;
  const { behind, value, required, due } = cells;
  const ofValue = `IF(${value}=0,1,-${behind}/ABS(${value}))`;
  const ofChange = (change: string) =>
    `IF(${difference(`-${behind}`, change)}>0,MAX(1,${ofValue}),-${behind}/${change})`;
  const share =
    required === null
      ? ofValue
      : `IF(ISNUMBER(${required}),IF(${difference(required, '0')}>0,${ofChange(required)},${ofValue}),${ofValue})`;
  const isBehind = `IF(COUNT(${behind},${value})=2,${behind}${due ? '<=' : '<'}0,FALSE)`;
  return `IF(OR(${notMet},${word}=${quoted(verdicts.notDue.vi)}),IF(${isBehind},${share},""),"")`;
}

/** Whether a shortfall is `of` all, as an Excel condition where the series is behind; null as {@link shortfallFormula}. */
export function isOfAllFormula(series: Series, refs: SeriesRefs, year: number): string | null {
  if (!kindOf(series).hasValue) return 'TRUE';
  const cells = wholeCells(series, refs, year);
  if (!cells) return null;
  const { value, required } = cells;
  const isZero = `${value}=0`;
  return required === null ? isZero : `IF(ISNUMBER(${required}),${difference(required, '0')}<=0,${isZero})`;
}

/** The cells a shortfall is computed from; null where the sheet lacks one. */
function wholeCells(
  series: Series,
  refs: SeriesRefs,
  year: number,
): { behind: string; value: string; required: string | null; due: boolean } | null {
  const governing = governingSegment(series, year);
  const due = segmentInForce(series, year) !== null;
  const field = due ? 'gap' : 'pathGap';
  const bounds = governing && boundRefsOf(series, governing, refs, Math.max(year, governing.start));
  if (!bounds || !refs.has(field)) return null;
  return {
    behind: refs.cell(field, year),
    value:
      !due && kindOf(series).isSinceBase
        ? refs.cell('path', governing.start)
        : bounds[decidingBound(resultDirection(series))],
    required: kindOf(series).requiredChangeFormula(series, refs, year),
    due,
  };
}

/** The next value ahead in the unit of the path: of a change since a base what it leads to. */
function goalAhead(series: Series, values: SeriesValues, year: number): Result {
  const kind = kindOf(series);
  const governing = governingSegment(series, year);
  return governing && kind.isSinceBase
    ? kind.path(series, values, governing.start, 'low')
    : valueOf(series, year);
}

/** The bound that decides, of the value in force or else the next one ahead. */
function valueOf(series: Series, year: number): Result {
  const governing = governingSegment(series, year);
  return (governing && boundsOf(governing)?.[decidingBound(resultDirection(series))]) ?? null;
}

/**
 * What is asked of a series by the year, as a share of the change it asks for: all of it where a value is
 * in force, what the reference path has covered while the target year is ahead.
 */
export function asked(series: Series, values: SeriesValues, year: number): Result {
  if (segmentInForce(series, year)) return 1;
  if (!series.own) return null;
  const ahead = printedAhead(series, year);
  const kind = kindOf(series);
  const path = kind.path(series, values, year, 'low');
  const required = kind.requiredChange(series, values, year);
  const bound = ahead && ahead[decidingBound(series.direction)];
  const isShown = kind.fields(series).includes('pathGap');
  const goal = isShown && kind.isSinceBase ? goalAhead(series, values, year) : isShown ? bound : null;
  if (path === null || goal === null) return null;
  const whole = required ?? Math.abs(goal);
  return compare(whole, 0) > 0 ? 1 - Math.abs(goal - path) / whole : null;
}

/** {@link asked} in Excel; null where the sheet has no cells for it. */
export function askedFormula(series: Series, refs: SeriesRefs, year: number): string | null {
  if (segmentInForce(series, year)) return '1';
  if (!series.own) return null;
  const ahead = printedAhead(series, year);
  const kind = kindOf(series);
  const required = kind.requiredChangeFormula(series, refs, year);
  const hasPath = refs.has('pathGap') && kind.pathFormula(series, refs, year, 'low') !== null;
  if (!ahead || !hasPath) return null;
  const goal = kind.isSinceBase ? refs.cell('path', ahead.start) : decidingCell(series, refs, ahead.start);
  const path = refs.cell('path', year);
  const whole = required ?? `ABS(${goal})`;
  const covered = `IF(${difference(whole, '0')}<=0,"",1-ABS(${goal}-${path})/${whole})`;
  const known = `COUNT(${goal},${path})=2`;
  return `IF(${required === null ? known : `AND(${known},ISNUMBER(${required}))`},${covered},"")`;
}

function pathGapShown(series: Series, values: SeriesValues, year: number): Result {
  return kindOf(series).fields(series).includes('pathGap') ? pathGap(series, values, year) : null;
}
