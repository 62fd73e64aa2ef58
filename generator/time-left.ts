/**
 * What is left of a long work, in words, by what its pieces have taken so far.
 * @param done pieces done, and `all` of them
 * @param elapsed milliseconds since the first began
 * @returns '' while too little is known: in the first seconds, and where less than seconds are left
 */
export function timeLeft(done: number, all: number, elapsed: number): string {
  if (done === 0 || elapsed < FIRST_WORD) return '';
  const seconds = ((elapsed / done) * (all - done)) / 1000;
  if (seconds < LEAST) return '';
  const [amount, unit] =
    seconds < 90 ? [Math.ceil(seconds / 5) * 5, 'giây'] : [Math.ceil(seconds / 60), 'phút'];
  return `còn khoảng ${amount} ${unit}`;
}

/** Milliseconds. */
const FIRST_WORD = 2000;
/** Seconds. */
const LEAST = 3;
