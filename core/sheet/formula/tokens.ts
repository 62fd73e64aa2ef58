import { parseAddress, SHEET_COLUMNS, SHEET_ROWS } from '../address.ts';
import { formulaLexemes, type Lexeme } from './lexemes.ts';

/**
 * The meaning of a formula as a list that is the same however a program spells it: operands and operators in
 * postfix order, so that spaces, needless parentheses and unary plus signs leave no trace. Numbers have one
 * spelling (15 significant digits, what every program keeps), names are in capitals, `_xlfn.` and its like
 * are gone, sheet names always stand in quotes. References count from the cell (`R[-1]C[2]`) unless `$` fixes
 * them (`R5C3`): a formula that moved with its row gives the same list, one whose row shifted does not. A
 * function says how many arguments it has (`SUM(2)`); an argument left out is ''.
 * @param formula with or without `=`, separators as in files (`,` for arguments)
 * @param row place of the cell that holds the formula, counted from 1
 * @param column as row
 * @returns for text that is no formula, its pieces after a '?'
 */
export function formulaTokens(formula: string, row: number, column: number): string[] {
  const lexemes = withoutEquals(formulaLexemes(formula.trim()));
  return new Postfix(lexemes, row, column).tokens() ?? ['?', ...lexemes.map(({ text }) => text)];
}

function withoutEquals(lexemes: Lexeme[]): Lexeme[] {
  return lexemes[0]?.text === '=' ? lexemes.slice(1) : lexemes;
}

const RANGE = 9;
const INTERSECTION = 8;
const UNION = 7;
const SIGN = 6;
const PERCENT = 5;
const BINARY: ReadonlyMap<string, number> = new Map([
  [':', RANGE],
  ['^', 4],
  ['*', 3],
  ['/', 3],
  ['+', 2],
  ['-', 2],
  ['&', 1],
  ['=', 0],
  ['<>', 0],
  ['<', 0],
  ['>', 0],
  ['<=', 0],
  ['>=', 0],
]);

/** What waits for its operands or its closing parenthesis. */
type Waiting = { kind: 'operator'; token: string; precedence: number } | Opened;
type Opened = { kind: 'group' } | { kind: 'function'; name: string; arguments: number };

/** Kinds that can follow a space that means intersection; numbers and texts cannot. */
const MAY_INTERSECT: ReadonlySet<string> = new Set(['cell', 'columns', 'rows', 'sheet', 'function', 'name']);
const FUNCTION_PREFIX = /^(?:_xlfn\.|_xlws\.|_xludf\.)+/iu;
/** Excel stores the sign `@` so; as a unary plus it does nothing to a single cell. */
const IMPLICIT_INTERSECTION = 'SINGLE';

/** Turns pieces into postfix order with one stack and no recursion: a hostile formula nests thousandfold. */
class Postfix {
  readonly #lexemes: readonly Lexeme[];
  readonly #row: number;
  readonly #column: number;
  readonly #output: string[] = [];
  readonly #waiting: Waiting[] = [];
  /** Those of `#waiting` that wait for a closing parenthesis. */
  readonly #opened: Opened[] = [];
  #at = 0;
  #wantsOperand = true;

  constructor(lexemes: readonly Lexeme[], row: number, column: number) {
    this.#lexemes = lexemes;
    this.#row = row;
    this.#column = column;
  }

  /** Null when the pieces make no formula. */
  tokens(): string[] | null {
    while (this.#at < this.#lexemes.length) {
      const lexeme = this.#lexemes[this.#at];
      this.#at += 1;
      if (lexeme !== undefined && !(this.#wantsOperand ? this.#operand(lexeme) : this.#operator(lexeme))) {
        return null;
      }
    }
    this.#release(-1);
    return this.#wantsOperand || this.#waiting.length > 0 ? null : this.#output;
  }

  #operand(lexeme: Lexeme): boolean {
    const { kind, text } = lexeme;
    switch (kind) {
      case 'space':
        return true;
      case 'number':
        return this.#push(numberToken(text));
      case 'string':
        return isClosed(text) && this.#push(text);
      case 'bracket':
        return this.#push(text.toUpperCase());
      case 'function':
        return this.#openFunction(functionName(text));
      case 'operator':
        return this.#operatorBeforeOperand(text);
      case 'sheet': {
        const next = this.#lexemes[this.#at];
        // A function of another workbook.
        if (next?.kind !== 'function') return this.#push(this.#reference(lexeme));
        this.#at += 1;
        return this.#openFunction(sheetToken(text) + functionName(next.text));
      }
      default:
        return this.#push(this.#reference(lexeme));
    }
  }

