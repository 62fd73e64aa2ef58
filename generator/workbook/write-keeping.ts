import { readReplaced } from '../regular-file.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Writes a file that may replace only one whose every line it still begins with.
 * @returns whether it was written; false where the file there holds something else, and is kept
 */
export async function writeKeeping(path: string, text: string): Promise<boolean> {
  const before = await readReplaced(path);
  const kept = before === null ? '' : String(before);
  // The reader drops a byte order mark; everything after it has to be there still.
  if (before === 'other' || !text.startsWith(kept.replace(/^\uFEFF/u, ''))) return false;
  await writeWhole(path, text);
  return true;
}
