import type { ZipArchive } from '../zip/read.ts';
import type { ReadLimits } from '../limits.ts';
import { findWorkbookPart } from './find-workbook.ts';
import type { ReadBudget } from './read-budget.ts';
import { readRelationships } from './relationships.ts';
import { readWorkbookPart } from './workbook-part.ts';

/**
 * Names of the parts of a workbook's sheets, by tab order; sheets without a part in the package are left out.
 * @throws WorkbookReadError when the file is no workbook
 */
export async function sheetParts(
  archive: ZipArchive,
  limits: ReadLimits,
  budget: ReadBudget,
): Promise<{ sheet: string; part: string }[]> {
  const workbookName = await findWorkbookPart(archive);
  const workbook = await archive.read(workbookName);
  if (workbook === null) return [];
  const { sheets } = readWorkbookPart(workbook, workbookName, limits, budget);
  const relationships = await readRelationships(archive, workbookName);
  return sheets.flatMap(({ name, relationship }) => {
    const part = relationships.get(relationship)?.part ?? null;
    return part === null ? [] : [{ sheet: name, part }];
  });
}

/** Whether a file has an XML part whose own name, without its folder, holds a word. */
export function hasPartNamed({ names }: Pick<ZipArchive, 'names'>, word: string): boolean {
  return names.some((name) => {
    const own = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
    return own.endsWith('.xml') && own.includes(word);
  });
}
