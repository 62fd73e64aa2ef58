import { checkOpened, type CheckedWorkbook } from '../../core/check/check-workbook.ts';
import { openReturn } from '../../core/returned/open-return.ts';
import type { Finding } from '../../core/base/finding.ts';
import { WorkbookReadError } from '../../formats/read-error.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { fileTrouble } from '../file-trouble.ts';
import { readWorkbookBytes } from '../regular-file.ts';
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
    const facts = await readFacts(await readWorkbookBytes(path));
    const found = openReturn(facts);
    const seeds = found.returned && found.issued === null ? await installed() : null;
    const opened = seeds
      ? openReturn(facts, { definitionOf: (one) => definitionFromSeeds(seeds, one) })
      : found;
    const checked = checkOpened(opened, { storedResults: 'not-judged' });
    return checked.returned ? { checked } : { checked: null, findings: checked.report.findings.map(named) };
  } catch (error) {
    const finding = error instanceof WorkbookReadError ? error.finding : fileTrouble(error);
    if (finding === null) throw error;
    return { checked: null, findings: [named(finding)] };
  }
}
