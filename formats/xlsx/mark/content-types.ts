import { readError } from '../../read-error.ts';
import { documentText } from '../../xml/document-text.ts';
import {
  appendInside,
  escapeXml,
  type LocatedElement,
  locateElements,
  prefixOf,
  spanOf,
} from '../../xml/elements.ts';
import { type Patch, patchText } from '../../xml/patch.ts';
import { CONTENT_TYPES_PART } from '../macros.ts';
import { CONTENT_TYPES } from '../namespaces.ts';
import type { MutablePackage } from './package.ts';

/**
 * Says of a part what it is, unless the package says so already.
 * @throws WorkbookReadError when the package has no list of content types
 */
export function declareContentType(parts: MutablePackage, part: string, type: string): void {
  edit(parts, (text, elements) => {
    const [root, ...entries] = elements;
    if (root === undefined) return [];
    const ending = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
    const known = entries.some(
      ({ local, attributes }) =>
        attributes.ContentType === type &&
        (local === 'Override'
          ? attributes.PartName?.toLowerCase() === `/${part}`.toLowerCase()
          : attributes.Extension?.toLowerCase() === ending),
    );
    if (known) return [];
    const xml = `<${prefixOf(text, root.opening)}Override PartName="${escapeXml(`/${part}`)}" ContentType="${type}"/>`;
    return [appendInside(text, root, xml)];
  });
}

/** Forgets what was said of a part that is gone. */
export function forgetContentType(parts: MutablePackage, part: string): void {
  edit(parts, (_, elements) =>
    elements
      .filter(
        ({ local, attributes }) =>
          local === 'Override' && attributes.PartName?.toLowerCase() === `/${part}`.toLowerCase(),
      )
      .map((element) => ({ ...spanOf(element), text: '' })),
  );
}

function edit(
  parts: MutablePackage,
  patches: (text: string, elements: readonly LocatedElement[]) => Patch[],
): void {
  const bytes = parts.get(CONTENT_TYPES_PART);
  if (bytes === null) throw readError('missing-part', { part: CONTENT_TYPES_PART, neededBy: '/' });
  const { text, encode } = documentText(bytes);
  const elements = locateElements(
    bytes,
    text,
    CONTENT_TYPES_PART,
    ({ uri }, depth) => depth <= 2 && CONTENT_TYPES.has(uri),
  );
  const found = patches(text, elements);
  if (found.length > 0) parts.set(CONTENT_TYPES_PART, encode(patchText(text, found)));
}
