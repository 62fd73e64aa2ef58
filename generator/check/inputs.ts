import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { OldEncoding } from '../../core/exchange/reading.ts';
import { folderEntry, isLockFile, type NotRead } from './folder-entry.ts';
import { isDescriptorName, setPartOf, setsOf, type SameSet } from './set-names.ts';

/** A return as somebody named it, or as it was found in a folder that was named. */
export interface Input {
  kind: 'workbook' | 'csv';
  /** The path as it is shown. */
  path: string;
  /** The old encoding that somebody says a CSV file has. */
  encoding?: OldEncoding | undefined;
}

/** What is passed over, and why. */
export interface PassedOver {
  path: string;
  why: NotRead;
}

/**
 * The returns behind the paths given: of a folder every workbook and every return in CSV files that has its
 * descriptor, by name, and whatever else is there with the reason why it is not read. CSV files of one return
 * are one, however many of them are named; so is a path that is named twice.
 */
export async function inputsOf(
  paths: readonly string[],
): Promise<{ inputs: Input[]; passedOver: PassedOver[] }> {
  const inputs = new Map<string, Input>();
  const passedOver = new Map<string, PassedOver>();
  const passOver = (one: PassedOver) => passedOver.set(resolve(one.path), one);
  const sets = new Map<string, SameSet>();
  const setsIn = async (folder: string) => {
    const known = sets.get(folder) ?? setsOf(await readdir(folder).catch(() => []));
    sets.set(folder, known);
    return known;
  };
  const add = async (kind: Input['kind'], path: string) => {
    const folder = resolve(dirname(path));
    const sameSet = kind === 'csv' ? await setsIn(folder) : () => [basename(path)];
    const id = [folder, ...sameSet(basename(path)).sort()].join('|');
    if (!inputs.has(id)) inputs.set(id, { kind, path });
  };
  for (const path of paths) {
    // A path that is not there is reported in its place, like any file that cannot be read.
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder) {
      const found = await lookedAt(path);
      if (found.inputs.length === 0) passOver({ path, why: 'empty-folder' });
      found.passedOver.forEach(passOver);
      for (const { kind, path: one } of found.inputs) await add(kind, one);
    } else if (isLockFile(basename(path))) passOver({ path, why: 'lock-file' });
    else await add(setPartOf(basename(path)) === null ? 'workbook' : 'csv', path);
  }
  return { inputs: [...inputs.values()], passedOver: [...passedOver.values()] };
}

/** Everything in a folder, by name: what is read of it, and what is not. */
async function lookedAt(folder: string): Promise<{ inputs: Input[]; passedOver: PassedOver[] }> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const sameSet = setsOf(entries.map(({ name }) => name));
  const inputs: Input[] = [];
  const passedOver: PassedOver[] = [];
  const shown = new Set<string>();
  for (const entry of entries) {
    const found = await folderEntry(folder, entry, sameSet);
    const path = join(folder, entry.name);
    if (found === null) continue;
    if ('why' in found) passedOver.push({ path, why: found.why });
    else if (found.kind === 'workbook') inputs.push({ kind: 'workbook', path });
    else {
      // A return goes by the name of its descriptor, which every one has.
      const name = sameSet(entry.name).find(isDescriptorName) ?? entry.name;
      if (!shown.has(name)) inputs.push({ kind: 'csv', path: join(folder, name) });
      shown.add(name);
    }
  }
  return { inputs, passedOver };
}
