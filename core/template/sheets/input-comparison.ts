import { figureKeyOf } from '../../observation/key.ts';
import { storedResult } from '../../base/number.ts';
import { judgedNumber } from '../../observation/figure.ts';
import { periodBefore } from '../../round/round.ts';
import type { Result } from '../../target/kind.ts';
import type { Series } from '../../target/series.ts';
import { put, setHeight, wrappedHeight } from '../../sheet/draft.ts';
import {
  againstBefore,
  againstBeforeFormula,
  comparesBy,
  hasPercentOfPlan,
  PERCENT_DECIMALS,
  percentOfPlan,
  percentOfPlanFormula,
} from '../form/compare.ts';
import { decimalsFormat, seriesFormats, signedFormat } from '../../workbook/formats.ts';
import type { InputSheetLayout, Layout } from '../../workbook/layout.ts';
import type { FigureRow } from '../../workbook/input-rows.ts';
import type { SheetModel } from '../../sheet/model.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { cumulative } from '../../target/accumulate.ts';
import { assignedChanged } from './assigned-changed.ts';
import { isSummed, planOnForm } from './input-plan.ts';
import type { RequiredValue } from './required-value.ts';
import type { SeriesBlock } from './series-block.ts';

/** What an input sheet needs to know of the indicator sheets, which stand after it. */
export type BlockOf = (series: Series) => SeriesBlock | null;

/** Condition that a value assigned for the round's year stands in the workbook otherwise; null where none was. */
export function changedOnForm(
  { round }: Pick<WorkbookRequest, 'round'>,
  layout: Layout,
  { figure }: FigureRow,
  blockOf: BlockOf,
): string | null {
  if (figure.part !== 'published') return null;
  const blocks = blocksOf(layout, figure.key).flatMap((one) => blockOf(one) ?? []);
  const changed = blocks.flatMap(({ series, refs }) => assignedChanged(series, refs, round) ?? []);
  return changed.length > 1 ? `OR(${changed.join(',')})` : (changed[0] ?? null);
}

/**
 * Result and plan value of the year, percent of it, the period against the same of last year; blank where
 * they mislead.
 */
export function putComparison(
  sheet: SheetModel,
  request: WorkbookRequest,
  layout: Layout,
  form: NonNullable<InputSheetLayout['form']>,
  row: FigureRow,
  blockOf: BlockOf,
): void {
  const { figure, series } = row;
  const { round, reporting } = request;
  const blocks =
    figure.part === 'published' ? blocksOf(layout, figure.key).flatMap((one) => blockOf(one) ?? []) : [];
  const plan = planOnForm(request, blocks);
  const block = plan?.block ?? (series && blocks.length > 0 ? blockOf(series) : null);
  const actualAt = (year: number): { cell: string; value: Result } | null => {
    if (!layout.inputYears.includes(year)) return null;
    if (block)
      return { cell: block.refs.cell('actual', year), value: judgedNumber(block.values.figure(year)) };
    const cell = layout.figureCell(figure.key, year);
    return cell === null ? null : { cell, value: judgedNumber(request.known.figure(figure.key, year)) };
  };
  const now = actualAt(round);
  // A shorter round is set against its own length: half a year against half of last year.
  const typedIn = (period: string): { cell: string; value: Result } | null => {
    const cell = layout.figureCell(figure.key, period);
    return cell === null ? null : { cell, value: judgedNumber(request.known.figure(figure.key, period)) };
  };
  const isYearly = reporting.frequency === 'year';
  const [current, before] = isYearly
    ? [now, actualAt(round - 1)]
    : [typedIn(reporting.period), typedIn(periodBefore(reporting))];
  const result = block && now ? resultOf(block, round) : null;
  put(sheet, row.row, form.result, 'computed', result && { ...result, tag: 'form.result' });
  if (plan && now) {
    putPlan(sheet, row.row, form.plan, plan.shown);
    const { series: judged, refs, values } = plan.block;
    const isSum = isSummed(judged, round);
    const reached = isSum
      ? { cell: refs.cell('cumulative', round), value: cumulative(judged, values, round) }
      : now;
    const bound = hasPercentOfPlan(judged) ? plan.bound : null;
    const percent = bound && percentOfPlan(judged, reached.value, bound.value);
    put(
      sheet,
      row.row,
      form.percent,
      'computed',
      bound && {
        formula: () => percentOfPlanFormula(judged, reached.cell, bound.cell),
        result: percent === null ? '' : storedResult(percent),
        format: decimalsFormat(PERCENT_DECIMALS),
        tag: 'form.percent',
      },
    );
  } else {
    put(sheet, row.row, form.plan, 'computed');
    put(sheet, row.row, form.percent, 'computed');
  }
  const compares = comparesBy(figure.indicator);
  if (current && before && compares) {
    const against = againstBefore(figure.indicator, current.value, before.value);
    put(sheet, row.row, form.before, 'computed', {
      formula: () => againstBeforeFormula(figure.indicator, current.cell, before.cell),
      result: against === null ? '' : storedResult(against),
      format: compares === 'difference' ? signedFormat(decimalsFormat(2)) : decimalsFormat(1),
      tag: 'form.before',
    });
  } else {
    put(sheet, row.row, form.before, 'computed');
  }
}

/** Series of a figure, of all live plans. */
function blocksOf({ domains }: Layout, key: string): Series[] {
  return domains.flatMap(({ series }) => series).filter((one) => figureKeyOf(one) === key);
}

/**
 * What the row comes to: of a share its computed rate, of a sum over years the sum so far. It is judged and has
 * to be signed.
 */
function resultOf({ series, values, refs }: SeriesBlock, round: number): Omit<RequiredValue, 'tag'> {
  const { figure: format } = seriesFormats(series);
  if (isSummed(series, round)) {
    const sum = cumulative(series, values, round);
    return {
      formula: refs.cell('cumulative', round),
      result: sum === null ? '' : storedResult(sum),
      format: `"Σ "${format}`,
    };
  }
  const figure = values.figure(round);
  return {
    formula: refs.cell('actual', round),
    result: typeof figure === 'number' ? storedResult(figure) : (figure ?? ''),
    format,
  };
}

/** The plan's value; two bounds are text, which may take more than one line. */
function putPlan(sheet: SheetModel, row: number, column: number, plan: RequiredValue): void {
  const { result } = plan;
  const isText = typeof result === 'string';
  put(sheet, row, column, isText ? 'centered' : 'computed', { ...plan, tag: 'form.plan' });
  if (!isText) return;
  const height = wrappedHeight(result, sheet.columns[column - 1]?.width ?? 12);
  setHeight(sheet, row, Math.max(sheet.rows.get(row)?.height ?? 0, height));
}
