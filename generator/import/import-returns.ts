import type { Finding } from '../../core/base/finding.ts';
import { reporter } from '../../core/base/finding.ts';
import { classify, isComparedWith, sameFile, type Received } from '../../core/store/classify.ts';
import { contentOf } from '../../core/store/entry.ts';
import { storeMessages } from '../../core/store/messages.ts';
import { isGiven, PLANNER } from '../../core/store/given.ts';
import { standingOf } from '../../core/store/standing.ts';
import { WorkbookReadError } from '../../formats/read-error.ts';
import type { Installed } from '../check/installed.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { whoOwes } from '../register/owed-units.ts';
import { inTurn } from '../store/in-turn.ts';
import { sha256Of } from '../store/originals.ts';
import type { Store } from '../store/store.ts';
import type { StoredEntry } from '../../core/store/model.ts';
import type { Arrival, Arrivals } from './arrivals.ts';
import type { ReadArrival } from './read-arrival.ts';
import { arrivalReader, readArrivals, type Read } from './read-arrivals.ts';
import type { ImportedFile, ImportSetting } from './imported-file.ts';
import { importSet } from '../sets/import-set.ts';
import { takenApart } from './take-apart.ts';

const report = reporter(storeMessages);

/** What an import works with, from what is installed and what was said on the command line. */
export function importSetting(
  installed: Installed,
  said: Pick<ImportSetting, 'round' | 'corrects' | 'reason' | 'by' | 'now' | 'program'>,
  progress: ImportSetting['progress'],
): ImportSetting {
  const { plans, catalogue } = installed;
  return { ...said, installed, progress, release: false, owing: whoOwes(plans, catalogue) };
}

/**
 * Takes what has come in into the store, each file in one transaction.
 * @param jobs how many files are read at once
 * @returns what became of each, as it does
 */
export async function* importReturns(
  { arrivals, sets, passedOver, broken }: Arrivals,
  store: Store,
  setting: ImportSetting,
  jobs: number,
): AsyncGenerator<ImportedFile, void> {
  const nothing = { notLookedAt: null, return: null };
  for (const { shown, reason } of broken)
    yield { file: shown, state: 'refused', why: [brokenZip(reason)], ...nothing };
  const all = [...arrivals, ...sets];
  const showAwaited = (at: number) => {
    const awaited = all[at];
    setting.progress(awaited ? `${at + 1}/${all.length} ${awaited.shown}` : '');
  };
  const { installed } = setting;
  let at = 0;
  showAwaited(at);
  for await (const read of readArrivals(arrivals, { installed, known: await knownFiles(store) }, jobs)) {
    const arrival = arrivals[at];
    if (arrival) yield* importArrival(arrival, read, store, setting);
    at += 1;
    showAwaited(at);
  }
  for (const set of sets) {
    yield await importSet(set, store, setting);
    at += 1;
    showAwaited(at);
  }
  for (const one of passedOver)
    yield { file: one.path, state: 'not-looked-at', why: [], ...nothing, notLookedAt: one };
}

/** Hashes of files that do nothing a second time. */
async function knownFiles(store: Store): Promise<ReadonlySet<string>> {
  const { isWithdrawn } = standingOf(await store.decisions());
  const received = (await store.returns()).filter((one) => one.content !== null && !isWithdrawn(one));
  return new Set(received.map(({ sha256 }) => sha256));
}

async function* importArrival(
  arrival: Arrival,
  { sha256, read }: Read,
  store: Store,
  setting: ImportSetting,
): AsyncGenerator<ImportedFile, void> {
  const file = { file: arrival.shown, notLookedAt: null };
  const [returns, decisions] = [await store.returns(), await store.decisions()];
  const standing = standingOf(decisions);
  const received = sameFile(sha256, { returns, standing }, setting);
  if (received) {
    const before = returns.find(({ number }) => number === received.of) ?? null;
    yield { ...file, state: 'unchanged', why: received.why, return: before };
  } else if (read === null) throw new Error(`${arrival.shown} was not read.`);
  else if ('parts' in read) {
    const reader = arrivalReader(setting.installed);
    yield* takenApart(arrival, read.parts, async function* (part) {
      yield* importArrival(part, await reader(part, new Set()), store, setting);
    });
  } else if ('why' in read) yield { ...file, state: 'refused', why: [read.why], return: null };
  else yield { ...file, ...(await take(read, { returns, standing }, { store, setting })) };
}

