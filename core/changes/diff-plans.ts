import { parsePeriod } from '../period/period.ts';
import type { Indicator, Stratum } from '../catalogue/schema.ts';
import { figureKey } from '../observation/key.ts';
import type { Plan } from '../plan/model.ts';
import { seriesOf } from '../target/plan-series.ts';
import type { Series } from '../target/series.ts';

/** A figure that a plan has targets for. */
export interface PlanFigure {
  key: string;
  indicator: Indicator;
  stratum: Stratum | null;
  /** Its targets, one series per kind. */
  series: readonly Series[];
}

/** What two plans have in common and what only one of them has, by figure, in the order of the plans. */
export interface PlanDiff {
  kept: { before: PlanFigure; after: PlanFigure; isSameTarget: boolean; membersDiffer: boolean }[];
  /** Of the earlier plan alone. */
  gone: PlanFigure[];
  /** Of the later plan alone. */
  added: PlanFigure[];
}

/** The figures a plan has targets for, by key. */
export function figuresOf(plan: Plan): Map<string, PlanFigure> {
  const found = new Map<string, PlanFigure>();
  for (const one of seriesOf(plan)) {
    const { indicator, stratum } = one;
    const key = figureKey(indicator.id, stratum?.id ?? null);
    const series = [...(found.get(key)?.series ?? []), one];
    found.set(key, { key, indicator, stratum, series });
  }
  return found;
}

/**
 * Compares two plans of one catalogue. A figure goes by its indicator's id and its stratum: one id is one
 * definition for ever, and like words are not looked at here.
 */
export function diffPlans(earlier: Plan, later: Plan): PlanDiff {
  const [before, after] = [figuresOf(earlier), figuresOf(later)];
  return {
    kept: [...before.values()].flatMap((one) => {
      const same = after.get(one.key);
      if (!same) return [];
      const isSameTarget = targetsText(one) === targetsText(same);
      return [{ before: one, after: same, isSameTarget, membersDiffer: membersDiffer(one, earlier, later) }];
    }),
    gone: [...before.values()].filter(({ key }) => !after.has(key)),
    added: [...after.values()].filter(({ key }) => !before.has(key)),
  };
}

/** What the targets of a figure ask for, the same text for the same demands. */
function targetsText({ series }: PlanFigure): string {
  return series
    .flatMap(({ kind, direction, average, segments }) =>
      segments.map(({ comparator, low, high, yearFrom, yearTo }) =>
        [kind, direction, average, comparator, low, high, yearFrom, yearTo].join(' '),
      ),
    )
    .sort()
    .join('\n');
}

/** Whether a group of units has other members in the later plan than in the earlier one. */
function membersDiffer({ stratum }: PlanFigure, earlier: Plan, later: Plan): boolean {
  const { tag } = stratum ?? {};
  if (tag === undefined) return false;
  const start = parsePeriod(later.file.firstRound)?.year ?? later.file.period.from;
  const members = ({ units }: Plan) =>
    units
      .filter(({ tags, validTo }) => tags.includes(tag) && (validTo === null || validTo >= `${start}-01-01`))
      .map(({ id }) => id)
      .sort()
      .join(' ');
  return members(earlier) !== members(later);
}
