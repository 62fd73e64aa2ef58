import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandFailure } from '../failure.ts';

/** How the file of the figures of an exported return ends. */
const EXPORTED = '.observations.csv';

/**
 * The files that `--figures` names: the file itself, or the figures of all exports in a folder, by their names.
 * @throws CommandFailure for a folder without an export
 */
export async function figureFiles(path: string): Promise<string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const names = (await readdir(path)).filter((name) => name.toLowerCase().endsWith(EXPORTED)).sort();
  if (names.length > 0) return names.map((name) => join(path, name));
  throw new CommandFailure(
    `Thư mục "${path}" không có tệp nào tên kết thúc bằng ${EXPORTED}. Hãy đưa thư mục do "chitieu export" ghi, hoặc một tệp (no exports in this folder).`,
  );
}
