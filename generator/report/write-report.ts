import { join } from 'node:path';
import { readReplaced } from '../regular-file.ts';
import { sha256Of } from '../store/originals.ts';
import { CommandFailure } from '../failure.ts';
import { nameKept, staged, type KeptFirst } from '../workbook/write-whole.ts';

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
const SUMS_FILE = 'bao-cao.sha256';

/** Takes the files of a report; one that somebody has edited stays as it is. */
export type PutReport = (files: readonly ReportFile[]) => Promise<WrittenReport>;

/**
 * Writes reports into a folder; their files have their names together when the work is done, or none has.
 * @param work makes them one by one: of those that were put nothing need be held
 * @param publication what is kept of them first, of reports for publication; nothing where no file is written
 */
export async function writeReports<Result>(
  folder: string,
  work: (put: PutReport) => Promise<Result>,
  publication: KeptFirst | null = null,
): Promise<Result> {
  const list = join(folder, SUMS_FILE);
  const sums = sumsIn(await textOf(list));
  return staged(async (stage) => {
    const before = new Map<string, string | null>();
    const result = await work(async (files) => {
      const written: WrittenReport = { written: [], kept: [] };
      for (const { name, bytes } of files) {
        const path = join(folder, name);
        const there = await digestOf(path);
        const isOurs = there === null || [sums.get(name), sha256Of(bytes)].includes(there);
        written[isOurs ? 'written' : 'kept'].push(name);
        if (!isOurs) continue;
        before.set(path, there);
        sums.set(name, sha256Of(bytes));
        await stage.add({ path, bytes });
      }
      return written;
    });
    if (before.size === 0) return result;
    await stage.add({ path: list, bytes: [...sums].map(([name, sum]) => `${sum}  ${name}\n`).join('') });
    // Of many provinces it takes minutes, in which somebody may have edited one of the old files.
    for (const [path, then] of before)
      if ((await digestOf(path)) !== then)
        throw new CommandFailure(
          `Trong lúc lệnh này chạy, ${path} đã có người sửa; chưa ghi gì. Hãy chuyển tệp đi nơi khác rồi chạy lại (somebody has just edited it; nothing was written).`,
        );
    if (publication) await nameKept(stage, publication);
    else stage.nameAll();
    return result;
  });
}

/** Digest of what stands under a path; null where there is nothing. */
async function digestOf(path: string): Promise<string | null> {
  const bytes = await readReplaced(path);
  return bytes === null || bytes === 'other' ? bytes : sha256Of(bytes);
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