  /** The parenthesis that makes the name a function's is the next piece. */
  #openFunction(name: string): true {
    this.#at += 1;
    return this.#open({ kind: 'function', name, arguments: 0 });
  }

  #open(opened: Opened): true {
    this.#waiting.push(opened);
    this.#opened.push(opened);
    return true;
  }

  #operatorBeforeOperand(text: string): boolean {
    if (text === '+' || text === '@') return true;
    if (text === '-') {
      this.#waiting.push({ kind: 'operator', token: 'negate', precedence: SIGN });
      return true;
    }
    if (text === '(') {
      return this.#open({ kind: 'group' });
    }
    if (text === '{') return this.#arrayConstant();
    const top = this.#opened.at(-1);
    if (top === undefined || top !== this.#waiting.at(-1)) return false;
    if (top.kind !== 'function' || (text !== ',' && text !== ')')) return false;
    if (text === ')' && top.arguments === 0) {
      this.#waiting.pop();
      this.#opened.pop();
      // TRUE and TRUE() are the same.
      const isConstant = top.name === 'TRUE' || top.name === 'FALSE';
      return this.#push(isConstant ? top.name : `${top.name}(0)`);
    }
    this.#push('');
    return this.#operator({ kind: 'operator', text });
  }

  #operator({ kind, text }: Lexeme): boolean {
    if (kind === 'space') {
      const next = this.#lexemes[this.#at];
      const intersects = next !== undefined && (MAY_INTERSECT.has(next.kind) || next.text === '(');
      if (intersects) this.#binary(' ', INTERSECTION);
      return true;
    }
    if (kind === 'bracket') {
      // The columns of a table name.
      this.#output.push(text.toUpperCase());
      return true;
    }
    if (kind !== 'operator') return false;
    // LibreOffice writes the union of two references in its own way.
    if (text === '~') return this.#binary(',', UNION);
    const precedence = BINARY.get(text);
    if (precedence !== undefined) return this.#binary(text, precedence);
    switch (text) {
      case '%':
        this.#release(PERCENT + 1);
        this.#output.push('%');
        return true;
      case '#':
        this.#output.push('#');
        return true;
      case ',':
        return this.#comma();
      case ')':
        return this.#close();
      default:
        return false;
    }
  }

  #binary(token: string, precedence: number): boolean {
    this.#release(precedence);
    this.#waiting.push({ kind: 'operator', token, precedence });
    this.#wantsOperand = true;
    return true;
  }

  #comma(): boolean {
    this.#release(UNION);
    const inner = this.#opened.at(-1);
    if (inner === undefined) return false;
    if (inner.kind === 'group') return this.#binary(',', UNION);
    this.#release(-1);
    inner.arguments += 1;
    this.#wantsOperand = true;
    return true;
  }

  #close(): boolean {
    this.#release(-1);
    this.#waiting.pop();
    const opened = this.#opened.pop();
    if (opened === undefined) return false;
    if (opened.kind === 'function' && !(opened.name === IMPLICIT_INTERSECTION && opened.arguments === 0)) {
      this.#output.push(`${opened.name}(${opened.arguments + 1})`);
    }
    this.#wantsOperand = false;
    return true;
  }

  /** Writes the waiting operators down that bind at least as strongly. */
  #release(precedence: number): void {
    for (;;) {
      const top = this.#waiting.at(-1);
      if (top?.kind !== 'operator' || top.precedence < precedence) return;
      this.#output.push(top.token);
      this.#waiting.pop();
    }
  }

  #push(token: string): true {
    this.#output.push(token);
    this.#wantsOperand = false;
    return true;
  }

  /** A constant array holds no references, so it is one operand: `{1,2;3,4}`. */
  #arrayConstant(): boolean {
    let token = '{';
    for (; this.#at < this.#lexemes.length; this.#at += 1) {
      const lexeme = this.#lexemes[this.#at];
      if (lexeme === undefined || lexeme.kind === 'space' || lexeme.text === '+') continue;
      if (lexeme.kind === 'number') token += numberToken(lexeme.text);
      else token += lexeme.kind === 'string' ? lexeme.text : lexeme.text.toUpperCase();
      if (lexeme.text === '}') {
        this.#at += 1;
        return this.#push(token);
      }
    }
    return false;
  }

  /** A sheet, a name, a cell or a range of cells; all of it is one operand. */
  #reference(first: Lexeme): string {
    let sheet = '';
    let start: Lexeme | undefined = first;
    if (start.kind === 'sheet') {
      sheet = sheetToken(start.text);
      start = this.#lexemes[this.#at];
      if (start === undefined || !isOperand(start)) return `${sheet}?`;
      this.#at += 1;
    }
    const end = start.kind === 'cell' || start.kind === 'error' ? this.#endOfRange(sheet) : null;
    if (isBroken(start) || (end !== null && isBroken(end))) {
      // `#REF!A1`, `Sheet!#REF!`, `#REF!:B7`: programs keep different rests of a reference that is gone.
      while (isLeftOver(this.#lexemes[this.#at])) this.#at += 1;
      this.#endOfRange(sheet);
      return '#REF!';
    }
    return sheet + this.#place(start, end);
  }

  /** The cell after `:`, read if there is one; Gnumeric repeats the sheet before it. */
  #endOfRange(sheet: string): Lexeme | null {
    if (this.#lexemes[this.#at]?.text !== ':') return null;
    let at = this.#at + 1;
    const repeated = this.#lexemes[at];
    if (repeated?.kind === 'sheet' && sheetToken(repeated.text) === sheet) at += 1;
    const end = this.#lexemes[at];
    if (end?.kind !== 'cell' && end?.kind !== 'error') return null;
    this.#at = at + 1;
    return end;
  }

  #place(start: Lexeme, end: Lexeme | null): string {
    if (start.kind === 'columns' || start.kind === 'rows') {
      const ends = start.text.split(':');
      const tokens = ends.map((text) =>
        start.kind === 'rows' ? this.#rowToken(text) : this.#columnToken(text),
      );
      return tokens.join(':');
    }
    if (start.kind !== 'cell') return start.text.toUpperCase();
    const from = cornerOf(start.text);
    if (end === null) return this.#rowToken(from.row) + this.#columnToken(from.column);
    const to = cornerOf(end.text);
    // Some programs write whole columns and rows as `A:B`, others as `A1:B1048576`.
    if (numberOf(from.row) === 1 && numberOf(to.row) === SHEET_ROWS) {
      return `${this.#columnToken(from.column)}:${this.#columnToken(to.column)}`;
    }
    if (columnOf(from.column) === 1 && columnOf(to.column) === SHEET_COLUMNS) {
      return `${this.#rowToken(from.row)}:${this.#rowToken(to.row)}`;
    }
    const first = this.#rowToken(from.row) + this.#columnToken(from.column);
    const last = this.#rowToken(to.row) + this.#columnToken(to.column);
    return first === last ? first : `${first}:${last}`;
  }

  #rowToken(text: string): string {
    return text.startsWith('$') ? `R${text.slice(1)}` : `R[${Number(text) - this.#row}]`;
  }

  #columnToken(text: string): string {
    const column = columnOf(text);
    return text.startsWith('$') ? `C${column}` : `C[${column - this.#column}]`;
  }
}

