import { parsePeriod } from '../period/period.ts';
import type { IndicatorStatement, LivePlan } from '../plan/model.ts';
import { figureKeyOf } from '../observation/key.ts';
import { kindOf } from './kinds/index.ts';

/** What the targets of plans ask of the baseline of one figure. */
export interface BaselineNeed {
  /**
   * Base years of changes, in the order of the targets; a figure of another year stands in
   * for none of them. Empty where only levels start from it: their path starts from the year it has.
   */
  exactYears: readonly number[];
  /** The year before the earliest of the plans that use it. */
  lastYearBefore: number;
}

/**
 * The year of which a change needs its baseline. Null for other kinds, and where the
 * workbook of these plans has a column of figures for the base year.
 */
export function exactBaseYear(target: IndicatorStatement, plans: readonly LivePlan[]): number | null {
  const start = target.yearFrom ?? target.yearTo;
  if (!kindOf(target).isRate || start === null) return null;
  const year = target.baseYear ?? start - 1;
  return year < firstColumn(plans) ? year : null;
}

/** Whether a present-state figure of a plan can be started from: "trên 5 %" and yearly changes are no level. */
export function isStartingFigure(base: IndicatorStatement): boolean {
  return kindOf(base).givesBaseline && base.comparator === '=' && base.value !== null;
}

/** What plans that share a workbook ask of baselines, by figure key. A figure none starts from is not there. */
export function baselineNeeds(plans: readonly LivePlan[]): Map<string, BaselineNeed> {
  const needs = new Map<string, BaselineNeed>();
  for (const { file, targets } of plans) {
    for (const target of targets.filter((one) => kindOf(one).startsFromBaseline)) {
      const key = figureKeyOf(target);
      const { exactYears = [], lastYearBefore = Infinity } = needs.get(key) ?? {};
      const exact = exactBaseYear(target, plans);
      needs.set(key, {
        exactYears: exact === null ? exactYears : [...new Set([...exactYears, exact])],
        lastYearBefore: Math.min(lastYearBefore, file.period.from - 1),
      });
    }
  }
  return needs;
}

/**
 * The baseline that serves best of several of one figure: of a base year that a change or growth needs; else
 * the latest not after the year before the plans; else the last given. Of one year the last given.
 */
export function chooseBaseline<Given extends { year: number | null }>(
  given: readonly Given[],
  { exactYears, lastYearBefore }: BaselineNeed,
): Given | null {
  for (const wanted of exactYears) {
    const exact = given.filter(({ year }) => year === wanted).at(-1);
    if (exact) return exact;
  }
  const before = given.filter(({ year }) => year !== null && year <= lastYearBefore);
  const latest = Math.max(...before.map(({ year }) => year ?? -Infinity));
  return before.filter(({ year }) => year === latest).at(-1) ?? given.at(-1) ?? null;
}

/** Whether a baseline is of a year a change or growth needs, or none needs one. */
export function isOfNeededYear({ year }: { year: number | null }, { exactYears }: BaselineNeed): boolean {
  return exactYears.length === 0 || (year !== null && exactYears.includes(year));
}

/** First year that the sheets of a workbook of these plans have a column for. */
function firstColumn(plans: readonly LivePlan[]): number {
  return Math.min(
    ...plans.flatMap(({ file }) => [
      file.period.from,
      parsePeriod(file.firstRound)?.year ?? file.period.from,
    ]),
  );
}
