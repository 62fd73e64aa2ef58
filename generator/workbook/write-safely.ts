import { readReplaced } from '../regular-file.ts';
import { fingerprint } from '../../core/workbook/fingerprint.ts';
import { metaEntries } from '../../core/workbook/meta-entries.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { writeWhole } from './write-whole.ts';

/** What became of a file that was to be written. */
export type WriteOutcome = 'written' | 'unchanged' | 'kept';

/**
 * Writes a workbook under a temporary name and renames it, so that a crash leaves the old file. A file
 * that somebody has typed into, or that cannot be read and so might hold figures, is never replaced.
 */
export async function writeWorkbook(path: string, bytes: Uint8Array): Promise<WriteOutcome> {
  const before = await readReplaced(path);
  if (before === 'other') return 'kept';
  if (before && Buffer.compare(before, bytes) === 0) return 'unchanged';
  if (before && (await mayBeTouched(before))) return 'kept';
  await writeWhole(path, bytes);
  return 'written';
}

/** Whether there is something under a name that somebody may have edited, so that no workbook is written there. */
export async function isKept(path: string): Promise<boolean> {
  const before = await readReplaced(path);
  return before === 'other' || (before !== null && (await mayBeTouched(before)));
}

/**
 * Whether a person may have typed into a file: figures, reasons, a changed target, the lines of the cover.
 * A file that cannot be read may hold anything.
 */
async function mayBeTouched(bytes: Uint8Array): Promise<boolean> {
  try {
    const facts = await readFacts(bytes);
    const issued = metaEntries(facts.sheets).find(({ kind, key }) => kind === 'info' && key === 'untouched');
    const plain = facts.sheets.flatMap((sheet) =>
      sheet.cells.flatMap(({ row, column, value: content, formula }) =>
        formula !== null || content === null || typeof content === 'object'
          ? []
          : [{ sheet: sheet.name, row, column, value: content }],
      ),
    );
    return issued?.value !== fingerprint(plain);
  } catch {
    return true;
  }
}
