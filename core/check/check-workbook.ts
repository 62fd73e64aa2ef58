import { allRules } from './all-rules.ts';
import type { Finding } from '../base/finding.ts';
import { buildWorkbook } from '../template/build.ts';
import { requestOf, type WorkbookDefinition } from '../workbook/definition.ts';
import { readMeta } from '../returned/read-meta.ts';
import { readReturned, type ReturnedWorkbook } from '../returned/read.ts';
import { checkReturnFigures, UNJUDGED, type CheckedReturn } from './check-return-figures.ts';
import { blocked, reportOf, untried } from './report.ts';
import { checkReturn, type Expected } from './return/check-return.ts';
import { returnIdentity } from './return/return-identity.ts';
import { asCheckFinding } from '../rules/rule.ts';
import { checkStructure } from './structure/check-structure.ts';
import type { WorkbookFacts } from '../sheet/facts.ts';
import { structureRules } from './structure/rules/index.ts';
import { typedFigures } from '../returned/typed-figures.ts';
import { withLostCells } from './typed-from-rows.ts';
import { valueRules } from '../rules/value-rules.ts';

/** How a workbook is to be checked. */
export interface CheckOptions {
  /** `cells` inside a spreadsheet program, which shows values and formulas only. */
  has?: 'cells' | 'file';
  /** What is known of the return that was asked for, where it is received. */
  expectation?: Expected;
  /** `not-judged` saves the time of computing every result anew, where only figures are of interest. */
  storedResults?: 'judged' | 'not-judged';
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
  const meta = readMeta(found.sheets);
  const { value: returned, findings: ofReading } = readReturned(found.sheets, meta);
  const read = ofReading.filter((finding) => !isSaidByRule(finding)).map(asCheckFinding);
  const identified = checkReturn(returnIdentity(found.sheets, meta), options.expectation);
  const definition = returned && (returned.definition ?? options.definitionOf?.(returned) ?? null);
  if (!returned || !definition) {
    const rules = [...identified.rules, ...untried(structureRules), ...untried(valueRules)];
    const findings = [...read, ...identified.findings];
    return { report: blocked(reportOf(findings, rules)), returned, ...UNJUDGED };
  }
  const figures = checkReturnFigures(definition, returned, (asked) =>
    withLostCells(typedFigures(returned), asked),
  );
  const { request, gaps, progress } = figures;
  const structure = checkStructure(buildWorkbook(requestOf(definition)), found, {
    ...(options.storedResults === 'not-judged'
      ? {}
      : {
          recomputed: buildWorkbook(
            request,
            { untouched: returned.untouched ?? '', definition },
            typedFigures(returned),
          ),
        }),
    has: options.has ?? 'file',
    madeFrom: returned.definition ? 'definition' : 'plans',
  });
  const families = [identified, structure, figures];
  return {
    report: reportOf(
      [...read, ...families.flatMap(({ findings }) => findings)],
      families.flatMap(({ rules }) => rules),
    ),
    returned,
    request,
    gaps,
    progress,
  };
}

/** Whether a rule says better what the reader found. */
function isSaidByRule({ code }: Finding): boolean {
  return allRules.some(({ insteadOf }) => insteadOf === code);
}
