import type { Indicator, MeasureUnit } from './schema.ts';

/** Of an indicator whose unit the catalogue does not have. */
const USUAL = 2;

/** Decimals in which an indicator is reported. */
export function decimalsOf({ decimals }: Pick<Indicator, 'decimals'>): number {
  return decimals ?? USUAL;
}

/** An indicator with the decimals of its unit, where it has none of its own. */
export function withDecimals(indicator: Indicator, unit: MeasureUnit | undefined): Indicator {
  return indicator.decimals === undefined && unit ? { ...indicator, decimals: unit.decimals } : indicator;
}
