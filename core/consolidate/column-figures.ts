import { acceptanceBy, countsInTotals } from '../store/acceptance.ts';
import { isGiven } from '../store/given.ts';
import { figuresInForce, type InForceRules } from '../store/in-force.ts';
import type { StoredEntry, StoredReturn } from '../store/model.ts';
import type { Standing } from '../store/standing.ts';
import { cellStates, STATE, type CellState } from './cell-state.ts';
import type { FigureColumn } from './columns.ts';
import { exactOf, exactText, type Exact } from './exact.ts';
import {
  CONTESTED,
  contestedIn,
  EMPTY,
  entriesIn,
  placesIn,
  SAID,
  saidIn,
  type FigureTable,
} from './figure-table.ts';

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

/** The figures of units in a column, each by the unit's place among the units. */
export interface ColumnFigures {
  key: string;
  units: readonly string[];
  /** Whether the unit has to give it; several columns share it. */
  asked: Uint8Array;
  /** Number of its state in {@link cellStates}. */
  state: Uint8Array;
  counts: Uint8Array;
  /** What it says, see SAID; `nothing` where nothing was reported. Of a number the amount. */
  said: Uint8Array;
  amount: Float64Array;
  /** Numbers that are no amount. */
  wide: ReadonlyMap<number, Exact>;
  ofWhole: Uint8Array;
  entry: (at: number) => StoredEntry | null;
}

/** In the place of a state: the return is neither held nor live. */
const GONE = 255;

/** A figure that took its entries to find. */
interface Found {
  entry: StoredEntry;
  state: CellState;
}

/**
 * Finds the figures in force of units, and whether they count.
 * @param table of the round's period
 * @param units ids
 * @returns the figures of a column
 */
export function figuresOf(
  table: FigureTable,
  recordOf: InForceRules['recordOf'],
  rules: CountingRules,
  units: readonly string[],
): (column: PlacedColumn) => ColumnFigures {
  const contested = contestedFigures(table, recordOf, rules);
  const unitAt = new Map(table.units.map((id, at) => [id, at]));
  const keyAt = new Map(table.keys.map((key, at) => [key, at]));
  const placed: Placed = {
    table,
    places: placesIn(table).at,
    rows: Int32Array.from(units, (id) => unitAt.get(id) ?? EMPTY),
    stateOf: statesOf(table, rules),
    counting: Uint8Array.from(cellStates, (state) =>
      state !== 'missing' && state !== 'not-asked' && countsInTotals(state, rules.acceptedOnly) ? 1 : 0,
    ),
  };
  const asking = askedAmong(units);

  const own = (key: string, asked: ReadonlySet<string>): ColumnFigures => {
    const blank = asking(asked);
    const at = keyAt.get(key);
    if (at === undefined) return { ...blank, key };
    const filled = toFill(blank);
    const [found, wide] = [new Map<number, StoredEntry>(), new Map<number, Exact>()];
    const { state, counts, said, amount, sources } = filled;
    if (fill(filled, placed, at))
      for (const [unit, source] of sources.entries()) {
        const one =
          source === CONTESTED ? contested.get((placed.rows[unit] ?? 0) * table.keys.length + at) : undefined;
        if (!one) continue;
        found.set(unit, one.entry);
        state[unit] = STATE[one.state];
        const [what, size] = saidIn({ ...one.entry, reporter: '' });
        said[unit] = what === SAID.look ? SAID.number : what;
        amount[unit] = size;
        if (what === SAID.look) wide.set(unit, exactOf(one.entry.value ?? ''));
        counts[unit] = placed.counting[STATE[one.state]] ?? 0;
      }
    const entry = (unit: number) => {
      const source = sources[unit] ?? EMPTY;
      return source >= 0 ? table.entry(source) : (found.get(unit) ?? null);
    };
    return { ...blank, key, state, counts, said, amount, wide, entry };
  };

  return ({ key, asked, whole }) => {
    const part = own(key, asked);
    return whole === null ? part : withWhole(part, own(whole, asked));
  };
}

/** The figures of a table and where they stand among the units that are asked about. */
interface Placed {
  table: FigureTable;
  /** See {@link placesIn}. */
  places: Int32Array;
  /** Number of each unit in the table, {@link EMPTY} where it has none. */
  rows: Int32Array;
  /** State of every figure of the table, or {@link GONE}. */
  stateOf: Uint8Array;
  /** Of every state whether it counts. */
  counting: Uint8Array;
}

/** What the return of each figure makes of it. */
function statesOf({ of }: FigureTable, rules: CountingRules): Uint8Array {
  const byReturn = new Map(
    rules.returns.map((one) => {
      const isThere = rules.standing.isHeld(one) || rules.standing.isLive(one);
      return [one.number, isThere ? STATE[stateOf(one, rules)] : GONE];
    }),
  );
  const states = new Uint8Array(of.length);
  let [number, state] = [NaN, GONE];
  for (let at = 0; at < of.length; at += 1) {
    const next = of[at] ?? 0;
    // Figures of a return come one after the other.
    if (next !== number) [number, state] = [next, byReturn.get(next) ?? GONE];
    states[at] = state;
  }
  return states;
}

/**
 * Writes the figures of one key into a column: the innermost loop of a consolidation, so small and so plain that it
 * is compiled after a few units. @returns whether some are contested
 */
