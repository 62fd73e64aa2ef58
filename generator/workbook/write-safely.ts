import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readReturned } from '../../core/workbook/read.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';

/** What became of a file that was to be written. */
export type WriteOutcome = 'written' | 'unchanged' | 'holds-figures';

/**
 * Writes a workbook under a temporary name and renames it, so that a crash leaves the old file. A file
 * that holds figures, or that cannot be read and so might, is never replaced.
 */
export async function writeWorkbook(path: string, bytes: Uint8Array): Promise<WriteOutcome> {
  const before = await readIfThere(path);
  if (before && Buffer.compare(before, bytes) === 0) return 'unchanged';
  if (before && (await mayHoldMore(before, bytes))) return 'holds-figures';
  await writeWhole(path, bytes);
  return 'written';
}

/** Writes bytes under a temporary name beside the target and renames it. */
export async function writeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, bytes, { flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether a file holds anything typed that the new one does not; a file that cannot be read may. */
async function mayHoldMore(before: Uint8Array, after: Uint8Array): Promise<boolean> {
  const typed = async (bytes: Uint8Array) => {
    const { value, findings } = readReturned((await readWorkbook(bytes)).sheets);
    return value && findings.length === 0
      ? JSON.stringify([value.observations, value.baselines, value.remarks])
      : null;
  };
  try {
    const [old, renewed] = [await typed(before), await typed(after)];
    return old === null || (old !== NOTHING_TYPED && old !== renewed);
  } catch {
    return true;
  }
}

const NOTHING_TYPED = JSON.stringify([[], [], []]);
