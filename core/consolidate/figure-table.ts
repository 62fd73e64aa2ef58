import { figureKey } from '../observation/key.ts';
import { isFigure } from '../store/entry.ts';
import { isGiven } from '../store/given.ts';
import type { StoredEntry } from '../store/model.ts';

/** What a figure says, as a number: nothing, a number, a sign; `LOOK`: its entry has to be read. */
export const SAID = { nothing: 0, number: 1, '-': 2, '...': 3, x: 4, look: 5 } as const;

/** Parts of one that amounts are counted in. */
export const AMOUNT_DECIMALS = 4;

/** Amounts from here on might lose digits as doubles, and are read from their entries. */
export const LARGEST_AMOUNT = 1e15;

/**
 * The figures of a period as columns of numbers: a round of the country has hundreds of thousands of figures, of most
 * of which nothing is wanted but what they say. In no order.
 */
export interface FigureTable {
  /** Ids, and keys of figures (`indicator|stratum`), which `unit` and `key` number from 0; others may be among them. */
  units: readonly string[];
  keys: readonly string[];
  /** Of each key how many observations there are without a figure. */
  blank: readonly number[];
  /** Of every figure the unit, the key, the number of its return, and what it says ({@link SAID}). */
  unit: Int32Array;
  key: Int32Array;
  of: Int32Array;
  said: Uint8Array;
  /** Of a number how many ten-thousandths it is, a whole number below {@link LARGEST_AMOUNT}; else 0. */
  amount: Float64Array;
  /** The whole entry. @throws RangeError where it was not read */
  entry: (at: number) => StoredEntry;
}

/** What a figure says, and how many ten-thousandths; what has more decimals, or is the planner's, has to be looked at. */
export function saidIn(
  entry: Pick<StoredEntry, 'value' | 'sign' | 'reporter'>,
): [said: number, amount: number] {
  const { value, sign } = entry;
  if (isGiven(entry)) return [SAID.look, 0];
  if (value === null) return [sign === '-' || sign === '...' || sign === 'x' ? SAID[sign] : SAID.look, 0];
  const amount = /^-?\d+(?:\.\d{1,4})?$/u.test(value)
    ? Math.round(Number(value) * 10 ** AMOUNT_DECIMALS)
    : NaN;
  return Math.abs(amount) < LARGEST_AMOUNT ? [SAID.number, amount] : [SAID.look, 0];
}

/** The observations among entries of one period as columns. */
export function figureTable(entries: readonly StoredEntry[]): FigureTable {
  const lines = entries.filter(({ table }) => table === 'observations');
  const figures = lines.filter(isFigure);
  const [units, keys] = [new Map<string, number>(), new Map<string, number>()];
  const blank: number[] = [];
  const numbered = (names: Map<string, number>, name: string) => {
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, names.size);
    return names.size - 1;
  };
  const keyOf = ({ indicator, stratum }: StoredEntry) => numbered(keys, figureKey(indicator, stratum));
  for (const one of lines) blank[keyOf(one)] = (blank[keyOf(one)] ?? 0) + (isFigure(one) ? 0 : 1);
  const said = figures.map(saidIn);
  return {
    unit: Int32Array.from(figures, (one) => numbered(units, one.unit)),
    key: Int32Array.from(figures, keyOf),
    of: Int32Array.from(figures, (one) => one.return),
    said: Uint8Array.from(said, ([what]) => what),
    amount: Float64Array.from(said, ([, amount]) => amount),
    units: [...units.keys()],
    keys: [...keys.keys()],
    blank,
    entry: (at) => entryAt(figures, at),
  };
}

function entryAt(figures: readonly StoredEntry[], at: number): StoredEntry {
  const entry = figures[at];
  if (!entry) throw new RangeError(`There is no figure ${at}.`);
  return entry;
}

/** How many observations there are of keys, those without a figure included. @param keys by their numbers */
export function observationsOf({ key, blank }: FigureTable, keys: ReadonlySet<number>): number {
  if (keys.size === 0) return 0;
  const without = [...keys].reduce((sum, one) => sum + (blank[one] ?? 0), 0);
  return key.reduce((sum, one) => (keys.has(one) ? sum + 1 : sum), without);
}

/** Marks in the places of a table, beside the number of the one figure that stands there. */
export const EMPTY = -1;
const CONTESTED = -2;

/** Which figure stands in each place of a table, `key × number of units + unit`. */
interface Places {
  /** Numbers of the figures, {@link EMPTY}, or {@link CONTESTED}: there it takes the entries to tell. */
  at: Int32Array;
  hasContested: boolean;
}

const known = new WeakMap<FigureTable, Places>();

/**
 * Which figure stands in each place. Where there are several, or one that cannot be read from the columns, it is
 * {@link CONTESTED}.
 */
export function placesIn(table: FigureTable): Places {
  const before = known.get(table);
  if (before) return before;
  const { units, keys, unit, key, said } = table;
  const at = new Int32Array(units.length * keys.length).fill(EMPTY);
  const width = units.length;
  let hasContested = false;
  for (let figure = 0; figure < unit.length; figure += 1) {
    const place = (key[figure] ?? 0) * width + (unit[figure] ?? 0);
    if (at[place] === EMPTY && said[figure] !== SAID.look) at[place] = figure;
    else {
      at[place] = CONTESTED;
      hasContested = true;
    }
  }
  const places = { at, hasContested };
  known.set(table, places);
  return places;
}

/** The figures that stand in contested places. */
export function contestedIn(table: FigureTable): number[] {
  const { at, hasContested } = placesIn(table);
  if (!hasContested) return [];
  const { unit, key, units } = table;
  const rows: number[] = [];
  for (let figure = 0; figure < unit.length; figure += 1)
    if (at[(key[figure] ?? 0) * units.length + (unit[figure] ?? 0)] === CONTESTED) rows.push(figure);
  return rows;
}

/** The figures whose entries {@link consolidate} reads: those of contested places, and all of the provinces. */
export function lookedAt(table: FigureTable, provinces: readonly string[]): number[] {
  const rows = new Set(contestedIn(table));
  const own = provinces.map((id) => table.units.indexOf(id)).filter((at) => at !== EMPTY);
  for (const province of own)
    for (let at = table.unit.indexOf(province); at !== EMPTY; at = table.unit.indexOf(province, at + 1))
      rows.add(at);
  return [...rows].sort((a, b) => a - b);
}

/** Entries of figures in the order in which they came in. */
export function entriesIn({ entry }: FigureTable, rows: readonly number[]): StoredEntry[] {
  return rows.map(entry).sort((a, b) => a.return - b.return || a.row - b.row);
}