function fill(
  { state, counts, said, amount, sources }: ReturnType<typeof toFill>,
  { table, places, rows, stateOf: states, counting }: Placed,
  key: number,
): boolean {
  const { said: says, amount: amounts } = table;
  const width = table.keys.length;
  let isContested = false;
  for (let unit = 0; unit < rows.length; unit += 1) {
    const row = rows[unit] ?? EMPTY;
    if (row === EMPTY) continue;
    const source = places[row * width + key] ?? EMPTY;
    if (source === CONTESTED) {
      sources[unit] = source;
      isContested = true;
    }
    if (source < 0) continue;
    const of = states[source] ?? GONE;
    if (of === GONE) continue;
    sources[unit] = source;
    state[unit] = of;
    counts[unit] = counting[of] ?? 0;
    said[unit] = says[source] ?? 0;
    amount[unit] = amounts[source] ?? 0;
  }
  return isContested;
}

/** A column of a group of units: a member that reports nothing for it in its own column gives all of itself. */
function withWhole(own: ColumnFigures, whole: ColumnFigures): ColumnFigures {
  const isOfWhole = new Uint8Array(own.units.length);
  const wide = new Map(own.wide);
  const [state, counts] = [own.state.slice(), own.counts.slice()];
  const [said, amount] = [own.said.slice(), own.amount.slice()];
  for (let unit = 0; unit < own.units.length; unit += 1) {
    if (own.asked[unit] === 0) continue;
    if (said[unit] === SAID.nothing) {
      isOfWhole[unit] = 1;
      state[unit] = whole.state[unit] ?? 0;
      counts[unit] = whole.counts[unit] ?? 0;
      said[unit] = whole.said[unit] ?? 0;
      amount[unit] = whole.amount[unit] ?? 0;
      const exact = whole.wide.get(unit);
      if (exact) wide.set(unit, exact);
    } else if (whole.counts[unit] === 1 && counts[unit] === 1 && !isSame(own, whole, unit)) {
      // A member that reports two figures of itself is asked which one is right.
      state[unit] = STATE.conflicting;
      counts[unit] = 0;
    }
  }
  const entry = (unit: number) => (isOfWhole[unit] === 1 ? whole : own).entry(unit);
  return { ...own, state, counts, said, amount, wide, ofWhole: isOfWhole, entry };
}

function isSame(one: ColumnFigures, other: ColumnFigures, unit: number): boolean {
  const [left, right] = [one.wide.get(unit), other.wide.get(unit)];
  if (left || right) return left !== undefined && right !== undefined && exactText(left) === exactText(right);
  return one.said[unit] === other.said[unit] && one.amount[unit] === other.amount[unit];
}

/**
 * Columns without a figure, by whom they ask. Nothing is ever written into them: all that ask the same units share
 * one, and where figures come in they start from a copy.
 */
function askedAmong(units: readonly string[]): (asked: ReadonlySet<string>) => Omit<ColumnFigures, 'key'> {
  const made = new Map<ReadonlySet<string>, Omit<ColumnFigures, 'key'>>();
  const none = new Uint8Array(units.length);
  const amount = new Float64Array(units.length);
  return (asked) => {
    const before = made.get(asked);
    if (before) return before;
    const [isAsked, state] = [new Uint8Array(units.length), new Uint8Array(units.length)];
    state.fill(STATE['not-asked']);
    for (let unit = 0; asked.size > 0 && unit < units.length; unit += 1)
      if (asked.has(units[unit] ?? '')) {
        isAsked[unit] = 1;
        state[unit] = STATE.missing;
      }
    const blank = {
      units,
      asked: isAsked,
      state,
      counts: none,
      said: none,
      amount,
      wide: NO_NUMBERS,
      ofWhole: none,
      entry: () => null,
    };
    made.set(asked, blank);
    return blank;
  };
}

/** A column to write figures into, beside it which figure of the table each is; in one piece of memory. */
function toFill({ state: blank }: Pick<ColumnFigures, 'state'>) {
  const { length } = blank;
  const memory = new ArrayBuffer(length * (8 + 4 + 3));
  const bytes = (at: number) => new Uint8Array(memory, length * (12 + at), length);
  const [state, counts, said] = [bytes(0), bytes(1), bytes(2)];
  state.set(blank);
  const sources = new Int32Array(memory, length * 8, length).fill(EMPTY);
  return { state, counts, said, sources, amount: new Float64Array(memory, 0, length) };
}

const NO_NUMBERS: ReadonlyMap<number, Exact> = new Map();

/** Figures of places where it takes the entries to tell, by place. */
function contestedFigures(
  table: FigureTable,
  recordOf: InForceRules['recordOf'],
  rules: CountingRules,
): ReadonlyMap<number, Found> {
  const { returns, standing } = rules;
  const rows = contestedIn(table);
  const found = new Map<number, Found>();
  if (rows.length === 0) return found;
  const entries = entriesIn(table, rows);
  const unitAt = new Map(table.units.map((id, at) => [id, at]));
  const keyAt = new Map(table.keys.map((key, at) => [key, at]));
  const placeOf = ({ unit, indicator, stratum }: StoredEntry) =>
    (unitAt.get(unit) ?? 0) * table.keys.length + (keyAt.get(`${indicator}|${stratum}`) ?? 0);
  const byNumber = new Map(returns.map((one) => [one.number, one]));
  for (const entry of entries) {
    const of = byNumber.get(entry.return);
    if (of && standing.isHeld(of)) found.set(placeOf(entry), { entry, state: 'held-back' });
  }
  for (const { figure, conflicts } of figuresInForce(returns, entries, { standing, recordOf })) {
    const entry = figure ?? conflicts[0]?.figures[0];
    if (!entry) continue;
    // Of a planner's file only what is itself in conflict does not hold; it is about all units.
    const state =
      figure === null
        ? 'conflicting'
        : isGiven(entry)
          ? 'accepted'
          : stateOf(byNumber.get(entry.return), rules);
    found.set(placeOf(entry), { entry, state });
  }
  return found;
}

function stateOf(of: StoredReturn | undefined, rules: CountingRules): CellState {
  return of === undefined ? 'blocked' : acceptanceBy(rules)(of);
}
