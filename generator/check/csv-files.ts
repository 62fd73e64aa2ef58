import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { reporter, type Finding } from '../../core/base/finding.ts';
import { csvReturnMessages } from '../../core/exchange/messages.ts';
import { CSV_LIMITS } from '../../formats/csv/limits.ts';
import { readDescriptor } from '../../formats/csv/read-descriptor.ts';
import { DESCRIPTOR_END, TABLE_ENDS, type ReturnFile } from '../../formats/csv/write-return.ts';

const report = reporter(csvReturnMessages);

const ENDS = [DESCRIPTOR_END, ...Object.values(TABLE_ENDS)];

/**
 * What the names of the files of a return begin with, by the name of one of them.
 * @returns null for a file that is no part of a return in CSV files
 */
export function returnBase(name: string): string | null {
  const lower = name.toLowerCase();
  const end = ENDS.find((one) => lower.endsWith(one)) ?? (lower.endsWith('.csv') ? '.csv' : null);
  return end === null ? null : name.slice(0, -end.length);
}

/**
 * The files of the return that a file belongs to, from the same folder and no other: those of the same name,
 * and those its descriptor lists. A file that is too large is reported and not read.
 */
export async function filesBeside(path: string): Promise<{ files: ReturnFile[]; findings: Finding[] }> {
  const folder = dirname(path);
  const own = basename(path);
  const base = returnBase(own) ?? own;
  const there = await readdir(folder);
  const findings: Finding[] = [];
  const files: ReturnFile[] = [];
  const read = async (name: string, limit: number) => {
    if (files.some((file) => file.name === name)) return;
    const { size } = await stat(join(folder, name));
    if (size > limit) findings.push(report('csv-too-large', { file: name }, { bytes: size, limit }));
    else files.push({ name, bytes: new Uint8Array(await readFile(join(folder, name))) });
  };
  const isDescriptor = (name: string) => name.toLowerCase().endsWith(DESCRIPTOR_END);
  // The file that was named comes first, so that its own trouble is met first.
  const named = [own, ...there.filter((name) => returnBase(name) === base && name !== own)];
  for (const name of named) {
    await read(name, isDescriptor(name) ? CSV_LIMITS.descriptorBytes : CSV_LIMITS.fileBytes);
  }
  for (const descriptor of files.filter(({ name }) => isDescriptor(name))) {
    for (const { path: listed } of readDescriptor(descriptor).value?.resources ?? []) {
      // Only names of this very folder: a descriptor must not lead anywhere else.
      const found = there.find((name) => name.normalize('NFC') === listed.normalize('NFC'));
      if (found !== undefined) await read(found, CSV_LIMITS.fileBytes);
    }
  }
  return { files, findings };
}
