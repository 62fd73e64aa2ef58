import { targetGap, worstFirst, type TargetGap } from '../gaps/target-gap.ts';
import { askedOf } from '../workbook/asked.ts';
import { buildWorkbook } from '../workbook/build.ts';
import { requestOf, type WorkbookDefinition } from '../workbook/definition.ts';
import { progressOf } from '../workbook/form/progress.ts';
import { knownFromReturned } from '../workbook/known-from-returned.ts';
import { valuesOf } from '../workbook/known-values.ts';
import { layOut } from '../workbook/layout.ts';
import { readReturned, type ReturnedWorkbook } from '../workbook/read.ts';
import type { WorkbookRequest } from '../workbook/request.ts';
import { checkFigures } from './check-figures.ts';
import { reportOf, type CheckReport } from './report.ts';
import { checkReturn } from './return/check-return.ts';
import { returnIdentity } from './return/return-identity.ts';
import type { ReturnExpectation } from './return/return-rule.ts';
import { checkStructure } from './structure/check-structure.ts';
import type { WorkbookFacts } from './structure/facts.ts';
import { typedFigures } from './typed-figures.ts';

/** How a workbook is to be checked. */
export interface CheckOptions {
  /** `cells` inside a spreadsheet program, which shows values and formulas only. */
  has?: 'cells' | 'file';
  /** What is known of the return that was asked for, where it is received. */
  expectation?: ReturnExpectation;
  /** The definition of a workbook that has lost its own, by what is left of its identity. */
  definitionOf?: (returned: ReturnedWorkbook) => WorkbookDefinition | null;
}

/** What a check says of a workbook, and where its targets stand. */
export interface CheckedWorkbook {
  report: CheckReport;
  /** What was read; null when the file is no workbook of ours. */
  returned: ReturnedWorkbook | null;
  /** What the workbook was made from, with the figures that came back; null where nobody knows. */
  request: WorkbookRequest | null;
  /** Every target of the unit at the round's year, worst first. */
  gaps: readonly TargetGap[];
  /** Indicators owed in the round, and how many of them are there. */
  progress: { owed: number; done: number };
}

/** Runs every rule over a returned workbook. */
export function checkWorkbook(found: WorkbookFacts, options: CheckOptions = {}): CheckedWorkbook {
  const { value: returned } = readReturned(found.sheets);
  const identified = checkReturn(returnIdentity(found.sheets), options.expectation);
  const definition = returned && (returned.definition ?? options.definitionOf?.(returned) ?? null);
  if (!returned || !definition) {
    const report = reportOf(identified.findings, identified.rules);
    // Figures that nobody could judge are not accepted, whatever else is wrong with the file.
    const blocked = { ...report, acceptance: 'blocked' as const };
    return { report: blocked, returned, request: null, gaps: [], progress: { owed: 0, done: 0 } };
  }
  const request = requestOf(definition, knownFromReturned({ ...returned, definition }));
  const figures = checkFigures(request, typedFigures(returned));
  const structure = checkStructure(buildWorkbook(requestOf(definition)), found, {
    recomputed: buildWorkbook(request),
    has: options.has ?? 'file',
  });
  const families = [identified, structure, figures];
  return {
    report: reportOf(
      families.flatMap(({ findings }) => findings),
      families.flatMap(({ rules }) => rules),
    ),
    returned,
    request,
    ...standing(request),
  };
}

/** Where the targets stand, and how much is entered. */
function standing(request: WorkbookRequest): Pick<CheckedWorkbook, 'gaps' | 'progress'> {
  const asked = askedOf(request);
  const layout = layOut(request, asked);
  const parts = [layout.entry, layout.background].map((input) => progressOf(request, input));
  return {
    gaps: worstFirst(
      asked.series.map((series) =>
        targetGap(series, valuesOf(request, layout, series), request.round, layout.years),
      ),
    ),
    progress: {
      owed: parts.reduce((sum, { owed }) => sum + owed, 0),
      done: parts.reduce((sum, { done }) => sum + done, 0),
    },
  };
}
