import { constants } from 'node:fs';
import { lstat, open, realpath } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { reporter, type Finding } from '../core/base/finding.ts';
import { DEFAULT_LIMITS } from '../formats/limits.ts';
import { readError } from '../formats/read-error.ts';
import { fileMessages } from '../core/base/file-messages.ts';

const report = reporter(fileMessages);

/** A path at which stands something that is not opened, and why. */
export class NotOpened extends Error {
  override readonly name = 'NotOpened';
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.code);
    this.finding = finding;
  }
}

/**
 * Reads a regular file. A pipe or device would be waited for without end, and a link may lead to what was never
 * meant to be handed in: neither is opened, but for a link to a file of the same folder or below.
 * @param limit larger files are not read; `tooLarge` makes the error for them
 * @throws NotOpened for anything but a regular file of its folder
 */
export async function readRegular(
  path: string,
  limit = Infinity,
  tooLarge: (bytes: number) => Error = (bytes) =>
    new NotOpened(report('text-file-too-large', {}, { bytes, limit })),
): Promise<Buffer> {
  const entry = await lstat(path);
  if (entry.isSymbolicLink() && !(await staysInside(path)))
    throw new NotOpened(report('path-leads-outside', {}, {}));
  if (!entry.isFile() && !entry.isSymbolicLink() && !entry.isDirectory())
    throw new NotOpened(report('path-not-regular', {}, {}));
  // What stands there may be another by now: opening must not wait, and what was opened is looked at again.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await file.stat();
    if (found.isDirectory()) throw new NotOpened(report('path-is-folder', {}, {}));
    if (!found.isFile()) throw new NotOpened(report('path-not-regular', {}, {}));
    if (found.size > limit) throw tooLarge(found.size);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** What another library opens by its path must be a regular file too, or not be there. @throws NotOpened */
export async function requireRegular(path: string): Promise<void> {
  const entry = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (entry && !entry.isFile()) throw new NotOpened(report('path-not-regular', { file: path }, {}));
}

/** The bytes of a workbook that somebody handed in, within the cap on its size. */
export async function readWorkbookBytes(path: string): Promise<Uint8Array> {
  const limit = DEFAULT_LIMITS.fileBytes;
  return new Uint8Array(
    await readRegular(path, limit, (bytes) => readError('file-too-large', { bytes, limit })),
  );
}

/** The bytes of a file that may be replaced, null where none is there, `other` for what is no regular file. */
export async function readReplaced(path: string): Promise<Buffer | 'other' | null> {
  try {
    return await readRegular(path);
  } catch (error) {
    if (error instanceof NotOpened) return 'other';
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function staysInside(path: string): Promise<boolean> {
  const [home, target] = await Promise.all([realpath(dirname(path)), realpath(path)]);
  return target.startsWith(home.endsWith(sep) ? home : `${home}${sep}`);
}
