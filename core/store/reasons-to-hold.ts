import { reporter, type Finding } from '../base/finding.ts';
import { inYear, parsePeriod } from '../period/period.ts';
import { isFigure, type Entry } from './entry.ts';
import { countedFigures } from './in-force.ts';
import { storeMessages } from './messages.ts';
import type { ReturnHead, StoredEntry, StoredReturn } from './model.ts';
import type { Standing } from './standing.ts';

const report = reporter(storeMessages);

/** What who reports owes in a round: a return; nothing; or nothing because the plans ask nothing of it. */
export type Owing = 'return' | 'nothing' | 'nothing-asked';

/** What is being received. */
export interface Expecting {
  /** The round; null where any is welcome. */
  round: string | null;
  /** What who reports owes in its round; null where nobody knows. */
  owing: (head: ReturnHead) => Owing | null;
  /** Somebody has said that it is to be let in as it is. */
  release: boolean;
}

/** What has come in before. */
export interface ReceivedBefore {
  returns: readonly StoredReturn[];
  entries: readonly StoredEntry[];
  standing: Standing;
}

/** Fewer figures may well be the same as last time. */
const FEWEST_COMPARED = 10;
/** From this part of equal figures on a return may be last round's file. */
const SUSPICIOUS = 0.9;

/** Why somebody has to look at a return before it is let in, by what is expected and what came in before. */
export function reasonsToHold(
  { head, entries }: { head: ReturnHead; entries: readonly Entry[] },
  { returns, entries: stored, standing }: ReceivedBefore,
  { round, owing }: Expecting,
): Finding[] {
  if (round !== null && head.round !== round)
    return [report('store-other-round', {}, { found: head.round, expected: round })];
  const owes = owing(head);
  if (owes === 'nothing') return [report('store-not-owed', {}, { unit: head.reporter })];
  // What nobody asked for may be meant for another round or plan; it is kept until somebody has looked.
  if (owes === 'nothing-asked' && entries.length > 0)
    return [report('store-not-asked', {}, { figures: entries.filter(isFigure).length })];
  const last = lastRound(head);
  if (last === null) return [];
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

/** The same round a year before; null where the round is none. */
export function lastRound({ round }: Pick<ReturnHead, 'round'>): string | null {
  const period = parsePeriod(round);
  return period && inYear(period, period.year - 1).text;
}

function seriesOf({ unit, indicator, stratum }: Entry): string {
  return `${unit}|${indicator}|${stratum}`;
}
