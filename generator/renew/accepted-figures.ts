import { acceptanceBy, type Acceptance } from '../../core/store/acceptance.ts';
import { figurePlace, figureText } from '../../core/store/entry.ts';
import { countedFigures } from '../../core/store/in-force.ts';
import { returnName, type StoredEntry, type StoredReturn } from '../../core/store/model.ts';
import type { Standing } from '../../core/store/standing.ts';

/** Returns whose figures come along by themselves; a warning that nobody has explained goes with them as a mark. */
export const ACCEPTED: ReadonlySet<Acceptance> = new Set(['accepted', 'to-explain']);

/** What accepted returns say, whatever later returns that nobody has accepted made of it. */
export interface AcceptedFigures {
  /** The accepted return's own figure that says the same, and how far that return has come; null where none does. */
  same: (figure: StoredEntry) => { entry: StoredEntry; acceptance: Acceptance } | null;
  /** "150 (B2); 15 (B1)": a figure that nobody accepted and the accepted ones that it would replace; '' without any. */
  against: (figure: StoredEntry) => string;
}

/**
 * The last figures that accepted returns have. A correction replaces them only once it is accepted itself. Of a return
 * in conflict only what another live return repeats: the two agree on that, and its own check has let it in.
 * @param acceptance how far a return has come, conflicts looked at
 */
export function acceptedFigures(
  returns: readonly StoredReturn[],
  entries: readonly StoredEntry[],
  { standing, acceptance }: { standing: Standing; acceptance: (one: StoredReturn) => Acceptance },
): AcceptedFigures {
  const byNumber = new Map(returns.map((one) => [one.number, one]));
  const byItself = acceptanceBy({ standing, conflicting: new Set() });
  const isLive = (one: StoredReturn) => standing.isLive(one) && ACCEPTED.has(byItself(one));
  const sayers = new Map<string, Set<number>>();
  for (const entry of countedFigures(returns, entries, standing))
    sayers.set(saidText(entry), (sayers.get(saidText(entry)) ?? new Set()).add(entry.return));
  const isAgreed = (entry: StoredEntry) =>
    [...(sayers.get(saidText(entry)) ?? [])].some((number) => number !== entry.return);
  const figures = countedFigures(returns, entries, { ...standing, isLive }).flatMap((entry) => {
    const of = byNumber.get(entry.return);
    if (!of || !(ACCEPTED.has(acceptance(of)) || isAgreed(entry))) return [];
    return [{ entry, acceptance: byItself(of) }];
  });
  const bySaid = new Map(figures.map((one) => [saidText(one.entry), one]));
  const byPlace = new Map<string, StoredEntry[]>();
  for (const { entry } of figures)
    byPlace.set(figurePlace(entry), [...(byPlace.get(figurePlace(entry)) ?? []), entry]);
  return {
    same: (figure) => bySaid.get(saidText(figure)) ?? null,
    against: (figure) => {
      const before = (byPlace.get(figurePlace(figure)) ?? []).filter(
        (one) => figureText(one) !== figureText(figure),
      );
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
