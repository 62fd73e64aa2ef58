import type { Acceptance } from '../../core/store/acceptance.ts';
import { figurePlace, figureText } from '../../core/store/entry.ts';
import { countedFigures } from '../../core/store/in-force.ts';
import { returnName, type StoredEntry, type StoredReturn } from '../../core/store/model.ts';
import type { Standing } from '../../core/store/standing.ts';

/** Returns whose figures come along by themselves; a warning that nobody has explained goes with them as a mark. */
export const ACCEPTED: ReadonlySet<Acceptance> = new Set(['accepted', 'to-explain']);

/** What accepted returns say, whatever later returns that nobody has accepted made of it. */
export interface AcceptedFigures {
  /**
   * The figure of an accepted return of another round that says the same, and how far that return has come; null where
   * none does. Another version of the same round's return vouches for nothing: its figures are not added up either.
   */
  same: (figure: StoredEntry) => { entry: StoredEntry; acceptance: Acceptance } | null;
  /** "150 (B2); 15 (B1)": a figure that nobody accepted and the accepted ones that it would replace; '' without any. */
  against: (figure: StoredEntry) => string;
}

/**
 * The last figures that accepted returns have, none of a return in conflict among them: a correction replaces them
 * only once it is accepted itself.
 * @param acceptance how far a return has come, conflicts looked at
 */
export function acceptedFigures(
  returns: readonly StoredReturn[],
  entries: readonly StoredEntry[],
  { standing, acceptance }: { standing: Standing; acceptance: (one: StoredReturn) => Acceptance },
): AcceptedFigures {
  const byNumber = new Map(returns.map((one) => [one.number, one]));
  const isLive = (one: StoredReturn) => standing.isLive(one) && ACCEPTED.has(acceptance(one));
  const roundOf = (entry: StoredEntry) => byNumber.get(entry.return)?.round;
  const byPlace = new Map<string, StoredEntry[]>();
  for (const entry of countedFigures(returns, entries, { ...standing, isLive }))
    byPlace.set(figurePlace(entry), [...(byPlace.get(figurePlace(entry)) ?? []), entry]);
  const at = (figure: StoredEntry) => byPlace.get(figurePlace(figure)) ?? [];
  return {
    same: (figure) => {
      const entry = at(figure)
        .filter((one) => saidText(one) === saidText(figure) && roundOf(one) !== roundOf(figure))
        .at(-1);
      const of = entry && byNumber.get(entry.return);
      return entry && of ? { entry, acceptance: acceptance(of) } : null;
    },
    against: (figure) => {
      const before = at(figure).filter((one) => figureText(one) !== figureText(figure));
      return before.length === 0 ? '' : [figure, ...before].map(valueOfReturn).join('; ');
    },
  };
}

/** "150 (B2)" */
export function valueOfReturn(entry: StoredEntry): string {
  return `${figureText(entry)} (${returnName(entry.return)})`;
}

/** A figure, how sure it is and what it says. */
function saidText(entry: StoredEntry): string {
  return `${figurePlace(entry)}|${entry.vintage}|${figureText(entry)}`;
}
