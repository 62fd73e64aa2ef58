import { documentText } from '../../xml/document-text.ts';
import { appendInside, escapeXml, locateElements, prefixOf, spanOf } from '../../xml/elements.ts';
import { patchText } from '../../xml/patch.ts';
import { PACKAGE_RELATIONSHIPS } from '../namespaces.ts';
import { relationshipsPart } from '../relationships.ts';
import type { MutablePackage } from './package.ts';

const [NAMESPACE = ''] = PACKAGE_RELATIONSHIPS;

/**
 * Adds a relationship between two parts.
 * @param type in full
 * @returns its id
 * @throws WorkbookReadError when the relationships of the source are damaged
 */
export function addRelationship(parts: MutablePackage, source: string, type: string, target: string): string {
  const part = relationshipsPart(source);
  const bytes =
    parts.get(part) ??
    new TextEncoder().encode(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${NAMESPACE}"/>`,
    );
  const { text, encode } = documentText(bytes);
  const [root, ...entries] = located(bytes, text, part);
  const taken = new Set(entries.map(({ attributes }) => attributes.Id));
  let number = entries.length + 1;
  while (taken.has(`rId${number}`)) number += 1;
  const id = `rId${number}`;
  if (root !== undefined) {
    const name = `${prefixOf(text, root.opening)}Relationship`;
    const xml = `<${name} Id="${id}" Type="${type}" Target="${escapeXml(relativeTarget(source, target))}"/>`;
    parts.set(part, encode(patchText(text, [appendInside(text, root, xml)])));
  }
  return id;
}

/** Takes a relationship out; the part that held the last one goes too. */
export function removeRelationship(parts: MutablePackage, source: string, id: string): void {
  const part = relationshipsPart(source);
  const bytes = parts.get(part);
  if (bytes === null) return;
  const { text, encode } = documentText(bytes);
  const [, ...entries] = located(bytes, text, part);
  const rest = entries.filter(({ attributes }) => attributes.Id !== id);
  if (rest.length === 0) {
    parts.delete(part);
    return;
  }
  const gone = entries.filter((entry) => !rest.includes(entry));
  parts.set(
    part,
    encode(
      patchText(
        text,
        gone.map((entry) => ({ ...spanOf(entry), text: '' })),
      ),
    ),
  );
}

function located(bytes: Uint8Array, text: string, part: string) {
  return locateElements(bytes, text, part, ({ uri }, depth) => depth <= 2 && PACKAGE_RELATIONSHIPS.has(uri));
}

function relativeTarget(source: string, target: string): string {
  const from = source.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
