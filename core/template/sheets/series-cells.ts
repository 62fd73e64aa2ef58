import { storedResult } from '../../base/number.ts';
import { measuredFormula } from '../../observation/measured.ts';
import { cumulative, cumulativeFormula } from '../../target/accumulate.ts';
import { gap, gapFormula, pathGap, pathGapFormula } from '../../target/gap.ts';
import type { Result, SeriesField, SeriesRefs } from '../../target/kind.ts';
import { kindOf } from '../../target/kinds/index.ts';
import { printedInForce, type Series } from '../../target/series.ts';
import { verdict, verdictFormula, verdicts } from '../../target/verdict.ts';
import { seriesFormats, signedFormat, targetFormat } from '../../workbook/formats.ts';
import type { Layout } from '../../workbook/layout.ts';
import type { CellModel } from '../../sheet/model.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';

import { inputCells, type SeriesBlock } from './series-block.ts';
/** What a cell of a series shows. */
export type FieldCell = Omit<CellModel, 'row' | 'column'>;

/**
 * The cell of a field in a year: its formula beside the result core computes.
 * @param written the formula, which may have been written before
 */
export function fieldCell(
  request: WorkbookRequest,
  layout: Layout,
  block: SeriesBlock,
  refs: SeriesRefs,
  field: SeriesField,
  year: number,
  written: (make: () => string | null) => string | null,
): FieldCell {
  const { series, values } = block;
  const kind = kindOf(series);
  const formats = seriesFormats(series);
  const { figure: base, path, target: rate } = formats;
  const computed = (make: () => string | null, result: () => Result, format: string): FieldCell => {
    const formula = written(make);
    if (formula === null) return { style: 'computed' };
    const number = result();
    return {
      style: 'computed',
      formula,
      result: number === null ? '' : storedResult(number),
      format,
      tag: `${series.kind}.${field}`,
    };
  };
  switch (field) {
    case 'assigned':
      return assignedCell(series, year, rate);
    case 'low':
    case 'high':
      return inForceCell(block, refs, field, year, rate);
    case 'path':
    case 'pathHigh': {
      const bound = field === 'path' ? 'low' : 'high';
      return computed(
        () => kind.pathFormula(series, refs, year, bound),
        () => kind.path(series, values, year, bound),
        path,
      );
    }
    case 'actual': {
      const formula = written(() => {
        const cells = inputCells(request, layout, series, year);
        return cells && measuredFormula(series.indicator, cells);
      });
      if (formula === null) return { style: 'computed' };
      const figure = values.figure(year);
      return {
        style: 'computed',
        formula,
        result: typeof figure === 'number' ? storedResult(figure) : (figure ?? ''),
        format: base,
        tag: `${series.kind}.actual`,
      };
    }
    case 'cumulative':
      return computed(
        () => cumulativeFormula(series, refs, year),
        () => cumulative(series, values, year),
        base,
      );
    case 'result':
      return computed(
        () => kind.resultFormula(series, refs, year),
        () => kind.result(series, values, year),
        // A year's own amount is shown as it is typed, a mean or a rate with decimals.
        kind.resultField(series, year) === 'result' ? formats.result : base,
      );
    case 'gap':
      return computed(
        () => gapFormula(series, refs, year),
        () => gap(series, values, year),
        formats.gap,
      );
    case 'pathGap':
      return computed(
        () => pathGapFormula(series, refs, year),
        () => pathGap(series, values, year),
        signedFormat(path),
      );
    case 'pace':
      return computed(
        () => kind.paceFormula(series, refs, year),
        () => kind.pace(series, values, year),
        kind.paceIsMovement ? signedFormat(rate) : rate,
      );
    case 'verdict':
      return {
        style: 'verdict',
        formula: written(() => verdictFormula(series, refs, year)) ?? '""',
        result: verdicts[verdict(series, values, year)].vi,
        tag: `${series.kind}.verdict`,
      };
  }
}

/** What a decision assigned for the year, as it stands in the decision. */
function assignedCell(series: Series, year: number, format: string): FieldCell {
  const segment = series.assigned.get(year);
  if (!segment || segment.low === null) return { style: 'target' };
  return {
    style: 'target',
    value: segment.low,
    format: targetFormat(segment.comparator, format),
    ...(segment.decision === null ? {} : { decision: segment.decision }),
  };
}

/** The value in force: printed in the first year of its segment, read from there in the years after. */
function inForceCell(
  block: SeriesBlock,
  refs: SeriesRefs,
  field: 'low' | 'high',
  year: number,
  format: string,
): FieldCell {
  const { series } = block;
  const segment = printedInForce(series, year);
  if (!segment) return { style: 'target' };
  if (!kindOf(series).hasValue)
    return { style: 'target', ...(segment.start === year ? { value: 'Hạn' } : {}) };
  const value = segment[field];
  if (value === null) return { style: 'target' };
  const shown = targetFormat(segment.comparator, format);
  if (segment.start === year) return { style: 'target', value, format: shown };
  const before = refs.cell(field, year - 1);
  return {
    style: 'target',
    formula: `IF(ISNUMBER(${before}),${before},"")`,
    result: storedResult(value),
    format: shown,
    tag: `${series.kind}.${field}`,
  };
}
