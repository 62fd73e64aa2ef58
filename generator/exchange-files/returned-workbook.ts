import { readFile, stat } from 'node:fs/promises';
import { checkWorkbook, type CheckedWorkbook } from '../../core/check/check-workbook.ts';
import type { Finding } from '../../core/base/finding.ts';
import { readError, WorkbookReadError } from '../../formats/read-error.ts';
import { DEFAULT_LIMITS } from '../../formats/limits.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { definitionFromSeeds, type InstalledSeeds } from '../workbook/definition-from-seeds.ts';

/**
 * Reads and checks a returned workbook from disk.
 * @param installed the installed plans, asked for only where a workbook has lost its own definition; null where
 * there are none
 * @returns why, with the name of the file, when it is no workbook or none of ours
 */
export async function openReturned(
  path: string,
  installed: () => Promise<InstalledSeeds | null>,
): Promise<{ checked: CheckedWorkbook } | { checked: null; findings: Finding[] }> {
  const named = (finding: Finding): Finding => ({ ...finding, place: { file: path, ...finding.place } });
  try {
    const { size } = await stat(path);
    const limit = DEFAULT_LIMITS.fileBytes;
    if (size > limit) throw readError('file-too-large', { bytes: size, limit });
    const facts = await readFacts(new Uint8Array(await readFile(path)));
    const checked = checkWorkbook(facts, { storedResults: 'not-judged' });
    if (!checked.returned) return { checked: null, findings: checked.report.findings.map(named) };
    const seeds = checked.request === null ? await installed() : null;
    if (seeds === null) return { checked };
    return {
      checked: checkWorkbook(facts, {
        storedResults: 'not-judged',
        definitionOf: (one) => definitionFromSeeds(seeds, one),
      }),
    };
  } catch (error) {
    if (!(error instanceof WorkbookReadError)) throw error;
    return { checked: null, findings: [named(error.finding)] };
  }
}
