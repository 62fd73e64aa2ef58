import type { Place } from '../base/finding.ts';
import { allRules } from './all-rules.ts';
import type { WorkbookDefinition } from '../workbook/definition.ts';
import { openReturn, type OpenedReturn } from '../returned/open-return.ts';
import type { ReturnedWorkbook } from '../returned/read.ts';
import { reasonOfFigure } from '../returned/reason-of-figure.ts';
import { checkReturnFigures, UNJUDGED, type CheckedReturn } from './check-return-figures.ts';
import { blocked, reportOf, untried } from './report.ts';
import { checkReturn, type Expected } from './return/check-return.ts';
import { asCheckFinding, type CheckFinding } from '../rules/rule.ts';
import { checkStructure } from './structure/check-structure.ts';
import type { WorkbookFacts } from '../sheet/facts.ts';
import { printedBefore } from '../template/sheets/printed-before.ts';
import type { SpotData } from './structure/fold.ts';
import { structureRules } from './structure/rules/index.ts';
import { withLostCells } from './typed-from-rows.ts';
import { valueRules } from '../rules/value-rules.ts';

/** How a workbook is to be checked. */
export interface CheckOptions {
  /** `cells` inside a spreadsheet program, which shows values and formulas only. */
  has?: 'cells' | 'file';
  /** What is known of the return that was asked for, where it is received. */
  expectation?: Expected;
  /** `not-judged` says nothing of results that are out of date, where only figures are of interest. */
  storedResults?: 'judged' | 'not-judged';
  /** The definition of a workbook that has lost its own, by what is left of its identity. */
  definitionOf?: (returned: ReturnedWorkbook) => WorkbookDefinition | null;
}

/** What a check says of a workbook, and where its targets stand. */
export interface CheckedWorkbook extends CheckedReturn {
  /** What was read; null when the file is no workbook of ours. */
  returned: ReturnedWorkbook | null;
}

/** What the reader finds and a rule says better. */
const saidByRules: ReadonlySet<string> = new Set(allRules.flatMap(({ insteadOf }) => insteadOf ?? []));

/** Opens a returned workbook and runs every rule over it. */
export function checkWorkbook(facts: WorkbookFacts, options: CheckOptions = {}): CheckedWorkbook {
  const { definitionOf, ...others } = options;
  return checkOpened(openReturn(facts, definitionOf ? { definitionOf } : {}), others);
}

const NO_FIGURE: ReadonlySet<string> = new Set(
  structureRules.flatMap(({ code, holdsNoFigure }) => (holdsNoFigure ? [code] : [])),
);

/** The cells that a finding says hold no figure. */
function namedCells({ code, place, data }: CheckFinding): string[] {
  if (!NO_FIGURE.has(code)) return [];
  const { more } = data as SpotData;
  return [place, ...more.map((cell) => ({ ...place, cell }))].map(placeId);
}

function placeId({ sheet, cell }: Place): string {
  return `${sheet ?? ''}!${cell ?? ''}`;
}

/** What the reader found, but for what rules say better. */
export function findingsOfReading({ findings }: OpenedReturn): CheckFinding[] {
  return findings.filter(({ code }) => !saidByRules.has(code)).map(asCheckFinding);
}

/** Runs every rule over a returned workbook that has been opened. */
export function checkOpened(
  opened: OpenedReturn,
  { has = 'file', expectation, storedResults = 'judged' }: Omit<CheckOptions, 'definitionOf'> = {},
): CheckedWorkbook {
  const { facts, returned, issued } = opened;
  const read = findingsOfReading(opened);
  const identified = checkReturn(opened.identity, expectation);
  if (!issued) {
    const rules = [...identified.rules, ...untried(structureRules), ...untried(valueRules)];
    const findings = [...read, ...identified.findings];
    return { report: blocked(reportOf(findings, rules)), returned, ...UNJUDGED };
  }
  const typed = withLostCells(issued.typed, issued);
  const figures = checkReturnFigures(
    issued,
    typed,
    issued.typedByUnit,
    typed === issued.typed ? issued.judged : undefined,
  );
  const { request, gaps, progress } = figures;
  const structure = checkStructure(issued.recomputed, facts, {
    alignment: issued.alignment,
    ...(storedResults === 'judged' ? { recomputed: issued.recomputed } : {}),
    has,
    against: issued.against,
    isOfEarlierLayout: issued.isOfEarlierLayout,
    printedBefore: printedBefore(issued.request),
    explain: reasonOfFigure({ typed, typedByUnit: issued.typedByUnit }),
  });
  const shownOtherwise = new Set(structure.findings.flatMap(namedCells));
  // A cell that is named as showing another number, a truth value or chance is not told as a slip as well.
  const told = figures.findings.filter(({ place }) => !shownOtherwise.has(placeId(place)));
  const families = [identified, structure, { ...figures, findings: told }];
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
