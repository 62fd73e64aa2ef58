import { vintages } from '../observation/vintage.ts';
import { entryKey, figurePlace, figureText, isFigure } from './entry.ts';
import { countedGiven, isGiven } from './given.ts';
import type { StoredEntry, StoredReturn } from './model.ts';
import { answeredBy, replacedBy, type Standing } from './standing.ts';

/**
 * Different figures of the same unit, indicator, stratum, period, vintage and reporter, or one that the planner
 * gave and another that came back, of which nobody has said which one holds.
 */
export interface Conflict {
  /** See entryKey; the planner's own only where they differ among themselves. */
  key: string;
  /** One per value, in the order in which they came in. */
  figures: readonly StoredEntry[];
  /** Everything that says one of the values. */
  holders: readonly StoredEntry[];
}

/** The figure of a unit, indicator, stratum and period. */
export interface FigureInForce {
  /** `unit|indicator|stratum|period`. */
  key: string;
  /** The one that holds; null where a conflict is open. */
  figure: StoredEntry | null;
  /** Open conflicts about it, also of figures that would not hold anyway. */
  conflicts: readonly Conflict[];
  /** Figures of other bodies and vintages that differ: kept beside, compared, never in force. */
  beside: readonly StoredEntry[];
}

/** What decides between figures. */
export interface InForceRules {
  standing: Standing;
  /**
   * Ids of who is the source of record of an indicator for a unit; none where nobody knows. A body that took over has
   * those before it beside it: their figures of their time are official too.
   */
  recordOf: (unit: string, indicator: string) => readonly string[];
}

/**
 * The figure in force of everything that was reported: that of the source of record; then the surest vintage; then
 * the latest correction. A blank deletes nothing: a correction replaces the figures it has. What the planner gave
 * is from the source it names and stands beside whoever is of record: the surer of the two is in force, and where
 * they are equally sure and differ it is a conflict.
 * @param entries of these returns
 */
export function figuresInForce(
  returns: readonly StoredReturn[],
  entries: readonly StoredEntry[],
  { standing, recordOf }: InForceRules,
): FigureInForce[] {
  if (entries.length === 0) return [];
  const counted = [
    ...countedFigures(returns, entries, standing),
    ...countedGiven(returns, entries, standing),
  ];
  const said = saidIn(entries);
  const withdrawn = new Set(returns.filter(standing.isWithdrawn).map(({ number }) => number));
  return [...grouped(counted, figurePlace)].map(([key, figures]) =>
    inForce(key, figures, { standing, recordOf, said, withdrawn }),
  );
}

/** Figures that units reported in live returns and no live correction has replaced. */
export function countedFigures(
  returns: readonly StoredReturn[],
  entries: readonly StoredEntry[],
  standing: Standing,
): StoredEntry[] {
  const live = new Set(returns.filter(standing.isLive).map(({ number }) => number));
  const [replaced, answered] = [replacedBy(returns, standing), answeredBy(returns, standing)];
  const figures = entries.filter((entry) => isFigure(entry) && live.has(entry.return) && !isGiven(entry));
  const gone = new Set<string>();
  for (const entry of figures) {
    const key = entryKey(entry);
    for (const before of replaced.get(entry.return) ?? []) gone.add(`${before}|${key}`);
    const chosen = standing.chosen.get(key)?.return;
    // What somebody has chosen no unit answers away: the two are a conflict again.
    for (const before of answered.get(entry.return) ?? [])
      if (before !== chosen) gone.add(`${before}|${key}`);
  }
  if (gone.size === 0) return figures;
  return figures.filter((entry) => !gone.has(`${entry.return}|${entryKey(entry)}`));
}

