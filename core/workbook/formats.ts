import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Direction, Indicator } from '../catalogue/schema.ts';
import type { Comparator } from '../plan/model.ts';
import type { TargetKind } from '../plan/schema.ts';
import { comparatorSigns } from '../plan/comparator.ts';
import { kinds } from '../target/kinds/index.ts';

/** Number formats: Excel's own codes, which every program shows by its locale. */

/** Format of a figure in the unit of its indicator. */
export function figureFormat(indicator: Indicator, catalogue: Catalogue): string {
  if (indicator.measure === 'yes-no') return '[=1]"Có";[=0]"Không";General';
  return decimalsFormat(decimalsOf(indicator, catalogue));
}

function decimalsOf(indicator: Indicator, catalogue: Catalogue): number {
  return catalogue.measureUnits.get(indicator.unit)?.decimals ?? 2;
}

/** Decimals of a target's own value: rates of change and growth have them whatever their indicator has. */
export function targetDecimals(kind: TargetKind, indicator: Indicator, catalogue: Catalogue): number {
  return kinds[kind].isRate ? 2 : decimalsOf(indicator, catalogue);
}

/** Format of a target's own value, with {@link targetDecimals}. */
export function targetValueFormat(kind: TargetKind, indicator: Indicator, catalogue: Catalogue): string {
  return kinds[kind].isRate
    ? decimalsFormat(targetDecimals(kind, indicator, catalogue))
    : figureFormat(indicator, catalogue);
}

/** Format of a reference path: between whole numbers it runs through fractions, which have to be seen. */
export function pathFormat(indicator: Indicator, catalogue: Catalogue): string {
  const format = figureFormat(indicator, catalogue);
  return format === decimalsFormat(0) ? decimalsFormat(1) : format;
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
