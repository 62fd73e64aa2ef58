import { buildWorkbook } from '../workbook/build.ts';
import { requestOf, type WorkbookDefinition } from '../workbook/definition.ts';
import { readReturned, type ReturnedWorkbook } from '../workbook/read.ts';
import { checkReturnFigures, UNJUDGED, type CheckedReturn } from './check-return-figures.ts';
import { blocked, reportOf, untried } from './report.ts';
import { checkReturn } from './return/check-return.ts';
import { returnIdentity } from './return/return-identity.ts';
import type { ReturnExpectation, ReturnIdentity } from './return/return-rule.ts';
import { checkStructure } from './structure/check-structure.ts';
import type { WorkbookFacts } from './structure/facts.ts';
import { structureRules } from './structure/rules/index.ts';
import { typedFigures } from './typed-figures.ts';
import { valueRules } from './value-rules.ts';

/** How a workbook is to be checked. */
export interface CheckOptions {
  /** `cells` inside a spreadsheet program, which shows values and formulas only. */
  has?: 'cells' | 'file';
  /** What is known of the return that was asked for, where it is received. */
  expectation?: ReturnExpectation | ((identity: ReturnIdentity) => ReturnExpectation);
  /** The definition of a workbook that has lost its own, by what is left of its identity. */
  definitionOf?: (returned: ReturnedWorkbook) => WorkbookDefinition | null;
}

/** What a check says of a workbook, and where its targets stand. */
export interface CheckedWorkbook extends CheckedReturn {
  /** What was read; null when the file is no workbook of ours. */
  returned: ReturnedWorkbook | null;
}

/** Runs every rule over a returned workbook. */
export function checkWorkbook(found: WorkbookFacts, options: CheckOptions = {}): CheckedWorkbook {
  const { value: returned } = readReturned(found.sheets);
  const identity = returnIdentity(found.sheets);
  const { expectation } = options;
  const identified = checkReturn(
    identity,
    typeof expectation === 'function' ? expectation(identity) : expectation,
  );
  const definition = returned && (returned.definition ?? options.definitionOf?.(returned) ?? null);
  if (!returned || !definition) {
    const rules = [
      ...identified.rules,
      ...untried(structureRules.map((rule) => rule.definition)),
      ...untried(valueRules),
    ];
    return { report: blocked(reportOf(identified.findings, rules)), returned, ...UNJUDGED };
  }
  const figures = checkReturnFigures(definition, returned, () => typedFigures(returned));
  const { request, gaps, progress } = figures;
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
    gaps,
    progress,
  };
}
