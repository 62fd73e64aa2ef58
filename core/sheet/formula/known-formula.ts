import { SHEET_COLUMNS } from '../address.ts';
import { shiftable, type ShiftableFormula } from './shift.ts';

/**
 * Characters of formulas that are kept, of all together; at most twice as many. As many as the rounds of a plan have,
 * whose returns come in turns where a folder has several.
 */
const KEPT_CHARACTERS = 4_000_000;
/** Of one formula and what it was written out to: a file may have a million followers of one. */
const KEPT_OF_ONE = KEPT_CHARACTERS / 16;
/** Places that a row down is further than any column. */
const ROW_STEP = 2 * SHEET_COLUMNS;

let latest = new Map<string, KnownFormula>();
let before = new Map<string, KnownFormula>();
let kept = 0;
let turn = 0;
let last: KnownFormula | null = null;

/**
 * A formula, once for all cells and workbooks that have it, those that are read as well as those that are built beside
 * them: returns of a round share theirs, and one text is compared with itself at no cost. What a parser gives is a tree
 * of the pieces between escaped signs, which is heavier to keep than the text and is looked through at every use; what
 * comes from here is the text itself. Those asked for last are kept.
 */
export function knownFormula(text: string): KnownFormula {
  const likely: KnownFormula | null = last?.next ?? null;
  if (likely !== null && likely.turn === turn && likely.text === text) {
    last = likely;
    return likely;
  }
  const formula = latest.get(text) ?? taken(text);
  if (last !== null) last.next = formula;
  last = formula;
  return formula;
}

/** One that is not among the latest. */
function taken(text: string): KnownFormula {
  const formula = before.get(text) ?? new KnownFormula(text);
  keep(formula.characters);
  formula.turn = turn;
  latest.set(formula.text, formula);
  return formula;
}

function keep(characters: number): void {
  kept += characters;
  if (kept <= KEPT_CHARACTERS) return;
  // None of another turn is looked at; so what is forgotten is held by no other.
  for (const one of latest.values()) one.next = null;
  before = latest;
  latest = new Map();
  kept = characters;
  turn += 1;
}

/** The text of a formula, and of those that are shared with it. */
export class KnownFormula {
  readonly text: string;
  /** Of its text and what it has been written out to. */
  characters: number;
  /** When it was last asked for anew: those of the present turn are among the latest. */
  turn = 0;
  /** What was asked for after it: workbooks of a round have the same formulas in the same order. */
  next: KnownFormula | null = null;
  #shiftable: ShiftableFormula | null = null;
  #followers: Map<number, string> | null = null;

  constructor(text: string) {
    this.text = text;
    this.characters = text.length;
  }

  /** The formula so many rows further down and columns further right; see {@link shiftable}. */
  follower(rows: number, columns: number): string {
    const place = rows * ROW_STEP + columns;
    const found = this.#followers?.get(place);
    if (found !== undefined) return found;
    this.#shiftable ??= shiftable(this.text);
    const shifted = this.#shiftable.shifted(rows, columns);
    if (this.characters + shifted.length > KEPT_OF_ONE) return shifted;
    const { text } = knownFormula(shifted);
    this.#followers ??= new Map();
    this.#followers.set(place, text);
    this.characters += text.length;
    keep(text.length);
    return text;
  }
}
