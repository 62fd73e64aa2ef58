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

/** What an office file has inside: a workbook that somebody named .zip, or whose ending was hidden. */
const OF_OFFICE_FILE = new Set(['[content_types].xml', 'mimetype']);

/**
 * Unpacks a zip into a folder of its own. No name in it leads anywhere else: what could is refused by the reader of
 * zips, and every part of a name is made a plain one; of two names that become the same by it both are kept.
 * @param room how many bytes may come out of it, if fewer than of any zip
 * @returns how many bytes came out of it; null for an office file, which is itself what came in
 * @throws WorkbookReadError when the zip is damaged, encrypted or too large
 */
export async function unpack(bytes: Uint8Array, folder: string, room: number): Promise<number | null> {
  const archive = await openZip(bytes, { ...LIMITS, totalBytes: Math.min(room, LIMITS.totalBytes) });
  if (archive.names.some((name) => OF_OFFICE_FILE.has(name.toLowerCase()))) return null;
  const taken = new Set<string>();
  let written = 0;
  for (const name of archive.names) {
    const data = await archive.read(name);
    const steps = name
      .split(/[\\/]/u)
      .map((step) => step.replaceAll(/[:*?"<>|]|\p{Cc}/gu, '_'))
      .filter((step) => step !== '' && step !== '.' && step !== '..');
    if (data === null || steps.length === 0) continue;
    const plain = join(folder, ...steps);
    const path = taken.has(plain) ? join(folder, `(${taken.size + 1})`, ...steps) : plain;
    taken.add(path);
    await makeFolder(dirname(path));
    await writeFile(path, data);
    written += data.length;
  }
  return written;
}
