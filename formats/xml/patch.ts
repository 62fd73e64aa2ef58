/** A stretch of a text. */
export interface Span {
  from: number;
  /** Behind the last character. */
  to: number;
}

/** Replaces a stretch of a text; an empty stretch inserts. */
export interface Patch extends Span {
  text: string;
}

/**
 * Applies patches that do not overlap, given in any order. What is inserted at one place stays in the order
 * given and goes before what is replaced from there. All other characters stay as they are.
 * @throws RangeError when two patches overlap: one of them would be lost
 */
export function patchText(text: string, patches: readonly Patch[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text: piece } of [...patches].sort(inOrder)) {
    if (from < at) throw new RangeError(`Two patches overlap at ${from}.`);
    pieces.push(text.slice(at, from), piece);
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

function inOrder(a: Patch, b: Patch): number {
  return a.from - b.from || Number(a.to > a.from) - Number(b.to > b.from);
}
