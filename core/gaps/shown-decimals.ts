import { compare, COMPARISON_DECIMALS, round } from '../base/number.ts';

/** Decimals a sentence shows where they are enough; figures themselves are never cut. */
const USUAL_DECIMALS = 2;

/**
 * With how many decimals to say numbers in one sentence: the fewest by which every two of the pairs that
 * are compared as different also look different. 99,998 against 100 is not "100 against 100".
 */
export function shownDecimals(pairs: readonly (readonly [number, number])[]): number {
  const different = pairs.filter(([left, right]) => compare(left, right) !== 0);
  for (let decimals = USUAL_DECIMALS; decimals < COMPARISON_DECIMALS; decimals += 1) {
    if (different.every(([left, right]) => round(left, decimals) !== round(right, decimals))) return decimals;
  }
  return COMPARISON_DECIMALS;
}
