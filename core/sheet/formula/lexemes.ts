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
  const plain = plainLexemeAt(formula, at, first);
  if (plain !== null) return plain;
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

/** Characters that begin no other piece than an operator, and stand for themselves. */
const SINGLE_OPERATORS: ReadonlySet<string> = new Set('(),+-*/&=^%{};:~@!');

/**
 * What nearly all of a formula is made of, without the patterns that know every alphabet: operators, and words of
 * plain letters and digits that are no part of a range of columns or rows and no sheet's name. Null for the rest.
 */
function plainLexemeAt(formula: string, at: number, first: string): Lexeme | null {
  if (SINGLE_OPERATORS.has(first)) return { kind: 'operator', text: first };
  // A number ends before the word it begins: looked at first, or `1.1.1…` is walked through from each of its numbers.
  if (isDigitOrDot(formula.charCodeAt(at))) return null;
  let end = at;
  while (isPlainWordCode(formula.charCodeAt(end))) end += 1;
  if (end === at) return null;
  const next = formula.charCodeAt(end);
  // `!` makes it a sheet, `:` perhaps a range, a quote after `$` begins a sheet, another alphabet goes on with the word.
  if (next === 0x21 || next === 0x3a || next === 0x27 || next > 0x7f) return null;
  const text = formula.slice(at, end);
  if (next === 0x28) return { kind: 'function', text };
  return { kind: parseAddress(text) === null ? 'name' : 'cell', text };
}

/** The characters of {@link WORD} that are ASCII; false beyond the end. */
function isPlainWordCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x24 ||
    code === 0x2e ||
    code === 0x5f ||
    code === 0x5c ||
    code === 0x3f
  );
}

function isDigitOrDot(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2e;
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
