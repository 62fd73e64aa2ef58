import { randomUUID } from 'node:crypto';
import { link, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { orMissing } from '../or-missing.ts';
import { makeFolder } from './make-folder.ts';

/** Whether something stands at a path. */
export async function isThere(path: string): Promise<boolean> {
  return (await orMissing(stat(path))) !== null;
}

/**
 * Writes a file that must not exist yet: under a temporary name beside it, then under its own.
 * @returns false when a file of that name is there; it stays as it is
 */
export async function writeNew(path: string, bytes: Uint8Array): Promise<boolean> {
  await makeFolder(dirname(path));
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, bytes, { flag: 'wx' });
    // A rename replaces what somebody put there in the meantime; a link does not.
    await link(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // Memory sticks and some network drives know no links.
    if (!NO_LINKS.has(codeOf(error) ?? '')) throw error;
    if (await isThere(path)) return false;
    await rename(temporary, path);
    return true;
  } finally {
    await rm(temporary, { force: true });
  }
}

const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'EACCES']);

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
