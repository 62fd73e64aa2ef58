import { periodSaid } from '../../core/period/period.ts';
import { isOfCommune } from '../../core/exchange/said-by-unit.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentOf, type Entry } from '../../core/store/entry.ts';
import { isGiven } from '../../core/store/given.ts';
import { returnName, type StoredEntry, type StoredReturn, type SentRound } from '../../core/store/model.ts';
import { isSet } from '../../core/store/sent.ts';
import { entriesByReturn, type SetContents } from '../../core/store/set-contents.ts';
import { CommandFailure } from '../failure.ts';
import { Database } from '../store/database.ts';
import { filesOf, MANIFEST, readManifest } from '../store/manifest.ts';
import { sha256Of, sha256OfAll } from '../store/originals.ts';
import { loadParquet } from '../store/parquet-load.ts';
import type { Original } from '../store/store.ts';

/** A set as it was read: under the numbers of its province. */
export interface ReadSet {
  set: SentRound;
  contents: SetContents;
  entries: readonly StoredEntry[];
  /** The manifest and every file it lists. */
  originals: Original[];
  /** Over its files, so that a folder and a zip of it are the same. */
  sha256: string;
}

/**
 * Reads the set of a closed round and holds it against what it says of itself: the files against the manifest, their
 * rows and sums too, and the entries of each return against what the return was when it came in.
 * @throws CommandFailure where anything differs
 */
export async function readSet(folder: string): Promise<ReadSet> {
  const manifest = await readManifest(folder);
  const { round: set } = manifest;
  if (set === undefined)
    throw new CommandFailure(
      'Đây là cả một kho, không phải bộ số liệu của một kỳ; lập kho mới từ tệp này bằng "chitieu store import" (a whole store).',
    );
  const originals: Original[] = [];
  for (const name of [MANIFEST, ...filesOf(manifest).map(({ path }) => path)])
    originals.push({ name, bytes: new Uint8Array(await readFile(join(folder, ...name.split('/')))) });
  const database = await Database.open(':memory:');
  try {
    await loadParquet(database, folder, manifest);
    const contents = { returns: await database.returns(), decisions: await database.decisions() };
    const entries = await database.entries({});
    requireWhole(set, contents, entries);
    return { set, contents, entries, originals, sha256: sha256OfAll(originals) };
  } finally {
    database.close();
  }
}

function requireWhole(
  set: SentRound,
  { returns, decisions }: SetContents,
  entries: readonly StoredEntry[],
): void {
  const own = entriesByReturn(entries);
  const numbers = new Set(returns.map(({ number }) => number));
  const wrong =
    returns.find((one) => !isAsItCameIn(one, own.get(one.number) ?? [], set)) ??
    entries.find((one) => !numbers.has(one.return));
  if (wrong)
    throw new CommandFailure(
      `số liệu của ${returnName('number' in wrong ? wrong.number : wrong.return)} không phải số liệu đã nhận ở tỉnh (entries differ).`,
    );
  const { number, at, by, reason, ...closing } = set.closed;
  const isClosed = decisions.some(
    (one) =>
      one.number === number &&
      one.kind === 'close' &&
      [one.at, one.by, one.reason].join('|') === [at, by, reason].join('|') &&
      one.closing?.checksum === closing.checksum &&
      one.closing.round === closing.round &&
      one.closing.sum === closing.sum,
  );
  if (!isClosed || closing.round !== set.round)
    throw new CommandFailure(
      `bản kê ghi đã khóa sổ kỳ ${periodSaid(set.round)} nhưng không có quyết định ấy (no closing).`,
    );
}

function isAsItCameIn(one: StoredReturn, entries: readonly Entry[], { round }: SentRound): boolean {
  const { content, unit, reporter, sent } = one;
  if (sent !== undefined || isSet(one) || (one.round !== round && !isGiven(one))) return false;
  if (content === null) return entries.length === 0;
  const isOwn = (entry: Entry) =>
    entry.reporter === reporter &&
    (isGiven(one) || entry.unit === unit || isOfCommune(entry, { unit, reporter }));
  return entries.every(isOwn) && sha256Of(contentOf(entries)) === content;
}
