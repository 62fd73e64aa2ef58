import { randomUUID } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { clearingOnInterrupt } from './on-interrupt.ts';

/** Writes bytes under a temporary name beside the target and renames it. */
export async function writeWhole(path: string, bytes: StagedFile['bytes']): Promise<void> {
  const { add, nameAll, clear } = newStage();
  try {
    await add({ path, bytes });
    nameAll();
  } finally {
    clear();
  }
}

/** A file to be written. */
export interface WholeFile {
  path: string;
  bytes: Uint8Array | string;
}

/** The same, of which not all need be held at a time. */
interface StagedFile {
  path: string;
  /** All of it, or its texts one after the other. */
  bytes: WholeFile['bytes'] | Iterable<string>;
}

/** Writes a file that must not exist yet; given by tests whose disk is full. */
export type NewFileWriter = (path: string, bytes: StagedFile['bytes']) => Promise<void>;

const writeNewFile: NewFileWriter = (path, bytes) => writeFile(path, bytes, { flag: 'wx' });

/**
 * Writes files that belong together: all under temporary names beside their targets, and only when every one is
 * whole do they get their own. Where one cannot be written, none of them is there afterwards.
 */
export async function writeTogether(files: readonly WholeFile[], write?: NewFileWriter): Promise<void> {
  const { add, nameAll, clear } = newStage(write);
  try {
    for (const file of files) await add(file);
    nameAll();
  } finally {
    clear();
  }
}

/** Files that are written one after the other and get their names together. */
export interface Stage {
  /** Writes a file under a temporary name beside its target: its bytes need not be held until all are made. */
  add: (file: StagedFile) => Promise<void>;
  /** Gives all of them their own names. */
  nameAll: () => void;
  /** Whether one of them has its name. */
  hasNamed: () => boolean;
}

/** What is kept of files elsewhere, so that none is handed out of which nobody knows. */
export interface KeptFirst {
  /** Once all of them are whole, before the first has its name. */
  keep: () => Promise<void>;
  /** Where none of them could be named after all. */
  takeBack: () => Promise<void>;
}

/** Gives files their names once it is kept elsewhere that they are there. */
export async function nameKept({ nameAll, hasNamed }: Stage, { keep, takeBack }: KeptFirst): Promise<void> {
  await keep();
  try {
    nameAll();
  } catch (error) {
    if (!hasNamed()) await takeBack();
    throw error;
  }
}

/**
 * Lets files that take long be made one by one; those that have not got their names when the work is over, fails or
 * is interrupted, are gone.
 */
export async function staged<Result>(work: (stage: Stage) => Promise<Result>): Promise<Result> {
  const stage = newStage();
  try {
    return await clearingOnInterrupt(stage.clear, () => work(stage));
  } finally {
    stage.clear();
  }
}

function newStage(write: NewFileWriter = writeNewFile): Stage & { clear: () => void } {
  const waiting: { path: string; temporary: string }[] = [];
  let named = 0;
  return {
    add: async ({ path, bytes }) => {
      const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
      await makeFolder(dirname(path));
      waiting.push({ path, temporary });
      await write(temporary, bytes);
    },
    // In one go: nothing comes between the first name and the last.
    nameAll: () => {
      for (const { path, temporary } of waiting.slice(named)) {
        renameSync(temporary, path);
        named += 1;
      }
    },
    hasNamed: () => named > 0,
    clear: () => {
      for (const { temporary } of waiting.slice(named)) rmSync(temporary, { force: true });
    },
  };
}
