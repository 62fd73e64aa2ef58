import { attribute, scanXml } from '../xml/scan.ts';
import type { ZipArchive } from '../zip/read.ts';
import { OFFICE_RELATIONSHIPS, PACKAGE_RELATIONSHIPS } from './namespaces.ts';

/** A reference from one part of the package to another. */
export interface Relationship {
  id: string;
  /** Last word of an office relationship type, such as `worksheet`; any other type in full. */
  kind: string;
  /** Name of the part referred to; null when the target lies outside the package. */
  part: string | null;
  /** Target as stored. */
  target: string;
}

/** The package itself, as the source of the first relationships. */
export const PACKAGE_ROOT = '';

/**
 * Reads the relationships of a part, or of the package ({@link PACKAGE_ROOT}), by id.
 * @returns an empty map when the part has none
 * @throws WorkbookReadError
 */
export async function readRelationships(
  archive: ZipArchive,
  source: string,
): Promise<Map<string, Relationship>> {
  const relationships = new Map<string, Relationship>();
  const name = relationshipsPart(source);
  const bytes = await archive.read(name);
  if (bytes === null) return relationships;
  scanXml(bytes, name, () => ({
    open(element, depth) {
      if (depth !== 2 || element.local !== 'Relationship' || !PACKAGE_RELATIONSHIPS.has(element.uri)) return;
      const id = attribute(element, 'Id') ?? '';
      const external = attribute(element, 'TargetMode') === 'External';
      const target = attribute(element, 'Target') ?? '';
      relationships.set(id, {
        id,
        kind: kindOf(attribute(element, 'Type') ?? ''),
        part: external ? null : resolveTarget(source, target),
        target,
      });
    },
  }));
  return relationships;
}

/**
 * The part a target names, seen from its source: `/xl/a.xml` counts from the root, `a.xml` and `../a.xml`
 * from the folder of the source.
 * @returns null when it leads outside the package
 */
function resolveTarget(source: string, target: string): string | null {
  const folders = target.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') folders.push(step);
    else if (folders.pop() === undefined) return null;
  }
  return folders.length === 0 ? null : folders.join('/');
}

/** The part that holds the relationships of a part. */
export function relationshipsPart(source: string): string {
  const slash = source.lastIndexOf('/') + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}

function kindOf(type: string): string {
  const slash = type.lastIndexOf('/');
  return OFFICE_RELATIONSHIPS.has(type.slice(0, slash)) ? type.slice(slash + 1) : type;
}