/**
 * Takes a return that was read into the store, as what it is beside all that is there: again with all there is then,
 * as often as somebody else has added something in between.
 */
export async function take(
  read: ReadArrival,
  received: Pick<Received, 'returns' | 'standing'>,
  into: { store: Store; setting: ImportSetting },
): Promise<Pick<ImportedFile, 'state' | 'why' | 'return'>> {
  const { store } = into;
  return inTurn(async (overtaken) => {
    if (overtaken === 0) return takeOnce(read, received, into);
    const now = { returns: await store.returns(), standing: standingOf(await store.decisions()) };
    return takeOnce(read, now, into);
  });
}

async function takeOnce(
  read: ReadArrival,
  { returns, standing }: Pick<Received, 'returns' | 'standing'>,
  { store, setting }: { store: Store; setting: ImportSetting },
): Promise<Pick<ImportedFile, 'state' | 'why' | 'return'>> {
  const { head, entries, sample, judged, refusals, doubts, originals, sha256, replaces, reading } = read;
  const content = sha256Of(contentOf(entries));
  const { corrects: asked, by, now, program, reason } = setting;
  // Most returns of a round are the first of their unit: the store need not be asked.
  const compared = returns.filter((one) => isComparedWith(one, head)).map(({ number }) => number);
  const sent = compared.length > 0 ? await store.entries({ returns: compared }) : [];
  const given = returns.some(isGiven) ? await givenOf(new Set(entries.map(({ unit }) => unit)), store) : [];
  const asWorkbook = originals.length === 1 ? judged : null;
  const { state, why, corrects, sameAs } = classify(
    {
      ...{ head, entries, sha256, content, sample, refusals, doubts, corrects: asked, reason, replaces },
      judged: asWorkbook,
    },
    {
      returns,
      entries: [...sent, ...given],
      standing,
    },
    setting,
  );
  // The same bytes do nothing, whatever they came to before; what was withdrawn comes in again.
  const before = returns.filter((one) => one.sha256 === sha256 && !standing.isWithdrawn(one)).at(-1);
  if (before && (before.state === state || (state === 'unchanged' && sameAs === before.number)))
    return { state, why, return: before };
  const isTaken = state !== 'refused' && state !== 'unchanged';
  const kept = await store.take(
    {
      ...head,
      state,
      why,
      received: now,
      by,
      sha256,
      content: isTaken ? content : null,
      corrects,
      sameAs,
      judged,
      reading: isTaken ? reading : null,
      program,
    },
    isTaken ? entries : [],
    originals,
  );
  return { state, why, return: kept };
}

/** What the planner gave for units: a body of record reports of communes beside its province. */
async function givenOf(units: ReadonlySet<string>, store: Store): Promise<StoredEntry[]> {
  const [first, other] = units;
  if (first !== undefined && other === undefined) return store.entries({ unit: first, reporter: PLANNER });
  return (await store.entries({ reporter: PLANNER })).filter(({ unit }) => units.has(unit));
}

function brokenZip(reason: unknown): Finding {
  if (reason instanceof WorkbookReadError && reason.finding.code === 'not-a-zip')
    return report('store-not-a-zip', {}, {});
  const first =
    reason instanceof WorkbookReadError
      ? renderFinding(reason.finding, 'vi')
      : reason instanceof Error
        ? reason.message
        : String(reason);
  return report('store-unreadable', {}, { first });
}
