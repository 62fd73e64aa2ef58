import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { acceptanceBy, type Acceptance } from '../../core/store/acceptance.ts';
import { placeOf, type EarlierFigure } from '../../core/renew/earlier.ts';
import { changesSince, closedRounds, type ChangedSince } from '../../core/renew/changed-since.ts';
import type { AsideFigure } from '../../core/renew/input.ts';
import { ACCEPTED, acceptedFigures, valueOfReturn } from '../../core/store/accepted-figures.ts';
import { figurePlace, figureText, isFigure } from '../../core/store/entry.ts';
import { isGiven } from '../../core/store/given.ts';
import { figuresInForce, type InForceRules } from '../../core/store/in-force.ts';
import { returnName, type StoredEntry, type StoredReturn } from '../../core/store/model.ts';
import { standingOf, type Standing } from '../../core/store/standing.ts';
import type { ReportedFigure } from './report-file.ts';
import { toldFigure } from './told-figure.ts';
import { recordIn } from '../register/draw-up.ts';
import type { Store } from '../store/store.ts';

/** What a store holds of earlier rounds. */
export interface EarlierFigures {
  /** Figures in force, one a place, and baselines. */
  earlier: EarlierFigure[];
  /** The others, each with its reason. */
  aside: AsideFigure[];
  /** Ids of the plans that returns were made for. */
  plans: ReadonlySet<string>;
  returns: number;
  /** SDMX periods of their rounds, by the plan they were made for. */
  rounds: readonly { plan: string; round: string }[];
  /**
   * Those that nobody has accepted and whose figures wait for it, or come along marked, by what people call them: a
   * reporter once, with its files.
   */
  unaccepted: readonly string[];
  /** Figures in force that are not final and came back as they had been filled in. */
  unchanged: number;
  /** Closed rounds with what of them is otherwise since. */
  changed: readonly ChangedSince[];
  /** What stays behind by itself: it belongs to the round it was written in. */
  left: { reasons: number; marks: number; verdicts: number };
}

/** What figures of earlier rounds are told by. */
export interface TellingRules {
  catalogue: Catalogue;
  /** Names of units, for the words that say where a figure comes from. */
  nameOf: (unit: string) => string;
  /** Somebody has decided that figures of returns nobody accepted come along, marked. */
  withUnaccepted: boolean;
  /** SDMX period of the round that new workbooks are asked for; null where it is whichever comes next. */
  round?: string | null;
}

/** Units whose entries are held at a time: a store keeps every round, and each round the figures of the years before. */
const UNITS_AT_A_TIME = 200;

/**
 * All figures of the returns in a store: those in force, and whatever else was reported with the reason why it is
 * not. Nothing is left out but what was withdrawn. A figure in force that only returns with errors or doubts say is
 * kept aside until somebody decides.
 * @param atATime units whose entries are read together: what is found does not depend on it, but for its order
 */
export async function earlierFigures(
  store: Store,
  rules: TellingRules,
  atATime = UNITS_AT_A_TIME,
): Promise<EarlierFigures> {
  const [returns, decisions] = [await store.returns(), await store.decisions()];
  const decided = standingOf(decisions);
  const { isHeld } = decided;
  const standing = rules.withUnaccepted
    ? { ...decided, isLive: (one: StoredReturn) => decided.isLive(one) || isHeld(one), isHeld: () => false }
    : decided;
  const inForce = { standing, recordOf: recordIn(rules.catalogue) };
  // A return in conflict over one unit's figure is so with all it says of others.
  const conflicting = new Set(
    figuresInForce(returns, await store.entries({ differing: true }), inForce).flatMap(({ conflicts }) =>
      conflicts.flatMap(({ figures }) => figures.map((one) => one.return)),
    ),
  );
  const acceptanceOf = acceptanceBy({ standing: decided, conflicting });
  const closed = closedRounds(decided).map((by): ChangedSince => ({ by, changes: [] }));
  const setting = { ...rules, returns, decided, inForce, acceptanceOf, shared: sharedTexts() };
  const found: FiguresOfUnits = {
    ...{ earlier: [], aside: [], unchanged: 0, waiting: new Set() },
    left: { reasons: 0, marks: 0, verdicts: 0 },
  };
  const units = await store.units();
  for (let from = 0; from < units.length; from += atATime) {
    const entries = await store.entries({ units: units.slice(from, from + atATime) });
    addFigures(found, entries, setting);
    for (const { by, changes } of closed)
      changes.push(...changesSince(by, { returns, entries, decisions }, inForce.recordOf));
  }
  const { waiting, ...figures } = found;
  const live = returns.filter((one) => standing.isLive(one) && !isGiven(one));
  return {
    ...figures,
    changed: closed,
    plans: new Set(returns.filter((one) => standing.isLive(one)).flatMap(({ plans }) => plans)),
    returns: live.length,
    rounds: live.flatMap(({ plans, round }) => plans.map((plan) => ({ plan, round }))),
    unaccepted: reportersOf(
      returns.filter(({ number }) => waiting.has(number)),
      rules.nameOf,
    ),
  };
}

