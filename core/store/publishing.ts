import { lateCorrections, type Held } from './closing.ts';
import type { InForceRules } from './in-force.ts';
import type { Decision, StoredReturn } from './model.ts';
import { standingOf, type Standing } from './standing.ts';

/** A decision by which figures were published. */
export type PublishDecision = Decision & { publication: NonNullable<Decision['publication']> };

/** Publications that show figures of a period, those that were undone left out, in their order. */
export function publicationsOf(
  { decisions }: Pick<Standing, 'decisions'>,
  period: string,
): PublishDecision[] {
  return decisions
    .filter((one): one is PublishDecision => one.publication !== undefined && one.sent === undefined)
    .filter(({ publication }) => publication.periods.includes(period))
    .sort((a, b) => a.number - b.number);
}

/** What was there when something was decided: the store only grows, so it can be found again. */
export function heldThen(
  { number, seen }: Pick<Decision, 'number' | 'seen'>,
  { returns, decisions }: { returns: readonly StoredReturn[]; decisions: readonly Decision[] },
): { returns: StoredReturn[]; decisions: Decision[] } {
  return {
    returns: returns.filter((one) => one.number <= seen),
    decisions: decisions.filter((one) => one.number < number),
  };
}

/**
 * Whether anything of a round may be counted otherwise than when it was published: a figure in force, a return that
 * has come and counts, what was decided about one. Then two publications, one taken from the other, may say what each
 * of them hides.
 * @param held the entries those of the round's period
 */
export function isChangedSince(
  published: Pick<Decision, 'number' | 'seen'>,
  round: string,
  held: Held,
  recordOf: InForceRules['recordOf'],
): boolean {
  const { returns, decisions } = held;
  const standing = standingOf(decisions);
  const rounds = new Map(returns.map((one) => [one.number, one.round]));
  const byNumber = new Map(decisions.map((one) => [one.number, one]));
  const isAbout = ({ kind, figure, return: of, target }: Decision): boolean => {
    const undone = kind === 'undo' && target !== null ? byNumber.get(target) : undefined;
    if (undone) return isAbout(undone);
    return figure === null ? of !== null && rounds.get(of) === round : figure.split('|')[3] === round;
  };
  return (
    decisions.some((one) => one.number > published.number && isAbout(one)) ||
    returns.some((one) => one.number > published.seen && one.round === round && standing.isLive(one)) ||
    lateCorrections(published, held, recordOf).length > 0
  );
}
