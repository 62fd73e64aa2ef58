import { readFile, stat } from 'node:fs/promises';
import type { Finding } from '../../core/finding.ts';
import { readReturned, type ReturnedWorkbook } from '../../core/workbook/read.ts';
import { readError, WorkbookReadError } from '../../formats/read-error.ts';
import { DEFAULT_LIMITS } from '../../formats/xlsx/cells.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';

/**
 * Reads a returned workbook from disk; findings name the file.
 * @returns null when it is no workbook of ours; `unreadable` when it is no workbook at all
 */
export async function openReturned(
  path: string,
): Promise<{ value: ReturnedWorkbook | null; unreadable: boolean; findings: Finding[] }> {
  const named = (finding: Finding): Finding => ({ ...finding, place: { file: path, ...finding.place } });
  try {
    const { size } = await stat(path);
    const limit = DEFAULT_LIMITS.fileBytes;
    if (size > limit) throw readError('file-too-large', { bytes: size, limit });
    const { sheets } = await readWorkbook(new Uint8Array(await readFile(path)));
    const { value, findings } = readReturned(sheets);
    return { value, unreadable: value === null, findings: findings.map(named) };
  } catch (error) {
    if (!(error instanceof WorkbookReadError)) throw error;
    return { value: null, unreadable: true, findings: [named(error.finding)] };
  }
}