/** "Xã A (so-1.xlsx, so-2.xlsx)", a reporter once. */
function reportersOf(returns: readonly StoredReturn[], nameOf: TellingRules['nameOf']): string[] {
  const files = new Map<string, Set<string>>();
  for (const { reporter, number, files: kept } of returns)
    files.set(reporter, (files.get(reporter) ?? new Set()).add(kept[0]?.name ?? returnName(number)));
  return [...files].map(([reporter, names]) => `${nameOf(reporter)} (${[...names].join(', ')})`);
}

/** What was found of some units. */
interface FiguresOfUnits extends Pick<EarlierFigures, 'earlier' | 'aside' | 'unchanged' | 'left'> {
  /** Numbers of the returns that nobody has accepted with a figure that waits for it, or comes along marked. */
  waiting: Set<number>;
}

/** What is known of all returns before their entries are looked at. */
interface FiguresSetting extends TellingRules {
  returns: readonly StoredReturn[];
  /** What was decided, whatever this renewal takes along. */
  decided: Standing;
  inForce: InForceRules;
  acceptanceOf: (one: StoredReturn) => Acceptance;
  shared: (text: string) => string;
}

/** Adds what the entries of some units come to: all entries that are about them. */
function addFigures(
  found: FiguresOfUnits,
  entries: readonly StoredEntry[],
  {
    returns,
    decided,
    inForce: rules,
    acceptanceOf,
    shared,
    nameOf,
    withUnaccepted,
    round = null,
  }: FiguresSetting,
): void {
  const { standing } = rules;
  const { earlier, aside, left, waiting } = found;
  const byNumber = new Map(returns.map((one) => [one.number, one]));
  const counted = entries.filter(({ table }) => table !== 'assignments');
  const inForce = figuresInForce(returns, counted, rules);
  const acceptance = (entry: StoredEntry): Acceptance => {
    const of = byNumber.get(entry.return);
    return of && !isGiven(entry) ? acceptanceOf(of) : 'accepted';
  };
  const isAccepted = (entry: StoredEntry) => ACCEPTED.has(acceptance(entry));
  const asFigure = (entry: StoredEntry, how = acceptance(entry)) =>
    toldFigure(entry, byNumber.get(entry.return), { nameOf, shared, acceptance: how, decided, round });
  // What an accepted return says as well is accepted, whatever else the later one has.
  const accepted = acceptedFigures(returns, counted, { standing: decided, acceptance: acceptanceOf });
  const against = new Map<string, string>();
  for (const { key, figure } of inForce) {
    if (figure === null) continue;
    const same = isAccepted(figure) ? null : accepted.same(figure);
    if (!same && !isAccepted(figure)) waiting.add(figure.return);
    if (same) earlier.push(asFigure(same.entry, same.acceptance));
    else if (isAccepted(figure) || withUnaccepted) earlier.push(asFigure(figure));
    else {
      const detail = accepted.against(figure);
      against.set(key, detail);
      aside.push({ figure: asFigure(figure), why: 'unaccepted', detail });
    }
  }
  const said = new Set<string>();
  const note = (entry: StoredEntry) => said.add(`${figurePlace(entry)}|${figureText(entry)}`);
  for (const { figure, conflicts, beside } of inForce) {
    if (figure) note(figure);
    const open = figure === null ? conflicts.flatMap(({ figures }) => figures) : [];
    const detail = open.map(valueOfReturn).join('; ');
    for (const entry of open) {
      if (!withUnaccepted && !isGiven(entry)) waiting.add(entry.return);
      aside.push({ figure: asFigure(entry), why: 'conflict', detail });
    }
    for (const entry of beside.filter((one) => !open.includes(one)))
      aside.push({ figure: asFigure(entry), why: 'beside', detail: nameOf(entry.reporter) });
    [...open, ...beside].forEach(note);
  }
  const places = new Set(inForce.map(({ key }) => key));
  for (const entry of counted) {
    const of = byNumber.get(entry.return);
    if (!of || standing.isWithdrawn(of) || isGiven(entry)) continue;
    if (isFigure(entry)) {
      const key = `${figurePlace(entry)}|${figureText(entry)}`;
      if (said.has(key)) continue;
      note(entry);
      if (standing.isHeld(of)) waiting.add(of.number);
      aside.push({
        figure: asFigure(entry),
        why: standing.isHeld(of) ? 'held-back' : 'replaced',
        detail: against.get(figurePlace(entry)) ?? '',
      });
    } else if (entry.unread !== null && !places.has(figurePlace(entry)) && standing.isLive(of))
      aside.push({ figure: asFigure(entry), why: 'unread', detail: entry.unread });
  }
  found.unchanged += inForce.filter(
    ({ figure }) => figure && isAsFilledIn(figure, byNumber.get(figure.return)),
  ).length;
  for (const entry of counted.filter((one) => !isGiven(one))) {
    if (entry.reason !== null) left.reasons += 1;
    if (entry.mark !== null) left.marks += 1;
    if (entry.verdict !== null) left.verdicts += 1;
  }
}

