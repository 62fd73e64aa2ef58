import { areMost, type Most, type SharedBy } from './most.ts';

/**
 * What most figures of a return show at once has one cause, and is told once, at the first of them: a form of last year
 * typed again, a column pasted from cells in per cent. The hidden lines of the check's sheet count the same.
 */

/** Conventions. */
export const MOST_OF_CAUSE: Most = { fewest: 4, part: 0.7 };

/** How many figures of a return show it. */
export interface ShownTogether {
  figures: number;
  /** Of so many that could. */
  of: number;
  /** Ids of those that show it, in their order. */
  ids: ReadonlySet<string>;
  /** Whether it is a cause that most of them share. */
  isCommon: boolean;
}

/** What a figure has to do with a common cause. */
export type SharedCause<Part> = SharedBy<Part, ShownTogether>;

/** What the figures of a return show together, each by whether it does. */
export function shownTogether(each: readonly { id: string; shows: boolean }[]): ShownTogether {
  const ids = each.filter(({ shows }) => shows).map(({ id }) => id);
  return {
    figures: ids.length,
    of: each.length,
    ids: new Set(ids),
    isCommon: areMost(ids.length, each.length, MOST_OF_CAUSE),
  };
}
