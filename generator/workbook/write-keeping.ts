import { readReplaced } from '../regular-file.ts';
import type { WriteOutcome } from './write-safely.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Writes a file that may replace only one whose every line it still begins with.
 * @returns `kept` where the file there holds something else, and stays
 */
export async function writeKeeping(path: string, text: string): Promise<WriteOutcome> {
  const before = await readReplaced(path);
  const kept = before === null ? '' : String(before);
  if (kept === text) return 'unchanged';
  // The reader drops a byte order mark; everything after it has to be there still.
  if (before === 'other' || !text.startsWith(kept.replace(/^\uFEFF/u, ''))) return 'kept';
  await writeWhole(path, text);
  return 'written';
}
