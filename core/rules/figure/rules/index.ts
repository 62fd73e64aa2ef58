import { apartFromMultiple } from './figure-apart-from-multiple.ts';
import { belowItsPart } from './figure-below-its-part.ts';
import { countsMultiplied } from './figure-counts-multiplied.ts';
import { countNotWhole } from './figure-not-whole.ts';
import { cumulativeFalls } from './figure-cumulative-falls.ts';
import { digitsTransposed } from './figure-digits-transposed.ts';
import { formUnchanged } from './figure-form-unchanged.ts';
import { farFromPlan } from './figure-far-from-plan.ts';
import type { FigureRule } from '../figure-rule.ts';
import { givenChanged } from './figure-given-changed.ts';
import { givenCorrected } from './figure-given-corrected.ts';
import { jump } from './figure-jump.ts';
import { missingFigure } from './figure-missing.ts';
import { missingWithoutReason } from './figure-sign-without-reason.ts';
import { neighboursExchanged } from './figure-neighbours-exchanged.ts';
import { notANumber } from './figure-not-a-number.ts';
import { notYetDue } from './figure-not-yet-due.ts';
import { numberAsText } from './figure-number-as-text.ts';
import { numeratorAboveDenominator } from './figure-numerator-above-denominator.ts';
import { outOfProportion } from './figure-out-of-proportion.ts';
import { outsideHardBounds } from './figure-impossible.ts';
import { outsidePlausibleBounds } from './figure-implausible.ts';
import { partAboveWhole } from './figure-part-above-whole.ts';
import { periodAboveYear } from './figure-period-above-year.ts';
import { publishedRateDiffers } from './figure-rate-differs.ts';
import { sharesAsFractions } from './figure-shares-as-fractions.ts';
import { sumDiffers } from './figure-sum-differs.ts';
import { unchanged } from './figure-unchanged.ts';
import { unitSlip } from './figure-unit-slip.ts';
import { wasFraction } from './figure-was-fraction.ts';

/**
 * Every rule over figures. The order is their precedence: a rule is silenced only by rules before it. What
 * is no number comes first, then what cannot be true, then what is surprising, the sharpest word first.
 */
export const figureRules: readonly FigureRule[] = [
  missingFigure,
  numberAsText,
  notANumber,
  outsideHardBounds,
  countNotWhole,
  givenChanged,
  givenCorrected,
  numeratorAboveDenominator,
  partAboveWhole,
  wasFraction,
  countsMultiplied,
  sharesAsFractions,
  unitSlip,
  neighboursExchanged,
  publishedRateDiffers,
  outsidePlausibleBounds,
  farFromPlan,
  outOfProportion,
  digitsTransposed,
  cumulativeFalls,
  periodAboveYear,
  sumDiffers,
  jump,
  apartFromMultiple,
  belowItsPart,
  formUnchanged,
  unchanged,
  notYetDue,
  missingWithoutReason,
];
