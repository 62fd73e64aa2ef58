import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readReplaced } from '../regular-file.ts';
import { makeFolder } from './make-folder.ts';
import { fingerprint } from '../../core/workbook/fingerprint.ts';
import { metaEntries } from '../../core/workbook/meta-entries.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';

/** What became of a file that was to be written. */
export type WriteOutcome = 'written' | 'unchanged' | 'kept';

/**
 * Writes a workbook under a temporary name and renames it, so that a crash leaves the old file. A file
 * that somebody has typed into, or that cannot be read and so might hold figures, is never replaced.
 */
export async function writeWorkbook(path: string, bytes: Uint8Array): Promise<WriteOutcome> {
  const before = await readReplaced(path);
  if (before === 'other') return 'kept';
  if (before && Buffer.compare(before, bytes) === 0) return 'unchanged';
  if (before && (await mayBeTouched(before))) return 'kept';
  await writeWhole(path, bytes);
  return 'written';
}

/** Writes bytes under a temporary name beside the target and renames it. */
export async function writeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
  await writeTogether([{ path, bytes }]);
}

/** A file to be written. */
export interface WholeFile {
  path: string;
  bytes: Uint8Array | string;
}

/** Writes a file that must not exist yet; given by tests whose disk is full. */
export type NewFileWriter = (path: string, bytes: Uint8Array | string) => Promise<void>;

const writeNewFile: NewFileWriter = (path, bytes) => writeFile(path, bytes, { flag: 'wx' });

/**
 * Writes files that belong together: all under temporary names beside their targets, and only when every one is
 * whole do they get their own. Where one cannot be written, none of them is there afterwards.
 */
export async function writeTogether(
  files: readonly WholeFile[],
  write: NewFileWriter = writeNewFile,
): Promise<void> {
  const staged = files.map(({ path, bytes }) => ({
    path,
    bytes,
    temporary: join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`),
  }));
  try {
    for (const { path, bytes, temporary } of staged) {
      await makeFolder(dirname(path));
      await write(temporary, bytes);
    }
    for (const { path, temporary } of staged) await rename(temporary, path);
  } catch (error) {
    for (const { temporary } of staged) await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * Whether a person may have typed into a file: figures, reasons, a changed target, the lines of the cover.
 * A file that cannot be read may hold anything.
 */
async function mayBeTouched(bytes: Uint8Array): Promise<boolean> {
  try {
    const facts = await readFacts(bytes);
    const issued = metaEntries(facts.sheets).find(({ kind, key }) => kind === 'info' && key === 'untouched');
    const plain = facts.sheets.flatMap((sheet) =>
      sheet.cells.flatMap(({ row, column, value: content, formula }) =>
        formula !== null || content === null || typeof content === 'object'
          ? []
          : [{ sheet: sheet.name, row, column, value: content }],
      ),
    );
    return issued?.value !== fingerprint(plain);
  } catch {
    return true;
  }
}
