import { vintages } from '../observation/vintage.ts';
import { entryKey, figureText, isFigure } from './entry.ts';
import type { StoredEntry, StoredReturn } from './model.ts';
import { replacedBy, type Standing } from './standing.ts';

/**
 * Different figures of the same unit, indicator, stratum, period, vintage and reporter, of which nobody has said
 * which one holds.
 */
export interface Conflict {
  /** See entryKey. */
  key: string;
  /** One per value, in the order in which they came in. */
  figures: readonly StoredEntry[];
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
  /** Id of who is the source of record of an indicator for a unit; null where nobody knows. */
  recordOf: (unit: string, indicator: string) => string | null;
}

/**
 * The figure in force of everything that was reported: that of the source of record; then the surest vintage; then
 * the latest correction. A blank deletes nothing: a correction replaces the figures it has.
 * @param entries of these returns
 */
export function figuresInForce(
  returns: readonly StoredReturn[],
  entries: readonly StoredEntry[],
  { standing, recordOf }: InForceRules,
): FigureInForce[] {
  const counted = countedFigures(returns, entries, standing);
  return [...grouped(counted, placeOf)].map(([key, figures]) =>
    inForce(key, figures, { standing, recordOf }),
  );
}

/** Figures of live returns that no live correction has replaced. */
export function countedFigures(
  returns: readonly StoredReturn[],
  entries: readonly StoredEntry[],
  standing: Standing,
): StoredEntry[] {
  const live = new Set(returns.filter(standing.isLive).map(({ number }) => number));
  const replaced = replacedBy(returns, standing);
  const figures = entries.filter((entry) => isFigure(entry) && live.has(entry.return));
  const gone = new Set<string>();
  for (const entry of figures)
    for (const before of replaced.get(entry.return) ?? []) gone.add(`${before}|${entryKey(entry)}`);
  return figures.filter((entry) => !gone.has(`${entry.return}|${entryKey(entry)}`));
}

function inForce(
  key: string,
  figures: readonly StoredEntry[],
  { standing, recordOf }: InForceRules,
): FigureInForce {
  const settled: StoredEntry[] = [];
  const conflicts: Conflict[] = [];
  const open: StoredEntry[] = [];
  for (const [own, same] of grouped(figures, entryKey)) {
    const values = [...grouped(same, figureText).values()].flatMap(([first]) => first ?? []);
    const [latest] = [...same].sort((a, b) => b.return - a.return);
    const choice = standing.chosen.get(own);
    const chosen = same.find((entry) => entry.return === choice?.return);
    // Nobody has chosen against a figure that came in later.
    const isSettled =
      chosen !== undefined &&
      same.every((entry) => entry.return <= (choice?.seen ?? 0) || figureText(entry) === figureText(chosen));
    if (isSettled) settled.push(chosen);
    else if (values.length > 1) {
      conflicts.push({ key: own, figures: values });
      open.push(...same);
    } else if (latest) settled.push(latest);
  }
  const all = [...settled, ...open];
  const [first] = all;
  const record = first ? recordOf(first.unit, first.indicator) : null;
  const ofRecord = all.filter(({ reporter }) => reporter === record);
  const ofUnit = all.filter(({ reporter, unit }) => reporter === unit);
  const pool = ofRecord.length > 0 ? ofRecord : ofUnit.length > 0 ? ofUnit : all;
  const surest = Math.max(...pool.map(sureness));
  const [best] = pool.filter((entry) => sureness(entry) === surest).sort((a, b) => a.return - b.return);
  const figure = best && !open.includes(best) ? best : null;
  const beside = all.filter(
    (entry) => entry !== figure && (figure === null || figureText(entry) !== figureText(figure)),
  );
  return { key, figure, conflicts, beside };
}

function sureness({ vintage }: StoredEntry): number {
  return vintages.findIndex((one) => one === vintage);
}

function placeOf({ unit, indicator, stratum, period }: StoredEntry): string {
  return [unit, indicator, stratum, period].join('|');
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
