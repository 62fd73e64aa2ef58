import { open } from 'node:fs/promises';
import type { Decision, StoredReturn } from '../../core/store/model.ts';
import { CommandFailure } from '../failure.ts';
import { readRegular } from '../regular-file.ts';
import { writeWhole } from '../workbook/write-whole.ts';

/** A line of the ledger: a return with how many entries it has, or a decision. */
export type LedgerLine = { return: StoredReturn; entries: number } | { decision: Decision };

/**
 * What a ledger says; a last line that was cut off in the middle of writing is not there.
 * @throws CommandFailure where another line is damaged
 */
export async function readLedger(path: string): Promise<LedgerLine[]> {
  const bytes = await readRegular(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.of();
    throw error;
  });
  const text = bytes.toString();
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await writeWhole(path, whole);
  return whole.split('\n').flatMap((line, at) => (line === '' ? [] : [lineOf(line, path, at + 1)]));
}

/** @throws CommandFailure where it is none: somebody has written in it, or the disk has lost something */
function lineOf(text: string, path: string, at: number): LedgerLine {
  try {
    const line = JSON.parse(text) as unknown;
    if (typeof line === 'object' && line !== null && ('return' in line || 'decision' in line))
      return line as LedgerLine;
  } catch {
    // Said below, as what is JSON and no line of a ledger.
  }
  throw new CommandFailure(
    `Dòng ${at} của sổ cái ${path} hỏng. Chưa làm gì. Hãy chép sổ cái về từ bản sao lưu; không có thì đổi tên nó, lệnh sau ghi lại sổ cái từ kho rồi đối chiếu bằng "chitieu store verify" (a line of the ledger is damaged).`,
  );
}

/** Adds lines, on the disk before this returns. */
export async function addToLedger(path: string, lines: readonly LedgerLine[]): Promise<void> {
  if (lines.length === 0) return;
  const file = await open(path, 'a');
  try {
    await file.writeFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
}
