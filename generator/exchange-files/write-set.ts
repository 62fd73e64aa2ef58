import { join } from 'node:path';
import type { ReturnFiles } from '../../formats/csv/write-return.ts';
import { readReplaced } from '../regular-file.ts';
import { isThere } from '../workbook/write-new.ts';
import { writeTogether, type NewFileWriter } from '../workbook/write-whole.ts';

/** What became of the files of a return: `kept` names what stands in the way. */
export type SetOutcome = { kind: 'written' | 'unchanged' } | { kind: 'kept'; paths: string[] };

/**
 * Writes the files of a return into a folder: all of them under temporary names first, so that a disk that fills
 * up leaves no half set; the descriptor gets its name last. A file that is there and differs, or that would be taken for a part of this return, is never touched,
 * and then none of the files is written: half an old return and half a new one would be worse than either.
 */
export async function writeSet(
  folder: string,
  { files, unused }: ReturnFiles,
  write?: NewFileWriter,
): Promise<SetOutcome> {
  const missing: typeof files = [];
  const paths: string[] = [];
  for (const file of files) {
    const before = await readReplaced(join(folder, file.name));
    if (before === null) missing.push(file);
    else if (before === 'other' || Buffer.compare(before, file.bytes) !== 0)
      paths.push(join(folder, file.name));
  }
  for (const name of unused) {
    if (await isThere(join(folder, name))) paths.push(join(folder, name));
  }
  if (paths.length > 0) return { kind: 'kept', paths };
  await writeTogether(
    missing.map(({ name, bytes }) => ({ path: join(folder, name), bytes })),
    write,
  );
  return { kind: missing.length > 0 ? 'written' : 'unchanged' };
}
