import { assignedKey, comparatorOf, type Assignment } from '../../core/planner/assignment/assignment.ts';
import { assignmentInForce } from '../../core/planner/assignment/in-force.ts';
import type { KnownBaseline } from '../../core/planner/baseline/baseline.ts';
import {
  baselineNeeds,
  chooseBaseline,
  isOfNeededYear,
  isStartingFigure,
} from '../../core/target/baseline-choice.ts';
import type { PrefilledFigure } from '../../core/consolidate/prefill.ts';
import { prefillText } from '../../core/consolidate/prefill-text.ts';
import type { KnownFigure } from '../../core/planner/known-figure.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { isOfRound, vintageIn, type Round } from '../../core/round/round.ts';
import type { AssignedValue } from '../../core/target/plan-series.ts';
import { figureKey } from '../../core/observation/key.ts';
import { isLessSure, vintages } from '../../core/observation/vintage.ts';
import type { Baseline, KnownFigures } from '../../core/workbook/request.ts';

/** What a planner gives beside the plans: values assigned to units, baselines, figures that are known. */
export interface PlannerFiles {
  assignments: readonly Assignment[];
  baselines: readonly KnownBaseline[];
  figures: readonly KnownFigure[];
}

/** A planner who gives nothing. */
export const NO_FILES: PlannerFiles = { assignments: [], baselines: [], figures: [] };

/** Nothing that anybody has sent. */
export const NO_PREFILL: Prefill = { figures: [], names: new Map() };

/** Of thousands of units each looks for its own rows. */
const byUnit = new WeakMap<PlannerFiles, ReadonlyMap<string, PlannerFiles>>();

/** What a planner gave for one unit. */
export function givenTo(unit: string, files: PlannerFiles): PlannerFiles {
  let units = byUnit.get(files);
  if (units === undefined) byUnit.set(files, (units = groupedByUnit(files)));
  return units.get(unit) ?? NO_FILES;
}

/**
 * What of it a workbook can hold: what is given for its unit; of a body's, which may have a table of communes, what is
 * given for the units of its plans.
 */
export function filesOf({
  unit,
  reporter,
  plans,
  files,
}: {
  unit: Unit;
  reporter: Unit;
  plans: readonly Pick<Plan, 'units'>[];
  files: PlannerFiles;
}): PlannerFiles {
  if (reporter.id === unit.id) return givenTo(unit.id, files);
  const ids = new Set([unit.id, ...plans.flatMap(({ units }) => units.map(({ id }) => id))]);
  const own = [...ids].map((id) => givenTo(id, files));
  return {
    assignments: own.flatMap(({ assignments }) => assignments),
    baselines: own.flatMap(({ baselines }) => baselines),
    figures: own.flatMap(({ figures }) => figures),
  };
}

/** The units that a planner has given something for. */
export function isGiven(unit: string, files: PlannerFiles): boolean {
  return givenTo(unit, files) !== NO_FILES;
}

function groupedByUnit(files: PlannerFiles): ReadonlyMap<string, PlannerFiles> {
  const units = new Map<string, { [List in keyof PlannerFiles]: PlannerFiles[List][number][] }>();
  const of = (unit: string) => {
    let own = units.get(unit);
    if (own === undefined) units.set(unit, (own = { assignments: [], baselines: [], figures: [] }));
    return own;
  };
  for (const row of files.assignments) of(row.unit).assignments.push(row);
  for (const row of files.baselines) of(row.unit).baselines.push(row);
  for (const row of files.figures) of(row.unit).figures.push(row);
  return units;
}

const NOTHING: Baseline = { year: null, value: null, source: null };

/** Figures that others have sent already, and how these are called. */
export interface Prefill {
  figures: readonly PrefilledFigure[];
  /** Names of departments by id. */
  names: ReadonlyMap<string, string>;
}

/**
 * Figures known for a unit: the planner's files, what others have sent already, and for baselines what the plans
 * themselves print as reached, which is the province's. Of two vintages of a figure the surer one is taken. An estimate
 * of an earlier year stays one until somebody changes it; of the round's own period it is left out, or it would be read
 * back as surer than it is. What the planner gave goes before what was sent.
 */
