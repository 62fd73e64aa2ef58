import { targetGap, type TargetGap } from '../gaps/target-gap.ts';
import { figureKeyOf } from '../observation/key.ts';
import type { SeriesValues } from '../target/kind.ts';
import { kindOf } from '../target/kinds/index.ts';
import { doneOf, type Done } from '../target/done.ts';
import type { Series } from '../target/series.ts';
import { verdict, verdicts, type Verdict } from '../target/verdict.ts';
import { valuesOf } from '../workbook/known-values.ts';
import type { WorkbookRequest } from '../workbook/request.ts';
import { seriesIn } from '../workbook/spans.ts';
import type { Held, HeldBy, Why } from './figures.ts';

/** The seven verdicts, that nothing can be concluded, and that nothing is published. */
export const reportVerdicts = {
  ...verdicts,
  open: { vi: 'Chưa kết luận được', en: 'Inconclusive' },
  hidden: { vi: 'Không công bố', en: 'Not published' },
} as const;
export type ReportVerdict = Verdict | 'open' | 'hidden';

/** What leaves a verdict open, and the year whose figure it is. */
export interface Open {
  why: Why;
  year: number;
  held: Held;
}

/** Where a target of a province or unit stands by what is in the store. */
export interface JudgedTarget {
  key: string;
  series: Series;
  verdict: ReportVerdict;
  gap: TargetGap;
  /** Share of the required or assigned change that has been made; null where it cannot be told. */
  done: Done | null;
  /** The baseline that path or verdict start from; null where there is none. */
  base: number | null;
  /** What stands for its figure in the year. */
  held: Held;
  /** Why nothing can be concluded; null for every other verdict. */
  open: Open | null;
  /** The year before, by the figures as they are known now; null in the first year. */
  before: Pick<TargetGap, 'verdict' | 'figure' | 'result'> | null;
}

/** What is to be judged, but for the figures. */
export type Judging = Omit<WorkbookRequest, 'known'> & {
  baseline: WorkbookRequest['known']['baseline'];
  /** Series that a body reports of the unit, see isByCommune; none without it. */
  ofBody?: (series: Series) => boolean;
};

/**
 * Judges every target of a province or unit in the year of a round by its figures, with the functions of its
 * workbook. A figure that was reported and does not count, or a sum that lacks units, leaves the verdict open.
 * @param options `hasCurves`: whether path and result of all years are wanted
 */
export function judgeTargets(
  judging: Judging,
  held: HeldBy,
  { hasCurves = true }: { hasCurves?: boolean } = {},
): JudgedTarget[] {
  const { baseline, ofBody, ...head } = judging;
  const request: WorkbookRequest = {
    ...head,
    known: {
      figure: (key, period) => held(key, Number(period)).figure,
      source: () => null,
      baseline,
    },
  };
  const { series: asked, spans } = seriesIn(request, ofBody);
  const { inputYears, years } = spans;
  const { round } = request;
  return asked.map((series) => {
    const values = valuesOf(request, spans, series);
    const gap = targetGap(series, values, round, hasCurves ? years : []);
    const key = figureKeyOf(series);
    const isLeftOpen = gap.verdict === 'noFigure' || gap.verdict === 'notEvaluable';
    const open = isLeftOpen ? openOf(series, held, inputYears, round) : null;
    return {
      key: gap.key,
      series,
      verdict: open === null ? gap.verdict : 'open',
      gap,
      done: open === null ? doneOf(series, values, round) : null,
      base: values.base.value,
      held: held(key, round),
      open,
      before: inputYears.includes(round - 1) ? standingIn(series, asOf(values, round - 1), round - 1) : null,
    };
  });
}

/** Where a target stood in a year. */
function standingIn(series: Series, values: SeriesValues, year: number): JudgedTarget['before'] {
  return {
    verdict: verdict(series, values, year),
    figure: values.figure(year),
    result: kindOf(series).result(series, values, year),
  };
}

/** The values as they were asked for in an earlier year's round. */
function asOf(values: SeriesValues, year: number): SeriesValues {
  return { ...values, round: year, figure: (at) => (at > year ? null : values.figure(at)) };
}

/** What keeps a verdict open: the figure of the year, or one of an earlier year that the verdict rests on. */
function openOf(series: Series, held: HeldBy, years: readonly number[], round: number): Open | null {
  const key = figureKeyOf(series);
  const { addsUp, isRate } = kindOf(series);
  const before = addsUp || isRate ? years.filter((year) => year < round).reverse() : [];
  for (const year of [round, ...before]) {
    const one = held(key, year);
    if (one.why !== null) return { why: one.why, year, held: one };
  }
  return null;
}
