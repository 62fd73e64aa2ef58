import { open } from 'node:fs/promises';
import type { Decision, StoredReturn } from '../../core/store/model.ts';
import { CommandFailure } from '../failure.ts';
import { readRegular } from '../regular-file.ts';
import { writeWhole } from '../workbook/write-whole.ts';

/** A line of the ledger: a return with how many entries it has, or a decision. */
export type LedgerLine = { return: StoredReturn; entries: number } | { decision: Decision };

/** The bytes of a ledger; a last line that was cut off in the middle of writing is taken away. */
export async function ledgerBytes(path: string): Promise<Uint8Array> {
  const bytes = await readRegular(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.of();
    throw error;
  });
  const whole = bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1);
  if (whole.length < bytes.length) await writeWhole(path, whole);
  return whole;
}

const NEWLINE = '\n'.charCodeAt(0);

/** What a ledger says. @throws CommandFailure where a line is damaged */
export function linesIn(bytes: Uint8Array, path: string): LedgerLine[] {
  return Buffer.from(bytes)
    .toString()
    .split('\n')
    .flatMap((line, at) => (line === '' ? [] : [lineOf(line, path, at + 1)]));
}

/** What the ledger under a path says. @throws CommandFailure where a line is damaged */
export async function readLedger(path: string): Promise<LedgerLine[]> {
  return linesIn(await ledgerBytes(path), path);
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

/** Adds lines, on the disk before this returns. @returns the text of them */
export async function addToLedger(path: string, lines: readonly LedgerLine[]): Promise<string> {
  if (lines.length === 0) return '';
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const file = await open(path, 'a');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return text;
}
