import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Makes a folder step by step: Node's recursive way never returns on file systems such as /proc. */
export async function makeFolder(folder: string): Promise<void> {
  const path = resolve(folder);
  const isThere = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isThere) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    // Another run may have made it in between.
    if (error.code !== 'EEXIST') throw error;
  });
}
