import { countNotWhole } from './count-not-whole.ts';
import { cumulativeFalls } from './cumulative-falls.ts';
import type { FigureRule } from './figure-rule.ts';
import { jump } from './jump.ts';
import { missingFigure } from './missing-figure.ts';
import { missingWithoutReason } from './missing-without-reason.ts';
import { notANumber } from './not-a-number.ts';
import { notYetDue } from './not-yet-due.ts';
import { numberAsText } from './number-as-text.ts';
import { numeratorAboveDenominator } from './numerator-above-denominator.ts';
import { outsideHardBounds } from './outside-hard-bounds.ts';
import { outsidePlausibleBounds } from './outside-plausible-bounds.ts';
import { partAboveWhole } from './part-above-whole.ts';
import { periodAboveYear } from './period-above-year.ts';
import { publishedRateDiffers } from './published-rate-differs.ts';
import { unchanged } from './unchanged.ts';
import { unitSlip } from './unit-slip.ts';

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
  numeratorAboveDenominator,
  partAboveWhole,
  unitSlip,
  publishedRateDiffers,
  outsidePlausibleBounds,
  cumulativeFalls,
  periodAboveYear,
  jump,
  unchanged,
  notYetDue,
  missingWithoutReason,
];
