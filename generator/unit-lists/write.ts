import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { linkColumns } from '../../core/unit/link.ts';
import { nationalColumns } from '../../core/unit/national.ts';
import { KNOWN_CHANGES_FILE, linksFile, PROVINCES_FILE, unitsFile } from '../plan-files/national-files.ts';
import { writeWhole } from '../workbook/write-whole.ts';
import { readFacts } from './facts.ts';
import { makeUnitLists, type RowText } from './make.ts';

/**
 * Makes seeds/units/vn from a folder of facts and the known changes that stand there already.
 * @param root folder that holds seeds/
 * @returns what a person should know of the facts
 * @throws Error when the facts contradict each other or a file cannot be read
 */
export async function writeUnitLists(folder: string, root: string): Promise<string[]> {
  const known = await readFile(join(root, KNOWN_CHANGES_FILE), 'utf8');
  const changes = Papa.parse<RowText>(known, { header: true, skipEmptyLines: true }).data;
  const { provinces, territories, warnings } = makeUnitLists(await readFacts(folder), changes);
  const write = (file: string, rows: readonly object[], columns: readonly string[]) =>
    writeWhole(join(root, file), `${Papa.unparse([...rows], { columns: [...columns], newline: '\n' })}\n`);
  await write(PROVINCES_FILE, provinces, nationalColumns);
  for (const [id, { units, links }] of territories) {
    await write(unitsFile(id), units, nationalColumns);
    await write(linksFile(id), links, linkColumns);
  }
  return warnings;
}
