import { reporter, type Finding } from '../base/finding.ts';
import { entryKey, figurePlace, figureText, isFigure, type Entry } from './entry.ts';
import { vietnameseDate } from '../round/round.ts';
import { closingOf } from './closing.ts';
import { countedGiven } from './given.ts';
import { countedFigures, figuresInForce } from './in-force.ts';
import { leftOutOf, lacking } from './left-out.ts';
import { storeMessages } from './messages.ts';
import { lastRound, reasonsToHold, type Expecting, type ReceivedBefore } from './reasons-to-hold.ts';
import type { Judged, ReturnHead, ReturnState, StoredReturn } from './model.ts';
import { answeredBy, isSameHead, isSameReturn, replacedBy } from './standing.ts';
import { isQuarrel, namedBy, replacedNumbers } from './versions.ts';

const report = reporter(storeMessages);

/** A return that has come in and could be read. */
export interface Arrival {
  head: ReturnHead;
  entries: readonly Entry[];
  /** SHA-256 over its files, and of what it says. */
  sha256: string;
  content: string;
  sample: boolean;
  /** Why nothing of it may be taken; empty where all of it may. */
  refusals: readonly Finding[];
  /** Why somebody has to look at it before it is let in. */
  doubts: readonly Finding[];
  /** The return that somebody says it replaces, and why. */
  corrects: number | null;
  reason: string | null;
  /** Day of the earlier return that it says itself it replaces. */
  replaces: string | null;
  /** What the check said of it as a workbook; null of a set of CSV files, of which it can say less. */
  judged?: Judged | null;
}

/** What is in the store, of the same unit and reporter at least, and what the planner gave for the unit. */
export type Received = ReceivedBefore;

/** The state of a return that has come in, and why. */
export interface Classified {
  state: ReturnState;
  why: Finding[];
  corrects: number | null;
  sameAs: number | null;
}

/**
 * Says what an arriving return is: exactly one state. Nothing is decided that somebody has to decide: a second,
 * differing return is `conflicting` until something says what it replaces.
 */
export function classify(arrival: Arrival, received: Received, expecting: Expecting): Classified {
  const said = amongReturns(arrival, received, expecting);
  const isTaken = said.state === 'new' || said.state === 'correction' || said.state === 'conflicting';
  if (!isTaken) return said;
  const changed = givenChanged(arrival, received);
  const taken: Classified =
    changed === null ? said : { ...said, state: 'conflicting', why: [...said.why, changed] };
  return inClosedRound(taken, arrival, received);
}

/** A return of a closed round comes in with a reason, or waits for one. */
function inClosedRound(taken: Classified, { head, reason }: Arrival, { standing }: Received): Classified {
  const closed = closingOf(standing, head.round);
  if (closed === null) return taken;
  const said = reason?.trim() ?? '';
  const data = { round: head.round, day: vietnameseDate(closed.at.slice(0, 10)) };
  return said === ''
    ? { ...taken, state: 'held-back', why: [report('store-closed', {}, data)] }
    : { ...taken, why: [...taken.why, report('store-after-close', {}, { ...data, reason: said })] };
}

/** What a return is that changes a figure given beforehand: nobody has decided yet which one is right. */
function givenChanged(
  { entries }: Arrival,
  { returns, entries: stored, standing }: Received,
): Finding | null {
  const claim = (entry: Entry) => `${figurePlace(entry)}|${entry.vintage}`;
  const given = new Map(countedGiven(returns, stored, standing).map((entry) => [claim(entry), entry]));
  const changed = entries.filter(isFigure).flatMap((entry) => {
    const before = given.get(claim(entry));
    return before && figureText(before) !== figureText(entry) ? [before.return] : [];
  });
  if (changed.length === 0) return null;
  const data = { returns: [...new Set(changed)], differing: changed.length };
  return report('store-given-changed', {}, data);
}

