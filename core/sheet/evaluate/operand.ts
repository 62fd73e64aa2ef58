import type { Value } from './value.ts';

/** A range of cells in one sheet. */
export interface Area {
  top: number;
  left: number;
  rows: number;
  columns: number;
  /** A cell of it, counted from 1. */
  at: (row: number, column: number) => Value;
  /** All of them, row by row. */
  values: () => readonly Value[];
  /** The numbers among them, smallest first. */
  sorted: () => readonly number[];
}

/** What stands in the place of an argument. */
export interface Operand {
  /** Its value, taken when it is asked for. */
  value: () => Value;
  /** The cells it refers to; null for everything else. */
  area: Area | null;
}
