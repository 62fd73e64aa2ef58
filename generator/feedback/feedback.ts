import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { returnName, type StoredReturn } from '../../core/store/model.ts';
import type { RegisterLine } from '../../core/store/register.ts';
import { keyNamesOf } from '../../core/workbook/key-label.ts';
import { checkInput, type CheckedInput } from '../check/check-input.ts';
import type { Installed } from '../check/installed.ts';
import { markedCopy, writeMarkedCopy } from '../check/marked-copy.ts';
import type { Register } from '../register/draw-up.ts';
import type { Store } from '../store/store.ts';
import { writeNew } from '../workbook/write-new.ts';
import { letterTo } from './letter.ts';

/** Name of the list of units of which nothing has come. */
const REMINDERS = 'don-vi-chua-nop.csv';

/** What was written for the units of a round. */
export interface Feedback {
  letters: { unit: string; return: string; letter: string; marked: string | null }[];
  /** Names of the marked copies. */
  marked: string[];
  /** Units to be reminded. */
  reminded: string[];
  /** Files that were there and stay as they are. */
  kept: string[];
}

/** Where feedback is read from and written to. */
export interface FeedbackSetting {
  installed: Installed;
  /** The kept files. */
  originalOf: Store['original'];
  out: string;
  progress: (text: string) => void;
}

/** Writes for every return that is not accepted a letter and a marked copy, and one list of units to remind. */
export async function writeFeedback(register: Register, setting: FeedbackSetting): Promise<Feedback> {
  const result: Feedback = { letters: [], marked: [], reminded: [], kept: [] };
  const silent = register.lines.filter(({ state }) => state === 'not-received');
  const waiting = register.lines.filter(
    (line) =>
      line.return !== null &&
      line.state !== 'accepted' &&
      line.state !== 'not-owed' &&
      line.state !== 'not-received',
  );
  const taken = new Set<string>();
  for (const [at, line] of waiting.entries()) {
    setting.progress(`${at + 1}/${waiting.length} ${line.reporter}`);
    await writeOne(line, register, { ...setting, taken, result });
  }
  setting.progress('');
  result.reminded = silent.map(({ reporter }) => reporter);
  if (silent.length > 0) {
    const rows = silent.map(({ reporter, name, due, daysLate }) => [
      reporter,
      name,
      due ?? '',
      String(daysLate ?? ''),
    ]);
    const heads = ['Mã', 'Đơn vị', 'Hạn nộp', 'Số ngày trễ'];
    const text = Papa.unparse([heads, ...rows], { delimiter: ';', newline: '\r\n' });
    await write(REMINDERS, `\ufeff${text}\r\n`, setting, result);
  }
  return result;
}

async function writeOne(
  line: RegisterLine,
  { round, conflicts, returns }: Register,
  setting: FeedbackSetting & { taken: Set<string>; result: Feedback },
): Promise<void> {
  const { return: one } = line;
  if (one === null) return;
  const { installed, out, taken, result } = setting;
  const file = await checkedAgain(one, setting);
  const copy = file && (await markedCopy(file, { language: 'vi', catalogue: installed.catalogue }));
  let marked: string | null = null;
  if (copy?.kind === 'marked') {
    const original = `${line.reporter}_${round}_danh-dau.xlsx`;
    const { path, isWritten } = await writeMarkedCopy(copy.bytes, { original, folder: out, taken });
    if (isWritten) result.marked.push(original);
    else result.kept.push(path);
    marked = original;
  }
  const letter = `${line.reporter}_${round}_gop-y.txt`;
  const text = letterTo({
    line,
    report: file?.checked.report ?? null,
    conflicts: conflicts.filter(({ holders }) => holders.some(({ reporter }) => reporter === line.reporter)),
    returns,
    catalogue: file?.checked.request ? keyNamesOf(file.checked.request) : installed.catalogue,
    round,
    marked,
  });
  // With a byte order mark, as older editors on Windows take it for another encoding otherwise.
  if (await write(letter, `\ufeff${text}`, setting, result))
    result.letters.push({ unit: line.reporter, return: returnName(one.number), letter, marked });
}

/** The check of a return from its kept files; null where it cannot be read. */
async function checkedAgain(
  { files, state }: StoredReturn,
  { originalOf, installed }: FeedbackSetting,
): Promise<CheckedInput | null> {
  // Of what was not let in the reason is said, and its figures are nobody's yet.
  if (state === 'refused') return null;
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-feedback-'));
  try {
    for (const file of files) {
      const original = await originalOf(file);
      if (original === null) return null;
      await writeFile(join(folder, original.name), original.bytes);
    }
    const main = files.find(({ name }) => name.toLowerCase().endsWith('.json')) ?? files[0];
    const kind = files.length > 1 || /\.(?:csv|json)$/iu.test(main?.name ?? '') ? 'csv' : 'workbook';
    const checked = await checkInput({ kind, path: join(folder, main?.name ?? '') }, installed);
    return checked.kind === 'checked' ? checked : null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(
  name: string,
  text: string,
  { out }: Pick<FeedbackSetting, 'out'>,
  result: Feedback,
): Promise<boolean> {
  const path = join(out, name);
  const isWritten = await writeNew(path, Buffer.from(text, 'utf8'));
  if (!isWritten) result.kept.push(path);
  return isWritten;
}
