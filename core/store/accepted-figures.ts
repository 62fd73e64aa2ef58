import { acceptanceBy, type Acceptance, type AcceptanceRules } from './acceptance.ts';
import { figurePlace, figureText } from './entry.ts';
import { countedFigures, sureness } from './in-force.ts';
import { returnName, type StoredEntry, type StoredReturn } from './model.ts';
import type { Standing } from './standing.ts';

/** Returns whose figures come along by themselves; a warning that nobody has explained goes with them as a mark. */
export const ACCEPTED: ReadonlySet<Acceptance> = new Set(['accepted', 'to-explain']);

/** What accepted returns say, whatever later returns that nobody has accepted made of it. */
export interface AcceptedFigures {
  /** An accepted return's own figure that says the same, and how far that return has come; null where none does. */
  same: (figure: StoredEntry) => ReturnedFigure | null;
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
  const bySaid = surestBy(figures, ({ entry }) => placeText(entry));
  const byPlace = new Map<string, StoredEntry[]>();
  for (const { entry } of figures)
    byPlace.set(figurePlace(entry), [...(byPlace.get(figurePlace(entry)) ?? []), entry]);
  return {
    same: (figure) => bySaid.get(placeText(figure)) ?? null,
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

/**
 * How far figures in force have come: as far as their return, or as far as another that says the same and that nothing
 * has replaced. A later round's form repeats the figures of the year before; its errors take nothing from them.
 * @param entries all that are known of the places asked about
 */
export function acceptanceOfFigures(
  returns: readonly StoredReturn[],
  entries: readonly StoredEntry[],
  rules: AcceptanceRules,
): (figure: StoredEntry) => ReturnedFigure {
  const byNumber = new Map(returns.map((one) => [one.number, one]));
  const acceptanceOf = acceptanceBy(rules);
  const ofReturn = ({ return: number }: StoredEntry): Acceptance => {
    const of = byNumber.get(number);
    return of === undefined ? 'blocked' : acceptanceOf(of);
  };
  const accepted = surestBy(
    countedFigures(returns, entries, rules.standing)
      .map((entry) => ({ entry, acceptance: ofReturn(entry) }))
      .filter(({ acceptance }) => ACCEPTED.has(acceptance)),
    ({ entry }) => `${placeText(entry)}|${entry.reporter}`,
  );
  return (figure) => {
    const own = { entry: figure, acceptance: ofReturn(figure) };
    if (ACCEPTED.has(own.acceptance)) return own;
    return accepted.get(`${placeText(figure)}|${figure.reporter}`) ?? own;
  };
}

/** A figure of a return and how far the return has come. */
interface ReturnedFigure {
  entry: StoredEntry;
  acceptance: Acceptance;
}

/** Of figures with one key the surest, of these the last: that a figure is final, too, is for a return to say. */
function surestBy(
  figures: readonly ReturnedFigure[],
  keyOf: (one: ReturnedFigure) => string,
): ReadonlyMap<string, ReturnedFigure> {
  const found = new Map<string, ReturnedFigure>();
  for (const one of figures) {
    const before = found.get(keyOf(one));
    if (!before || sureness(before.entry) <= sureness(one.entry)) found.set(keyOf(one), one);
  }
  return found;
}

/** A place and what is said of it, however sure. */
function placeText(entry: StoredEntry): string {
  return `${figurePlace(entry)}|${figureText(entry)}`;
}
