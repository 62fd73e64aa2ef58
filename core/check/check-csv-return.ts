import type { CsvReturn } from '../exchange/read-tables.ts';
import { reporter, type Finding, type Place } from '../finding.ts';
import { csvReturnMessages } from '../messages/csv-return.ts';
import { figureKey } from '../target/series.ts';
import type { WorkbookDefinition } from '../workbook/definition.ts';
import type { WorkbookRequest } from '../workbook/request.ts';
import { checkReturnFigures, UNJUDGED, type CheckedReturn } from './check-return-figures.ts';
import { blocked, reportOf, untried } from './report.ts';
import { checkReturn, type Expected } from './return/check-return.ts';
import { asCheckFinding } from './rule.ts';
import { structureRules } from './structure/rules/index.ts';
import { cellsOf, typedFromRows } from './typed-from-rows.ts';
import { valueRules } from './value-rules.ts';

const report = reporter(csvReturnMessages);

/** How a return in CSV files is to be checked. */
export interface CsvCheckOptions {
  /** What the workbook it stands for was made from; null where that is not known here. */
  definition: WorkbookDefinition | null;
  expectation?: Expected;
}

/**
 * Runs the rules over figures and over the return itself; there is no workbook whose structure could be
 * judged.
 * @param findings what the reader found; said in the report beside what the rules find
 */
export function checkCsvReturn(
  returned: CsvReturn,
  findings: readonly Finding[],
  { definition, expectation }: CsvCheckOptions,
): CheckedReturn {
  const { unit, reporter, round, sample, plans } = returned;
  const identified = checkReturn(
    {
      isOurs: true,
      schema: null,
      unit,
      reporter,
      round,
      isSample: sample,
      plans,
      definition: 'none',
    },
    expectation,
  );
  const structure = untried(structureRules.map((rule) => rule.definition));
  if (!definition) {
    const rules = [...identified.rules, ...structure, ...untried(valueRules)];
    const found = [...findings.map(asCheckFinding), ...identified.findings];
    return { report: blocked(reportOf(found, rules)), ...UNJUDGED };
  }
  const figures = checkReturnFigures(definition, returned, (request) => typedFromRows(returned, request));
  const { request, gaps, progress } = figures;
  const said = new Set(figures.findings.map(({ place }) => lineOf(place)));
  const ofReading = [
    // Of a text where a figure is wanted the rules over figures say more.
    ...findings.filter(({ code, place }) => code !== 'return-unread' || !said.has(lineOf(place))),
    ...withoutCell(returned, request),
  ];
  return {
    report: reportOf(
      [...ofReading.map(asCheckFinding), ...identified.findings, ...figures.findings],
      [...identified.rules, ...structure, ...figures.rules],
    ),
    request,
    gaps,
    progress,
  };
}

/** Figures the workbook of the unit and round has no cell for: nobody would look at them. */
function withoutCell({ observations, places }: CsvReturn, request: WorkbookRequest): Finding[] {
  const cells = cellsOf(request);
  return observations.flatMap((one) => {
    const { indicator, stratum, period, vintage } = one;
    const key = figureKey(indicator, stratum);
    if (cells.has(`${key}|${period}|${vintage}`)) return [];
    return [report('return-not-asked', places.get(one) ?? {}, { key, period, vintage })];
  });
}

function lineOf({ file, line }: Place): string {
  return `${file}:${line}`;
}
