import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { returnBase } from './csv-files.ts';

/** A return as somebody named it, or as it was found in a folder that was named. */
export interface Input {
  kind: 'workbook' | 'csv';
  /** The path as it is shown. */
  path: string;
}

/** What is passed over, and why. */
export interface PassedOver {
  path: string;
  why: 'lock-file' | 'empty-folder';
}

/** What a program may have saved a workbook as; of those it cannot read the reader says what to do. */
const SPREADSHEETS: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.xls', '.xlsb', '.ods', '.et']);

/** Excel's mark beside a workbook that is open; it holds the name of a user and nothing else. */
const LOCK_FILE = /^~\$/u;

/**
 * The returns behind the paths given: of a folder every workbook in it, by name, not of folders below. CSV
 * files of one return are one, however many of them are named; so is a path that is named twice.
 */
export async function inputsOf(
  paths: readonly string[],
): Promise<{ inputs: Input[]; passedOver: PassedOver[] }> {
  const inputs = new Map<string, Input>();
  const passedOver: PassedOver[] = [];
  const add = (path: string) => {
    if (LOCK_FILE.test(basename(path))) {
      passedOver.push({ path, why: 'lock-file' });
      return;
    }
    const base = returnBase(basename(path));
    const id = base === null ? resolve(path) : join(resolve(dirname(path)), `${base}.csv-return`);
    if (!inputs.has(id)) inputs.set(id, { kind: base === null ? 'workbook' : 'csv', path });
  };
  for (const path of paths) {
    // A path that is not there is reported in its place, like any file that cannot be read.
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) {
      add(path);
      continue;
    }
    const names = await workbooksIn(path);
    if (names.length === 0) passedOver.push({ path, why: 'empty-folder' });
    for (const name of names) add(join(path, name));
  }
  return { inputs: [...inputs.values()], passedOver };
}

async function workbooksIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => SPREADSHEETS.has(extname(name).toLowerCase()))
    .sort();
}
