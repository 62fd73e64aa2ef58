import type { UnitBounds } from './bounds.ts';

/** Counts of a unit; `more`: by how much each must be able to grow, so that a rest of a whole may be as few as 1. */
export type Vector = readonly ({ value: number; more: number } & UnitBounds)[];

export function weight(vector: Vector): number {
  return vector.reduce((sum, { value }) => sum + value, 0);
}

/** Units that are hidden together, one after the other: of a country's thousands the sums are not made anew for each. */
export class HiddenTogether {
  readonly #chosen: Vector[] = [];
  readonly #totals: number[];
  readonly #given: number[];
  readonly #threshold: number;
  readonly #summed: readonly boolean[];

  /** @param summed of each count whether its sums are known; one whose are not grows with the whole it is a part of */
  constructor(threshold: number, summed: readonly boolean[]) {
    this.#threshold = threshold;
    this.#summed = summed;
    this.#totals = summed.map(() => 0);
    this.#given = summed.map(() => 0);
  }

  add(one: Vector): void {
    this.#chosen.push(one);
    const own = spare(one);
    for (const [at, { value }] of one.entries()) {
      this.#totals[at] = (this.#totals[at] ?? 0) + value;
      this.#given[at] = (this.#given[at] ?? 0) + own * value;
    }
  }

  /** Whether of the units, whose sums are known, each could be 0, and each of its counts threshold − 1, for all one knows. */
  get canMove(): boolean {
    const [totals, given] = [this.#totals, this.#given];
    return this.#chosen.every((one) => {
      const own = spare(one);
      const isReached = one.every(({ value, high }, at) =>
        this.#summed[at]
          ? totals[at] === 0 || value * (1 - own) + (given[at] ?? 0) >= this.#threshold - 1
          : high >= this.#threshold - 1,
      );
      const canGrow = one.every(({ value, more }, at) => (given[at] ?? 0) - own * value >= more);
      return isReached && canGrow && hasRoom(one, this.#chosen);
    });
  }
}

/**
 * Whether for all one knows several units together, whose sum is hidden, could come to nothing, and by so much to more.
 * @param others hidden units beside them, which it would go to or come from
 * @param more of each count by how much
 */
export function canMoveTogether(
  units: readonly Vector[],
  others: readonly Vector[],
  more: readonly number[],
): boolean {
  const [first = []] = units;
  const total = first.map((_, at) => ({
    value: units.reduce((sum, one) => sum + (one[at]?.value ?? 0), 0),
    low: 0,
    high: Infinity,
    more: 0,
  }));
  const given = (at: number) => others.reduce((sum, one) => sum + spare(one) * (one[at]?.value ?? 0), 0);
  return hasRoom(total, others) && more.every((wanted, at) => given(at) >= wanted);
}

/** Whether others take up all of a unit's figures, each so large a part of all of them alike. */
function hasRoom(one: Vector, chosen: readonly Vector[]): boolean {
  let room = 0;
  for (const other of chosen) {
    if (other !== one) room += roomFor(one, other);
    if (room >= 1) return true;
  }
  return false;
}

/** How large a part of a unit's figures another one can take up, below what its own are parts of. */
function roomFor(one: Vector, other: Vector): number {
  return one.reduce((part, { value }, at) => {
    const { value: own = 0, high = Infinity } = other[at] ?? {};
    return value > 0 ? Math.min(part, (high - own) / value) : part;
  }, Infinity);
}

const spares = new WeakMap<Vector, number>();

/** How large a part of its own figures a unit can do without, above what is a part of them. */
function spare(vector: Vector): number {
  const before = spares.get(vector);
  if (before !== undefined) return before;
  let part = 1;
  for (const { value, low } of vector) if (value > 0) part = Math.min(part, (value - low) / value);
  spares.set(vector, part);
  return part;
}
