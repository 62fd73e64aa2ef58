import { acceptanceBy, countsInTotals } from '../store/acceptance.ts';
import { acceptanceOfFigures } from '../store/accepted-figures.ts';
import { isGiven } from '../store/given.ts';
import { figuresInForce, type InForceRules } from '../store/in-force.ts';
import type { StoredEntry, StoredReturn } from '../store/model.ts';
import type { Standing } from '../store/standing.ts';
import { figureKey } from '../observation/key.ts';
import { amountsIn, sumOf } from './add-up.ts';
import { GONE, laidOut, type LaidOut } from './laid-out.ts';
import type { ColumnFigures } from './figures-in-column.ts';
import { cellStates, STATE, type CellState } from './cell-state.ts';
import type { FigureColumn } from './columns.ts';
import { add, exactOf, exactText, ZERO, type Exact } from './exact.ts';
import { contestedIn, EMPTY, entriesIn, placesIn, SAID, saidIn, type FigureTable } from './figure-table.ts';
import { addUnit, dropUnit, eachUnit, hasUnit, noUnits, type UnitSet } from './unit-set.ts';

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

/** A figure that took its entries to find. */
interface Found {
  /** Number of its unit in the table. */
  unit: number;
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
  const unitAt = new Map(units.map((id, at) => [id, at]));
  const keyAt = new Map(table.keys.map((key, at) => [key, at]));
  const places = placesIn(table).at;
  const unitOf = Int32Array.from(table.units, (id) => unitAt.get(id) ?? EMPTY);
  const counting = Uint8Array.from(cellStates, (state) =>
    state !== 'missing' && state !== 'not-asked' && countsInTotals(state, rules.acceptedOnly) ? 1 : 0,
  );
  const stateOf = statesOf(rules);
  const all = laidOut({ table, places, unitOf, units: units.length, stateOf, counting });
  const rowOf = new Int32Array(units.length).fill(EMPTY);
  for (const [row, unit] of unitOf.entries()) if (unit !== EMPTY) rowOf[unit] = row;
  const asking = askedAmong(units);

  const own = (key: string, asked: ReadonlySet<string>): ColumnFigures => {
    const blank = asking(asked);
    const at = keyAt.get(key);
    if (at === undefined) return { ...blank, key };
    const column = columnOf(all, at, units.length);
    const [found, wide] = [new Map<number, StoredEntry>(), new Map<number, Exact>()];
    let { sum } = column;
    for (const { unit: row, entry, state } of contested.get(at) ?? []) {
      const unit = unitOf[row] ?? EMPTY;
      if (unit === EMPTY) continue;
      found.set(unit, entry);
      column.state[unit] = STATE[state];
      const [what, size] = saidIn({ ...entry, reporter: '' });
      column.said[unit] = what === SAID.look ? SAID.number : what;
      column.amount[unit] = size;
      const exact = what === SAID.look ? exactOf(entry.value ?? '') : amountsIn([], size);
      if (what === SAID.look) wide.set(unit, exact);
      if (counting[STATE[state]] === 0) continue;
      count(column, unit, exact);
      sum = add(sum, exact);
    }
    const entry = (unit: number) => {
      if (column.state[unit] === GONE) return null;
      return found.get(unit) ?? table.entry(places[at * table.units.length + (rowOf[unit] ?? 0)] ?? EMPTY);
    };
    return { ...blank, ...column, key, sum, wide, entry };
  };

  return ({ key, asked, whole }) => {
    const part = own(key, asked);
    return whole === null ? part : withWhole(part, own(whole, asked));
  };
}

/** The figures of one key, as memory of them all. */
function columnOf({ words, ...all }: LaidOut, key: number, units: number) {
  const set = (of: UnitSet) => of.subarray(key * words, (key + 1) * words);
  const away = all.away.filter((one) => one.key === key).map(({ amount }) => amount);
  return {
    state: all.state.subarray(key * units, (key + 1) * units),
    said: all.said.subarray(key * units, (key + 1) * units),
    amount: all.amount.subarray(key * units, (key + 1) * units),
    counts: set(all.counts),
    x: set(all.x),
    number: set(all.number),
    none: set(all.none),
    sum: amountsIn(away, all.near[key] ?? 0),
  };
}

/** What a return makes of its figures: its state, or {@link GONE}. */
function statesOf(rules: CountingRules): (number: number) => number {
  const acceptance = acceptanceBy(rules);
  const states = new Map<number, number>();
  for (const one of rules.returns)
    if (rules.standing.isHeld(one) || rules.standing.isLive(one))
      states.set(one.number, STATE[acceptance(one)]);
  return (number) => states.get(number) ?? GONE;
}

