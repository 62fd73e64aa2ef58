import { figuresInForce } from './in-force.ts';
import type { StoredEntry, StoredReturn } from './model.ts';
import { answeredBy, replacedBy, type Standing } from './standing.ts';

/** Whether versions of a return say different figures of which nobody has said yet which one holds. */
export function isQuarrel(
  versions: readonly StoredReturn[],
  { entries, standing }: { entries: readonly StoredEntry[]; standing: Standing },
): boolean {
  const numbers = new Set(versions.map(({ number }) => number));
  const own = entries.filter((entry) => numbers.has(entry.return));
  return figuresInForce(versions, own, { standing, recordOf: () => [] }).some(
    ({ conflicts }) => conflicts.length > 0,
  );
}

/**
 * The return that a day names: what was sent on it came in then or later, and has not been replaced since. Of several
 * of one day the last is meant.
 */
export function namedBy(
  day: string,
  returns: readonly StoredReturn[],
  standing: Standing,
): StoredReturn | undefined {
  const replaced = replacedNumbers(returns, standing);
  const standingYet = returns.filter(({ number }) => !replaced.has(number));
  const first = standingYet.find(({ received }) => dayOf(received) >= day);
  return first && standingYet.filter(({ received }) => dayOf(received) === dayOf(first.received)).at(-1);
}

/** Versions that others have replaced, or answered. */
export function replacedNumbers(returns: readonly StoredReturn[], standing: Standing): Set<number> {
  const gone = [replacedBy(returns, standing), answeredBy(returns, standing)];
  return new Set(gone.flatMap((by) => [...by.values()].flatMap((all) => [...all])));
}

function dayOf(time: string): string {
  return time.slice(0, 10);
}
