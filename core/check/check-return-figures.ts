import { targetGap, worstFirst, type TargetGap } from '../gaps/target-gap.ts';
import { valuesOf } from '../workbook/known-values.ts';
import type { PlacedRequest } from '../workbook/placed.ts';
import type { WorkbookRequest } from '../workbook/request.ts';
import { asTyped } from '../rules/as-typed.ts';
import { judgeAll, reasonOf, type JudgedReturn } from '../rules/judge-all.ts';
import type { TypedFigures } from '../rules/typed.ts';
import { checkByUnit, type TypedByUnit } from './check-by-unit.ts';
import { tallied, type FigureCheck } from './check-figures.ts';
import { checkBaselines } from './check-baselines.ts';
import { checkColumn } from './form/rules/form-in-other-column.ts';
import { checkSize } from './form/rules/form-of-other-size.ts';
import { checkReasonColumn } from './form/rules/form-in-reason-column.ts';
import { checkRows } from './form/rules/form-rows-shifted.ts';
import { progressOf, type Progress } from './progress.ts';
import type { CheckReport } from './report.ts';

/** What a check says of a return, whatever kind of file it came in, and where its targets stand. */
export interface CheckedReturn {
  report: CheckReport;
  /** What the return is about, with the figures that came back; null where nobody knows what was asked. */
  request: WorkbookRequest | null;
  /** Every target of the unit at the round's year, worst first. */
  gaps: readonly TargetGap[];
  /** Figures owed in the round, and how many of them are there. */
  progress: Progress;
}

/** A return of which only its identity could be judged. */
export const UNJUDGED: Omit<CheckedReturn, 'report'> = {
  request: null,
  gaps: [],
  progress: { owed: 0, done: 0 },
};

/** The part of a {@link CheckedReturn} that comes from its figures. */
export interface CheckedFigures extends Omit<CheckedReturn, 'report' | 'request'>, FigureCheck {
  request: WorkbookRequest;
}

const NO_UNITS: TypedByUnit = new Map();

/**
 * Runs the rules over figures and series, and says where every target stands.
 * @param where what is asked, with the figures that came back
 * @param typed the cells for figures and the reasons
 * @param byUnit what stands in the rows of communes
 * @param judged what the rules say of `typed`, where that is known already
 */
export function checkReturnFigures(
  { request, asked, layout }: PlacedRequest,
  typed: TypedFigures,
  byUnit: TypedByUnit = NO_UNITS,
  judged: JudgedReturn = judgeAll(request, asked, layout, typed),
): CheckedFigures {
  const asShown = asTyped(request, typed);
  const gaps = asked.series.map((series) => {
    const values = valuesOf(asShown, layout, series);
    // As its sheet shows it, what nobody can read stands where a figure would; as a figure it is not there.
    const isUnreadable =
      values.figure(request.round) === 'x' && valuesOf(request, layout, series).figure(request.round) !== 'x';
    return targetGap(series, values, request.round, layout.years, { isUnreadable });
  });
  const figures = tallied(typed, judged);
  const inReasons = checkReasonColumn(judged.figures, typed);
  const whole = [
    inReasons,
    checkColumn(judged.figures, inReasons.findings.length > 0),
    checkRows(judged.figures, (key) => reasonOf(typed, key), judged.together.isMultiple),
    checkSize(judged.figures, request.round, (key) => reasonOf(typed, key)),
    checkByUnit({ request, asked, layout }, typed, byUnit),
    checkBaselines({ request, layout }),
  ];
  return {
    request,
    findings: [...whole.flatMap((one) => one.findings), ...figures.findings],
    rules: [...figures.rules, ...whole.flatMap((one) => one.rules)],
    gaps: worstFirst(gaps),
    progress: progressOf(judged.figures, { request, layout }),
  };
}
