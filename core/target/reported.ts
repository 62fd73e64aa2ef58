import { asReported } from '../base/number.ts';
import { reportedValue } from './formula.ts';
import type { Series } from './series.ts';

/** A result as it is reported, which is what is compared: 99,998 is 100,00 where two decimals are printed. */
export function reported({ resultDecimals }: Pick<Series, 'resultDecimals'>, result: number): number {
  return asReported(result, resultDecimals);
}

/** {@link reported} as an Excel expression. */
export function reportedFormula({ resultDecimals }: Pick<Series, 'resultDecimals'>, result: string): string {
  return reportedValue(result, resultDecimals);
}
