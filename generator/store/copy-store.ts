import { cp, rename, rm, stat } from 'node:fs/promises';
import { CommandFailure } from '../failure.ts';

/** Copies a store that nobody has open into a new folder, whole or not at all. @throws CommandFailure when it is there */
export async function copyStore(from: string, to: string): Promise<void> {
  const isThere = await stat(to).then(
    () => true,
    () => false,
  );
  if (isThere)
    throw new CommandFailure(`"${to}" đã có; hãy chọn tên khác. Chưa chép gì (it is there already).`);
  const made = `${to}.tmp-${process.pid}`;
  try {
    await cp(from, made, { recursive: true, filter: (path) => !path.endsWith('open.json') });
    await rename(made, to);
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    throw error;
  }
}
