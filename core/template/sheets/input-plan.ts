import type { Direction } from '../../catalogue/schema.ts';
import { boundsOf, decidingBound } from '../../target/bounds.ts';
import { boundRefsOf } from '../../target/gap.ts';
import { kindOf } from '../../target/kinds/index.ts';
import { resultDirection } from '../../target/result.ts';
import { printedGoverning, segmentInForce, type Segment, type Series } from '../../target/series.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { targetUnit } from '../../workbook/wording.ts';
import { joinedText, joinedTextFormula } from '../form/range-text.ts';
import { requiredText, requiredValue, type RequiredValue } from './required-value.ts';
import type { SeriesBlock } from './series-block.ts';

/** What the form sets beside a figure: the value to be reached, and what percent is taken of. */
export interface PlanOnForm {
  /** The series whose value decides. */
  block: SeriesBlock;
  shown: RequiredValue;
  /** The value alone, where it is one number. */
  bound: { cell: string; value: number } | null;
}

/**
 * What has to be reached in a year by all live plans of a figure. Where they ask for different values each is
 * shown with its plan, first the stricter one, or of values that cannot be compared that of the later plan.
 * @param blocks the series of the figure, of one plan or several
 * @returns null where nothing is asked for in the year
 */
export function planOnForm(
  { plans, round }: Pick<WorkbookRequest, 'plans' | 'round'>,
  blocks: readonly SeriesBlock[],
): PlanOnForm | null {
  const startOf = ({ plan }: Series) => plans.find(({ file }) => file.id === plan)?.file.period.from ?? 0;
  const goals = blocks
    .flatMap((block) => {
      const segment = goalOf(block.series, round);
      const bounds = segment && boundsOf(segment);
      return segment && bounds ? [{ block, segment, bounds }] : [];
    })
    .sort((one, other) => stricter(one, other) || startOf(other.block.series) - startOf(one.block.series));
  const [first] = goals;
  if (!first) return null;
  const { block, segment } = first;
  const unit = spokenUnit(block.series);
  const shown = requiredValue(block, segment, Math.max(round, segment.start), unit);
  if (!shown) return null;
  const refs = boundRefsOf(block.series, segment, block.refs, Math.max(round, segment.start));
  const side = decidingBound(resultDirection(block.series));
  const bound =
    typeof shown.result === 'number' && refs ? { cell: refs[side], value: first.bounds[side] } : null;
  const told = (goal: (typeof goals)[number]) =>
    JSON.stringify([goal.bounds, targetUnit(goal.block.series), periodOf(goal.segment, goal.block.series)]);
  if (goals.every((goal) => told(goal) === told(first))) {
    const period = periodOf(segment, block.series);
    const format = period === '' ? shown.format : `${shown.format}" ${period}"`;
    return { block, shown: { ...shown, format }, bound };
  }
  const parts = goals.map((goal) => {
    const plan = plans.find(({ file }) => file.id === goal.block.series.plan)?.file.period;
    const text = requiredText(
      goal.block,
      goal.segment,
      Math.max(round, goal.segment.start),
      spokenUnit(goal.block.series),
    );
    const ending = [periodOf(goal.segment, goal.block.series), plan ? `(KH ${plan.from}–${plan.to})` : '']
      .filter((one) => one !== '')
      .join(' ');
    return { ...text, ending };
  });
  return {
    block,
    shown: { formula: joinedTextFormula(parts), result: joinedText(parts), format: 'General' },
    bound,
  };
}

/** What is in force in a year; of a sum over years the end it runs towards, from its first year on. */
function goalOf(series: Series, year: number): Segment | null {
  const inForce = segmentInForce(series, year);
  if (inForce || !kindOf(series).isOfPeriod || !series.own) return inForce;
  const ahead = printedGoverning(series, year);
  return ahead && year >= ahead.yearFrom ? ahead : null;
}

/** Whether the form shows the sum so far in a year, not the year's own figure. */
export function isSummed(series: Series, year: number): boolean {
  return kindOf(series).isOfPeriod && kindOf(series).resultField(series, year) === 'cumulative';
}

/** The years a sum is of; empty for everything else. */
function periodOf({ yearFrom, yearTo, decision }: Segment, series: Series): string {
  return kindOf(series).isOfPeriod && decision === null ? `(${yearFrom}–${yearTo})` : '';
}

interface Goal {
  block: SeriesBlock;
  bounds: { low: number; high: number };
}

/** Negative where the first asks for more, 0 where nobody can say. */
function stricter(one: Goal, other: Goal): number {
  const [a, b] = [one.block.series, other.block.series];
  const wanted: Direction = resultDirection(a);
  const isAlike = kindOf(a) === kindOf(b) && wanted === resultDirection(b);
  if (!isAlike || wanted === 'neutral') return 0;
  const side = decidingBound(wanted);
  return wanted === 'up' ? other.bounds[side] - one.bounds[side] : one.bounds[side] - other.bounds[side];
}

/** A year is said over the column. */
const A_YEAR = /\/năm$/u;

/** Unit said behind a plan value: that of a yearly change or growth, which is not the row's. */
function spokenUnit(series: Series): string {
  return kindOf(series).isRate ? targetUnit(series).replace(A_YEAR, '') : '';
}
