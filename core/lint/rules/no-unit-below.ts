import { type Finding, reporter } from '../../base/finding.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { catalogueOn, DISTRICTS_ENDED, isKeptByCommune } from '../../catalogue/on-date.ts';
import type { IndicatorStatement, Plan } from '../../plan/model.ts';
import { unitsThen } from '../../plan/on-date.ts';
import { isOwnUnit } from '../../plan/own-unit.ts';
import { seriesOf } from '../../target/plan-series.ts';
import { isAskedOn } from '../../workbook/asked.ts';
import { lintMessages, type NoUnitReason } from '../messages.ts';
import { type LintPlan, type PlanRule, placeOf } from '../rule.ts';

const report = reporter(lintMessages);

/**
 * Targets that no unit below the province is asked for, with who has the figure instead and why: the province's
 * own sheet and the body of record have it, so nothing is lost, but nobody below shows how it comes about.
 */
export const noUnitBelow: PlanRule = {
  id: 'no-unit-below',
  check: (linted, { catalogue }) =>
    datesOf(linted.plan).flatMap((date) => {
      const targets = linted.plan.targets.filter(
        (target) => !isAskedBelow(target, linted.plan, catalogue, date),
      );
      return targets.length === 0 ? [] : [finding(linted, targets, catalogue, date)];
    }),
};

/** The last day of the plan before districts ended, and its last day of all. */
function datesOf({ file: { period } }: Plan): string[] {
  const last = `${period.to}-12-31`;
  const before = last < DISTRICTS_ENDED ? last : '2025-06-30';
  return [
    ...(`${period.from}-01-01` < DISTRICTS_ENDED ? [before] : []),
    ...(last >= DISTRICTS_ENDED ? [last] : []),
  ];
}

function isAskedBelow(target: IndicatorStatement, plan: Plan, catalogue: Catalogue, date: string): boolean {
  const below = unitsThen(plan, date).filter((unit) => !isOwnUnit(plan.file, unit));
  const own = seriesOf({ ...plan, targets: [target] });
  return own.some((series) => below.some((unit) => isAskedOn(series, unit, catalogue, date)));
}

function finding(
  linted: LintPlan,
  targets: readonly [IndicatorStatement, ...IndicatorStatement[]] | IndicatorStatement[],
  catalogue: Catalogue,
  date: string,
): Finding {
  const { bodies, indicators } = catalogueOn(catalogue, date);
  const listed = targets.map(({ id, indicator, stratum, citations }) => {
    const { source } = indicators.get(indicator.id) ?? indicator;
    const reason: NoUnitReason =
      stratum?.covers === 'units'
        ? 'group'
        : bodies.get(source.body)?.through === 'own-branches'
          ? 'own-branches'
          : isKeptByCommune(indicator.id, catalogue, date)
            ? 'by-commune'
            : 'level';
    return { id, line: citations[0].line, body: source.body, reason };
  });
  const [first] = targets;
  const place = first ? placeOf(linted, first) : {};
  return report('lint-no-unit-below', place, { date, afterReform: date >= DISTRICTS_ENDED, targets: listed });
}
