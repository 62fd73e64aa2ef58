import { isGiven } from './given.ts';
import type { Held } from './closing.ts';
import type { Decision } from './model.ts';

/** Where something may have changed since. */
export interface Touched {
  /** Numbers of returns that came later, or that somebody has decided about. */
  returns: readonly number[];
  /** Units of figures that somebody has chosen. */
  units: readonly string[];
}

/**
 * What anything said since a decision may be about: only of units these returns have figures of can a figure have
 * changed, so that nobody has to hold all figures of many years against what they were.
 * @param close what came with its number or a later one, or after the last return it had seen, came later
 */
export function touchedSince(
  close: Pick<Decision, 'number' | 'seen'>,
  { returns, decisions }: Pick<Held, 'returns' | 'decisions'>,
): Touched {
  const byNumber = new Map(decisions.map((one) => [one.number, one]));
  const meant = (one: Decision): Decision[] => {
    const undone = one.kind === 'undo' && one.target !== null ? byNumber.get(one.target) : undefined;
    return undone ? [one, ...meant(undone)] : [one];
  };
  const later = decisions.filter(({ number }) => number >= close.number).flatMap(meant);
  const named = new Set(
    later.flatMap((one) => [one.return, one.kind === 'corrects' ? one.target : null]).filter(isNumber),
  );
  const isLater = ({ number }: { number: number }) => number > close.seen;
  // A planner's file says all there is to say: what a later version leaves out is gone.
  const isGivenAnew = returns.some((one) => isLater(one) && isGiven(one));
  return {
    returns: returns
      .filter(
        (one) =>
          isLater(one) ||
          named.has(one.number) ||
          (one.sent !== undefined && named.has(one.sent.set)) ||
          (isGivenAnew && isGiven(one)),
      )
      .map(({ number }) => number),
    units: [...new Set(later.flatMap(({ figure }) => (figure === null ? [] : (figure.split('|')[0] ?? []))))],
  };
}

function isNumber(one: number | null): one is number {
  return one !== null;
}
