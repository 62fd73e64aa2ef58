/** Numbers that depend on nothing but a seed, so that two runs of the bench compare. */
export interface Random {
  /** From 0 to 1. */
  uniform: () => number;
  between: (low: number, high: number) => number;
  /** Normal, mean 0. */
  noise: (deviation: number) => number;
  pick: <Value>(from: readonly Value[]) => Value | undefined;
}

/** Mulberry32, seeded by a text. */
export function randomOf(seed: string): Random {
  let state = [...seed].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619),
    2166136261,
  );
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    uniform,
    between: (low, high) => low + (high - low) * uniform(),
    noise: (deviation) =>
      deviation * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    pick: (from) => from[Math.floor(uniform() * from.length)],
  };
}
