import { isThere } from '../workbook/write-new.ts';
import { copyStore } from './copy-store.ts';
import type { Database } from './database.ts';
import { STORE_VERSION } from './tables.ts';

/** What a store of an earlier version lacks, by that version: each step makes of it the next one. */
const STEPS: Readonly<Record<number, (database: Database) => Promise<void>>> = { 1: sayHowFilesWereRead };

/**
 * Makes of the tables of an earlier version those of today, all or nothing. Entries and decisions stay as they are.
 * @param from the version they have
 */
export async function migrate(database: Database, from: number): Promise<void> {
  const steps = Array.from({ length: STORE_VERSION - from }, (_, at) => STEPS[from + at]);
  await database.together([
    ...steps.map((step) => async () => step?.(database)),
    () => database.run(`UPDATE about SET version = ${STORE_VERSION}`),
  ]);
  await database.checkpoint();
}

/**
 * Copies a store that nobody has open beside itself before it is changed.
 * @param version that it has
 * @returns the folder of the copy
 */
export async function copyBefore(folder: string, version: number): Promise<string> {
  for (let at = 1; ; at += 1) {
    const to = `${folder}.version-${version}${at === 1 ? '' : `-${at}`}`;
    if (await isThere(to)) continue;
    await copyStore(folder, to);
    return to;
  }
}

/** Before files were read by code lists, each said everything itself. */
async function sayHowFilesWereRead(database: Database): Promise<void> {
  const { rows } = await database.read('SELECT number, said FROM returns');
  for (const [number = null, said] of rows) {
    const whole = { reading: null, ...(JSON.parse(String(said)) as object) };
    await database.run('UPDATE returns SET said = $1 WHERE number = $2', [JSON.stringify(whole), number]);
  }
}