function inForce(
  key: string,
  figures: readonly StoredEntry[],
  {
    standing,
    recordOf,
    said,
    withdrawn,
  }: InForceRules & { said: ReturnType<typeof saidIn>; withdrawn: ReadonlySet<number> },
): FigureInForce {
  const [only, other] = figures;
  // Most figures stand alone, and there are hundreds of thousands in a round of communes.
  if (only && !other) return { key, figure: only, conflicts: [], beside: [] };
  const settled: StoredEntry[] = [];
  const conflicts: Conflict[] = [];
  const open: StoredEntry[] = [];
  for (const [own, same] of claimsOf(figures)) {
    const values = [...grouped(same, figureText).values()].flatMap(([first]) => first ?? []);
    const [latest] = [...same].sort((a, b) => b.return - a.return);
    const last = standing.chosen.get(own);
    // What came in again after its return was withdrawn is one of several figures, as it was before the choice.
    const isGone = last !== undefined && last.return !== null && withdrawn.has(last.return);
    const choice = isGone ? undefined : last;
    // What was chosen may have come again in a correction of other figures.
    const kept = choice && said(choice.return, figurePlace(same[0]), same[0].vintage);
    const chosen = same.find((entry) => figureText(entry) === kept);
    // Nobody has chosen against a figure that came in later.
    const isSettled =
      chosen !== undefined &&
      same.every((entry) => entry.return <= (choice?.seen ?? 0) || figureText(entry) === figureText(chosen));
    if (isSettled) settled.push(chosen);
    else if (values.length > 1) {
      conflicts.push({ key: own, figures: values, holders: same });
      open.push(...same);
    } else if (latest) settled.push(latest);
  }
  const all = [...settled, ...open];
  const [first] = all;
  const by = (reporters: readonly string[]) =>
    all.some((entry) => reporters.includes(entry.reporter))
      ? all.filter((entry) => reporters.includes(entry.reporter) || isGiven(entry))
      : null;
  const pool = first ? (by(recordOf(first.unit, first.indicator)) ?? by([first.unit]) ?? all) : all;
  const surest = Math.max(...pool.map(sureness));
  const isOpen = (entry: StoredEntry) => Number(open.includes(entry));
  const [best] = pool
    .filter((entry) => sureness(entry) === surest)
    .sort((a, b) => isOpen(a) - isOpen(b) || a.return - b.return);
  const figure = best && !open.includes(best) ? best : null;
  const beside = all.filter(
    (entry) => entry !== figure && (figure === null || figureText(entry) !== figureText(figure)),
  );
  return { key, figure, conflicts, beside };
}

/** The more, the surer a figure is. */
export function sureness({ vintage }: Pick<StoredEntry, 'vintage'>): number {
  return vintages.findIndex((one) => one === vintage);
}

/**
 * Figures of one place by who claims what: those of a reporter and vintage together, with what the planner gave of
 * that vintage; what the planner gave and nobody reports stands alone.
 */
function claimsOf(figures: readonly StoredEntry[]): [string, [StoredEntry, ...StoredEntry[]]][] {
  const given = figures.filter(isGiven);
  const own = grouped(
    figures.filter((entry) => !isGiven(entry)),
    entryKey,
  );
  const reported = new Set([...own.values()].map(([first]) => first.vintage));
  const alone = given.filter(({ vintage }) => !reported.has(vintage));
  return [
    ...[...own].map(([key, same]): [string, typeof same] => {
      const [first, ...others] = same;
      return [key, [first, ...others, ...given.filter(({ vintage }) => vintage === first.vintage)]];
    }),
    ...grouped(alone, entryKey),
  ];
}

/** What a return says of a figure, whether it still counts or not; looked up only where somebody has chosen. */
function saidIn(entries: readonly StoredEntry[]) {
  const key = (of: number | null, place: string, vintage: string) => [of, place, vintage].join('|');
  let texts: Map<string, string> | null = null;
  return (of: number | null, place: string, vintage: string) => {
    texts ??= new Map(
      entries
        .filter(isFigure)
        .map((entry) => [key(entry.return, figurePlace(entry), entry.vintage), figureText(entry)]),
    );
    return texts.get(key(of, place, vintage)) ?? null;
  };
}

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Map<string, [Item, ...Item[]]> {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
