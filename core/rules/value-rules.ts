import { figureRules } from './figure/rules/index.ts';
import type { RuleDefinition } from './rule.ts';
import { seriesRules } from './series/rules/index.ts';

/** Every rule that looks at figures and what they are judged against, for pages and for wording findings. */
export const valueRules: readonly RuleDefinition[] = [...figureRules, ...seriesRules];
