import { compare } from '../../base/number.ts';

/**
 * What most figures of a return show at once has one cause, and is told once, at the first of them: a form of last year
 * typed again, a column pasted from cells in per cent. The hidden lines of the check's sheet count the same.
 */

/** Fewer are chance; so is a part of those that could show it. Conventions. */
export const FEWEST_OF_CAUSE = 4;
export const MOST_OF_CAUSE = 0.7;

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

/** What a figure has to do with a common cause, in TypeScript and in Excel. */
export interface SharedCause<Part> {
  /** Whether there is one, and the figure shows it. */
  isShared: Part;
  /** Whether it is the first that does: of that one it is said. */
  isFirst: Part;
  /** What the figures come to, where it is known outside cells. */
  together: ShownTogether | null;
}

/** What the figures of a return show together, each by whether it does. */
export function shownTogether(each: readonly { id: string; shows: boolean }[]): ShownTogether {
  const ids = each.filter(({ shows }) => shows).map(({ id }) => id);
  const least = Math.max(FEWEST_OF_CAUSE, MOST_OF_CAUSE * each.length);
  return {
    figures: ids.length,
    of: each.length,
    ids: new Set(ids),
    isCommon: compare(ids.length, least) >= 0,
  };
}
