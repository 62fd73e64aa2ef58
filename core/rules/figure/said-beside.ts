import type { FigureRule } from './figure-rule.ts';
import { countsMultiplied } from './rules/figure-counts-multiplied.ts';
import { cumulativeFalls } from './rules/figure-cumulative-falls.ts';
import { digitsTransposed } from './rules/figure-digits-transposed.ts';
import { farFromPlan } from './rules/figure-far-from-plan.ts';
import { jump } from './rules/figure-jump.ts';
import { neighboursExchanged } from './rules/figure-neighbours-exchanged.ts';
import { outOfProportion } from './rules/figure-out-of-proportion.ts';
import { unitSlip } from './rules/figure-unit-slip.ts';

/** What is asked about one figure and so not about others that are computed from it or held against it. */

/** Of a count that a share or rate is computed from: that it slipped. */
export const SAID_OF_PART: readonly FigureRule[] = [
  countsMultiplied,
  unitSlip,
  neighboursExchanged,
  farFromPlan,
  outOfProportion,
  digitsTransposed,
  cumulativeFalls,
  jump,
];
/** Of a count that others are a part of: that it does not belong to a unit of this size. */
export const SAID_OF_WHOLE: readonly FigureRule[] = [outOfProportion];
