import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openZip } from '../../formats/zip/read.ts';
import { makeFolder } from '../workbook/make-folder.ts';

/** A zip of a hundred returns, with room. */
export const LARGEST_ZIP = 512 * 1024 * 1024;
const LIMITS = {
  fileBytes: LARGEST_ZIP,
  entries: 20_000,
  partBytes: 64 * 1024 * 1024,
  totalBytes: 2 * 1024 * 1024 * 1024,
};

/**
 * Unpacks a zip into a folder of its own. No name in it leads anywhere else: what could is refused by the reader of
 * zips, and every part of a name is made a plain one.
 * @throws WorkbookReadError when the zip is damaged, encrypted or too large
 */
export async function unpack(bytes: Uint8Array, folder: string): Promise<void> {
  const archive = await openZip(bytes, LIMITS);
  for (const name of archive.names) {
    const data = await archive.read(name);
    const steps = name
      .split(/[\\/]/u)
      .map((step) => step.replaceAll(/[:*?"<>|]|\p{Cc}/gu, '_'))
      .filter((step) => step !== '' && step !== '.' && step !== '..');
    if (data === null || steps.length === 0) continue;
    const path = join(folder, ...steps);
    await makeFolder(dirname(path));
    await writeFile(path, data);
  }
}
