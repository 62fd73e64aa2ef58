import { cp, rename, rm } from 'node:fs/promises';
import { CommandFailure } from '../failure.ts';
import { isThere } from '../workbook/write-new.ts';
import { clearHalfCopies, halfCopyOf } from './half-copies.ts';
import { storePaths } from './paths.ts';

/** Copies a store that nobody has open into a new folder, whole or not at all. @throws CommandFailure when it is there */
export async function copyStore(from: string, to: string): Promise<void> {
  if (await isThere(to))
    throw new CommandFailure(`"${to}" đã có; hãy chọn tên khác. Chưa chép gì (it is there already).`);
  await clearHalfCopies(to);
  const made = halfCopyOf(to);
  try {
    const { holder, spill } = storePaths(from);
    await cp(from, made, { recursive: true, filter: (path) => path !== holder && path !== spill });
    await rename(made, to);
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    throw error;
  }
}