function amongReturns(arrival: Arrival, received: Received, expecting: Expecting): Classified {
  const { head, entries, sha256, content, corrects, reason, replaces } = arrival;
  const is = (state: ReturnState, why: Finding[], of: Partial<Classified> = {}): Classified => ({
    state,
    why,
    corrects: null,
    sameAs: null,
    ...of,
  });
  const { standing } = received;
  const repeated = sameFile(sha256, received, { corrects, reason });
  if (repeated) return is('unchanged', repeated.why, { sameAs: repeated.of });
  const taken = received.returns.filter(({ content: said }) => said !== null);
  if (arrival.sample) return is('refused', [report('store-sample', {}, {})]);
  if (arrival.refusals.length > 0) return is('refused', [...arrival.refusals]);
  const own = taken.filter((one) => isSameHead(one, head) && !standing.isWithdrawn(one));
  const live = own.filter(standing.isLive);
  const ofPlans = live.filter((one) => isSameReturn(one, head));
  const named = replaces === null ? null : namedBy(replaces, ofPlans, standing);
  const mine = entries.filter(isFigure);
  const counted = countedFigures(live, received.entries, standing);
  const before = new Map(counted.map((entry) => [entryKey(entry), figureText(entry)]));
  const differing = mine.filter(
    (entry) => (before.get(entryKey(entry)) ?? figureText(entry)) !== figureText(entry),
  ).length;
  const gone = replacedNumbers(own, standing);
  const says = own.filter((one) => one.content === content);
  // What nothing speaks against any more does not wait with an earlier file that had a reason to.
  const waiting = says.filter(standing.isHeld);
  const held = whyHeld(arrival, received, {
    expecting,
    live,
    isNamed: named !== null && named !== undefined,
  });
  const isFree = held.length === 0 && inClosedRound(is('new', []), arrival, received).state !== 'held-back';
  const sames = isFree ? says.filter((one) => !waiting.includes(one)) : says;
  const same = sames.find(({ number }) => !gone.has(number)) ?? sames.at(-1);
  // Figures that are there already say something new where they say which version holds, or where others hold since.
  const settles = (corrects !== null || named) && isQuarrel(ofPlans, received);
  const comesBack = same !== undefined && gone.has(same.number) && differing > 0;
  if (same && !settles && !comesBack) {
    // The figures stay; what the check says of them, and the reasons given, are those of the newer file.
    const isLatest = corrects === null && same === ofPlans.at(-1) && arrival.doubts.length === 0;
    const { judged } = arrival;
    if (isLatest && same.files.length === 1 && isJudgedAnew(same.judged, judged)) {
      const { errors, warnings } = judged;
      const why = report('store-judged-anew', {}, { return: same.number, errors, warnings });
      return is('correction', [why], { corrects: same.number });
    }
    const of = { return: same.number };
    const still = standing.isHeld(same) ? [report('store-still-held', {}, { ...of, reason })] : [];
    return is('unchanged', [report('store-same-content', {}, of), ...still], { sameAs: same.number });
  }
  if (corrects !== null) {
    const before = taken.find(({ number }) => number === corrects);
    if (!before || !isSameHead(before, head)) {
      const { unit = '?', round = '?' } = before ?? {};
      return is('refused', [report('store-other-return', {}, { return: corrects, unit, round })]);
    }
    const why = [report('store-corrects', {}, { return: corrects, reason })];
    return is('correction', [...why, ...besideReplaced(corrects, arrival, { own, received })], { corrects });
  }
  if (held.length > 0) return is('held-back', held);
  const isEmpty = entries.length === 0 && expecting.owing(head) === 'nothing-asked';
  const saidOfNothing = isEmpty ? [report('store-nothing-asked', {}, {})] : [];
  const last = live.at(-1);
  if (!last) return is('new', saidOfNothing);
  if (named) {
    const why = [report('store-corrects', {}, { return: named.number, reason: null })];
    return is('correction', [...why, ...besideReplaced(named.number, arrival, { own, received })], {
      corrects: named.number,
    });
  }
  if (differing > 0) {
    const nobody = replaces !== null && ofPlans.length > 0;
    const unnamed = nobody ? [report('store-names-none', {}, { day: vietnameseDate(replaces) })] : [];
    return is('conflicting', [report('store-differs', {}, { return: last.number, differing }), ...unnamed]);
  }
  const lastOfPlans = ofPlans.at(-1);
  // Each plan may have a workbook of its own.
  if (!lastOfPlans) return is('new', []);
  const { number } = lastOfPlans;
  const added = mine.filter((entry) => !before.has(entryKey(entry))).length;
  const { count } = leftOutOf(countedFigures(ofPlans, received.entries, standing), mine);
  const why = report('store-adds', {}, { return: number, added, leftOut: count });
  return is('correction', [why], { corrects: number });
}

