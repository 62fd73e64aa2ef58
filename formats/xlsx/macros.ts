import { attribute, scanXml } from '../xml/scan.ts';
import type { ZipArchive } from '../zip/read.ts';
import { CONTENT_TYPES } from './namespaces.ts';
import type { Relationship } from './relationships.ts';

/** Where a package says what its parts are. */
export const CONTENT_TYPES_PART = '[Content_Types].xml';

const MACRO_PART = /(?:^|\/)vbaProject[^/]*\.bin$/iu;
const MACRO_TYPE = /macroEnabled|vbaProject|macrosheet/iu;
const MACRO_KIND = /\/(?:vbaProject|xl(?:Intl)?Macrosheet)$/iu;

/**
 * Whether a package carries programs of its own: a Visual Basic project, an Excel 4 macro sheet, or a type
 * that lets a spreadsheet program look for them.
 * @param relationships those of the workbook part
 * @throws WorkbookReadError
 */
export async function hasMacros(
  archive: ZipArchive,
  relationships: ReadonlyMap<string, Relationship>,
): Promise<boolean> {
  if (archive.names.some((name) => MACRO_PART.test(name))) return true;
  if ([...relationships.values()].some(({ kind }) => MACRO_KIND.test(kind))) return true;
  const bytes = await archive.read(CONTENT_TYPES_PART);
  let found = false;
  if (bytes === null) return found;
  scanXml(bytes, CONTENT_TYPES_PART, () => ({
    open(element) {
      // A default for an ending no part has says nothing.
      if (element.local !== 'Override' || !CONTENT_TYPES.has(element.uri)) return;
      found ||= MACRO_TYPE.test(attribute(element, 'ContentType') ?? '');
    },
  }));
  return found;
}
