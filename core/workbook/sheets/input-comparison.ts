import { storedResult } from '../../number.ts';
import { type Figure } from '../../observation/figure.ts';
import type { Comparator } from '../../plan/model.ts';
import { periodBefore } from '../../round/round.ts';
import { decidingBound, resultDirection } from '../../target/bounds.ts';
import { boundRefsOf } from '../../target/gap.ts';
import type { Result } from '../../target/kind.ts';
import { segmentInForce, type Series } from '../../target/series.ts';
import { absoluteAddress } from '../address.ts';
import { put } from '../draft.ts';
import {
  againstBefore,
  againstBeforeFormula,
  comparesBy,
  hasPercentOfPlan,
  percentOfPlan,
  percentOfPlanFormula,
} from '../form/compare.ts';
import { decimalsFormat, figureFormat, signedFormat, targetFormat, targetValueFormat } from '../formats.ts';
import type { InputSheetLayout, Layout } from '../layout.ts';
import type { SheetModel } from '../model.ts';
import type { WorkbookRequest } from '../request.ts';
import { targetUnit } from '../wording.ts';
import type { SeriesBlock } from './series-block.ts';

import type { FigureRow } from '../layout.ts';
/** What an input sheet needs to know of the indicator sheets, which stand after it. */
export type BlockOf = (series: Series) => SeriesBlock | null;

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
  const format = figureFormat(figure.indicator, request.catalogue);
  const block = series && figure.part === 'published' ? blockOf(series) : null;
  const segment = block ? segmentInForce(block.series, round) : null;
  const bound = block ? decidingBound(resultDirection(block.series)) : 'low';
  const cells = block && segment && boundRefsOf(block.series, segment, block.refs, round);
  const plan = segment && segment.comparator !== null ? segment[bound] : null;
  const actualAt = (year: number): { cell: string; value: Result } | null => {
    if (!layout.inputYears.includes(year)) return null;
    if (block) return { cell: block.refs.cell('actual', year), value: numberOf(block.values.figure(year)) };
    const cell = layout.figureCell(figure.key, year);
    return cell === null ? null : { cell, value: numberOf(request.known.figure(figure.key, year)) };
  };
  const now = actualAt(round);
  // A shorter round is set against its own length: half a year against half of last year.
  const typedIn = (period: string): { cell: string; value: Result } | null => {
    const cell = layout.figureCell(figure.key, period);
    return cell === null ? null : { cell, value: numberOf(request.known.figure(figure.key, period)) };
  };
  const isYearly = reporting.frequency === 'year';
  const [current, before] = isYearly
    ? [now, actualAt(round - 1)]
    : [typedIn(reporting.period), typedIn(periodBefore(reporting))];
  putResult(
    sheet,
    form.result,
    row,
    block && now ? now.cell : null,
    block?.values.figure(round) ?? null,
    format,
  );
  if (plan !== null && series && cells && now) {
    const cell = cells[bound];
    const own = absoluteAddress(row.row, form.plan);
    put(sheet, row.row, form.plan, 'computed', {
      formula: `IF(ISNUMBER(${cell}),${cell},"")`,
      result: storedResult(plan),
      format: planFormat(series, segment?.comparator ?? null, request),
      tag: 'form.plan',
    });
    const percent = hasPercentOfPlan(series) ? percentOfPlan(now.value, plan) : null;
    put(
      sheet,
      row.row,
      form.percent,
      'computed',
      !hasPercentOfPlan(series)
        ? null
        : {
            formula: percentOfPlanFormula(now.cell, own),
            result: percent === null ? '' : storedResult(percent),
            format: decimalsFormat(1),
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
      formula: againstBeforeFormula(figure.indicator, current.cell, before.cell),
      result: against === null ? '' : storedResult(against),
      format: compares === 'difference' ? signedFormat(decimalsFormat(2)) : decimalsFormat(1),
      tag: 'form.before',
    });
  } else {
    put(sheet, row.row, form.before, 'computed');
  }
}

/** The figure the row comes to: of a share its computed rate, which is judged and has to be signed. */
function putResult(
  sheet: SheetModel,
  column: number,
  row: FigureRow,
  cell: string | null,
  figure: Figure,
  format: string,
): void {
  if (cell === null) {
    put(sheet, row.row, column, 'computed');
    return;
  }
  put(sheet, row.row, column, 'computed', {
    formula: cell,
    result: typeof figure === 'number' ? storedResult(figure) : (figure ?? ''),
    format,
    tag: 'form.result',
  });
}

/** Format of a plan value; a yearly change or growth says its unit, which is not the row's. */
function planFormat(series: Series, comparator: Comparator | null, request: WorkbookRequest): string {
  const base = targetFormat(comparator, targetValueFormat(series.kind, series.indicator, request.catalogue));
  const yearly = series.kind === 'change' || series.kind === 'growth';
  return yearly ? `${base}" ${targetUnit(series)}"` : base;
}

function numberOf(figure: Figure): Result {
  return typeof figure === 'number' ? figure : null;
}
