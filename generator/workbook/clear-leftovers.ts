import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file lies under its temporary name for less than a second; one older than this its program has left behind. */
const ABANDONED = 60_000;
const TEMPORARY = /^\.(?<name>.+)\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/u;

/**
 * Removes what a run that was cut off has left in a folder of the files it was about to write.
 * @param names of the files; others are somebody else's
 * @param now milliseconds since 1970
 * @param after so many milliseconds nobody waits any more for a file to get its name
 */
export async function clearLeftovers(
  folder: string,
  names: ReadonlySet<string>,
  now: number,
  after = ABANDONED,
): Promise<void> {
  for (const entry of await readdir(folder)) {
    const name = TEMPORARY.exec(entry)?.groups?.['name'];
    if (name === undefined || !names.has(name)) continue;
    const path = join(folder, entry);
    // Another run may have removed it.
    const found = await stat(path).catch(() => null);
    if (found?.isFile() && now - found.mtimeMs > after) await rm(path, { force: true });
  }
}