export function knownFor(
  unit: string,
  plans: readonly Plan[],
  { files, prefill, round }: { files: PlannerFiles; prefill: Prefill; round: Round },
): KnownFigures {
  // Of a commune in the table of a body nobody asks for them.
  let baselines: ReturnType<typeof baselinesFor> | undefined;
  const surest = givenTo(unit, files)
    .figures.filter((row) => mayBeFilledIn(row, round))
    .sort((a, b) => vintages.indexOf(a.vintage) - vintages.indexOf(b.vintage));
  const figures = new Map(
    surest.map((row) => [`${figureKey(row.indicator, row.stratum)}|${row.period}`, row]),
  );
  const sent = new Map(prefill.figures.map((one) => [`${one.key}|${one.period}`, one]));
  return {
    figure(key, period) {
      const place = `${key}|${period}`;
      return figures.get(place)?.value ?? sent.get(place)?.figure ?? null;
    },
    source(key, period) {
      const [given, other] = [figures.get(`${key}|${period}`), sent.get(`${key}|${period}`)];
      return given ? given.source : other ? prefillText(other, (id) => prefill.names.get(id) ?? id) : null;
    },
    lessSure(key, period) {
      const row = figures.get(`${key}|${period}`);
      return row && isLessSure(row.vintage, vintageIn(round, period)) ? row.vintage : null;
    },
    baseline(key) {
      baselines ??= baselinesFor(unit, plans, files);
      const { year, value, source } = baselines.get(key) ?? NOTHING;
      return { year, value, source };
    },
  };
}

/**
 * The baseline of each figure that plans sharing a workbook start from, for a unit: a row of the planner's
 * file, or for the province what a plan prints where the file has none or only that is of a needed base year.
 */
export function baselinesFor(
  unit: string,
  plans: readonly Plan[],
  files: PlannerFiles,
): ReadonlyMap<string, Baseline | KnownBaseline> {
  const printed = plans.some((plan) => plan.file.province === unit) ? printedBaselines(plans) : [];
  const ofUnit = givenTo(unit, files).baselines;
  return new Map(
    [...baselineNeeds(plans)].flatMap(([key, need]): [string, Baseline | KnownBaseline][] => {
      const given = chooseBaseline(
        ofUnit.filter((row) => figureKey(row.indicator, row.stratum) === key),
        need,
      );
      const inPlan = chooseBaseline(
        printed.filter(([figure]) => figure === key).map(([, baseline]) => baseline),
        need,
      );
      const planIsBetter =
        inPlan !== null && isOfNeededYear(inPlan, need) && !(given && isOfNeededYear(given, need));
      const chosen = planIsBetter ? inPlan : (given ?? inPlan);
      return chosen === null ? [] : [[key, chosen]];
    }),
  );
}

/**
 * Whether a figure may be filled in: of earlier periods any, as what it is; of the round's own only one that is as
 * sure as its column says.
 */
export function mayBeFilledIn({ period, vintage }: KnownFigure, round: Round): boolean {
  return !isOfRound(round, period) || !isLessSure(vintage, vintageIn(round, period));
}

/** The same for all, so that those who are asked the same are seen to be. */
const nothingAssigned = (): ReadonlyMap<number, AssignedValue> => NO_VALUES;
const NO_VALUES: ReadonlyMap<number, AssignedValue> = new Map();

/** What was assigned to a unit by the round's cut-off (ISO date), by figure key and year. */
export function assignedTo(
  unit: string,
  cutOff: string,
  files: PlannerFiles,
): (key: string) => ReadonlyMap<number, AssignedValue> {
  const own = givenTo(unit, files).assignments;
  if (own.length === 0) return nothingAssigned;
  return (key) => {
    const years = [...new Set(own.filter((one) => assignedKey(one) === key).map(({ year }) => year))].sort();
    return new Map(
      years.flatMap((year): [number, AssignedValue][] => {
        const one = assignmentInForce(own, unit, key, year, cutOff);
        if (!one) return [];
        return [
          [year, { comparator: comparatorOf(one.comparator), value: one.value, decision: one.decision }],
        ];
      }),
    );
  };
}

function printedBaselines(plans: readonly Plan[]): [string, Baseline][] {
  const titles = new Map(plans.map(({ file }) => [file.id, file.title]));
  return plans
    .flatMap((plan) => plan.baselines)
    .filter(isStartingFigure)
    .map(({ plan, indicator, stratum, value, yearTo, citations }): [string, Baseline] => {
      const source = `${titles.get(plan) ?? plan}, dòng ${citations[0].line}`;
      return [figureKey(indicator.id, stratum?.id ?? null), { year: yearTo, value, source }];
    });
}
