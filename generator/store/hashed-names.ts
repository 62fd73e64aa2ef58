/**
 * Finds names by their hashes of 64 bits, each given as two halves.
 * @param hashes of rows
 * @param rows those of the names, in their order
 * @returns numbers of the names that many hashes are of
 * @throws Error where two names have one hash, and for the hash of no name: a figure must not go to another's place
 */
export function namesByHash(hashes: Int32Array, rows: readonly number[]): (sought: Int32Array) => Int32Array {
  const mask = 2 ** Math.ceil(Math.log2(rows.length * 2 + 2)) - 1;
  const names = Int32Array.from(rows.flatMap((row) => [hashes[2 * row] ?? 0, hashes[2 * row + 1] ?? 0]));
  // Names by the lower half of their hashes, each in the next place where that is taken; NONE where there is none.
  const places = new Int32Array(mask + 1).fill(NONE);
  const find = (low: number, high: number): number => {
    for (let place = low & mask; ; place = (place + 1) & mask) {
      const name = places[place] ?? NONE;
      if (name === NONE) return ~place;
      if (names[2 * name] === low && names[2 * name + 1] === high) return name;
    }
  };
  for (let name = 0; name < rows.length; name += 1) {
    const place = find(names[2 * name] ?? 0, names[2 * name + 1] ?? 0);
    if (place >= 0) throw new Error('Two names have one hash.');
    places[~place] = name;
  }
  return (sought) => {
    const found = new Int32Array(sought.length / 2);
    // Returns have the same figures in the same order: what came after a name comes after it again.
    const next = new Int32Array(rows.length);
    let last = 0;
    for (let at = 0; at < found.length; at += 1) {
      const [low, high] = [sought[2 * at] ?? 0, sought[2 * at + 1] ?? 0];
      let name = next[last] ?? 0;
      if (names[2 * name] !== low || names[2 * name + 1] !== high) {
        name = find(low, high);
        if (name < 0) throw new Error('A figure has a name that is not among the names.');
        next[last] = name;
      }
      found[at] = name;
      last = name;
    }
    return found;
  };
}

const NONE = -1;
