import { SHEET_COLUMNS } from '../../core/sheet/address.ts';
import { coverOf } from '../../core/sheet/area-cover.ts';
import { attribute, type XmlElement } from '../xml/scan.ts';
import { type CellFormats, type Laid, USUAL_SIZE } from './cell-formats.ts';
import type { ReadCell } from './cells.ts';
import { renderedText } from './rendered-number.ts';
import { areUnseen, BLACK, WHITE } from './unseen-letters.ts';

/** Digits that fit into a column of which the file says nothing. */
const USUAL_WIDTH = 8.43;
/** Widths in parts of a font's height, those of Times; other fonts of office programs are wider. */
const DIGIT = 0.5;
const NARROW_SIGN = 0.25;
/** Pixels of a step away from the edge; programs take about three blanks. */
const STEP = 8;
/** Signs beyond the whole digits of a number: grouping, decimals, a sign, a unit. */
const MOST_SIGNS = 12;

const PLAIN: Laid = { repeats: false, shrinks: false, isTurned: false, indent: 0 };

/** Collects how wide the columns of a worksheet part are. */
export class ColumnWidths {
  readonly #spans: { first: number; last: number; width: number }[] = [];
  #usual = USUAL_WIDTH;

  /** An element of the main namespace outside the cells. */
  open(element: XmlElement): void {
    if (element.local === 'sheetFormatPr') {
      const usual = Number(
        attribute(element, 'defaultColWidth') ?? attribute(element, 'baseColWidth') ?? NaN,
      );
      if (usual > 0) this.#usual = usual;
    } else if (element.local === 'col' && this.#spans.length < SHEET_COLUMNS) {
      const [first, last, width] = ['min', 'max', 'width'].map((name) => Number(attribute(element, name)));
      if (first !== undefined && last !== undefined && width !== undefined && width > 0)
        this.#spans.push({ first, last, width });
    }
  }

  /** In digits of the workbook's first font; programs that write two of a column mean the later. */
  of(column: number): number {
    for (let at = this.#spans.length - 1; at >= 0; at -= 1) {
      const { first, last, width } = this.#spans[at] ?? { first: 0, last: 0, width: 0 };
      if (column >= first && column <= last) return width;
    }
    return this.#usual;
  }
}

/**
 * Says where a number does not show because of the width of its column: in {@link ReadCell.isCutOff} that `####` stands
 * in its place, in {@link ReadCell.rendered} letters made too small to be read, or the number repeated until the cell is
 * full. Numbers whose format already
 * shows something else, and those in merged cells, are left as they are. Widths are taken too small rather than too
 * large, so that nothing is said of a number that just fits.
 * @param formats of the cells, in their order
 */
export function applyWidths(
  cells: readonly ReadCell[],
  formats: readonly string[],
  widths: ColumnWidths,
  merges: readonly string[],
  { looks, codes, laid, digit }: CellFormats,
): void {
  const known = new Map<number, number>();
  let isMerged: ReturnType<typeof coverOf> | null = null;
  for (const [at, cell] of cells.entries()) {
    const { value, column } = cell;
    if (typeof value !== 'number' || cell.shownAs !== undefined || cell.rendered !== undefined) continue;
    const format = formats[at] ?? '';
    const { repeats, shrinks, isTurned, indent } = laid.get(format) ?? PLAIN;
    const size = looks.get(format)?.letters.size ?? USUAL_SIZE;
    const em = (size * 96) / 72;
    const width = known.get(column) ?? widths.of(column) * digit;
    known.set(column, width);
    const room = width - indent * STEP;
    const digits = wholeDigits(value);
    if (isTurned || (!repeats && (digits + MOST_SIGNS) * DIGIT * em <= room)) continue;
    const text = shownText(value, codes.get(format));
    if (text === '') continue;
    const length = widthOf(text) * em;
    const fits = length <= room;
    if (fits && !(repeats && length * 2 <= room)) continue;
    isMerged ??= coverOf(merges);
    if (isMerged(cell.row, column)) continue;
    if (fits) cell.rendered = text.repeat(Math.floor(room / length));
    else if (!shrinks) cell.isCutOff = true;
    else if (areUnseen({ size: (size * Math.max(room, 0)) / length, colour: BLACK }, WHITE))
      cell.rendered = '';
  }
}

/** What is to fit: of a number without a format only the whole digits have to. */
function shownText(value: number, code: string | undefined): string {
  const bare = String(Math.trunc(value));
  if (code === undefined || /^(?:general|@)$/iu.test(code)) return /e/iu.test(bare) ? '' : bare;
  return renderedText(code, value) ?? '';
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\d+]/u.test(letter) ? DIGIT : NARROW_SIGN), 0);
}

function wholeDigits(value: number): number {
  return Math.abs(value) < 1 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1;
}
