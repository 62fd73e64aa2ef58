import { reporter, type Finding } from '../base/finding.ts';
import { inYear, parsePeriod } from '../period/period.ts';
import { entryKey, figurePlace, figureText, isFigure, type Entry } from './entry.ts';
import { vietnameseDate } from '../round/round.ts';
import { closingOf } from './closing.ts';
import { countedGiven } from './given.ts';
import { countedFigures } from './in-force.ts';
import { storeMessages } from './messages.ts';
import type { ReturnHead, ReturnState, StoredEntry, StoredReturn } from './model.ts';
import { replacedBy, type Standing } from './standing.ts';

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
}

/** What is in the store, of the same unit and reporter at least, and what the planner gave for the unit. */
export interface Received {
  returns: readonly StoredReturn[];
  entries: readonly StoredEntry[];
  standing: Standing;
}

/** What is being received. */
export interface Expecting {
  /** The round; null where any is welcome. */
  round: string | null;
  /** Whether who reports owes a return in its round; null where nobody knows. */
  isOwed: (head: ReturnHead) => boolean | null;
  /** Somebody has said that it is to be let in as it is. */
  release: boolean;
}

/** The state of a return that has come in, and why. */
export interface Classified {
  state: ReturnState;
  why: Finding[];
  corrects: number | null;
  sameAs: number | null;
}

/** Fewer figures may well be the same as last time. */
const FEWEST_COMPARED = 10;
/** From this part of equal figures on a return may be last round's file. */
const SUSPICIOUS = 0.9;

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
  const same = own.find((one) => one.content === content);
  if (same)
    return is('unchanged', [report('store-same-content', {}, { return: same.number })], {
      sameAs: same.number,
    });
  const live = own.filter(standing.isLive);
  if (corrects !== null) {
    const before = taken.find(({ number }) => number === corrects);
    if (!before || !isSameHead(before, head)) {
      const { unit = '?', round = '?' } = before ?? {};
      return is('refused', [report('store-other-return', {}, { return: corrects, unit, round })]);
    }
    return is('correction', [report('store-corrects', {}, { return: corrects, reason })], { corrects });
  }
  const held = expecting.release ? [] : [...arrival.doubts, ...reasonsToHold(arrival, received, expecting)];
  if (held.length > 0) return is('held-back', held);
  const last = live.at(-1);
  if (!last) return is('new', []);
  const ofPlans = live.filter(({ plans }) => samePlans(plans, head.plans));
  const mine = entries.filter(isFigure);
  const saidBy = (returns: readonly StoredReturn[]) => {
    const figures = countedFigures(returns, received.entries, standing);
    return new Map(figures.map((entry) => [entryKey(entry), figureText(entry)]));
  };
  const differingFrom = (said: ReadonlyMap<string, string>) =>
    mine.filter((entry) => (said.get(entryKey(entry)) ?? figureText(entry)) !== figureText(entry)).length;
  const named = replaces === null ? null : namedBy(replaces, ofPlans, standing);
  if (named) {
    const why: Finding[] = [report('store-corrects', {}, { return: named.number, reason: null })];
    const others = standingBeside(named, live, standing);
    const differing = differingFrom(saidBy(others));
    const [other] = others;
    if (other && differing > 0) why.push(report('store-differs', {}, { return: other.number, differing }));
    return is('correction', why, { corrects: named.number });
  }
  const before = saidBy(live);
  const differing = differingFrom(before);
  if (differing > 0)
    return is('conflicting', [report('store-differs', {}, { return: last.number, differing })]);
  const lastOfPlans = ofPlans.at(-1);
  // Each plan may have a workbook of its own.
  if (!lastOfPlans) return is('new', []);
  const { number } = lastOfPlans;
  const added = mine.filter((entry) => !before.has(entryKey(entry))).length;
  return is('correction', [report('store-adds', {}, { return: number, added })], { corrects: number });
}

/** The return that a day names: what was sent on it came in then or later, and has not been replaced since. */
function namedBy(
  day: string,
  returns: readonly StoredReturn[],
  standing: Standing,
): StoredReturn | undefined {
  const replaced = new Set([...replacedBy(returns, standing).values()].flatMap((all) => [...all]));
  return returns.find(({ number, received }) => received.slice(0, 10) >= day && !replaced.has(number));
}

/** Live returns that a correction of one of them leaves as they are. */
function standingBeside(
  named: StoredReturn,
  live: readonly StoredReturn[],
  standing: Standing,
): StoredReturn[] {
  const gone = replacedBy(live, standing).get(named.number) ?? new Set<number>();
  return live.filter(({ number }) => number !== named.number && !gone.has(number));
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
  const late = isLate ? [report('store-said-too-late', {}, of)] : [];
  return { of: same.number, why: [report('store-same-file', {}, of), ...late] };
}

function reasonsToHold(
  { head, entries }: Arrival,
  { returns, entries: stored, standing }: Received,
  { round, isOwed }: Expecting,
): Finding[] {
  if (round !== null && head.round !== round)
    return [report('store-other-round', {}, { found: head.round, expected: round })];
  if (isOwed(head) === false) return [report('store-not-owed', {}, { unit: head.reporter })];
  const period = parsePeriod(head.round);
  if (!period) return [];
  const last = inYear(period, period.year - 1).text;
  const ofLast = returns.filter(
    (one) => one.unit === head.unit && one.reporter === head.reporter && one.round === last,
  );
  const before = new Map(
    countedFigures(ofLast, stored, standing)
      .filter((entry) => entry.period === last && entry.value !== null)
      .map((entry) => [seriesOf(entry), entry.value]),
  );
  const mine = entries.filter(
    (entry) => isFigure(entry) && entry.period === head.round && before.has(seriesOf(entry)),
  );
  const equal = mine.filter((entry) => before.get(seriesOf(entry)) === entry.value).length;
  return mine.length >= FEWEST_COMPARED && equal >= SUSPICIOUS * mine.length
    ? [report('store-like-last-round', {}, { round: last, equal, of: mine.length })]
    : [];
}

function seriesOf({ indicator, stratum }: Entry): string {
  return `${indicator}|${stratum}`;
}

function samePlans(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join('|') === [...other].sort().join('|');
}

/** Whether two returns are of the same unit, reporter and round. */
export function isSameHead(one: ReturnHead, other: ReturnHead): boolean {
  return one.unit === other.unit && one.reporter === other.reporter && one.round === other.round;
}
