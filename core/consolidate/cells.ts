import type { MissingSign } from '../observation/figure.ts';
import { acceptanceBy } from '../store/acceptance.ts';
import { figureText, isFigure } from '../store/entry.ts';
import { isGiven } from '../store/given.ts';
import { figuresInForce, type InForceRules } from '../store/in-force.ts';
import type { StoredEntry, StoredReturn } from '../store/model.ts';
import type { Standing } from '../store/standing.ts';
import type { FigureColumn } from './columns.ts';

/** What the figure of a unit is, once it is to be added up. */
export const cellStates = [
  'accepted',
  'to-explain',
  'blocked',
  'conflicting',
  'held-back',
  'missing',
  'not-asked',
] as const;
export type CellState = (typeof cellStates)[number];

/** The figure of a unit in a column. */
export interface FigureCell {
  unit: string;
  /** Key of its column. */
  column: string;
  state: CellState;
  /** Whether it goes into totals; a sign counts as far as a sign can. */
  counts: boolean;
  /** Digits of the number, or the sign; both null where nothing was reported. */
  value: string | null;
  sign: MissingSign | null;
  /** Where it comes from; null where nothing was reported. */
  entry: StoredEntry | null;
  /** Of a member of a group: it is what the unit reported for all of itself. */
  ofWhole: boolean;
}

/** What of a column says where its figures are. */
type PlacedColumn = Pick<FigureColumn, 'key' | 'asked' | 'whole'>;

/** What decides whether a figure counts. */
export interface CountingRules {
  returns: readonly StoredReturn[];
  standing: Standing;
  /** Numbers of returns with a figure in an open conflict. */
  conflicting: ReadonlySet<number>;
  /** Only figures of accepted returns count. */
  acceptedOnly: boolean;
}

/**
 * Finds the figure in force of units, and whether it counts.
 * @param entries of the round's period
 * @returns the cell of a unit and column
 */
export function cellsOf(
  entries: readonly StoredEntry[],
  recordOf: InForceRules['recordOf'],
  rules: CountingRules,
): (unit: string, column: PlacedColumn) => FigureCell {
  const { returns, standing } = rules;
  const byNumber = new Map(returns.map((one) => [one.number, one]));
  const found = new Map<string, { entry: StoredEntry; state: CellState }>();
  for (const entry of entries) {
    const of = byNumber.get(entry.return);
    if (of && standing.isHeld(of) && isFigure(entry))
      found.set(placeOf(entry), { entry, state: 'held-back' });
  }
  for (const { figure, conflicts } of figuresInForce(returns, entries, { standing, recordOf })) {
    const entry = figure ?? conflicts[0]?.figures[0];
    if (!entry) continue;
    const state = figure === null ? 'conflicting' : stateOf(entry, byNumber.get(entry.return), rules);
    found.set(placeOf(entry), { entry, state });
  }
  const cell = (unit: string, { key, asked }: PlacedColumn): FigureCell => {
    const reported = found.get(`${unit}|${key}`);
    if (!reported) return { ...nothing(unit, key), state: asked.has(unit) ? 'missing' : 'not-asked' };
    const { entry, state } = reported;
    const counts = state === 'accepted' || (state === 'to-explain' && !rules.acceptedOnly);
    const sign = entry.sign as MissingSign | null;
    return { unit, column: key, state, counts, value: entry.value, sign, entry, ofWhole: false };
  };
  return (unit, column) => {
    const own = cell(unit, column);
    if (column.whole === null || !column.asked.has(unit)) return own;
    const whole = { ...cell(unit, { ...column, key: column.whole }), column: column.key, ofWhole: true };
    if (own.entry === null) return whole;
    // A member that reports two figures of itself is asked which one is right.
    const isSame = !whole.counts || !own.counts || figureText(own) === figureText(whole);
    return isSame ? own : { ...own, state: 'conflicting', counts: false };
  };
}

function nothing(unit: string, column: string): FigureCell {
  return {
    unit,
    column,
    state: 'missing',
    counts: false,
    value: null,
    sign: null,
    entry: null,
    ofWhole: false,
  };
}

function stateOf(entry: StoredEntry, of: StoredReturn | undefined, rules: CountingRules): CellState {
  // Of a planner's file only what is itself in conflict does not hold; it is about all units.
  if (isGiven(entry)) return 'accepted';
  return of === undefined ? 'blocked' : acceptanceBy(rules)(of);
}

function placeOf({ unit, indicator, stratum }: StoredEntry): string {
  return `${unit}|${indicator}|${stratum}`;
}
