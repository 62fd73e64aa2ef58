import type { BaselineRule } from '../baseline-rule.ts';
import { baselineChanged } from './baseline-changed.ts';
import { baselineCorrected } from './baseline-corrected.ts';
import { baselineIsFraction } from './baseline-is-fraction.ts';
import { baselineOfOtherYear } from './baseline-of-other-year.ts';
import { baselineImpossible } from './baseline-impossible.ts';

/** Every rule over baselines, the one that is said beside a row first. */
export const baselineRules: readonly BaselineRule[] = [
  baselineImpossible,
  baselineIsFraction,
  baselineChanged,
  baselineCorrected,
  baselineOfOtherYear,
];
