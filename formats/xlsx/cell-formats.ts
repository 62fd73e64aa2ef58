import type { ShownAs } from '../../core/sheet/facts.ts';
import { attribute, scanXml, type XmlElement } from '../xml/scan.ts';
import { readLook, type ConditionalLook } from './conditional-looks.ts';
import { isTrue } from './flag.ts';
import { SPREADSHEET } from './namespaces.ts';
import { shownAsOf } from './number-format.ts';
import { isPlainFormat } from './rendered-number.ts';
import type { ReadBudget } from './read-budget.ts';
import { areUnseen, BLACK, type Colour, colourOf, type Letters, WHITE } from './unseen-letters.ts';

/** How a cell format shows a number: as something else, or by a code that has to be rendered to know. */
export type CellFormat = ShownAs | { code: string };

/** What cell formats make of what stands in their cells; by the number cells refer to them with (`s`). */
export interface CellFormats {
  /** Those that may show a number as something else. */
  shown: ReadonlyMap<string, CellFormat>;
  /** Those whose letters nobody sees. */
  unseen: ReadonlySet<string>;
  /** Those with a line through what stands there. */
  struck: ReadonlySet<string>;
  /** The letters of each and the ground they stand on. */
  looks: ReadonlyMap<string, { letters: Letters; ground: Colour }>;
  /** The number format of each, where it has one of its own. */
  codes: ReadonlyMap<string, string>;
  /** How what stands in a cell lies in it, where that is not as usual. */
  laid: ReadonlyMap<string, Laid>;
  /** Width in pixels of a digit of the first font, by which columns are measured. */
  digit: number;
  /** What conditional formats make of cells, by the number they refer to them with (`dxfId`). */
  conditional: readonly ConditionalLook[];
}

/** How what stands in a cell lies in it. */
export interface Laid {
  /** Repeated as often as it fits. */
  repeats: boolean;
  /** Made smaller until it fits. */
  shrinks: boolean;
  /** Turned, or broken into lines: its width is not the cell's. */
  isTurned: boolean;
  /** Steps away from the edge. */
  indent: number;
}

/** Points of letters where a font does not say, as programs take them. */
export const USUAL_SIZE = 11;

/** A workbook without styles. */
export const NO_FORMATS: CellFormats = {
  ...{ shown: new Map(), unseen: new Set(), struck: new Set(), looks: new Map() },
  ...{ codes: new Map(), laid: new Map(), digit: digitOf(USUAL_SIZE), conditional: [] },
};

/** The format of cells that do not say theirs. */
export const FIRST_FORMAT = '0';

/** The lists of a styles part that are read. */
const LISTS: ReadonlySet<string> = new Set(['numFmts', 'fonts', 'fills', 'cellXfs', 'dxfs']);

/**
 * Reads from a styles part which cell formats show their numbers as per cents or dates, struck out, or nothing anybody sees.
 * @throws WorkbookReadError
 */
