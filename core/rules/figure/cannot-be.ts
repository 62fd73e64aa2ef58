import { countNotWhole } from './rules/figure-not-whole.ts';
import { numeratorAboveDenominator } from './rules/figure-numerator-above-denominator.ts';
import { outsideHardBounds } from './rules/figure-impossible.ts';
import { partAboveWhole } from './rules/figure-part-above-whole.ts';

/** Errors that say a figure cannot be: nobody is asked as well from which slip it comes. */
export const SAYING_IT_CANNOT_BE: readonly string[] = [
  outsideHardBounds.code,
  countNotWhole.code,
  numeratorAboveDenominator.code,
  partAboveWhole.code,
];
