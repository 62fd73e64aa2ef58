import { targetGap, worstFirst, type TargetGap } from '../gaps/target-gap.ts';
import { askedOf } from '../workbook/asked.ts';
import { requestOf, type WorkbookDefinition } from '../workbook/definition.ts';
import { knownFromReturned } from '../returned/known-from-returned.ts';
import { valuesOf } from '../workbook/known-values.ts';
import { layOut } from '../workbook/layout.ts';
import type { ReturnedWorkbook } from '../returned/read.ts';
import type { WorkbookRequest } from '../workbook/request.ts';
import { asTyped } from '../rules/as-typed.ts';
import { judgeAll } from '../rules/judge-all.ts';
import type { TypedFigures } from '../rules/typed.ts';
import { tallied, type FigureCheck } from './check-figures.ts';
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

/**
 * Runs the rules over figures and series, and says where every target stands.
 * @param typed the cells for figures and the reasons, once it is known which cells there are
 */
export function checkReturnFigures(
  definition: WorkbookDefinition,
  returned: Pick<ReturnedWorkbook, 'observations' | 'baselines'>,
  typed: (request: WorkbookRequest) => TypedFigures,
): CheckedFigures {
  const { observations, baselines } = returned;
  const request = requestOf(definition, knownFromReturned({ observations, baselines, definition }));
  const found = typed(request);
  const asked = askedOf(request);
  const layout = layOut(request, asked);
  const judged = judgeAll(request, asked, layout, found);
  const asShown = asTyped(request, found);
  const gaps = asked.series.map((series) =>
    targetGap(series, valuesOf(asShown, layout, series), request.round, layout.years),
  );
  return {
    request,
    ...tallied(found, judged),
    gaps: worstFirst(gaps),
    progress: progressOf(judged.figures),
  };
}
