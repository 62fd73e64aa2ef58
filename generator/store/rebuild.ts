import { rename, rm } from 'node:fs/promises';
import { returnName } from '../../core/store/model.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { CommandFailure } from '../failure.ts';
import { isThere } from '../workbook/write-new.ts';
import { Database } from './database.ts';
import { readLedger, type LedgerLine } from './ledger.ts';
import { readOriginal } from './originals.ts';
import { storePaths, type StorePaths } from './paths.ts';
import { rereadEntries } from './reread.ts';
import { requireNobody, said } from './trouble.ts';
import type { Unreadable } from './unreadable.ts';

/**
 * Builds the database anew from ledger and originals, beside the old one, which is kept under another name.
 * @returns how many returns and entries it has now
 * @throws CommandFailure when an original is missing or no longer gives what the ledger says; nothing is changed
 */
export async function rebuildStore(
  folder: string,
  progress: (text: string) => void,
): Promise<{ returns: number; entries: number; before: string | null }> {
  const paths = storePaths(folder);
  const lines = await readLedger(paths.ledger);
  if (lines.length === 0)
    throw new CommandFailure('Kho chưa có gì để dựng lại: không có sổ cái (there is no ledger).');
  await requireNobody(paths);
  const made = `${paths.database}.new`;
  const clear = () => Promise.all([made, `${made}.wal`].map((path) => rm(path, { force: true })));
  await clear();
  try {
    const count = await said(() => refill(made, lines, progress, paths), paths);
    progress('');
    const before = (await isThere(paths.database)) ? `${paths.database}.before-rebuild` : null;
    if (before !== null) await rename(paths.database, before);
    // What was not yet in the old file is of no use beside the new one.
    await rm(`${paths.database}.wal`, { force: true });
    await rename(made, paths.database);
    return { ...count, before };
  } catch (error) {
    await clear();
    throw error;
  }
}

/** Fills a new database with what the ledger says and the originals hold. */
async function refill(
  made: string,
  lines: readonly LedgerLine[],
  progress: (text: string) => void,
  { originals }: StorePaths,
): Promise<{ returns: number; entries: number }> {
  const database = await Database.open(made);
  const count = { returns: 0, entries: 0 };
  try {
    for (const [at, line] of lines.entries()) {
      progress(`${at + 1}/${lines.length}`);
      if ('decision' in line) {
        await database.addDecisions([line.decision]);
        continue;
      }
      const one = line.return;
      const again = await rereadEntries((file) => readOriginal(originals, file), one);
      if ('missing' in again) throw unread(returnName(one.number), again);
      const entries = again;
      if (entries.length !== line.entries)
        throw new CommandFailure(
          `${returnName(one.number)} nay đọc được ${entries.length} mục, sổ cái ghi ${line.entries}. Kho cũ giữ nguyên (the originals no longer give what the ledger says).`,
        );
      await database.addReturn(one, entries);
      count.returns += 1;
      count.entries += entries.length;
    }
    await database.checkpoint();
    return count;
  } finally {
    database.close();
  }
}

function unread(name: string, { missing, broken }: Unreadable): CommandFailure {
  const [first] = broken;
  return new CommandFailure(
    first
      ? `Không đọc được tệp gốc ${first.file} của ${name}: ${renderFinding(first.why, 'vi')} Kho cũ giữ nguyên (an original cannot be read).`
      : `Thiếu tệp gốc của ${name}: ${missing.join(', ')}. Kho cũ giữ nguyên; hãy khôi phục thư mục originals từ bản sao lưu (an original is missing).`,
  );
}
