import { reporter, type Finding } from '../base/finding.ts';
import { figurePlace, figureText, isFigure, type Entry } from './entry.ts';
import { countedFigures } from './in-force.ts';
import { storeMessages } from './messages.ts';
import type { ReturnHead, StoredEntry, StoredReturn } from './model.ts';
import type { Standing } from './standing.ts';

const report = reporter(storeMessages);

/** What a later return leaves out of the figures that are there; leaving out deletes none. */
export interface LeftOut {
  /** Figures left out. */
  count: number;
  /** Of the figures there those that were entered, not filled in beforehand, and how many of these are left out. */
  entered: number;
  enteredLeftOut: number;
  /** Figures of the later return that were filled in beforehand and came back unchanged. */
  prefilled: number;
  /** Whether the later return brings no figure of its own where some were entered before. */
  isBlank: boolean;
  /** Whether it lacks most of what was entered and adds fewer: hardly what somebody meant to send. */
  isFarFewer: boolean;
}

/**
 * Holds the figures of a later return against those there. They go by their places, so that a surer figure of the same
 * leaves nothing out.
 * @param before figures of earlier returns that count
 */
export function leftOutOf(before: readonly Entry[], later: readonly Entry[]): LeftOut {
  const mine = later.filter(isFigure);
  const [there, places] = [new Set(before.map(figurePlace)), new Set(mine.map(figurePlace))];
  const isLeftOut = (one: Entry) => !places.has(figurePlace(one));
  const entered = before.filter((one) => !isPrefilled(one));
  const enteredLeftOut = entered.filter(isLeftOut).length;
  // Of a baseline nothing tells whether it was filled in beforehand, but that it says what is there already.
  const baselines = new Set(before.filter(({ table }) => table === 'baselines').map(said));
  const own = mine.filter((one) => !isPrefilled(one) && !baselines.has(said(one)));
  const added = own.filter((one) => !there.has(figurePlace(one))).length;
  return {
    count: before.filter(isLeftOut).length,
    entered: entered.length,
    enteredLeftOut,
    prefilled: mine.length - own.length,
    isBlank: enteredLeftOut > 0 && own.length === 0,
    isFarFewer: 2 * enteredLeftOut > entered.length && added < enteredLeftOut,
  };
}

/**
 * Why somebody has to look at a return that says not what it replaces, and has far fewer figures than are there: none
 * of its own, where there are some on any of its plans, or a small part, where there are more on its plans alone.
 * @param live returns of the unit, reporter and round that count
 */
export function lacking(
  live: readonly StoredReturn[],
  { head, entries }: { head: ReturnHead; entries: readonly Entry[] },
  received: { entries: readonly StoredEntry[]; standing: Standing },
): Finding | null {
  const isMine = (plan: string) => head.plans.includes(plan);
  const beside = (returns: readonly StoredReturn[]): (LeftOut & { return: number }) | null => {
    const last = returns.at(-1);
    const counted = countedFigures(returns, received.entries, received.standing);
    return last ? { return: last.number, ...leftOutOf(counted, entries) } : null;
  };
  const ofAny = beside(live.filter(({ plans }) => plans.some(isMine)));
  if (ofAny?.isBlank) {
    const { return: number, entered: before, prefilled } = ofAny;
    return report('store-blank-again', {}, { return: number, before, prefilled });
  }
  const ofAll = beside(live.filter(({ plans }) => plans.every(isMine)));
  if (!ofAll?.isFarFewer) return null;
  const { return: number, entered: before, enteredLeftOut } = ofAll;
  return report('store-far-fewer', {}, { return: number, before, lacking: enteredLeftOut });
}

/** Whether a figure was filled in beforehand and came back unchanged: only then does it bring its source. */
function isPrefilled({ table, source }: Entry): boolean {
  return table === 'observations' && source !== null;
}

function said(one: Entry): string {
  return `${figurePlace(one)}|${figureText(one)}`;
}
