import type { CommonCause } from './cause-shown.ts';
import { asFraction } from './rules/figure-shares-as-fractions.ts';
import { standingStill } from './rules/figure-form-unchanged.ts';

/** Every cause that figures of a return may share, by the name under which a rule looks for it. */
export const commonCauses = { standing: standingStill, asFractions: asFraction } as const satisfies Record<
  string,
  CommonCause
>;
export type CommonCauseName = keyof typeof commonCauses;
export const commonCauseNames = Object.keys(commonCauses) as CommonCauseName[];
