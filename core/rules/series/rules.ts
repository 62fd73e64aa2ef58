import { largeGap } from './large-gap.ts';
import type { SeriesRule } from './series-rule.ts';

/** Every rule over series. */
export const seriesRules: readonly SeriesRule[] = [largeGap];
