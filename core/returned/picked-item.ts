import { NOT_FOUND, type Value } from '../sheet/evaluate/value.ts';
import type { Area } from './token-area.ts';

/** The cells a formula may look at. */
export interface Lookup {
  /** What a cell holds; null for a blank one. Undefined where there is no such sheet, or nothing more is looked at. */
  at: (sheet: string, row: number, column: number) => Value | undefined;
  /** The last row and column of a sheet that hold anything. */
  end: (sheet: string) => { row: number; column: number } | null;
}

/**
 * Out of what a value is made: of constants alone, of blank cells alone beside them, or of something that stands
 * somewhere. What only chose (a key, a condition that holds) does not count.
 */
export type Source = 'constant' | 'blank' | 'filled';

export interface Item {
  value: Value;
  source: Source;
  area: Area | null;
  /** A blank cell that went into the value, beside others or alone. */
  blank?: Area | null;
  /** What was 0 and divided by, where the value is the error of that or stands in its place. */
  divisor?: Divisor | null;
}

/** A cell, or something that the formula computes itself. */
export type Divisor = Area | 'computed';

/** A formula with something that is not followed here. */
export class NotFollowed extends Error {}

export function constant(value: Value): Item {
  return { value, source: 'constant', area: null };
}

export function failed(): Item {
  return constant(NOT_FOUND);
}

export function referred(area: Area): Item {
  return { value: null, source: 'filled', area };
}

export function whether({ value, source }: Item, is: (value: Value) => boolean): Item {
  return { value: is(value), source, area: null };
}

/** The value of an operand that is one cell or none. */
export function single(item: Item | undefined, lookup: Lookup): Item {
  if (item === undefined) throw new NotFollowed();
  const { area } = item;
  if (area === null) return item;
  if (area.top !== area.bottom || area.left !== area.right) throw new NotFollowed();
  const value = lookup.at(area.sheet, area.top, area.left);
  if (value === undefined) throw new NotFollowed();
  const isBlank = value === null || (typeof value === 'string' && value.trim() === '');
  return { value, source: isBlank ? 'blank' : 'filled', area, blank: isBlank ? area : null };
}

export function numberIn(item: Item | undefined, lookup: Lookup): number {
  const { value } = single(item, lookup);
  if (typeof value !== 'number') throw new NotFollowed();
  return Math.trunc(value);
}

export function ranged(item: Item | undefined): Area {
  if (!item?.area) throw new NotFollowed();
  return item.area;
}

export function cellOf({ sheet, top, left, bottom, right }: Area, row: number, column: number): Area {
  const [at, over] = [top + row - 1, left + column - 1];
  if (row < 1 || column < 1 || at > bottom || over > right) throw new NotFollowed();
  return { sheet, top: at, bottom: at, left: over, right: over };
}
