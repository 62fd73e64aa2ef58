import type { MissingSign } from '../observation/figure.ts';
import { acceptanceBy } from '../store/acceptance.ts';
import { isGiven } from '../store/given.ts';
import { figuresInForce, type InForceRules } from '../store/in-force.ts';
import type { StoredEntry, StoredReturn } from '../store/model.ts';
import type { Standing } from '../store/standing.ts';
import type { FigureColumn } from './columns.ts';
import { exactOf, exactText, type Exact } from './exact.ts';
import {
  AMOUNT_DECIMALS,
  CONTESTED,
  EMPTY,
  entriesIn,
  placesIn,
  SAID,
  saidIn,
  type FigureTable,
} from './figure-table.ts';

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
  readonly entry: StoredEntry | null;
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

/** The figures of units in a column, each by the unit's place among the units. */
export interface ColumnFigures {
  key: string;
  units: readonly string[];
  /** Whether the unit has to give it. */
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

const STATE = Object.fromEntries(cellStates.map((state, at) => [state, at])) as Record<CellState, number>;

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
  const places = placesIn(table);
  const contested = contestedFigures(table, places, recordOf, rules);
  const stateOfReturn = new Map(
    rules.returns.map((one) => {
      const isThere = rules.standing.isHeld(one) || rules.standing.isLive(one);
      return [one.number, isThere ? STATE[stateOf(one, rules)] : null];
    }),
  );
  const unitAt = new Map(table.units.map((id, at) => [id, at]));
  const keyAt = new Map(table.keys.map((key, at) => [key, at]));
  const rows = units.map((id) => unitAt.get(id) ?? EMPTY);
  const counting = (state: number) =>
    Number(state === STATE.accepted || (state === STATE['to-explain'] && !rules.acceptedOnly));

  const own = (key: string, asked: ReadonlySet<string>): ColumnFigures => {
    const figures = blankColumn(key, units, asked);
    const at = keyAt.get(key);
    if (at === undefined) return figures;
    const [found, sources] = [new Map<number, StoredEntry>(), new Int32Array(units.length).fill(EMPTY)];
    const wide = new Map<number, Exact>();
    const { state, counts, said, amount } = figures;
    for (let unit = 0; unit < units.length; unit += 1) {
      const row = rows[unit] ?? EMPTY;
      const place = row * table.keys.length + at;
      const source = row === EMPTY ? EMPTY : (places[place] ?? EMPTY);
      if (source >= 0) {
        const ofReturn = stateOfReturn.get(table.of[source] ?? 0) ?? null;
        if (ofReturn === null) continue;
        sources[unit] = source;
        state[unit] = ofReturn;
        said[unit] = table.said[source] ?? 0;
        amount[unit] = table.amount[source] ?? 0;
      } else if (source === CONTESTED) {
        const one = contested.get(place);
        if (!one) continue;
        found.set(unit, one.entry);
        state[unit] = STATE[one.state];
        const [what, size] = saidIn({ ...one.entry, reporter: '' });
        said[unit] = what === SAID.look ? SAID.number : what;
        amount[unit] = size;
        if (what === SAID.look) wide.set(unit, exactOf(one.entry.value ?? ''));
      } else continue;
      counts[unit] = counting(state[unit] ?? 0);
    }
    const entry = (unit: number) => {
      const source = sources[unit] ?? EMPTY;
      return source >= 0 ? table.entry(source) : (found.get(unit) ?? null);
    };
    return { ...figures, wide, entry };
  };

  return ({ key, asked, whole }) => {
    const part = own(key, asked);
    return whole === null ? part : withWhole(part, own(whole, asked));
  };
}

/** A column of a group of units: a member that reports nothing for it in its own column gives all of itself. */
function withWhole(own: ColumnFigures, whole: ColumnFigures): ColumnFigures {
  const isOfWhole = new Uint8Array(own.units.length);
  const wide = new Map(own.wide);
  const [state, counts, said, amount] = [own.state, own.counts, own.said, own.amount];
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
  return { ...own, wide, ofWhole: isOfWhole, entry };
}

function isSame(one: ColumnFigures, other: ColumnFigures, unit: number): boolean {
  const [left, right] = [one.wide.get(unit), other.wide.get(unit)];
  if (left || right) return left !== undefined && right !== undefined && exactText(left) === exactText(right);
  return one.said[unit] === other.said[unit] && one.amount[unit] === other.amount[unit];
}

function blankColumn(key: string, units: readonly string[], asked: ReadonlySet<string>): ColumnFigures {
  const [isAsked, state] = [new Uint8Array(units.length), new Uint8Array(units.length)];
  state.fill(STATE['not-asked']);
  for (let unit = 0; asked.size > 0 && unit < units.length; unit += 1)
    if (asked.has(units[unit] ?? '')) {
      isAsked[unit] = 1;
      state[unit] = STATE.missing;
    }
  return {
    key,
    units,
    asked: isAsked,
    state,
    counts: new Uint8Array(units.length),
    said: new Uint8Array(units.length),
    amount: new Float64Array(units.length),
    wide: NO_NUMBERS,
    ofWhole: new Uint8Array(units.length),
    entry: () => null,
  };
}

const NO_NUMBERS: ReadonlyMap<number, Exact> = new Map();

/** Figures of places where it takes the entries to tell, by place. */
function contestedFigures(
  table: FigureTable,
  places: Int32Array,
  recordOf: InForceRules['recordOf'],
  rules: CountingRules,
): ReadonlyMap<number, Found> {
  const { returns, standing } = rules;
  const rows: number[] = [];
  for (const [at, unit] of table.unit.entries())
    if (places[unit * table.keys.length + (table.key[at] ?? 0)] === CONTESTED) rows.push(at);
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

/** The figure of one unit. */
export function cellIn(figures: ColumnFigures, at: number): FigureCell {
  return new Cell(figures, at);
}

const SIGN_OF: Readonly<Record<number, MissingSign>> = {
  [SAID['-']]: '-',
  [SAID['...']]: '...',
  [SAID.x]: 'x',
};

/** Its entry is only read when somebody asks for it. */
class Cell implements FigureCell {
  readonly unit: string;
  readonly column: string;
  readonly state: CellState;
  readonly counts: boolean;
  readonly value: string | null;
  readonly sign: MissingSign | null;
  readonly ofWhole: boolean;
  readonly #figures: ColumnFigures;
  readonly #at: number;

  constructor(figures: ColumnFigures, at: number) {
    const said = figures.said[at] ?? SAID.nothing;
    this.unit = figures.units[at] ?? '';
    this.column = figures.key;
    this.state = cellStates[figures.state[at] ?? STATE.missing] ?? 'missing';
    this.counts = figures.counts[at] === 1;
    this.value = said === SAID.number ? textAt(figures, at) : null;
    this.sign = SIGN_OF[said] ?? null;
    this.ofWhole = figures.ofWhole[at] === 1;
    this.#figures = figures;
    this.#at = at;
  }

  get entry(): StoredEntry | null {
    return this.#figures.entry(this.#at);
  }
}

/** The digits a figure says, whether it counts or not: below {@link LARGEST_AMOUNT} a double has them all. */
function textAt({ wide, amount }: ColumnFigures, at: number): string {
  const exact = wide.get(at);
  return exact ? exactText(exact) : String((amount[at] ?? 0) / 10 ** AMOUNT_DECIMALS);
}
