import { decimalsIn } from '../base/number.ts';
import { decimalsOf } from '../catalogue/decimals.ts';
import type { Direction, Indicator } from '../catalogue/schema.ts';
import type { Comparator, Statement } from '../plan/model.ts';
import { comparatorSigns } from '../plan/comparator.ts';
import { kinds } from '../target/kinds/index.ts';
import { pathDecimals, type Series } from '../target/series.ts';

/** Number formats: Excel's own codes, which every program shows by its locale. */

const YES_NO = '[=1]"Có";[=0]"Không";General';

/** Format of a figure in the unit of its indicator. */
export function figureFormat(indicator: Indicator): string {
  if (indicator.measure === 'yes-no') return YES_NO;
  return decimalsFormat(decimalsOf(indicator));
}

/** Format of a single target's own value, with the decimals it is printed with at least. */
export function statementFormat({ kind, low, high, value }: Statement, indicator: Indicator): string {
  if (indicator.measure === 'yes-no') return YES_NO;
  const printed = [low, high, value].map((one) => decimalsIn(one ?? 0));
  return decimalsFormat(Math.max(kinds[kind].isRate ? 2 : 0, decimalsOf(indicator), ...printed));
}

/** Formats of the rows of a series; what is printed is what is compared. */
export interface SeriesFormats {
  figure: string;
  /** The value to be reached, and what was assigned. */
  target: string;
  /** A computed change, growth or mean. */
  result: string;
  /** The distance from the value in force; its sign is always shown. */
  gap: string;
  path: string;
}

/** Formats of a series, with its own decimals. */
export function seriesFormats(series: Series): SeriesFormats {
  const { indicator, decimals, resultDecimals } = series;
  const result = decimalsFormat(resultDecimals);
  const figure = indicator.measure === 'yes-no' ? YES_NO : decimalsFormat(decimals);
  return {
    figure,
    target: kinds[series.kind].isRate ? result : figure,
    result,
    gap: signedFormat(indicator.measure === 'yes-no' ? figure : result),
    path: indicator.measure === 'yes-no' ? figure : decimalsFormat(pathDecimals(series)),
  };
}

/** A number with grouped thousands and fixed decimals. */
export function decimalsFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

/** A target with its comparator before it: `> 93,50`. */
export function targetFormat(comparator: Comparator | null, base: string): string {
  const sign = comparator ? comparatorSigns[comparator] : '';
  return sign === '' || base.startsWith('[') ? base : `"${sign}"${base}`;
}

/**
 * A target shown by the bound that decides alone. Of a range it is one end, and the sign says on which side
 * of it the target is met: `≥ 5.000`. A range of which both ends decide has no such sign.
 */
export function decidingFormat(comparator: Comparator, direction: Direction, base: string): string {
  if (comparator !== 'range' || direction === 'neutral') return targetFormat(comparator, base);
  return targetFormat(direction === 'up' ? '>=' : '<=', base);
}

/** A distance: its sign is always shown. */
export function signedFormat(base: string): string {
  const plain = base.startsWith('[') ? '0' : base;
  return `+${plain};-${plain};${plain}`;
}
