import { PUT_AWAY } from './add-up.ts';
import { SAID, type FigureTable } from './figure-table.ts';
import { UNITS_A_WORD, type UnitSet } from './unit-set.ts';

/** In the place of a state: no figure, or one whose return is neither held nor live. */
export const GONE = 255;

/** The figures of a table laid out by key, and in each by unit: `key × number of units + unit`. */
export interface LaidOut {
  state: Uint8Array;
  said: Uint8Array;
  amount: Float64Array;
  /** By key the units of each as bits: whose figures count, say `x`, a number or `-`, and of these nothing. */
  counts: UnitSet;
  x: UnitSet;
  number: UnitSet;
  none: UnitSet;
  /** Numbers from one key to the next in these. */
  words: number;
  /** By key the sum of the numbers that count: what is near, and beside it what was put away. */
  near: Float64Array;
  away: { key: number; amount: number }[];
}

/** Where figures go, and what becomes of them. */
export interface Layout {
  table: FigureTable;
  /** See placesIn: what stands in a place that is contested is left out. */
  places: Int32Array;
  /** Of every unit of the table its place among the units that are asked about; below 0 where it is none of them. */
  unitOf: Int32Array;
  /** Number of those units. */
  units: number;
  /** State of a return, by its number, or {@link GONE}. */
  stateOf: (number: number) => number;
  /** Of every state whether it counts. */
  counting: Uint8Array;
}

/**
 * Lays out the figures of a table. The loop sees every figure of a round, in the order in which they lie in memory: it
 * is small and plain, so that it is compiled after a few units; until then lists taken apart would cost the most.
 */
export function laidOut({ table, places, unitOf, units, stateOf, counting }: Layout): LaidOut {
  const { unit, key, of, said: says, amount: amounts } = table;
  const [keys, width] = [table.keys.length, table.units.length];
  const words = Math.ceil(units / UNITS_A_WORD);
  const [state, said] = [new Uint8Array(keys * units).fill(GONE), new Uint8Array(keys * units)];
  const amount = new Float64Array(keys * units);
  const bits = () => new Int32Array(keys * words);
  const [counts, x, number, none] = [bits(), bits(), bits(), bits()];
  const near = new Float64Array(keys);
  const away: LaidOut['away'] = [];
  let last = NaN;
  let its = GONE;
  for (let at = 0; at < unit.length; at += 1) {
    const row = unit[at] ?? 0;
    const to = unitOf[row] ?? -1;
    const column = key[at] ?? 0;
    if (to < 0 || places[column * width + row] !== at) continue;
    const next = of[at] ?? 0;
    // Figures of a return come one after the other.
    if (next !== last) {
      last = next;
      its = stateOf(next);
    }
    if (its === GONE) continue;
    const place = column * units + to;
    const what = says[at] ?? 0;
    const size = amounts[at] ?? 0;
    state[place] = its;
    said[place] = what;
    amount[place] = size;
    if (counting[its] !== 1) continue;
    const word = column * words + (to >>> 5);
    const bit = 1 << (to & 31);
    counts[word] = (counts[word] ?? 0) | bit;
    if (what === SAID.x) x[word] = (x[word] ?? 0) | bit;
    if (what !== SAID.number && what !== SAID['-']) continue;
    number[word] = (number[word] ?? 0) | bit;
    if (size === 0) none[word] = (none[word] ?? 0) | bit;
    const sum = (near[column] ?? 0) + size;
    near[column] = sum;
    if (sum > -PUT_AWAY && sum < PUT_AWAY) continue;
    away.push({ key: column, amount: sum });
    near[column] = 0;
  }
  return { state, said, amount, counts, x, number, none, words, near, away };
}