/** Quotes within a text are doubled, so a text that ends has an even number of them. */
function isClosed(text: string): boolean {
  return text.split('"').length % 2 === 1;
}

function isOperand({ kind }: Lexeme): boolean {
  return MAY_INTERSECT.has(kind) || kind === 'error';
}

function isBroken({ kind, text }: Lexeme): boolean {
  return kind === 'error' && text.toUpperCase() === '#REF!';
}

function isLeftOver(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && (lexeme.kind === 'cell' || isBroken(lexeme));
}

function cornerOf(address: string): { row: string; column: string } {
  const split = address.search(/\$?\d/u);
  return { row: address.slice(split), column: address.slice(0, split) };
}

function numberOf(row: string): number {
  return Number(row.replace('$', ''));
}

function columnOf(letters: string): number {
  return parseAddress(`${letters}1`)?.column ?? 0;
}

const SIGNIFICANT_DIGITS = 15;

function numberToken(text: string): string {
  return String(Number(Number(text).toPrecision(SIGNIFICANT_DIGITS)));
}

function functionName(text: string): string {
  return text.replace(FUNCTION_PREFIX, '').toUpperCase();
}

function sheetToken(text: string): string {
  const name = text.slice(0, -1).replace(/^\$/u, '');
  const plain = /^'[^]*'$/u.test(name) ? name.slice(1, -1) : name.replaceAll("'", "''");
  return `'${plain.toUpperCase()}'!`;
}
