import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CommandFailure } from '../failure.ts';
import { orMissing } from '../or-missing.ts';
import { isThere } from '../workbook/write-new.ts';

const HALF_COPY = /\.tmp-(\d+)$/u;

/** Where a store is put together before it gets its name: no store, whatever is in it. */
export function halfCopyOf(to: string): string {
  return `${to}.tmp-${process.pid}`;
}

/** Whether a folder is what a copy that was broken off has left. */
export function isHalfCopy(folder: string): boolean {
  return HALF_COPY.test(folder);
}

/** How the folder begins in which the store stays that was there before another took its place. */
export function asideOf(folder: string): string {
  return `${folder}.before-`;
}

/**
 * A store that was put aside, and none in its place: a restoring was broken off between the two. A new, empty store
 * would look as if nothing had ever come in.
 * @throws CommandFailure then
 */
export async function requireNotAside(folder: string): Promise<void> {
  if (await isThere(folder)) return;
  const [aside] = (await around(folder))
    .filter((name) => name.startsWith(asideOf(basename(folder))))
    .reverse();
  if (aside !== undefined)
    throw new CommandFailure(
      `Không còn thư mục "${folder}", chỉ còn "${aside}" bên cạnh: lần khôi phục kho trước đã bị ngắt. Chưa làm gì; hãy đổi tên "${aside}" thành "${basename(folder)}" rồi khôi phục lại. Muốn bắt đầu một kho trống thì tự lập thư mục "${basename(folder)}" (restoring the store was broken off).`,
    );
}

/** Removes beside a store what copies of it have left that ended before they were whole; not one that still runs. */
export async function clearHalfCopies(folder: string): Promise<void> {
  for (const name of await around(folder)) {
    const process = HALF_COPY.exec(name)?.[1];
    if (process === undefined || !name.startsWith(`${basename(folder)}.`) || isRunning(Number(process)))
      continue;
    await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

async function around(folder: string): Promise<string[]> {
  return ((await orMissing(readdir(dirname(folder)))) ?? []).sort();
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // It runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
