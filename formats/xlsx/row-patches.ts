import { linesOf, wrappedHeight } from '../../core/sheet/draft.ts';
import { locateElements, withAttribute } from '../xml/elements.ts';
import type { Patch } from '../xml/patch.ts';
import { attribute } from '../xml/scan.ts';
import { SPREADSHEET } from './namespaces.ts';

/** Depth of a column and of a row. */
const DEPTH = 3;
/** Of columns that do not say it, in digits. */
const DEFAULT_WIDTH = 8.43;
/** Of a line, in points, where the row does not say it by being as high as one. */
const LINE = 15;
const ONE_LINE = { least: 10, most: 18 };
/** Excel takes no higher row. */
const MAX_HEIGHT = 409;

/** A text that was written into a cell. */
export interface WrittenText {
  row: number;
  column: number;
  text: string;
}

/**
 * Makes rows as high as the texts written into them take: programs fit rows while somebody types, but of a file they
 * take the height it names, or that of one line, and the third line of a reason would neither be seen nor printed.
 */
export function fittedRows(
  bytes: Uint8Array,
  text: string,
  part: string,
  written: readonly WrittenText[],
): Patch[] {
  const inRow = new Map(written.map((one) => [one.row, one]));
  const widths: { first: number; last: number; width: number }[] = [];
  /** In the order of the rows. */
  const found: WrittenText[] = [];
  let row = 0;
  const rows = locateElements(bytes, text, part, (element, depth, ancestors) => {
    if (depth !== DEPTH || !SPREADSHEET.has(element.uri)) return false;
    const numberOf = (name: string) => Number(attribute(element, name) ?? Number.NaN);
    if (element.local === 'col' && ancestors[1] === 'cols')
      widths.push({ first: numberOf('min'), last: numberOf('max'), width: numberOf('width') });
    if (element.local !== 'row' || ancestors[1] !== 'sheetData') return false;
    row = Number.isNaN(numberOf('r')) ? row + 1 : numberOf('r');
    const one = inRow.get(row);
    if (one) found.push(one);
    return one !== undefined;
  });
  return rows.flatMap(({ opening, attributes }, at) => {
    const one = found[at];
    if (!one) return [];
    const { width = DEFAULT_WIDTH } =
      widths.find(({ first, last }) => one.column >= first && one.column <= last) ?? {};
    const before = Number(attributes.ht ?? 0);
    const line = before >= ONE_LINE.least && before <= ONE_LINE.most ? before - 1 : LINE;
    const height = Math.min(MAX_HEIGHT, wrappedHeight(one.text, width, line));
    if (linesOf(one.text, width) < 2 || before >= height) return [];
    return [{ ...opening, text: withAttribute(text.slice(opening.from, opening.to), 'ht', height) }];
  });
}
