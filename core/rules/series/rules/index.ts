import { largeGap } from './gap-to-explain.ts';
import type { SeriesRule } from '../series-rule.ts';

/** Every rule over series. */
export const seriesRules: readonly SeriesRule[] = [largeGap];
