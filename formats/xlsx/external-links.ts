import type { ZipArchive } from '../zip/read.ts';
import { readRelationships, type Relationship } from './relationships.ts';

/**
 * Where a workbook reads from other workbooks: targets as stored, usually paths or addresses. A link without
 * a target outside the package (to a running program) is named by its part.
 * @param relationships those of the workbook part
 * @throws WorkbookReadError
 */
export async function externalLinkTargets(
  archive: ZipArchive,
  relationships: ReadonlyMap<string, Relationship>,
): Promise<string[]> {
  const links = new Map<string, string>();
  for (const { kind, part } of relationships.values()) {
    if (kind === 'externalLink' && part !== null) links.set(part.toLowerCase(), part);
  }
  const targets: string[] = [];
  for (const part of links.values()) {
    const outside = [...(await readRelationships(archive, part)).values()].filter(
      (relationship) => relationship.part === null,
    );
    targets.push(...(outside.length === 0 ? [part] : outside.map(({ target }) => target)));
  }
  return targets;
}
