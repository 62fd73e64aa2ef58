/** Which row (or column) of the expected sheet is which of the returned one: one to one. */
export class Pairing {
  readonly #toFound = new Map<number, number>();
  readonly #toExpected = new Map<number, number>();

  /** Pairs two places; a place that is paired already keeps its partner. */
  link(expected: number, found: number): boolean {
    if (this.#toFound.has(expected) || this.#toExpected.has(found)) return false;
    this.#toFound.set(expected, found);
    this.#toExpected.set(found, expected);
    return true;
  }

  /** Where an expected row or column stands in the returned sheet. */
  found(expected: number): number | undefined {
    return this.#toFound.get(expected);
  }

  /** What a row or column of the returned sheet was. */
  expected(found: number): number | undefined {
    return this.#toExpected.get(found);
  }

  /** Every pair, expected first. */
  pairs(): IterableIterator<[number, number]> {
    return this.#toFound.entries();
  }

  /** Everything stands where it was issued. */
  isIdentity(): boolean {
    for (const [expected, found] of this.#toFound) if (expected !== found) return false;
    return true;
  }
}
