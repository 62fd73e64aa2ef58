import { storedResult } from '../../base/number.ts';
import { judgedNumber, type Figure } from '../../observation/figure.ts';
import { periodBefore } from '../../round/round.ts';
import type { Result } from '../../target/kind.ts';
import { segmentInForce, type Series } from '../../target/series.ts';
import { absoluteAddress } from '../../sheet/address.ts';
import { put, setHeight, wrappedHeight } from '../../sheet/draft.ts';
import {
  againstBefore,
  againstBeforeFormula,
  comparesBy,
  hasPercentOfPlan,
  percentOfPlan,
  percentOfPlanFormula,
} from '../form/compare.ts';
import { decimalsFormat, figureFormat, signedFormat } from '../../workbook/formats.ts';
import type { InputSheetLayout, Layout } from '../../workbook/layout.ts';
import type { FigureRow } from '../../workbook/input-rows.ts';
import type { SheetModel } from '../../sheet/model.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { targetUnit } from '../../workbook/wording.ts';
import { requiredValue, type RequiredValue } from './required-value.ts';
import type { SeriesBlock } from './series-block.ts';
import { kindOf } from '../../target/kinds/index.ts';

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
  const plan = block && segment && requiredValue(request, block, segment, round, spokenUnit(block.series));
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
  putResult(
    sheet,
    form.result,
    row,
    block && now ? now.cell : null,
    block?.values.figure(round) ?? null,
    format,
  );
  if (plan && series && now) {
    putPlan(sheet, row.row, form.plan, plan);
    const own = absoluteAddress(row.row, form.plan);
    const { result } = plan;
    const hasPercent = hasPercentOfPlan(series) && typeof result === 'number';
    const percent = hasPercent ? percentOfPlan(now.value, result) : null;
    put(
      sheet,
      row.row,
      form.percent,
      'computed',
      !hasPercent
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

/** The plan's value; two bounds are text, which may take more than one line. */
function putPlan(sheet: SheetModel, row: number, column: number, plan: RequiredValue): void {
  const { result } = plan;
  const isText = typeof result === 'string';
  put(sheet, row, column, isText ? 'centered' : 'computed', { ...plan, tag: 'form.plan' });
  if (!isText) return;
  const height = wrappedHeight(result, sheet.columns[column - 1]?.width ?? 12);
  setHeight(sheet, row, Math.max(sheet.rows.get(row)?.height ?? 0, height));
}

/** Unit said behind a plan value: that of a yearly change or growth, which is not the row's. */
function spokenUnit(series: Series): string {
  return kindOf(series).isRate ? targetUnit(series) : '';
}
