import { open } from 'node:fs/promises';
import type { Decision, StoredReturn } from '../../core/store/model.ts';
import { readRegular } from '../regular-file.ts';
import { writeWhole } from '../workbook/write-whole.ts';

/** A line of the ledger: a return with how many entries it has, or a decision. */
export type LedgerLine = { return: StoredReturn; entries: number } | { decision: Decision };

/** What a ledger says; a last line that was cut off in the middle of writing is not there. */
export async function readLedger(path: string): Promise<LedgerLine[]> {
  const bytes = await readRegular(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.of();
    throw error;
  });
  const text = bytes.toString();
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await writeWhole(path, whole);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LedgerLine);
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
