import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CommandFailure } from '../failure.ts';
import { orMissing } from '../or-missing.ts';

/**
 * Makes a folder step by step: Node's recursive way never returns on file systems such as /proc.
 * @throws CommandFailure where something else stands there
 */
export async function makeFolder(folder: string): Promise<void> {
  const path = resolve(folder);
  if (await orMissing(stat(path))) return requireFolder(path);
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    // Another run may have made it in between.
    if (error.code !== 'EEXIST') throw error;
    return requireFolder(path);
  });
}

/** A file in the place of a folder, or a link that leads nowhere, would else be met as a missing file further on. */
async function requireFolder(path: string): Promise<void> {
  if ((await orMissing(stat(path)))?.isDirectory()) return;
  throw new CommandFailure(
    `${path} không phải thư mục. Hãy đổi tên tệp ấy hoặc chọn thư mục khác (no folder).`,
  );
}
