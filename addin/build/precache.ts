import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What the service worker keeps: every file of the page, and a fingerprint that changes with any of them. */
export interface Precache {
  readonly version: string;
  readonly files: readonly string[];
}

/** Lists the built page; relative addresses in a fixed order, so that the same files give the same version. */
export async function precacheOf(folder: string, leaveOut: readonly string[]): Promise<Precache> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .filter((file) => !leaveOut.includes(file))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file}\0`);
    hash.update(await readFile(join(folder, file)));
  }
  return { version: hash.digest('hex').slice(0, 16), files };
}
