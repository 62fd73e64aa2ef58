import type { ShownAs } from '../../core/sheet/facts.ts';
import { attribute, scanXml } from '../xml/scan.ts';
import { SPREADSHEET } from './namespaces.ts';
import { shownAsOf } from './number-format.ts';
import { isPlainFormat } from './rendered-number.ts';
import type { ReadBudget } from './read-budget.ts';

/** How a cell format shows a number: as something else, or by a code that has to be rendered to know. */
export type CellFormat = ShownAs | { code: string };

/** Cell formats that may show a number as something else, by the number cells refer to them with (`s`). */
export type CellFormats = ReadonlyMap<string, CellFormat>;

/** The format of cells that do not say theirs. */
export const FIRST_FORMAT = '0';

/**
 * Reads from a styles part which cell formats show their numbers as per cents or dates.
 * @throws WorkbookReadError
 */
export function readCellFormats(bytes: Uint8Array, part: string, budget: ReadBudget): CellFormats {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let list: 'numFmts' | 'cellXfs' | null = null;
  scanXml(bytes, part, () => ({
    open(element, depth) {
      const local = SPREADSHEET.has(element.uri) ? element.local : '';
      if (depth === 2) {
        list = local === 'numFmts' || local === 'cellXfs' ? local : null;
      } else if (depth === 3 && list === 'numFmts' && local === 'numFmt') {
        budget.countEntries();
        codes.set(Number(attribute(element, 'numFmtId')), attribute(element, 'formatCode') ?? '');
      } else if (depth === 3 && list === 'cellXfs' && local === 'xf') {
        budget.countEntries();
        ids.push(Number(attribute(element, 'numFmtId') ?? 0));
      }
    },
  }));
  const byId = new Map<number, CellFormat | null>();
  const formats = new Map<string, CellFormat>();
  ids.forEach((id, at) => {
    const known = byId.get(id);
    const shownAs = known === undefined ? formatOf(id, codes.get(id) ?? null) : known;
    byId.set(id, shownAs);
    if (shownAs !== null) formats.set(String(at), shownAs);
  });
  return formats;
}

/** Formats that files refer to by their number alone and that show a number rounded to a few digits or parts. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [48, '##0.0E+0'],
]);

function formatOf(id: number, stored: string | null): CellFormat | null {
  const code = stored ?? BUILT_IN.get(id) ?? null;
  const shownAs = shownAsOf(id, code);
  if (shownAs !== null || code === null || isPlainFormat(code)) return shownAs;
  return { code };
}
