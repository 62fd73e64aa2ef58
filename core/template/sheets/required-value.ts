import { storedResult } from '../../base/number.ts';
import { boundsOf, decidingBound } from '../../target/bounds.ts';
import { resultDirection } from '../../target/result.ts';
import { boundRefsOf } from '../../target/gap.ts';
import { kindOf } from '../../target/kinds/index.ts';
import type { Segment, Series } from '../../target/series.ts';
import { decidingFormat, decimalsFormat, seriesFormats } from '../../workbook/formats.ts';
import { comparatorSigns } from '../../plan/comparator.ts';
import { boundText, rangeText, rangeTextFormula } from '../form/range-text.ts';
import type { SeriesBlock } from './series-block.ts';

/** What has to be reached, as one cell shows it. */
export interface RequiredValue {
  formula: string;
  result: number | string;
  format: string;
}

/** The value of a segment as text: both bounds of a range, else the bound with its sign. */
export function requiredText(
  { series, refs }: SeriesBlock,
  segment: Segment,
  year: number,
  unit: string,
): { text: string; formula: string } {
  const bounds = boundsOf(segment);
  const cells = boundRefsOf(series, segment, refs, year);
  if (!bounds || !cells) return { text: '', formula: '""' };
  const decimals = targetDecimalsOf(series);
  if (bounds.comparator === 'range') {
    return {
      text: rangeText({ low: bounds.low, high: bounds.high, decimals, unit }),
      formula: rangeTextFormula({ low: cells.low, high: cells.high, decimals, unit }),
    };
  }
  const bound = { value: bounds.low, cell: cells.low };
  return boundText(comparatorSigns[bounds.comparator], bound, decimals, unit);
}

function targetDecimalsOf(series: Series): number {
  return kindOf(series).isRate ? series.resultDecimals : series.decimals;
}

/**
 * The value of a segment in one cell, read from the series' sheet: the bound that decides with its sign, so
 * that it stays a number to compute with; both bounds as text where more is no better than less.
 * @param unit said behind the value; an empty text where the row says it
 * @returns null for a milestone, which has no value
 */
export function requiredValue(
  { series, refs }: SeriesBlock,
  segment: Segment,
  year: number,
  unit: string,
): RequiredValue | null {
  const bounds = boundsOf(segment);
  const cells = boundRefsOf(series, segment, refs, year);
  if (!bounds || !cells) return null;
  const direction = resultDirection(series);
  if (bounds.comparator === 'range' && direction === 'neutral') {
    const decimals = targetDecimalsOf(series);
    return {
      formula: rangeTextFormula({ low: cells.low, high: cells.high, decimals, unit }),
      result: rangeText({ low: bounds.low, high: bounds.high, decimals, unit }),
      format: decimalsFormat(decimals),
    };
  }
  const bound = decidingBound(direction);
  const cell = cells[bound];
  const format = decidingFormat(bounds.comparator, direction, seriesFormats(series).target);
  return {
    formula: `IF(ISNUMBER(${cell}),${cell},"")`,
    result: storedResult(bounds[bound]),
    format: unit === '' ? format : `${format}" ${unit}"`,
  };
}
