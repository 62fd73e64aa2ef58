import { decidingBound } from './bounds.ts';
import { quoted } from './formula.ts';
import { gap, pathGap } from './gap.ts';
import { kindOf } from './kinds/index.ts';
import { decidingCell, type Result, type SeriesRefs, type SeriesValues } from './kind.ts';
import { printedAhead, segmentInForce, type Series } from './series.ts';
import { verdict, verdicts } from './verdict.ts';

/**
 * How far a series lies behind, as a share of the change it asks for: behind the value in force where one
 * is, behind the reference path while the target year is ahead. Null when it is not behind or cannot be
 * told, or when the plan is not the unit's own. It ranks the worst gaps and judges nothing.
 */
export function shortfall(series: Series, values: SeriesValues, year: number): Result {
  if (!series.own) return null;
  const word = verdict(series, values, year);
  if (word !== 'notMet' && word !== 'notDue') return null;
  const behind = segmentInForce(series, year)
    ? gap(series, values, year)
    : pathGapShown(series, values, year);
  const required = kindOf(series).requiredChange(series, values, year);
  if (behind === null || behind >= 0 || required === null || required === 0) return null;
  return -behind / required;
}

/** {@link shortfall} in Excel; null where the sheet has no cells for it. */
export function shortfallFormula(series: Series, refs: SeriesRefs, year: number): string | null {
  if (!series.own) return null;
  const fields = kindOf(series).fields(series);
  const field = segmentInForce(series, year) ? 'gap' : 'pathGap';
  const required = kindOf(series).requiredChangeFormula(series, refs, year);
  if (!fields.includes(field) || required === null) return null;
  const behind = refs.cell(field, year);
  const word = refs.cell('verdict', year);
  const judged = `OR(${word}=${quoted(verdicts.notMet.vi)},${word}=${quoted(verdicts.notDue.vi)})`;
  const share = `IF(${behind}<0,IF(ISNUMBER(${required}),IF(${required}<>0,-${behind}/${required},""),""),"")`;
  return `IF(AND(${judged},ISNUMBER(${behind})),${share},"")`;
}

/**
 * What is asked of a series by the year, as a share of the change it asks for: all of it where a value is
 * in force, what the reference path has covered while the target year is ahead.
 */
export function asked(series: Series, values: SeriesValues, year: number): Result {
  if (!series.own) return null;
  if (segmentInForce(series, year)) return 1;
  const ahead = printedAhead(series, year);
  const kind = kindOf(series);
  const path = kind.path(series, values, year, 'low');
  const required = kind.requiredChange(series, values, year);
  const goal =
    ahead && kind.fields(series).includes('pathGap') ? ahead[decidingBound(series.direction)] : null;
  if (path === null || goal === null || required === null || required === 0) return null;
  return 1 - Math.abs(goal - path) / required;
}

/** {@link asked} in Excel; null where the sheet has no cells for it. */
export function askedFormula(series: Series, refs: SeriesRefs, year: number): string | null {
  if (!series.own) return null;
  if (segmentInForce(series, year)) return '1';
  const ahead = printedAhead(series, year);
  const kind = kindOf(series);
  const required = kind.requiredChangeFormula(series, refs, year);
  const hasPath =
    kind.fields(series).includes('pathGap') && kind.pathFormula(series, refs, year, 'low') !== null;
  if (!ahead || required === null || !hasPath) return null;
  const goal = decidingCell(series, refs, ahead.start);
  const path = refs.cell('path', year);
  return `IF(AND(COUNT(${goal},${path})=2,ISNUMBER(${required})),IF(${required}=0,"",1-ABS(${goal}-${path})/${required}),"")`;
}

function pathGapShown(series: Series, values: SeriesValues, year: number): Result {
  return kindOf(series).fields(series).includes('pathGap') ? pathGap(series, values, year) : null;
}
