import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { reporter, type Finding } from '../../core/base/finding.ts';
import { csvReturnMessages } from '../../core/exchange/messages.ts';
import { CSV_LIMITS } from '../../formats/csv/limits.ts';
import { readDescriptor } from '../../formats/csv/read-descriptor.ts';
import type { ReturnFile } from '../../formats/csv/write-return.ts';
import { NotOpened, readRegular } from '../regular-file.ts';
import { isDescriptorName, sameSet, setPartOf } from './set-names.ts';

const report = reporter(csvReturnMessages);

/**
 * The files of the return that a file belongs to, from the same folder and no other: those of the same name,
 * and those its descriptor lists. A file that is too large is reported and not read.
 */
export async function filesBeside(path: string): Promise<{ files: ReturnFile[]; findings: Finding[] }> {
  const folder = dirname(path);
  const own = basename(path);
  // The file that was named comes first, so that its own trouble is met first.
  await stat(path);
  const there = await readdir(folder);
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
  for (const name of [own, ...sameSet(own, there).filter((one) => one !== own)]) {
    await read(name, isDescriptorName(name) ? CSV_LIMITS.descriptorBytes : CSV_LIMITS.fileBytes);
  }
  const partsRead = () => new Set(files.map(({ name }) => setPartOf(name)?.part));
  for (const descriptor of files.filter(({ name }) => isDescriptorName(name))) {
    for (const { path: listed } of readDescriptor(descriptor).value?.resources ?? []) {
      // Only names of this very folder: a descriptor must not lead anywhere else.
      const found = there.find((name) => name.normalize('NFC') === listed.normalize('NFC'));
      if (found === undefined || partsRead().has(setPartOf(found)?.part)) continue;
      const others = sameSet(found, there).filter((name) => isDescriptorName(name));
      // A file that has a descriptor of its own is of another return.
      if (others.every((name) => name === descriptor.name)) await read(found, CSV_LIMITS.fileBytes);
    }
  }
  return { files, findings };
}
