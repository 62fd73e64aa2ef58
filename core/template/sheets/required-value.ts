import { storedResult } from '../../base/number.ts';
import { boundsOf, decidingBound } from '../../target/bounds.ts';
import { resultDirection } from '../../target/result.ts';
import { boundRefsOf } from '../../target/gap.ts';
import { kindOf } from '../../target/kinds/index.ts';
import type { Segment, Series } from '../../target/series.ts';
import { decidingFormat, decimalsFormat, seriesFormats } from '../../workbook/formats.ts';
import { comparatorSigns } from '../../plan/comparator.ts';
import { movementWord } from '../../workbook/wording.ts';
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
  const before = movementBefore(series);
  if (bounds.comparator === 'range') {
    return {
      text: rangeText({ low: bounds.low, high: bounds.high, decimals, unit, before }),
      formula: rangeTextFormula({ low: cells.low, high: cells.high, decimals, unit, before }),
    };
  }
  const bound = { value: bounds.low, cell: cells.low };
  return boundText(`${before}${comparatorSigns[bounds.comparator]}`, bound, decimals, unit);
}

/** A size of a change says which way: "giảm ≥ 3,00" is no floor of the rate itself. */
function movementBefore(series: Series): string {
  const word = movementWord(series);
  return word === '' ? '' : `${word} `;
}

/** A format with words before it, in one quoted text with those that are there. */
function withBefore(words: string, format: string): string {
  if (words === '') return format;
  return format.startsWith('"') ? `"${words}${format.slice(1)}` : `"${words}"${format}`;
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
  const format = withBefore(
    movementBefore(series),
    decidingFormat(bounds.comparator, direction, seriesFormats(series).target),
  );
  return {
    formula: `IF(ISNUMBER(${cell}),${cell},"")`,
    result: storedResult(bounds[bound]),
    format: unit === '' ? format : `${format}" ${unit}"`,
  };
}
