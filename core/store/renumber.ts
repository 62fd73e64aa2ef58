import type { Decision, StoredReturn, FromSet } from './model.ts';

/** What a set's returns and decisions are called in the store it comes into. */
export interface Numbering {
  province: string;
  /** The store's number of the set. */
  set: number;
  /** The store's number of a return of the set; null for one that is not in it. */
  returnOf: (number: number) => number | null;
  decisionOf: (number: number) => number | null;
}

/** What returns and decisions of one store are called in another. */
export type NewNumbers = Pick<Numbering, 'returnOf' | 'decisionOf'>;

/** A return under another number, with those of returns it speaks of. */
export function underNumber(one: StoredReturn, number: number, { returnOf }: NewNumbers): StoredReturn {
  return {
    ...one,
    number,
    corrects: one.corrects === null ? null : returnOf(one.corrects),
    sameAs: one.sameAs === null ? null : returnOf(one.sameAs),
    why: one.why.map((finding) => ({ ...finding, data: renumberData(finding.data, returnOf) })),
  };
}

/**
 * A decision under another number, with those of what it is about.
 * @param seen the newest return when it was decided, by its number there
 */
export function decisionUnderNumber(
  one: Decision,
  { number, seen }: Pick<Decision, 'number' | 'seen'>,
  { returnOf, decisionOf }: NewNumbers,
): Decision {
  const { target } = one;
  const targetThere = target === null ? null : one.kind === 'undo' ? decisionOf(target) : returnOf(target);
  return {
    ...one,
    number,
    seen,
    return: one.return === null ? null : returnOf(one.return),
    target: targetThere,
  };
}

/** The newest return that came by `seen`, by its number there; 0 where there was none. */
export function newestBy(numbers: ReadonlyMap<number, number>, seen: number): number {
  let newest = 0;
  for (const [before, number] of numbers) if (before <= seen) newest = Math.max(newest, number);
  return newest;
}

/** A return of a set under the store's numbers: its own, and those of returns it speaks of. */
export function renumberReturn(
  one: StoredReturn,
  numbering: Numbering,
  { number, ...sent }: { number: number } & Pick<NonNullable<StoredReturn['sent']>, 'kept'>,
): StoredReturn {
  return { ...underNumber(one, number, numbering), sent: { ...fromSet(one, numbering), ...sent } };
}

/**
 * A decision of a set under the store's numbers.
 * @param seen the newest return of the province when it was decided, by the store's number
 */
export function renumberDecision(
  one: Decision,
  numbering: Numbering,
  { number, seen }: Pick<Decision, 'number' | 'seen'>,
): Decision {
  return { ...decisionUnderNumber(one, { number, seen }, numbering), sent: fromSet(one, numbering) };
}

function fromSet({ number }: { number: number }, { province, set }: Numbering): FromSet {
  return { province, number, set };
}

/** Findings name returns as `return` or `returns`; one that is not in the set keeps its name in the province. */
function renumberData(data: unknown, returnOf: Numbering['returnOf']): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const renumbered = (one: unknown) => (typeof one === 'number' ? (returnOf(one) ?? one) : one);
  return Object.fromEntries(
    Object.entries(data).map(([name, said]) => {
      if (name === 'return') return [name, renumbered(said)];
      if (name === 'returns' && Array.isArray(said)) return [name, said.map(renumbered)];
      return [name, said as unknown];
    }),
  );
}
