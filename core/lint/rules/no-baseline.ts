import { exactBaseYear, isStartingFigure } from '../../target/baseline-choice.ts';
import { reporter } from '../../base/finding.ts';
import { lintMessages, type ListedTarget } from '../messages.ts';
import { figureKey } from '../../observation/key.ts';
import { sameSubject } from '../demand.ts';
import type { PlanRule } from '../rule.ts';
import { kindOf } from '../../target/kinds/index.ts';

const report = reporter(lintMessages);

/**
 * Targets whose baseline neither the document nor the planner's baseline file gives for the province: no path
 * can be drawn to them until somebody enters one. A yearly change or growth needs the figure of its base year;
 * one of another year is listed with the year that is wanted.
 */
export const noBaseline: PlanRule = {
  id: 'no-baseline',
  check: ({ plan, file }, { baselines }) => {
    const missing: ListedTarget[] = [];
    const ofOtherYear: (ListedTarget & { wanted: number; given: number[] })[] = [];
    for (const target of plan.targets.filter((one) => kindOf(one).startsFromBaseline)) {
      const { id, indicator, stratum, citations } = target;
      const wanted = exactBaseYear(target, [plan]);
      // The figure of a base year within the plan is reported in the workbook itself.
      if (kindOf(target).isRate && wanted === null) continue;
      const key = figureKey(indicator.id, stratum?.id ?? null);
      const printed = plan.baselines.filter(
        (base) =>
          sameSubject(target, base) &&
          (wanted === null ? kindOf(base).givesBaseline : isStartingFigure(base)),
      );
      const gathered = baselines.filter(
        (row) => row.unit === plan.file.province && figureKey(row.indicator, row.stratum) === key,
      );
      const listed = { id, line: citations[0].line };
      const years = [
        ...printed.flatMap(({ yearTo }) => yearTo ?? []),
        ...gathered.map(({ year }) => year),
      ].sort();
      if (printed.length + gathered.length === 0) missing.push(listed);
      else if (wanted !== null && !years.includes(wanted))
        ofOtherYear.push({ ...listed, wanted, given: [...new Set(years)] });
    }
    return [
      ...(missing.length === 0 ? [] : [report('lint-no-baseline', { file }, { targets: missing })]),
      ...(ofOtherYear.length === 0
        ? []
        : [report('lint-baseline-of-other-year', { file }, { targets: ofOtherYear })]),
    ];
  },
};
