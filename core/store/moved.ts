import type { Decision, StoredReturn } from './model.ts';
import { decisionUnderNumber, newestBy, underNumber } from './renumber.ts';
import type { SetContents } from './set-contents.ts';

/** Returns and decisions of a store under the numbers of another, each in the order in which it came. */
export interface Moved extends SetContents {
  /** The new number of each return by its old one. */
  numbers: ReadonlyMap<number, number>;
}

/**
 * Gives the returns and decisions of a store the numbers they have in another one, with every number in them of others.
 * @param numberOf the number there, rising with the place of the return or decision among all from 0
 */
export function movedTo(
  { returns, decisions }: SetContents,
  numberOf: {
    return: (one: StoredReturn, at: number) => number;
    decision: (one: Decision, at: number) => number;
  },
): Moved {
  const ofReturns = new Map(returns.map((one, at) => [one.number, numberOf.return(one, at)]));
  const ofDecisions = new Map(decisions.map((one, at) => [one.number, numberOf.decision(one, at)]));
  const there = (numbers: ReadonlyMap<number, number>) => (number: number) => {
    const found = numbers.get(number);
    if (found === undefined) throw new Error(`Number ${number} is of nothing in the store.`);
    return found;
  };
  const names = { returnOf: there(ofReturns), decisionOf: there(ofDecisions) };
  const withSet = <One extends StoredReturn | Decision>(one: One): One =>
    one.sent === undefined ? one : { ...one, sent: { ...one.sent, set: names.returnOf(one.sent.set) } };
  return {
    returns: returns.map((one) => withSet(underNumber(one, names.returnOf(one.number), names))),
    decisions: decisions.map((one) =>
      withSet(
        decisionUnderNumber(
          one,
          { number: names.decisionOf(one.number), seen: newestBy(ofReturns, one.seen) },
          names,
        ),
      ),
    ),
    numbers: ofReturns,
  };
}
