import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Entry } from '../../core/store/entry.ts';
import { behind, checkInput } from '../../generator/check/check-input.ts';
import { inputsOf } from '../../generator/check/inputs.ts';
import type { Installed } from '../../generator/check/installed.ts';
import { readArrival } from '../../generator/import/read-arrival.ts';
import { expectReadable } from '../core/wording/readable.ts';
import type { Hazard, Outcome } from './hazards.ts';
import type { Folder } from './make-set.ts';

/** Where files are put down, and what is installed where they come in. */
export interface Desk {
  folder: string;
  installed: Installed;
}

let folders = 0;
async function putDown(files: Folder, folder: string): Promise<string> {
  const path = join(folder, String((folders += 1)));
  await mkdir(path);
  for (const { name, bytes } of files) await writeFile(join(path, name), bytes);
  return path;
}

/** What comes of the files, as import sees them. */
export async function outcomeOf(
  files: Folder,
  encoding: Hazard['encoding'],
  { folder, installed }: Desk,
): Promise<{ outcome: Outcome; said: Entry[][] | null }> {
  const path = await putDown(files, folder);
  const { inputs } = await inputsOf([path]);
  const [found, ...others] =
    inputs.length > 0 ? inputs : [{ kind: 'csv' as const, path: join(path, files[0]?.name ?? '') }];
  expect(others).toEqual([]);
  if (!found) throw new Error('Nothing was found.');
  const input = { ...found, encoding };
  const checked = await checkInput(input, installed);
  const findings =
    checked.kind === 'unreadable'
      ? checked.findings
      : checked.opened.kind === 'csv'
        ? checked.opened.findings
        : [];
  expectReadable(findings);
  const read = await readArrival({ ...input, shown: path }, installed, await behind(input));
  if ('parts' in read) {
    const parts: Entry[][] = [];
    for (const { files: own } of read.parts)
      parts.push(...((await outcomeOf(own, encoding, { folder, installed })).said ?? []));
    return { outcome: 'apart', said: parts };
  }
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  if (!('entries' in read) || read.refusals.length > 0) {
    return { outcome: { refused: errors[0] ?? 'nothing is said' } satisfies Outcome, said: null };
  }
  expect(errors).toEqual([]);
  const outcome: Outcome = read.doubts.length > 0 ? 'held' : 'read';
  return { outcome, said: [read.entries] };
}
