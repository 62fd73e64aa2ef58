import { readError } from '../read-error.ts';
import { scanXml } from '../xml/scan.ts';
import type { ReadLimits } from '../limits.ts';
import { SPREADSHEET } from './namespaces.ts';
import { RichText } from './rich-text.ts';

const ITEM_DEPTH = 2;

/**
 * Reads the part that holds the texts of all sheets, in the order cells refer to them.
 * @throws WorkbookReadError
 */
export function readSharedStrings(
  bytes: Uint8Array,
  part: string,
  limits: Pick<ReadLimits, 'cells' | 'textLength'>,
): string[] {
  const strings: string[] = [];
  const item = new RichText(limits.textLength, () =>
    readError('text-too-long', { limit: limits.textLength }),
  );
  let inItem = false;
  scanXml(bytes, part, () => ({
    open(element, depth) {
      if (depth === ITEM_DEPTH) {
        inItem = element.local === 'si' && SPREADSHEET.has(element.uri);
        item.clear();
      } else if (inItem) {
        item.open(element, depth - ITEM_DEPTH);
      }
    },
    text(piece) {
      if (inItem) item.add(piece);
    },
    close(_, depth) {
      if (!inItem) return;
      if (depth > ITEM_DEPTH) {
        item.close();
        return;
      }
      inItem = false;
      // More texts than cells cannot be referred to; a part of empty items would fill the memory.
      if (strings.length >= limits.cells) throw readError('too-many-cells', { limit: limits.cells });
      strings.push(item.text);
    },
  }));
  return strings;
}
