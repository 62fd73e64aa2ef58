import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import {
  byDispute,
  closingOf,
  closingText,
  lateCorrections,
  type ClosingDecision,
} from '../../core/store/closing.ts';
import { figuresInForce, type FigureInForce } from '../../core/store/in-force.ts';
import type { Closing, StoredEntry, SentRound } from '../../core/store/model.ts';
import { contentsOfRound, type SetContents } from '../../core/store/set-contents.ts';
import { standingOf } from '../../core/store/standing.ts';
import { writeZip } from '../../formats/zip/write.ts';
import { CommandFailure } from '../failure.ts';
import { closedEntries } from '../register/closed-entries.ts';
import { recordIn } from '../register/draw-up.ts';
import { Database } from '../store/database.ts';
import { filesOf, MANIFEST } from '../store/manifest.ts';
import { sha256Of } from '../store/originals.ts';
import { writeParquet, type ParquetManifest } from '../store/parquet.ts';
import type { Original, Store } from '../store/store.ts';
import { writeNew } from '../workbook/write-new.ts';

/** Which round is to be sent, and where the set is written. */
export interface WantedSet {
  province: string;
  round: string;
  catalogue: Catalogue;
  /** A folder that is not there yet, or a file that ends in `.zip`. */
  to: string;
  program: string;
}

/** What was written. */
export type SetManifest = ParquetManifest & { round: SentRound };

/**
 * Writes the closed round of a province as one set, which a ministry takes in whole: the returns of the round with
 * their entries and decisions as Parquet, and a manifest that says who closed it and when, and what is in force.
 * @throws CommandFailure when the round is open, or `to` is there
 */
export async function exportSet(store: Store, wanted: WantedSet): Promise<SetManifest> {
  const { province, round, to } = wanted;
  const all = { returns: await store.returns(), decisions: await store.decisions() };
  const closed = closingOf(standingOf(all.decisions), round);
  if (closed === null)
    throw new CommandFailure(
      `Kỳ ${round} chưa khóa sổ nên chưa gửi được: bộ số liệu chỉ lập từ kỳ đã khóa. Hãy chạy "chitieu close --round ${round}" (the round is not closed).`,
    );
  const set = contentsOfRound(all, round);
  const said = await saidOf(store, { closed, set, all, province, catalogue: wanted.catalogue });
  const given = await givenWith(store, closed.closing);
  return extname(to).toLowerCase() === '.zip'
    ? zipped(to, (folder) => write(store, set, { ...wanted, to: folder, said, given }))
    : write(store, set, { ...wanted, said, given });
}

/** The planner's files that the round was judged by, so that whoever has the set comes to the same verdicts. */
async function givenWith(store: Store, { given }: Closing): Promise<Original[]> {
  const found: Original[] = [];
  for (const file of [given?.baselines, given?.assignments]) {
    if (!file || found.some(({ bytes }) => sha256Of(bytes) === file.sha256)) continue;
    const original = await store.original(file);
    if (original === null)
      throw new CommandFailure(
        `Kho không còn tệp "${file.name}" như lúc khóa sổ nên chưa lập được bộ số liệu. Hãy chạy "chitieu store verify" để biết tệp nào hỏng (a kept file is missing).`,
      );
    found.push(original);
  }
  return found;
}

/** What the manifest says of the round. */
async function saidOf(
  store: Store,
  {
    closed,
    set,
    all,
    province,
    catalogue,
  }: { closed: ClosingDecision; set: SetContents; all: SetContents; province: string; catalogue: Catalogue },
): Promise<SentRound> {
  const { number, at, by, reason, closing } = closed;
  const entries = await closedEntries(store, closing, all.returns);
  const recordOf = recordIn(catalogue);
  const inForce = setInForce(set, entries, catalogue);
  const ever = figuresInForce(all.returns, entries, { standing: standingOf(all.decisions), recordOf });
  const own = new Set(inForce.flatMap(({ key, figure }) => (figure ? [`${key}|${figure.return}`] : [])));
  return {
    province,
    round: closing.round,
    plans: [...new Set(set.returns.flatMap(({ plans }) => plans))].sort(),
    closed: { number, at, by, reason, ...setClosing(closing) },
    inForce: checksumOf(inForce),
    corrections: byDispute(lateCorrections(closed, { ...all, entries }, recordOf)).corrections.length,
    elsewhere: ever.filter(({ key, figure }) => figure && !own.has(`${key}|${figure.return}`)).length,
  };
}

/** The planner's files are in the set as files of their own. */
function setClosing({ round, sum, checksum, figures, leftOpen }: Closing): Closing {
  return { round, ...(sum === undefined ? {} : { sum }), checksum, figures, leftOpen };
}

/** The figures of its round that are in force by a set alone. */
export function setInForce(
  { returns, decisions }: SetContents,
  entries: readonly StoredEntry[],
  catalogue: Catalogue,
): FigureInForce[] {
  const numbers = new Set(returns.map(({ number }) => number));
  const own = entries.filter((entry) => numbers.has(entry.return));
  return figuresInForce(returns, own, { standing: standingOf(decisions), recordOf: recordIn(catalogue) });
}

/** Count and SHA-256 of figures in force. */
export function checksumOf(inForce: readonly FigureInForce[]): SentRound['inForce'] {
  const figures = inForce.filter(({ figure }) => figure !== null).length;
  return { checksum: sha256Of(closingText(inForce)), figures };
}

async function write(
  store: Store,
  { returns, decisions }: SetContents,
  { to, program, said, given }: WantedSet & { said: SentRound; given: readonly Original[] },
): Promise<SetManifest> {
  const database = await Database.open(':memory:');
  try {
    const entries = new Map<number, StoredEntry[]>(returns.map(({ number }) => [number, []]));
    const numbers = returns.map(({ number }) => number);
    for (const one of await store.entries({ returns: numbers })) entries.get(one.return)?.push(one);
    await database.addAll({
      returns: returns.map((one) => ({ one, entries: entries.get(one.number) ?? [] })),
      decisions,
    });
    return { ...(await writeParquet(database, to, program, { round: said, given })), round: said };
  } finally {
    database.close();
  }
}

/** What is written into a folder, as one file. */
async function zipped(path: string, work: (folder: string) => Promise<SetManifest>): Promise<SetManifest> {
  const temporary = await mkdtemp(join(tmpdir(), 'chitieu-set-'));
  try {
    const folder = join(temporary, 'set');
    const manifest = await work(folder);
    const names = [MANIFEST, ...filesOf(manifest).map(({ path }) => path)];
    const parts = [];
    for (const name of names)
      parts.push({ name, data: new Uint8Array(await readFile(join(folder, ...name.split('/')))) });
    if (await writeNew(path, Buffer.from(await writeZip(parts)))) return manifest;
    throw new CommandFailure(`"${path}" đã có; hãy chọn tên khác. Chưa ghi gì (it is there already).`);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
