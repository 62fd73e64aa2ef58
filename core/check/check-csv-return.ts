import type { CsvReturn } from '../exchange/read-tables.ts';
import { reporter, type DataOf, type Finding, type Place } from '../base/finding.ts';
import { csvReturnMessages } from '../exchange/messages.ts';
import { figureKey } from '../observation/key.ts';
import { requestOf, type WorkbookDefinition } from '../workbook/definition.ts';
import { placed, type PlacedRequest } from '../workbook/placed.ts';
import { knownFromReturned } from '../returned/known-from-returned.ts';
import { allRules } from './all-rules.ts';
import { keyNamesOf, labelOf } from '../workbook/key-label.ts';
import { checkReturnFigures, UNJUDGED, type CheckedReturn } from './check-return-figures.ts';
import { blocked, reportOf, untried } from './report.ts';
import { checkReturn, type Expected } from './return/check-return.ts';
import { asCheckFinding, type CheckFinding } from '../rules/rule.ts';
import { structureRules } from './structure/rules/index.ts';
import { cellsOf, cellsOfCommune, lessSureOf, typedByUnit, typedFromRows } from './typed-from-rows.ts';
import { figureOfUnit } from '../returned/figure-of-unit.ts';
import { unitKey } from '../workbook/contract.ts';
import { valueRules } from '../rules/value-rules.ts';

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
      layout: null,
      unit,
      reporter,
      round,
      isSample: sample,
      plans,
      definition: 'none',
    },
    expectation,
  );
  const structure = untried(structureRules);
  if (!definition) {
    const rules = [...identified.rules, ...structure, ...untried(valueRules)];
    const found = [...findings.map(asCheckFinding), ...identified.findings];
    return { report: blocked(reportOf(found, rules)), ...UNJUDGED };
  }
  const { observations, baselines } = returned;
  const where = placed(
    requestOf(
      definition,
      knownFromReturned({ observations, baselines, definition }),
      figureOfUnit(returned.byUnit),
    ),
  );
  const figures = checkReturnFigures(where, typedFromRows(returned, where), typedByUnit(returned, where));
  const { request, gaps, progress } = figures;
  const said = new Set(figures.findings.map(({ place }) => lineOf(place)));
  const ofReading = [
    // Of a text where a figure is wanted the rules over figures say more.
    ...findings
      .filter(({ code, place }) => code !== 'return-unread' || !said.has(lineOf(place)))
      .flatMap((finding) => (isHadErrors(finding) ? stillStanding(finding, figures.findings) : [finding])),
    ...withoutCell(returned, where),
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
function withoutCell({ observations, byUnit, places }: CsvReturn, where: PlacedRequest): Finding[] {
  const own = cellsOf(where);
  const cells = new Set([...own, ...[...own].flatMap((cell) => lessSureOf(cell, where))]);
  const communes = new Set(where.request.byCommune?.units.map(({ id }) => id));
  const ofCommunes = cellsOfCommune(where);
  const said = [
    ...observations.map((one) => ({ one, unit: null, isAsked: (cell: string) => cells.has(cell) })),
    ...byUnit.flatMap(({ unit, observations: figures }) => {
      const isAsked = (cell: string) => communes.has(unit) && ofCommunes.has(cell);
      return figures.map((one) => ({ one, unit, isAsked }));
    }),
  ];
  return said.flatMap(({ one, unit, isAsked }) => {
    const { indicator, stratum, period, vintage } = one;
    const key = figureKey(indicator, stratum);
    if (isAsked(`${key}|${period}|${vintage}`)) return [];
    const named = unit === null ? key : `${unitKey(unit)}|${key}`;
    const label = `${labelOf(named, keyNamesOf(where.request), 'vi')}, ${period}`;
    return [report('return-not-asked', places.get(one) ?? {}, { label, vintage })];
  });
}

type HadErrors = Finding<'return-had-errors', DataOf<typeof csvReturnMessages, 'return-had-errors'>>;

function isHadErrors(finding: Finding): finding is HadErrors {
  return finding.code === 'return-had-errors';
}

/**
 * What is left of the errors a workbook had when it was exported: those about figures have been tried anew on
 * the rows, where somebody may have corrected them since; all others can only be mended in the workbook.
 */
function stillStanding({ place, data }: HadErrors, found: readonly CheckFinding[]): Finding[] {
  // Earlier versions wrote a number without codes.
  if (data.codes.length === 0) return [report('return-had-errors', place, data)];
  const named = data.codes.map((one) => ({ ...one, title: titleOf(one.code) }));
  const ofFigures = named.filter(({ code }) => valueCodes.has(code));
  const others = named.filter(({ code }) => !valueCodes.has(code));
  const foundAgain = (code: string) => found.filter((one) => one.code === code && one.severity === 'error');
  const isGone = ofFigures.some(({ code, count }) => foundAgain(code).length < count);
  const ofThese = (codes: typeof named) => ({ ...data, codes, count: sumOf(codes) });
  return [
    ...(others.length > 0 || data.forced ? [report('return-had-errors', place, ofThese(others))] : []),
    ...(isGone ? [report('return-had-figure-errors', place, ofThese(ofFigures))] : []),
  ];
}

const valueCodes = new Set(valueRules.map(({ code }) => code));

function titleOf(code: string) {
  const rule = allRules.find((one) => one.code === code);
  return rule ? { vi: rule.text.vi.title, en: rule.text.en.title } : null;
}

function sumOf(codes: readonly { count: number }[]): number {
  return codes.reduce((sum, { count }) => sum + count, 0);
}

function lineOf({ file, line }: Place): string {
  return `${file}:${line}`;
}