export function readCellFormats(
  bytes: Uint8Array,
  part: string,
  budget: Pick<ReadBudget, 'countEntries'>,
): CellFormats {
  const codes = new Map<number, string>();
  const fonts: Letters[] = [];
  const grounds: Colour[] = [];
  const formats: { id: number; font: number; fill: number }[] = [];
  const laid = new Map<string, Laid>();
  const conditional: ConditionalLook[] = [];
  let list = '';
  /** Names of the elements that are open inside a differential format. */
  let within: string[] = [];
  scanXml(bytes, part, () => ({
    open(element, depth) {
      const local = SPREADSHEET.has(element.uri) ? element.local : '';
      if (depth === 2) {
        list = LISTS.has(local) ? local : '';
      } else if (depth > 3) {
        const look = list === 'dxfs' ? conditional.at(-1) : undefined;
        if (look) {
          within = within.slice(0, depth - 4);
          readLook(look, within.join(' '), element);
          within.push(local);
        } else if (list === 'fonts') readLetters(fonts.at(-1), local, element);
        else if (list === 'fills' && grounds.length > 0)
          grounds[grounds.length - 1] = groundOf(grounds.at(-1) ?? null, local, element);
        else if (list === 'cellXfs' && local === 'alignment')
          laid.set(String(formats.length - 1), laidAs(element));
      } else if (depth === 3 && list !== '') {
        budget.countEntries();
        if (local === 'numFmt')
          codes.set(Number(attribute(element, 'numFmtId')), attribute(element, 'formatCode') ?? '');
        else if (local === 'font') fonts.push({ size: null, colour: BLACK, struck: false });
        else if (local === 'fill') grounds.push(null);
        else if (local === 'dxf') conditional.push({});
        else if (local === 'xf') {
          const place = (name: string) => Number(attribute(element, name) ?? 0);
          formats.push({ id: place('numFmtId'), font: place('fontId'), fill: place('fillId') });
        }
      }
    },
  }));
  const byId = new Map<number, CellFormat | null>();
  const shown = new Map<string, CellFormat>();
  const unseen = new Set<string>();
  const struck = new Set<string>();
  const looks = new Map<string, { letters: Letters; ground: Colour }>();
  const stored = new Map<string, string>();
  formats.forEach(({ id, font, fill }, at) => {
    const known = byId.get(id);
    const shownAs = known === undefined ? formatOf(id, codes.get(id) ?? null) : known;
    byId.set(id, shownAs);
    if (shownAs !== null) shown.set(String(at), shownAs);
    const code = codes.get(id) ?? PLAIN_BUILT_IN.get(id);
    if (code !== undefined) stored.set(String(at), code);
    const letters = fonts[font];
    const ground = grounds[fill];
    if (letters && ground !== undefined) looks.set(String(at), { letters, ground });
    if (letters && ground !== undefined && areUnseen(letters, ground)) unseen.add(String(at));
    if (letters?.struck === true) struck.add(String(at));
  });
  const digit = digitOf(fonts[0]?.size ?? USUAL_SIZE);
  return { shown, unseen, struck, looks, codes: stored, laid, digit, conditional };
}

/** A digit is half as wide as its font is high, at 96 pixels to the inch; programs take whole pixels. */
function digitOf(size: number): number {
  return Math.max(1, Math.round((size * 96) / 72 / 2));
}

function laidAs(element: XmlElement): Laid {
  const horizontal = attribute(element, 'horizontal') ?? 'general';
  return {
    repeats: horizontal === 'fill',
    shrinks: isTrue(attribute(element, 'shrinkToFit')),
    isTurned: Number(attribute(element, 'textRotation') ?? 0) !== 0,
    indent: ['left', 'right', 'distributed'].includes(horizontal)
      ? Number(attribute(element, 'indent') ?? 0)
      : 0,
  };
}

/** Takes in what an element inside a font says. */
function readLetters(letters: Letters | undefined, local: string, element: XmlElement): void {
  if (letters === undefined) return;
  if (local === 'color') letters.colour = colourOf(element);
  else if (local === 'strike') letters.struck = isTrue(attribute(element, 'val') ?? 'true');
  else if (local === 'sz') letters.size = Number(attribute(element, 'val') ?? NaN) || null;
}

/** The ground so far, with what an element inside a fill says; patterns and gradients are none that can be told. */
function groundOf(before: Colour, local: string, element: XmlElement): Colour {
  if (local === 'patternFill') {
    const pattern = attribute(element, 'patternType') ?? 'none';
    return pattern === 'none' ? WHITE : null;
  }
  return local === 'fgColor' && before === null ? colourOf(element) : before;
}

/** Formats that files refer to by their number alone and that show a number rounded to a few digits or parts. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [48, '##0.0E+0'],
]);

/** Those that show the number. */
const PLAIN_BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
]);

/** What a number format makes of numbers; null where it shows them. */
export function formatOf(id: number, stored: string | null): CellFormat | null {
  const code = stored ?? BUILT_IN.get(id) ?? null;
  const shownAs = shownAsOf(id, code);
  if (shownAs !== null || code === null || isPlainFormat(code)) return shownAs;
  return { code };
}
