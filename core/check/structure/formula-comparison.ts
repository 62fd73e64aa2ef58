import { remembered } from '../../base/remembered.ts';
import { formulaTokens } from '../../sheet/formula/tokens.ts';
import type { AlignedSheet } from '../../returned/align/align-sheet.ts';
import { nameOf, type Alignment } from '../../returned/align/alignment.ts';
import type { Pairing } from '../../returned/align/pairing.ts';

/** A rectangle of cells of one sheet; a single cell begins and ends in the same place. */
export interface Area {
  /** Name in small letters; null for the sheet the formula stands on. */
  sheet: string | null;
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A piece of a formula: an operand or operator as it is, or the place a reference points to. */
export type Piece = string | Area;

const CELL = String.raw`R(\d+|\[\d+\])C(\d+|\[\d+\])`;
const REFERENCE = new RegExp(String.raw`^(?:'((?:[^']|'')*)'!)?${CELL}(?::${CELL})?$`, 'u');

/**
 * Compares formulas by what they mean: a reference is equal when it points to the cell that now holds what
 * the expected one pointed to, wherever rows, columns and sheets went.
 */
export class FormulaComparison {
  readonly #alignment: Alignment;
  readonly #bySheet: ReadonlyMap<string, AlignedSheet>;
  readonly #areas = new Map<string, boolean>();

  constructor(alignment: Alignment) {
    this.#alignment = alignment;
    this.#bySheet = new Map(alignment.sheets.map((one) => [nameOf(one.expected.name), one]));
  }

  /** Whether a formula found on a sheet says the same as the one expected there. */
  isSame(sheet: AlignedSheet, expected: string, found: string): boolean {
    if (this.#alignment.isIdentity && isSameText(expected, found)) return true;
    const before = this.pieces(expected);
    const after = this.pieces(found);
    return (
      before.length === after.length &&
      before.every((piece, at) => {
        const other = after[at];
        if (typeof piece === 'string' || typeof other === 'string' || other === undefined)
          return piece === other;
        return this.#isSameArea(sheet, piece, other);
      })
    );
  }

  /** The pieces of a formula in postfix order. */
  pieces(formula: string): readonly Piece[] {
    return piecesOf(formula);
  }

  /** The expected sheet an area of an expected formula lies on. */
  sheetOf(own: AlignedSheet, area: Area): AlignedSheet | undefined {
    return area.sheet === null ? own : this.#bySheet.get(area.sheet);
  }

  #isSameArea(own: AlignedSheet, expected: Area, found: Area): boolean {
    const target = this.sheetOf(own, expected);
    if (!target) return false;
    const there = found.sheet === null ? own : this.#alignment.byName.get(found.sheet);
    if (there !== target) return false;
    const id = `${target.index} ${expected.top} ${expected.left} ${expected.bottom} ${expected.right} ${found.top} ${found.left} ${found.bottom} ${found.right}`;
    const known = this.#areas.get(id);
    if (known !== undefined) return known;
    const isSame =
      isSameSpan(target.rows, [expected.top, expected.bottom], [found.top, found.bottom]) &&
      isSameSpan(target.columns, [expected.left, expected.right], [found.left, found.right]);
    this.#areas.set(id, isSame);
    return isSame;
  }
}

const QUOTED_SHEET = /'([^']*)'!/gu;
const CONSTANT_CALL = /\b(TRUE|FALSE)\(\)/gu;

/** What every program spells its own way is passed over cheaply; anything else goes the long way. */
function isSameText(expected: string, found: string): boolean {
  return expected === found || plainSpelling(expected) === plainSpelling(found);
}

function plainSpelling(formula: string): string {
  return formula.replaceAll(QUOTED_SHEET, '$1!').replaceAll(CONSTANT_CALL, '$1');
}

/** As many formulas as a few workbooks have: returns of a round share theirs. */
const KEPT_CHARACTERS = 2_000_000;

// Counted from a cell before the first, relative and fixed references both give the place itself.
const piecesOf = remembered(
  (formula): readonly Piece[] => formulaTokens(formula, 0, 0).map(pieceOf),
  KEPT_CHARACTERS,
);

function pieceOf(token: string): Piece {
  const match = REFERENCE.exec(token);
  if (!match) return token;
  const [, sheet, top = '', left = '', bottom = top, right = left] = match;
  return {
    sheet: sheet === undefined ? null : nameOf(sheet.replaceAll("''", "'")),
    top: placeOf(top),
    left: placeOf(left),
    bottom: placeOf(bottom),
    right: placeOf(right),
  };
}

function placeOf(text: string): number {
  return Number(text.replace(/^\[|\]$/gu, ''));
}

/**
 * Whether a span of rows (or columns) holds exactly those that the expected one held: rows sorted within a
 * range and blank rows inserted into it change nothing, a row that left the range does.
 */
function isSameSpan(
  pairing: Pairing,
  [from, to]: [number, number],
  [foundFrom, foundTo]: [number, number],
): boolean {
  if (pairing.isIdentity()) return from === foundFrom && to === foundTo;
  if (from === to) {
    const there = pairing.found(from);
    // What is blank in the template has no partner: it is still blank where nothing of the template went.
    const isSame = there === undefined ? pairing.expected(foundFrom) === undefined : there === foundFrom;
    return foundFrom === foundTo && isSame;
  }
  let held = 0;
  for (const [expected, found] of pairing.pairs()) {
    const wasInside = expected >= from && expected <= to;
    const isInside = found >= foundFrom && found <= foundTo;
    if (wasInside !== isInside) return false;
    if (isInside) held += 1;
  }
  return held > 0;
}
