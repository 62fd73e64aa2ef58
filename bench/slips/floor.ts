/**
 * What no check can tell: slips that leave a figure where right ones lie. A range of right figures holds all but the
 * hundredth of them that may be asked about in vain; a slip within it is noticed at the cost of more.
 */

/** The part of right figures that may be asked about. */
const ASKED_IN_VAIN = 0.01;
/** Fewer right figures of a row say no range; it is that of all that are known as closely. */
const FEWEST = 30;

/** A figure beside what it is expected to be. */
export interface Placed {
  key: string;
  closeness: string;
  /** Figure over expectation; null where nothing says what to expect. */
  ratio: number | null;
}

/** Gathers right figures and slips, and says how many slips lie where right figures do. */
export class Floor {
  readonly #right: Placed[] = [];
  readonly #slips: Placed[] = [];

  right(one: Placed): void {
    this.#right.push(one);
  }

  slip(one: Placed): void {
    this.#slips.push(one);
  }

  /** How many slips can be judged so, and how many lie within the range of right figures. */
  get within(): { slips: number; within: number } {
    const byKey = rangesOf(this.#right, ({ key }) => key);
    const byCloseness = rangesOf(this.#right, ({ closeness }) => closeness);
    const judged = this.#slips.flatMap((slip) => {
      const range = byKey.get(slip.key) ?? byCloseness.get(slip.closeness);
      return slip.ratio === null || range ? [{ ratio: slip.ratio, range }] : [];
    });
    const within = judged.filter(({ ratio, range }) => {
      return ratio === null || !range || (ratio >= range[0] && ratio <= range[1]);
    });
    return { slips: judged.length, within: within.length };
  }
}

function rangesOf(right: readonly Placed[], of: (one: Placed) => string): Map<string, [number, number]> {
  const groups = new Map<string, number[]>();
  for (const one of right)
    if (one.ratio !== null) groups.set(of(one), [...(groups.get(of(one)) ?? []), one.ratio]);
  const ranges = [...groups].flatMap(([name, ratios]): [string, [number, number]][] => {
    if (ratios.length < FEWEST) return [];
    const sorted = ratios.sort((a, b) => a - b);
    const cut = Math.floor((ASKED_IN_VAIN / 2) * sorted.length);
    return [[name, [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? Infinity]]];
  });
  return new Map(ranges);
}
