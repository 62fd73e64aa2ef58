import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';

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
