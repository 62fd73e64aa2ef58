import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { reporter, type Finding } from '../../core/base/finding.ts';
import { csvReturnMessages } from '../../core/exchange/messages.ts';
import { CSV_LIMITS } from '../../formats/csv/limits.ts';
import { readDescriptor } from '../../formats/csv/read-descriptor.ts';
import type { ReturnFile } from '../../formats/csv/write-return.ts';
import { NotOpened, readRegular } from '../regular-file.ts';
import { isDescriptorName, sameSet, setPartOf, setsOf, type SameSet } from './set-names.ts';

const report = reporter(csvReturnMessages);

/** The files of a return as they were read, with what is to be said of those that were not. */
export interface FilesRead {
  files: ReturnFile[];
  findings: Finding[];
}

/** The names in a folder, sorted by return. */
export interface FolderNames {
  has: (name: string) => string | undefined;
  sameSet: SameSet;
}

/** Lists folders once each: of thousands of returns in one folder every one asks what is beside it. */
export function folderLister(): (folder: string) => Promise<FolderNames> {
  const known = new Map<string, Promise<FolderNames>>();
  return (folder) => {
    const listed = known.get(folder) ?? readdir(folder).then(namesIn);
    known.set(folder, listed);
    return listed;
  };
}

function namesIn(names: readonly string[]): FolderNames {
  const composed = new Map(names.map((name) => [name.normalize('NFC'), name]));
  return { has: (name) => composed.get(name.normalize('NFC')), sameSet: setsOf(names) };
}

/** The names of a folder, as far as one return asks. */
async function namesBeside(path: string): Promise<FolderNames> {
  const names = await readdir(dirname(path));
  return {
    has: (name) => names.find((one) => one.normalize('NFC') === name.normalize('NFC')),
    sameSet: (name) => sameSet(name, names),
  };
}

/**
 * The files of the return that a file belongs to, from the same folder and no other: those of the same name,
 * and those its descriptor lists. A file that is too large is reported and not read.
 * @param listed the names in its folder, where they are known
 */
export async function filesBeside(path: string, listed?: FolderNames): Promise<FilesRead> {
  const folder = dirname(path);
  const own = basename(path);
  // The file that was named comes first, so that its own trouble is met first.
  await stat(path);
  const there = listed ?? (await namesBeside(path));
  const findings: Finding[] = [];
  const files: ReturnFile[] = [];
  const read = async (name: string, limit: number) => {
    if (files.some((file) => file.name === name)) return;
    try {
      const bytes = await readRegular(join(folder, name), limit);
      files.push({ name, bytes: new Uint8Array(bytes) });
    } catch (error) {
      if (!(error instanceof NotOpened)) throw error;
      const { size } = await stat(join(folder, name));
      const isTooLarge = error.finding.code === 'text-file-too-large';
      if (isTooLarge) findings.push(report('csv-too-large', { file: name }, { bytes: size, limit }));
      // A file of the return that is not opened is said; without it the return may look whole and be another.
      else findings.push({ ...error.finding, place: { file: name } });
    }
  };
  for (const name of [own, ...there.sameSet(own).filter((one) => one !== own)]) {
    await read(name, isDescriptorName(name) ? CSV_LIMITS.descriptorBytes : CSV_LIMITS.fileBytes);
  }
  const partsRead = () => new Set(files.map(({ name }) => setPartOf(name)?.part));
  for (const descriptor of files.filter(({ name }) => isDescriptorName(name))) {
    for (const { path } of readDescriptor(descriptor).value?.resources ?? []) {
      // Only names of this very folder: a descriptor must not lead anywhere else.
      const found = there.has(path);
      if (found === undefined || partsRead().has(setPartOf(found)?.part)) continue;
      const others = there.sameSet(found).filter((name) => isDescriptorName(name));
      // A file that has a descriptor of its own is of another return.
      if (others.every((name) => name === descriptor.name)) await read(found, CSV_LIMITS.fileBytes);
    }
  }
  return { files, findings };
}
