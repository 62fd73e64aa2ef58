import { countsMultiplied } from './rules/figure-counts-multiplied.ts';
import { sharesAsFractions } from './rules/figure-shares-as-fractions.ts';

/** Warnings that say one thing of most figures of a form: nobody is asked as well about each of them. */
export const SAID_OF_ALL: readonly string[] = [countsMultiplied.code, sharesAsFractions.code];
