import type { Language } from '../../base/finding.ts';
import { numberText, readableNumber } from '../../base/number-text.ts';
import { COMPARISON_DECIMALS, round } from '../../base/number.ts';

/**
 * A figure with its unit: `12,5 %`. A computed one is rounded as people are shown numbers; one that is nearer
 * to nothing than those say (`dưới 0,000001 hộ`) does not pass for nothing.
 */
export function shown(value: number, unit: string, language: Language): string {
  const rounded = round(value, COMPARISON_DECIMALS);
  const number =
    rounded === 0 && value !== 0 ? tiny(value, language) : numberText(readableNumber(rounded), language);
  return `${number} ${unit}`.trim();
}

function tiny(value: number, language: Language): string {
  const sign = language === 'vi' ? ',' : '.';
  const least = `0${sign}${'0'.repeat(COMPARISON_DECIMALS - 1)}1`;
  const words = language === 'vi' ? { below: 'dưới', above: 'trên' } : { below: 'below', above: 'above' };
  return value > 0 ? `${words.below} ${least}` : `${words.above} -${least}`;
}

/** From one figure to another, with the unit once. */
export function shownBounds(low: number, high: number, unit: string, language: Language): string {
  const words = language === 'vi' ? ['từ', 'đến'] : ['from', 'to'];
  return `${words[0]} ${numberText(readableNumber(low), language)} ${words[1]} ${shown(high, unit, language)}`;
}
