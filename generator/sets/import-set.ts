import { reporter, type Finding } from '../../core/base/finding.ts';
import { additionsOf } from '../../core/store/additions.ts';
import { classifySet, isSetOf, type ArrivingSet } from '../../core/store/classify-set.ts';
import { byDispute, entriesClosed, lateCorrections, type LateCorrection } from '../../core/store/closing.ts';
import { isGiven } from '../../core/store/given.ts';
import type { Decision, KeptFile, StoredReturn } from '../../core/store/model.ts';
import { setMessages } from '../../core/store/set-messages.ts';
import { standingOf } from '../../core/store/standing.ts';
import { departmentsEver } from '../../core/workbook/departments.ts';
import { CommandFailure } from '../failure.ts';
import type { ImportedFile, ImportSetting } from '../import/imported-file.ts';
import { closedEntries } from '../register/closed-entries.ts';
import { openConflicts, recordIn } from '../register/draw-up.ts';
import { inTurn } from '../store/in-turn.ts';
import { sha256Of } from '../store/originals.ts';
import type { Original, Store } from '../store/store.ts';
import { checksumOf, setInForce } from './export-set.ts';
import { readSet, type ReadSet } from './read-set.ts';

const report = reporter(setMessages);

/** Takes the set in a folder into the store, in one transaction. @param shown the path as people know it */
export async function importSet(
  { path, shown }: { path: string; shown: string },
  store: Store,
  setting: ImportSetting,
): Promise<ImportedFile> {
  try {
    const read = await readSet(path);
    return { file: shown, notLookedAt: null, ...(await inTurn(() => takeSet(read, store, setting))) };
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    const why = [report('set-broken', {}, { why: error.message })];
    return { file: shown, state: 'refused', why, notLookedAt: null, return: null };
  }
}

type Taken = Pick<ImportedFile, 'state' | 'why' | 'return' | 'changes' | 'conflicts'>;

/**
 * Takes a set that was read into the store.
 * @param release the set where it is there, held back, and somebody lets it in
 */
export async function takeSet(
  read: ReadSet,
  store: Store,
  setting: ImportSetting,
  release: { one: StoredReturn; decided: Pick<Decision, 'at' | 'by' | 'reason'> } | null = null,
): Promise<Taken> {
  const { set, contents, entries, originals, sha256 } = read;
  const { by, now, program, corrects, round, installed } = setting;
  const here = { returns: await store.returns(), decisions: await store.decisions() };
  const reason = release?.decided.reason ?? (setting.reason?.trim() || null);
  const arriving: ArrivingSet = {
    set,
    contents,
    sha256,
    corrects,
    reason,
    doubts: doubtsAbout(read, installed),
  };
  const classified = classifySet(arriving, here, { round, release: release !== null });
  const { state, why, sameAs } = classified;
  const there = here.returns.find(({ number }) => number === sameAs) ?? null;
  if (release === null && there?.sha256 === sha256) return { state, why, return: there };
  const files = originals.map(fileOf);
  const record = {
    state,
    why,
    received: now,
    by,
    files,
    sha256,
    content: null,
    corrects: classified.corrects,
    sameAs,
    judged: null,
    reading: null,
    program,
  };
  const decided =
    release?.decided ?? (corrects !== null && by !== null ? { at: now, by, reason: reason ?? '' } : null);
  let before = { number: 0, seen: 0 };
  const kept = files.filter(({ name }) => name.endsWith('/entries.parquet'));
  const taken = {
    set,
    record: release ? null : record,
    number: release?.one.number ?? null,
    classified,
    entries,
    kept,
    decided,
  };
  const added = await store.takeTogether(
    set.province,
    (next) => {
      before = { number: next.decision, seen: next.return - 1 };
      return additionsOf(taken, next);
    },
    release ? [] : originals,
  );
  const own = release?.one ?? added.returns[0]?.one ?? null;
  const changes = state === 'correction' ? await changesSince(before, store, read, setting) : [];
  const isTaken = state === 'new' || state === 'correction';
  const conflicts = isTaken ? await unitsInConflict(store, read, setting) : [];
  return { state, why, return: own, changes, conflicts };
}

function fileOf({ name, bytes }: Original): KeptFile {
  return { name, sha256: sha256Of(bytes) };
}

/**
 * Why somebody has to look at a set that is whole. Returns that the province has withdrawn or never let in say nothing:
 * a workbook of elsewhere that came to it by mistake is in all of its sets, and would hold back each of them.
 */
function doubtsAbout({ set, contents, entries }: ReadSet, installed: ImportSetting['installed']): Finding[] {
  const { isLive } = standingOf(contents.decisions);
  const counted = contents.returns.filter((one) => isGiven(one) || isLive(one));
  const numbers = new Set(counted.map(({ number }) => number));
  const { catalogue } = installed;
  const plans = installed.plans.filter(({ file }) => file.province === set.province);
  const named = [...new Set(counted.flatMap((one) => one.plans))].sort();
  const unknown = named.filter((id) => !plans.some(({ file }) => file.id === id));
  const units = new Set(
    plans.flatMap((plan) => [...plan.units, ...departmentsEver(plan, catalogue)].map(({ id }) => id)),
  );
  const about = [
    ...counted.filter((one) => !isGiven(one)).flatMap(({ unit, reporter: from }) => [unit, from]),
    ...entries.filter((one) => numbers.has(one.return)).map(({ unit }) => unit),
  ];
  const strangers = [...new Set(about)].filter((id) => !units.has(id));
  const [first] = strangers;
  // A plan that is here is another province's: to copy it would not help.
  const isHere = unknown.every((id) => installed.plans.some(({ file }) => file.id === id));
  if (unknown.length > 0 && !(isHere && first !== undefined))
    return [report('set-no-plan', {}, { plans: unknown })];
  const ofRound = entriesClosed(set.closed, contents.returns, entries);
  const found = checksumOf(setInForce(contents, ofRound, catalogue));
  return [
    ...(first === undefined
      ? []
      : [report('set-other-province', {}, { province: set.province, units: strangers.length, first })]),
    ...(found.checksum === set.inForce.checksum
      ? []
      : [report('set-otherwise-here', {}, { said: set.inForce.figures, found: found.figures })]),
  ];
}

/** Figures of the province and round that are otherwise than before, with why. */
async function changesSince(
  before: Pick<Decision, 'number' | 'seen'>,
  store: Store,
  { set }: ReadSet,
  { installed }: ImportSetting,
): Promise<LateCorrection[]> {
  const all = await store.returns();
  const returns = all.filter((one) => one.sent?.province === set.province || isSetOf(one, set));
  const numbers = returns.map(({ number }) => number);
  const entries = await closedEntries(store, set.closed, returns, numbers);
  const held = { returns, entries, decisions: await store.decisions() };
  return byDispute(lateCorrections(before, held, recordIn(installed.catalogue))).corrections;
}

/** Units of which a figure in the province's set is in an open conflict, in the order of their ids. */
async function unitsInConflict(
  store: Store,
  { set }: ReadSet,
  { installed }: ImportSetting,
): Promise<string[]> {
  const sent = (await store.returns()).filter(
    (one) => one.sent?.province === set.province && one.round === set.round,
  );
  const numbers = new Set(sent.map(({ number }) => number));
  const conflicts = await openConflicts(store, {}, installed.catalogue);
  const own = conflicts.filter(({ holders }) => holders.some((one) => numbers.has(one.return)));
  return [...new Set(own.flatMap(({ holders }) => holders.slice(0, 1).map(({ unit }) => unit)))].sort();
}
