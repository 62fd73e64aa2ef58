import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { orMissing } from '../or-missing.ts';
import { readRegular } from '../regular-file.ts';
import type { KeptFile } from '../../core/store/model.ts';
import type { Original } from './store.ts';

/** SHA-256 in hexadecimal. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** SHA-256 of a return: of its file, or over those of its files whatever their order and names. */
export function sha256OfAll(originals: readonly { bytes: Uint8Array }[]): string {
  const [first, ...others] = originals.map(({ bytes }) => sha256Of(bytes)).sort();
  return others.length === 0 ? (first ?? '') : sha256Of([first, ...others].join('\n'));
}

/** Keeps a file under its SHA-256 in a folder that is there, on the disk before this returns; the same bytes are kept once. */
export async function keepOriginal(folder: string, { name, bytes }: Original): Promise<KeptFile> {
  const sha256 = sha256Of(bytes);
  const path = join(folder, fileName(sha256, name));
  const before = await orMissing(stat(path));
  if (before?.size === bytes.length) return { name, sha256 };
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { name, sha256 };
}

/**
 * Reads a kept file.
 * @returns null where it is missing, or its bytes are no longer those that were kept
 * @throws where the system does not let it be read: nothing is known of it then
 */
export async function readOriginal(folder: string, { name, sha256 }: KeptFile): Promise<Original | null> {
  const names = ((await orMissing(readdir(folder))) ?? []).filter((one) => one.startsWith(sha256));
  for (const one of names) {
    const bytes = new Uint8Array(await readRegular(join(folder, one)));
    if (sha256Of(bytes) === sha256) return { name, bytes };
  }
  return null;
}

/** With the ending of its name, so that a person can open it. */
function fileName(sha256: string, name: string): string {
  const end = extname(name).toLowerCase();
  return /^\.[a-z0-9]{1,5}$/u.test(end) ? sha256 + end : sha256;
}