/** Why somebody has to look at a return before it is let in; empty where nobody has to, or somebody has said so. */
function whyHeld(
  arrival: Arrival,
  received: Received,
  { expecting, live, isNamed }: { expecting: Expecting; live: readonly StoredReturn[]; isNamed: boolean },
): Finding[] {
  if (expecting.release || arrival.corrects !== null) return [];
  const held = [...arrival.doubts, ...reasonsToHold(arrival, received, expecting)];
  const lacks = held.length > 0 || isNamed ? null : lacking(live, arrival, received);
  return lacks === null ? held : [lacks];
}

/** Whether the check found something else in a file with the same figures: it was calculated again, say. */
function isJudgedAnew(before: Judged | null, now: Judged | null | undefined): now is Judged {
  if (!before || !now) return false;
  return (
    before.acceptance !== now.acceptance || before.errors !== now.errors || before.warnings !== now.warnings
  );
}

/** What an arriving return that replaces another says of the others: which it answers, too, and which still differ. */
function besideReplaced(
  corrects: number,
  { head, entries }: Pick<Arrival, 'head' | 'entries'>,
  { own, received }: { own: readonly StoredReturn[]; received: Received },
): Finding[] {
  const { standing } = received;
  const [last] = received.returns.slice(-1);
  const named = own.find(({ number }) => number === corrects);
  if (!last || !named) return [];
  const number = last.number + 1;
  const why = [report('store-corrects', {}, { return: corrects, reason: null })];
  const coming: StoredReturn = { ...named, ...head, number, state: 'correction', corrects, why };
  const mine = entries.filter(isFigure).map((entry, row) => ({ ...entry, return: number, row }));
  const texts = new Map(mine.map((entry) => [entryKey(entry), figureText(entry)]));
  // Of what somebody has chosen already nothing is open.
  const rules = { standing, recordOf: () => [] };
  const differing = figuresInForce([...own, coming], [...received.entries, ...mine], rules)
    .flatMap(({ conflicts }) => conflicts.flatMap(({ holders }) => holders))
    .filter((entry) => (texts.get(entryKey(entry)) ?? figureText(entry)) !== figureText(entry));
  const before = new Set(countedFigures(own, received.entries, standing).map((entry) => entry.return));
  const answered = [...(answeredBy([...own, coming], standing).get(number) ?? [])];
  const settled = answered.filter((one) => before.has(one));
  const of = [...new Set(differing.map((entry) => entry.return))].sort((a, b) => a - b);
  return [
    ...(settled.length > 0 ? [report('store-answers', {}, { returns: settled })] : []),
    ...of.map((one) =>
      report(
        'store-differs',
        {},
        {
          return: one,
          differing: differing.filter((entry) => entry.return === one).length,
        },
      ),
    ),
  ];
}

/**
 * The return that was taken of these very bytes, and is not withdrawn: they do nothing a second time, whatever is
 * said of them now.
 */
export function sameFile(
  sha256: string,
  { returns, standing }: Pick<Received, 'returns' | 'standing'>,
  now: Pick<Arrival, 'corrects' | 'reason'>,
): { of: number; why: Finding[] } | null {
  const same = returns.find(
    (one) => one.content !== null && one.sha256 === sha256 && !standing.isWithdrawn(one),
  );
  if (!same) return null;
  const of = { return: same.number };
  const isLate = now.corrects !== null || now.reason !== null;
  const late = standing.isHeld(same)
    ? [report('store-still-held', {}, { ...of, reason: now.reason })]
    : isLate
      ? [report('store-said-too-late', {}, of)]
      : [];
  const [by] = [...replacedBy(returns, standing)].filter(([, gone]) => gone.has(same.number)).at(-1) ?? [];
  const replaced = by === undefined ? [] : [report('store-replaced-since', {}, { ...of, by })];
  return { of: same.number, why: [report('store-same-file', {}, of), ...replaced, ...late] };
}

/** Whether the entries of a return say anything about one that comes in: of the same round, or of the last. */
export function isComparedWith(one: ReturnHead, head: ReturnHead): boolean {
  const isOfUnit = one.unit === head.unit && one.reporter === head.reporter;
  return isOfUnit && (one.round === head.round || one.round === lastRound(head));
}
