import { fold } from './text.ts';

/**
 * The candidate a mistyped word most likely meant, or null when none is near (a third of its letters may
 * differ). Ties go to the earlier candidate.
 */
export function closest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * What a word may mean among things with an id and a name, the nearest first: those whose name holds the word, whatever
 * capitals and marks it is written with, and those whose id or name is near it (a third of its letters may differ).
 */
export function nearest<Named extends { id: string; name: string }>(
  word: string,
  known: readonly Named[],
  most: number,
): Named[] {
  const plain = unmarked(word);
  const limit = Math.max(1, Math.floor(word.length / 3));
  return known
    .map((one) => {
      const name = unmarked(one.name);
      const distance = Math.min(editDistance(word, one.id), editDistance(plain, name));
      return { one, distance: plain !== '' && name.includes(plain) ? 0 : distance };
    })
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || a.one.name.length - b.one.name.length)
    .slice(0, most)
    .map(({ one }) => one);
}

/** Lower case without marks, as names are typed in haste or with hyphens in a command ("ca-mau"). */
function unmarked(text: string): string {
  return fold(text)
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll(/[-_\s]+/gu, ' ');
}

/** Levenshtein distance. */
function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const substitute = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(substitute, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
