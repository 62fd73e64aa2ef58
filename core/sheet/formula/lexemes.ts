import { parseAddress, SHEET_COLUMNS, SHEET_ROWS } from '../address.ts';

/**
 * What a piece of a formula is. `sheet` is a sheet name with its `!`; `columns` and `rows` are references
 * such as `$A:C` and `2:$5`; `bracket` is the part of a structured reference in `[ ]`.
 */
export type LexemeKind =
  | 'space'
  | 'string'
  | 'number'
  | 'error'
  | 'cell'
  | 'columns'
  | 'rows'
  | 'sheet'
  | 'function'
  | 'name'
  | 'bracket'
  | 'operator';

/** A piece of a formula as it is written. */
export interface Lexeme {
  kind: LexemeKind;
  text: string;
}

/** What a word may hold besides letters: digits, `_`, `.`, `\`, `?`, and the `$` of references. */
const WORD = /[\p{L}\p{M}\p{N}_.\\?$]+/uy;
const INSIDE_WORD = /[\p{L}\p{M}\p{N}_.\\?$]/u;
const SPACE = /\s+/uy;
const STRING = /"[^"]*(?:""[^"]*)*"?/uy;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/uy;
const ERROR = /#(?:REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!|[A-Z_]+[!?])/iuy;
const WHOLE_COLUMNS = /(\$?[A-Za-z]{1,3}):(\$?[A-Za-z]{1,3})(?![\p{L}\p{M}\p{N}_.\\?$(!])/uy;
const WHOLE_ROWS = /\$?(\d{1,7}):\$?(\d{1,7})(?![\p{L}\p{M}\p{N}_.\\?$(!])/uy;
/** `Sheet1!`, `[2]Sheet1!`, `Sheet1:Sheet3!`; LibreOffice puts a `$` before some. */
const PLAIN_SHEET =
  /(?:\[[^\][]*\][\p{L}\p{M}\p{N}_.\\?$]*|([\p{L}\p{M}\p{N}_.\\?$]+))(?::[\p{L}\p{M}\p{N}_.\\?$]+)?!/uy;
const OPERATOR = /<=|>=|<>|[^]/uy;

/**
 * Cuts a formula (without `=`) into its pieces; joined they are the formula again. Nothing is refused: what
 * no spreadsheet program writes comes out as operators of one character.
 */
export function formulaLexemes(formula: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  for (let at = 0; at < formula.length;) {
    const lexeme = lexemeAt(formula, at);
    lexemes.push(lexeme);
    at += lexeme.text.length;
  }
  return lexemes;
}

function lexemeAt(formula: string, at: number): Lexeme {
  const first = formula[at] ?? '';
  if (first === '"') return { kind: 'string', text: matchAt(STRING, formula, at) };
  if (first === '#') {
    const text = matchAt(ERROR, formula, at);
    if (text !== '') return { kind: 'error', text };
  }
  const space = matchAt(SPACE, formula, at);
  if (space !== '') return { kind: 'space', text: space };
  if (first === "'" || formula.startsWith("$'", at)) return quotedSheetAt(formula, at);
  const sheet = plainSheetAt(formula, at);
  if (sheet !== '') return { kind: 'sheet', text: sheet };
  if (first === '[') return { kind: 'bracket', text: bracketAt(formula, at) };
  const range = wholeRangeAt(formula, at);
  if (range !== null) return range;
  if (/[\d.]/u.test(first)) {
    const text = matchAt(NUMBER, formula, at);
    if (text !== '') return { kind: 'number', text };
  }
  const word = matchAt(WORD, formula, at);
  if (word === '') return { kind: 'operator', text: matchAt(OPERATOR, formula, at) };
  if (formula[at + word.length] === '(') return { kind: 'function', text: word };
  return { kind: parseAddress(word) === null ? 'name' : 'cell', text: word };
}

/** Whatever the quotes hold is one piece, so that a hostile formula is walked through once. */
function quotedSheetAt(formula: string, start: number): Lexeme {
  let at = formula.indexOf("'", start) + 1;
  for (;;) {
    const quote = formula.indexOf("'", at);
    if (quote < 0) return { kind: 'operator', text: formula.slice(start) };
    at = quote + 1;
    if (formula[at] === '!') return { kind: 'sheet', text: formula.slice(start, at + 1) };
    if (formula[at] !== "'") return { kind: 'operator', text: formula.slice(start, at) };
    at += 1;
  }
}

/** A sheet name that looks like a cell is always quoted, so `A1:S!B2` is a range and no run of sheets. */
/** No name of a sheet begins inside a word: `1.1.1…` is not looked through again from each of its numbers. */
function plainSheetAt(formula: string, at: number): string {
  if (INSIDE_WORD.test(formula[at - 1] ?? '')) return '';
  PLAIN_SHEET.lastIndex = at;
  const match = PLAIN_SHEET.exec(formula);
  if (match === null) return '';
  const [text, first = ''] = match;
  return text.includes(':', text.indexOf(']') + 1) && parseAddress(first) !== null ? '' : text;
}

function wholeRangeAt(formula: string, at: number): Lexeme | null {
  WHOLE_COLUMNS.lastIndex = at;
  const columns = WHOLE_COLUMNS.exec(formula);
  if (columns !== null && [columns[1], columns[2]].every(isColumn))
    return { kind: 'columns', text: columns[0] };
  WHOLE_ROWS.lastIndex = at;
  const rows = WHOLE_ROWS.exec(formula);
  if (rows !== null && [rows[1], rows[2]].every(isRow)) return { kind: 'rows', text: rows[0] };
  return null;
}

function isColumn(letters: string | undefined): boolean {
  return (parseAddress(`${letters}1`)?.column ?? Infinity) <= SHEET_COLUMNS;
}

function isRow(digits: string | undefined): boolean {
  const row = Number(digits);
  return row >= 1 && row <= SHEET_ROWS;
}

/** Brackets nest: `[[#This Row],[Số hộ]]`; inside a column name `'` takes away the meaning of the next. */
function bracketAt(formula: string, start: number): string {
  let depth = 0;
  for (let at = start; at < formula.length; at += 1) {
    const character = formula[at];
    if (character === "'") at += 1;
    else if (character === '[') depth += 1;
    else if (character === ']') {
      depth -= 1;
      if (depth === 0) return formula.slice(start, at + 1);
    }
  }
  return formula.slice(start);
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