/** Puts a figure that counts among those of a column. @param exact of a sign 0 */
function count(
  { counts, x, number, none, said }: Pick<ColumnFigures, 'counts' | 'x' | 'number' | 'none' | 'said'>,
  unit: number,
  exact: Exact,
): void {
  addUnit(counts, unit);
  if (said[unit] === SAID.x) addUnit(x, unit);
  if (said[unit] !== SAID.number && said[unit] !== SAID['-']) return;
  addUnit(number, unit);
  if (exact.units === 0n) addUnit(none, unit);
}

/** A column of a group of units: a member that reports nothing for it in its own column gives all of itself. */
function withWhole(own: ColumnFigures, whole: ColumnFigures): ColumnFigures {
  const wide = new Map(own.wide);
  const [state, said, amount] = [own.state.slice(), own.said.slice(), own.amount.slice()];
  const [ofWhole, counts, x] = [noUnits(own.units.length), own.counts.slice(), own.x.slice()];
  const [number, none] = [own.number.slice(), own.none.slice()];
  eachUnit(own.asked, (unit) => {
    if (said[unit] === SAID.nothing) {
      addUnit(ofWhole, unit);
      state[unit] = whole.state[unit] ?? 0;
      said[unit] = whole.said[unit] ?? 0;
      amount[unit] = whole.amount[unit] ?? 0;
      const exact = whole.wide.get(unit);
      if (exact) wide.set(unit, exact);
      if (hasUnit(whole.counts, unit))
        count({ counts, x, number, none, said }, unit, exact ?? amountsIn([], amount[unit] ?? 0));
    } else if (hasUnit(whole.counts, unit) && hasUnit(own.counts, unit) && !isSame(own, whole, unit)) {
      // A member that reports two figures of itself is asked which one is right.
      state[unit] = STATE.conflicting;
      for (const set of [counts, x, number, none]) dropUnit(set, unit);
    }
  });
  const entry = (unit: number) => (hasUnit(ofWhole, unit) ? whole : own).entry(unit);
  const sum = sumOf({ amount, wide }, number);
  return { ...own, state, said, amount, wide, ofWhole, counts, x, number, none, sum, entry };
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
  const none = noUnits(units.length);
  const [said, state] = [new Uint8Array(units.length), new Uint8Array(units.length).fill(GONE)];
  const amount = new Float64Array(units.length);
  return (asked) => {
    const before = made.get(asked);
    if (before) return before;
    const isAsked = noUnits(units.length);
    for (let unit = 0; asked.size > 0 && unit < units.length; unit += 1)
      if (asked.has(units[unit] ?? '')) addUnit(isAsked, unit);
    const blank = {
      units,
      asked: isAsked,
      state,
      counts: none,
      x: none,
      number: none,
      none,
      sum: ZERO,
      said,
      amount,
      wide: NO_NUMBERS,
      ofWhole: none,
      entry: () => null,
    };
    made.set(asked, blank);
    return blank;
  };
}

const NO_NUMBERS: ReadonlyMap<number, Exact> = new Map();

/** Figures of places where it takes the entries to tell, by the number of their key. */
function contestedFigures(
  table: FigureTable,
  recordOf: InForceRules['recordOf'],
  rules: CountingRules,
): ReadonlyMap<number, readonly Found[]> {
  const { returns, standing } = rules;
  const rows = contestedIn(table);
  const found = new Map<number, Map<number, Found>>();
  if (rows.length === 0) return new Map();
  const entries = entriesIn(table, rows);
  const unitAt = new Map(table.units.map((id, at) => [id, at]));
  const keyAt = new Map(table.keys.map((key, at) => [key, at]));
  const byNumber = new Map(returns.map((one) => [one.number, one]));
  const put = (entry: StoredEntry, state: CellState) => {
    const key = keyAt.get(figureKey(entry.indicator, entry.stratum)) ?? EMPTY;
    const unit = unitAt.get(entry.unit) ?? EMPTY;
    const column = found.get(key) ?? new Map<number, Found>();
    found.set(key, column.set(unit, { unit, entry, state }));
  };
  for (const entry of entries) {
    const of = byNumber.get(entry.return);
    if (of && standing.isHeld(of)) put(entry, 'held-back');
  }
  const acceptanceOf = acceptanceOfFigures(returns, entries, rules);
  for (const { figure, conflicts } of figuresInForce(returns, entries, { standing, recordOf })) {
    const entry = figure ?? conflicts[0]?.figures[0];
    if (!entry) continue;
    if (figure === null) put(entry, 'conflicting');
    // Of a planner's file only what is itself in conflict does not hold; it is about all units.
    else if (isGiven(entry)) put(entry, 'accepted');
    else {
      const { entry: from, acceptance: state } = acceptanceOf(entry);
      put(from, state);
    }
  }
  return new Map([...found].map(([key, column]) => [key, [...column.values()]]));
}