/** Keeps one of texts that are the same: a store reads each anew, and hundreds of thousands of figures hold few. */
function sharedTexts(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
}

/** Whether a figure of an earlier period than the return's own came back as it had been filled in, and is not final. */
function isAsFilledIn(entry: StoredEntry, of: StoredReturn | undefined): boolean {
  const { table, source, vintage, period } = entry;
  const isEarlier = table === 'observations' && period !== of?.round && period < (of?.round ?? '');
  return isEarlier && source !== null && vintage !== 'final' && !isGiven(entry);
}

/**
 * Figures of earlier renewals' reports beside those of returns: what a return says of a place goes first. A figure
 * that an earlier renewal carried stays carried where only a return that nobody accepted repeats it.
 */
export function withReported(found: EarlierFigures, before: readonly ReportedFigure[]): EarlierFigures {
  const idOf = (one: EarlierFigure) => `${one.kind}|${placeOf(one)}`;
  const textOf = (one: EarlierFigure) => `${idOf(one)}|${one.value ?? one.sign ?? ''}`;
  const places = new Set(found.earlier.map(idOf));
  const carried = new Set(before.flatMap(({ figure, why }) => (why === null ? [textOf(figure)] : [])));
  const isCarried = ({ figure, why }: AsideFigure) =>
    why === 'unaccepted' && carried.has(textOf(figure)) && !places.has(idOf(figure));
  const kept = found.aside.filter((one) => !isCarried(one));
  const said = new Set([...found.earlier, ...kept.map(({ figure }) => figure)].map(textOf));
  const added: EarlierFigure[] = [];
  const aside: AsideFigure[] = [];
  for (const { figure, why, detail } of before) {
    if (said.has(textOf(figure))) continue;
    said.add(textOf(figure));
    if (why !== null) aside.push({ figure, why, detail });
    else if (places.has(idOf(figure))) aside.push({ figure, why: 'before', detail: '' });
    else {
      places.add(idOf(figure));
      added.push(figure);
    }
  }
  return { ...found, earlier: [...found.earlier, ...added], aside: [...kept, ...aside] };
}
