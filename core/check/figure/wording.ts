import type { Language } from '../../finding.ts';
import { numberText } from '../../messages/figure-text.ts';
import { COMPARISON_DECIMALS, round } from '../../number.ts';

/** A figure with its unit: `12,5 %`. A computed one is shown to the decimals of comparison. */
export function shown(value: number, unit: string, language: Language): string {
  return `${numberText(round(value, COMPARISON_DECIMALS), language)} ${unit}`.trim();
}

/** From one figure to another, with the unit once. */
export function shownBounds(low: number, high: number, unit: string, language: Language): string {
  const words = language === 'vi' ? ['từ', 'đến'] : ['from', 'to'];
  return `${words[0]} ${numberText(low, language)} ${words[1]} ${shown(high, unit, language)}`;
}
