import { reporter, type Finding } from '../base/finding.ts';
import { vietnameseDate } from '../round/round.ts';
import type { Classified } from './classify.ts';
import { closingOf } from './closing.ts';
import { storeMessages } from './messages.ts';
import { isGiven } from './given.ts';
import type { StoredReturn, FromSet, SentRound } from './model.ts';
import type { Expecting } from './reasons-to-hold.ts';
import { isSet } from './sent.ts';
import { follows, type Follows, type SetContents } from './set-contents.ts';
import { setMessages } from './set-messages.ts';
import { standingOf } from './standing.ts';

const report = reporter({ ...storeMessages, ...setMessages });

/** The set of a closed round that has come in and was found to be what its manifest says. */
export interface ArrivingSet {
  set: SentRound;
  contents: SetContents;
  sha256: string;
  /** Why somebody has to look at it before it is let in. */
  doubts: readonly Finding[];
  /** The set that somebody says it replaces, and why; the reason also lets it into a round that was closed here. */
  corrects: number | null;
  reason: string | null;
}

/** What a set is, and what of it is to be kept. */
export interface ClassifiedSet extends Classified {
  /** What of it is not there yet; nothing while it is not let in. */
  added: Pick<Follows, 'returns' | 'decisions' | 'known'>;
  /** Numbers of the sets that it takes the place of. */
  replaced: readonly number[];
}

const NOTHING: ClassifiedSet['added'] = {
  returns: [],
  decisions: [],
  known: { returns: new Map(), decisions: new Map() },
};

/**
 * Says what an arriving set is: exactly one state. What follows on the province's last set is its correction; one that
 * does not is of another store, or of one that was changed, and waits until somebody says that it is right.
 */
export function classifySet(
  arriving: ArrivingSet,
  here: SetContents,
  { round, release }: Pick<Expecting, 'round' | 'release'>,
): ClassifiedSet {
  const { set, contents, sha256, corrects, reason } = arriving;
  const is = (
    state: Classified['state'],
    why: Finding[],
    of: Partial<ClassifiedSet> = {},
  ): ClassifiedSet => ({ state, why, corrects: null, sameAs: null, added: NOTHING, replaced: [], ...of });
  const standing = standingOf(here.decisions);
  const own = here.returns.filter((one) => isSetOf(one, set) && !standing.isWithdrawn(one));
  const same = own.find((one) => one.sha256 === sha256);
  if (same && !release)
    return standing.isHeld(same)
      ? is(same.state, [...same.why], { sameAs: same.number })
      : is('unchanged', [report('store-same-file', {}, { return: same.number })], { sameAs: same.number });
  const live = own.filter((one) => one.sha256 !== sha256 && standing.isLive(one)).map(({ number }) => number);
  const last = live.at(-1) ?? null;
  const withdrawn = here.returns.filter((one) => isSet(one) && standing.isWithdrawn(one));
  const beside = (replaced: readonly number[]): SetContents => {
    const gone = new Set([...replaced, ...withdrawn.map(({ number }) => number)]);
    const isThere = ({ sent }: { sent?: FromSet }) => sent?.province === set.province && !gone.has(sent.set);
    return { returns: here.returns.filter(isThere), decisions: here.decisions.filter(isThere) };
  };
  const instead = (why: Finding[], of: number): ClassifiedSet => {
    const added = follows(contents, beside(live), new Set());
    return is('correction', why, { corrects: of, added, replaced: live });
  };
  if (corrects !== null) {
    if (!live.includes(corrects)) {
      const { unit = '?', round: other = '?' } = here.returns.find(({ number }) => number === corrects) ?? {};
      return is('refused', [report('store-other-return', {}, { return: corrects, unit, round: other })]);
    }
    return instead([report('store-corrects', {}, { return: corrects, reason })], corrects);
  }
  if (!release) {
    const held = [
      ...(round !== null && set.round !== round
        ? [report('store-other-round', {}, { found: set.round, expected: round })]
        : []),
      ...arriving.doubts,
      ...closedHere(arriving, standing),
      ...(last === null ? ownHere(arriving, here.returns, standing) : []),
    ];
    if (held.length > 0) return is('held-back', held);
  }
  const why = afterClosing(arriving, standing);
  const added = follows(contents, beside([]), new Set(live));
  if (last === null) return is('new', why, { added });
  const news = { returns: added.returns.length, decisions: added.decisions.length };
  if (news.returns + news.decisions === 0)
    return is('unchanged', [report(added.lost > 0 ? 'set-older' : 'set-nothing-new', {}, { return: last })], {
      sameAs: last,
    });
  if (added.lost === 0)
    return is('correction', [...why, report('set-follows', {}, { return: last, ...news })], {
      corrects: last,
      added,
    });
  return release
    ? instead([...why, report('store-corrects', {}, { return: last, reason })], last)
    : is('conflicting', [report('set-differs', {}, { return: last, lost: added.lost })]);
}

/** Whether a return is a set of the same province and round. */
export function isSetOf(
  one: StoredReturn,
  { province, round }: Pick<SentRound, 'province' | 'round'>,
): boolean {
  return isSet(one) && one.unit === province && one.round === round;
}

type Standing = ReturnType<typeof standingOf>;

/** Returns that units in the set have sent here themselves: the same figures would come in a second time. */
function ownHere(
  { set: { province, round }, contents }: ArrivingSet,
  returns: readonly StoredReturn[],
  standing: Standing,
): Finding[] {
  const units = new Set(contents.returns.filter((one) => !isGiven(one)).map(({ unit }) => unit));
  const own = returns.filter(
    (one) =>
      one.sent === undefined &&
      !isSet(one) &&
      one.round === round &&
      units.has(one.unit) &&
      standing.isLive(one),
  );
  const [first] = own;
  if (!first) return [];
  return [report('set-own-here', {}, { province, round, returns: own.length, return: first.number })];
}

function closedHere({ set: { round }, reason }: ArrivingSet, standing: Standing): Finding[] {
  const closed = closingOf(standing, round);
  if (closed === null || reason !== null) return [];
  return [report('set-closed-here', {}, { round, day: vietnameseDate(closed.at.slice(0, 10)) })];
}

function afterClosing({ set: { round }, reason }: ArrivingSet, standing: Standing): Finding[] {
  const closed = closingOf(standing, round);
  if (closed === null || reason === null) return [];
  const day = vietnameseDate(closed.at.slice(0, 10));
  return [report('store-after-close', {}, { round, day, reason })];
}
