import { locateElements, withAttribute } from '../xml/elements.ts';
import type { Patch } from '../xml/patch.ts';
import { attribute } from '../xml/scan.ts';
import { SPREADSHEET } from './namespaces.ts';

const ROW_DEPTH = 3;

/**
 * Takes the heights of rows away: programs fit rows to what stands in them while somebody types, but of a file they
 * take the heights it names, and the third line of a reason would neither be seen nor printed.
 */
export function refittedRows(
  bytes: Uint8Array,
  text: string,
  part: string,
  rows: ReadonlySet<number>,
): Patch[] {
  let row = 0;
  const found = locateElements(bytes, text, part, (element, depth, ancestors) => {
    const isRow = depth === ROW_DEPTH && element.local === 'row' && ancestors[1] === 'sheetData';
    if (!isRow || !SPREADSHEET.has(element.uri)) return false;
    const declared = attribute(element, 'r');
    row = declared === undefined ? row + 1 : Number(declared);
    return rows.has(row) && attribute(element, 'ht') !== undefined;
  });
  return found.map(({ opening }) => {
    const tag = text.slice(opening.from, opening.to);
    return { ...opening, text: withAttribute(withAttribute(tag, 'ht', null), 'customHeight', null) };
  });
}
