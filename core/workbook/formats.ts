import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Indicator } from '../catalogue/schema.ts';
import type { Comparator } from '../plan/model.ts';
import type { TargetKind } from '../plan/schema.ts';
import { comparatorSigns } from '../plan/comparator.ts';

/** Number formats: Excel's own codes, which every program shows by its locale. */

/** Format of a figure in the unit of its indicator. */
export function figureFormat(indicator: Indicator, catalogue: Catalogue): string {
  if (indicator.measure === 'yes-no') return '[=1]"Có";[=0]"Không";General';
  return decimalsFormat(catalogue.measureUnits.get(indicator.unit)?.decimals ?? 2);
}

/** Format of a target's own value: rates of change and growth have decimals whatever their indicator has. */
export function targetValueFormat(kind: TargetKind, indicator: Indicator, catalogue: Catalogue): string {
  return kind === 'change' || kind === 'growth' ? decimalsFormat(2) : figureFormat(indicator, catalogue);
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

/** A distance: its sign is always shown. */
export function signedFormat(base: string): string {
  const plain = base.startsWith('[') ? '0' : base;
  return `+${plain};-${plain};${plain}`;
}
