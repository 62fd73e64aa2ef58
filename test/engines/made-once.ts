import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';

/** What one caller makes: its name, and where it has to be written. */
export interface Making {
  name: string;
  path: string;
}

const POLL_MILLISECONDS = 100;

/**
 * Files or folders that are made once in a run, whichever test file asks first and in whichever process.
 * Test files that ask for the same share the work.
 * @param names unique in the run of the lane
 * @param make writes all it is given; called with at most `batch` of those that nobody began
 * @returns their paths, in the order of `names`; what stands there must not be changed
 * @throws what `make` threw, in every process that asked for one of the same
 */
export async function madeOnce(
  names: readonly string[],
  make: (mine: readonly Making[]) => Promise<void>,
  batch = 1,
): Promise<string[]> {
  const paths = names.map((name) => join(inject('runFolder'), name));
  const mine: Making[] = [];
  for (const [at, name] of names.entries()) {
    const path = paths[at] ?? '';
    if (await isClaimed(path)) mine.push({ name, path });
    if (mine.length === batch) await makeAll(mine.splice(0), make);
  }
  if (mine.length > 0) await makeAll(mine, make);
  for (const path of paths) await appeared(path);
  return paths;
}

/** True for the first who asks for a path. */
async function isClaimed(path: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await mkdir(`${path}.claim`);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Nobody sees what is half made: each is given its name when all are there. */
async function makeAll(
  mine: readonly Making[],
  make: (mine: readonly Making[]) => Promise<void>,
): Promise<void> {
  try {
    await make(mine.map(({ name, path }) => ({ name, path: `${path}.part` })));
    for (const { path } of mine) await rename(`${path}.part`, path);
  } catch (error) {
    for (const { path } of mine) await writeFile(`${path}.failed`, String(error));
    throw error;
  }
}

/** Waits for what somebody else makes; the time limit of the test ends it. */
async function appeared(path: string): Promise<void> {
  for (;;) {
    if (await exists(path)) return;
    if (await exists(`${path}.failed`)) throw new Error(await readFile(`${path}.failed`, 'utf8'));
    await pause(POLL_MILLISECONDS);
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
