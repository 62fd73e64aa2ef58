import { parseAddress } from '../sheet/address.ts';
import type { SheetCells } from '../sheet/facts.ts';
import { formulaLexemes } from '../sheet/formula/lexemes.ts';
import { cellIndex } from '../sheet/model.ts';

/** Larger ranges are not looked through. */
const MOST_CELLS = 10_000;
const UNKNOWN = new Set(['name', 'columns', 'rows', 'bracket', 'error']);

/**
 * Tells formulas that refer to nothing but blank cells: their result, 0 in most programs, is nobody's figure. What
 * refers to no cell at all, to another file or to what cannot be looked up is not one of them.
 */
export function blankSources(sheets: readonly SheetCells[]): (formula: string, sheet: string) => boolean {
  const filled = new Map<string, Set<number>>();
  const filledOf = (name: string): Set<number> | null => {
    const known = filled.get(name);
    if (known) return known;
    const found = sheets.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!found) return null;
    const cells = found.cells.filter(
      ({ value, formula }) => (value !== null && value !== '') || (formula ?? null) !== null,
    );
    const made = new Set(cells.map(({ row, column }) => cellIndex(row, column)));
    filled.set(name, made);
    return made;
  };
  return (formula, ownSheet) => {
    const pieces = formulaLexemes(formula).filter(({ kind }) => kind !== 'space');
    if (pieces.some(({ kind }) => UNKNOWN.has(kind))) return false;
    let sources = 0;
    for (const [at, piece] of pieces.entries()) {
      if (piece.kind !== 'cell') continue;
      const before = pieces[at - 1];
      // The second corner of a range was looked at with the first.
      if (before?.text === ':' && pieces[at - 2]?.kind === 'cell') continue;
      const sheet = before?.kind === 'sheet' ? sheetNamed(before.text) : ownSheet;
      const corner = pieces[at + 1]?.text === ':' ? pieces[at + 2] : undefined;
      const cells = filledOf(sheet);
      const [from, to] = [
        parseAddress(piece.text),
        parseAddress(corner?.kind === 'cell' ? corner.text : piece.text),
      ];
      if (cells === null || from === null || to === null) return false;
      const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
      const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
      if ((bottom - top + 1) * (right - left + 1) > MOST_CELLS) return false;
      for (let row = top; row <= bottom; row += 1)
        for (let column = left; column <= right; column += 1)
          if (cells.has(cellIndex(row, column))) return false;
      sources += 1;
    }
    return sources > 0;
  };
}

/** A sheet's name as formulas write it: `'Số liệu nền'!`, `$Sheet1!`. */
function sheetNamed(text: string): string {
  const bare = text.slice(0, -1).replace(/^\$/u, '');
  return bare.startsWith("'") ? bare.slice(1, -1).replaceAll("''", "'") : bare;
}
