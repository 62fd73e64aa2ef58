import { join } from 'node:path';
import { readReplaced } from '../regular-file.ts';
import { sha256Of } from '../store/originals.ts';
import { writeTogether, type WholeFile } from '../workbook/write-whole.ts';

/** Files of a report by what became of them, by name. */
export interface WrittenReport {
  written: string[];
  /** Somebody has edited them, or they are not of this command. */
  kept: string[];
}

/** A file of a report. */
export interface ReportFile {
  name: string;
  bytes: Uint8Array;
}

/** Sums of what was written, in the form of sha256sum: by them a later run tells what nobody has edited since. */
export const SUMS_FILE = 'bao-cao.sha256';

/** Writes the files of a report; one that somebody has edited stays as it is. */
export async function writeReport(folder: string, files: readonly ReportFile[]): Promise<WrittenReport> {
  const sums = sumsIn(await textOf(join(folder, SUMS_FILE)));
  const result: WrittenReport = { written: [], kept: [] };
  const toWrite: WholeFile[] = [];
  for (const { name, bytes } of files) {
    const before = await readReplaced(join(folder, name));
    const isOurs =
      before === null || (before !== 'other' && [sums.get(name), sha256Of(bytes)].includes(sha256Of(before)));
    result[isOurs ? 'written' : 'kept'].push(name);
    if (!isOurs) continue;
    sums.set(name, sha256Of(bytes));
    toWrite.push({ path: join(folder, name), bytes });
  }
  const list = [...sums].map(([name, sum]) => `${sum}  ${name}\n`).join('');
  await writeTogether([...toWrite, { path: join(folder, SUMS_FILE), bytes: list }]);
  return result;
}

async function textOf(path: string): Promise<string> {
  const bytes = await readReplaced(path);
  return bytes === null || bytes === 'other' ? '' : String(bytes);
}

function sumsIn(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gmu)].map(([, sum = '', name = '']) => [name, sum]),
  );
}
