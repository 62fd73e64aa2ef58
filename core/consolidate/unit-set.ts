/**
 * Units of a consolidation as bits, by their places among its units: of thousands of communes, 32 are told in one
 * step. Bits beyond the last unit are 0.
 */
export type UnitSet = Int32Array<ArrayBuffer>;

/** Units told by one number of a set. */
export const UNITS_A_WORD = 32;

/** A set with no unit, of so many there are. */
export function noUnits(count: number): UnitSet {
  return new Int32Array(Math.ceil(count / UNITS_A_WORD));
}

export function addUnit(set: UnitSet, at: number): void {
  const word = at >>> 5;
  set[word] = (set[word] ?? 0) | (1 << (at & 31));
}

export function dropUnit(set: UnitSet, at: number): void {
  const word = at >>> 5;
  set[word] = (set[word] ?? 0) & ~(1 << (at & 31));
}

export function hasUnit(set: UnitSet, at: number): boolean {
  return ((set[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
}

/** How many bits of a number are 1. */
export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many units are in a set. */
export function sizeOf(set: UnitSet): number {
  let size = 0;
  for (let word = 0; word < set.length; word += 1) size += bitsIn(set[word] ?? 0);
  return size;
}

/** Places of the units in a set, one after the other. */
export function eachUnit(set: UnitSet, see: (at: number) => void): void {
  for (let word = 0; word < set.length; word += 1)
    for (let bits = set[word] ?? 0; bits !== 0; bits &= bits - 1)
      see(word * UNITS_A_WORD + 31 - Math.clz32(bits & -bits));
}
