import type { StoredEntry } from '../store/model.ts';
import type { Exact } from './exact.ts';
import type { UnitSet } from './unit-set.ts';

/** The figures of units in a column, each by the unit's place among the units. */
export interface ColumnFigures {
  key: string;
  units: readonly string[];
  /** The units that have to give it; several columns share it. */
  asked: UnitSet;
  /** Number of its state in {@link cellStates}; {@link GONE} where there is no figure. */
  state: Uint8Array;
  /** The units whose figures count; those of them that say `x`, a number or `-`, and of these nothing: `-` or 0. */
  counts: UnitSet;
  x: UnitSet;
  number: UnitSet;
  none: UnitSet;
  /** Of the numbers that count. */
  sum: Exact;
  /** What it says, see SAID; `nothing` where nothing was reported. Of a number the amount. */
  said: Uint8Array;
  amount: Float64Array;
  /** Numbers that are no amount. */
  wide: ReadonlyMap<number, Exact>;
  ofWhole: UnitSet;
  entry: (at: number) => StoredEntry | null;
}
