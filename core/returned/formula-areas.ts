import { parseAddress, SHEET_COLUMNS, SHEET_ROWS } from '../sheet/address.ts';
import { formulaLexemes, type Lexeme } from '../sheet/formula/lexemes.ts';

const UNKNOWN = new Set(['name', 'error']);
/** Truth values are names that refer to nothing. */
const TRUTH = /^(?:true|false)$/iu;

export interface Rectangle {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The areas that a formula refers to; not the whole of them where it refers to something that cannot be looked up. */
export function areasOf(
  formula: string,
  ownSheet: string,
): { areas: { area: Rectangle; sheet: string }[]; isWhole: boolean } {
  const pieces = formulaLexemes(formula).filter(({ kind }) => kind !== 'space');
  // What stands behind the name of another file is not on a sheet of this one.
  if (pieces.some(({ kind }) => kind === 'bracket')) return { areas: [], isWhole: false };
  let isWhole = !pieces.some(({ kind, text }) => UNKNOWN.has(kind) && !TRUTH.test(text));
  const areas: { area: Rectangle; sheet: string }[] = [];
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    // The second corner of a range was looked at with the first.
    if (piece.kind === 'cell' && before?.text === ':' && pieces[at - 2]?.kind === 'cell') continue;
    const corner = pieces[at + 1]?.text === ':' ? pieces[at + 2] : undefined;
    const area = areaOf(piece, corner);
    if (area === null) isWhole = false;
    else if (area !== 'none')
      areas.push({ area, sheet: before?.kind === 'sheet' ? sheetNamed(before.text) : ownSheet });
  }
  return { areas, isWhole };
}

function areaOf(piece: Lexeme, corner: Lexeme | undefined): Rectangle | 'none' | null {
  if (piece.kind === 'columns' || piece.kind === 'rows') {
    const [one = '', other = ''] = piece.text.replaceAll('$', '').split(':');
    const ends = piece.kind === 'rows' ? [Number(one), Number(other)] : [columnOf(one), columnOf(other)];
    const [first, last] = [Math.min(...ends), Math.max(...ends)];
    return piece.kind === 'rows'
      ? { top: first, bottom: last, left: 1, right: SHEET_COLUMNS }
      : { top: 1, bottom: SHEET_ROWS, left: first, right: last };
  }
  if (piece.kind !== 'cell') return 'none';
  const from = parseAddress(piece.text);
  const to = parseAddress(corner?.kind === 'cell' ? corner.text : piece.text);
  if (from === null || to === null) return null;
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

function columnOf(letters: string): number {
  return parseAddress(`${letters}1`)?.column ?? SHEET_COLUMNS;
}

/** A sheet's name as formulas write it: `'Số liệu nền'!`, `$Sheet1!`. */
function sheetNamed(text: string): string {
  const bare = text.slice(0, -1).replace(/^\$/u, '');
  return bare.startsWith("'") ? bare.slice(1, -1).replaceAll("''", "'") : bare;
}
