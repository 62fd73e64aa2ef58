import { COMPARISON_DECIMALS } from '../../base/number.ts';
import { acceptedSigns, parseFigure, type MissingSign } from '../../observation/figure.ts';
import { quoted } from '../../target/formula.ts';

/**
 * What rules ask of a cell, in TypeScript and in Excel side by side. A typed cell may hold anything: every
 * condition is false, never an error, over a blank, a text, a truth value or an error value. Conditions are
 * nested in IF because AND and OR compute all their parts, and one error part makes the whole an error.
 */

/** A cell as it was read, before anybody takes it for a figure. */
export type RawCell = number | string | boolean | null | { error: string };

/**
 * A cell whose formula has no result in the file, as some programs write it: an error that names the formula.
 * Programs that compute never show one.
 */
export function withoutResult(formula: string): RawCell {
  return { error: `=${formula}` };
}

/** Whether an error is that of a formula {@link withoutResult}; error values begin with `#`. */
export function isWithoutResult({ error }: { error: string }): boolean {
  return error.startsWith('=');
}

/** The number a cell holds; a truth value is none. */
export function numberIn(cell: RawCell): number | null {
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
}

/** {@link numberIn} is there. LibreOffice keeps a truth value as a number with a format of its own. */
export function isNumber(cell: string): string {
  return `AND(ISNUMBER(${cell}),NOT(ISLOGICAL(${cell})))`;
}

/** A condition over cells that all hold numbers; false where one does not. */
export function ifNumbers(cells: readonly string[], condition: string): string {
  const are = [...new Set(cells)].map(isNumber);
  return `IF(${are.length === 1 ? are.join('') : `AND(${are.join(',')})`},${condition},FALSE)`;
}

/** The sign a cell holds; null for everything else. */
export function signIn(cell: RawCell): MissingSign | null {
  const figure = typeof cell === 'string' ? parseFigure(cell) : null;
  return typeof figure === 'string' ? figure : null;
}

/** {@link signIn} is one of the signs, however it is typed. */
export function isSign(cell: string, signs: readonly MissingSign[]): string {
  const typed = acceptedSigns.filter((text) => {
    const figure = parseFigure(text);
    return signs.some((sign) => sign === figure);
  });
  const texts = typed.map((text) => `TRIM(${cell})=${quoted(text)}`);
  return `IF(ISTEXT(${cell}),${texts.length === 1 ? texts.join('') : `OR(${texts.join(',')})`},FALSE)`;
}

/** The number a cell is judged by: its own, or 0 for `-`. */
export function judgedIn(cell: RawCell): number | null {
  return signIn(cell) === '-' ? 0 : numberIn(cell);
}

/** {@link judgedIn} is there. */
export function isJudged(cell: string): string {
  return `IF(${isNumber(cell)},TRUE,${isSign(cell, ['-'])})`;
}

/** A condition over cells that all can be judged; false where one cannot. */
export function ifJudged(cells: readonly string[], condition: string): string {
  return `IF(AND(${cells.map(isJudged).join(',')}),${condition},FALSE)`;
}

/** {@link judgedIn} as an expression, where it is there. */
export function judgedNumberOf(cell: string): string {
  return `IF(ISNUMBER(${cell}),${cell},0)`;
}

/** Whether nothing but spaces stands in a cell. */
export function isBlank(cell: RawCell): boolean {
  return cell === null || (typeof cell === 'string' && parseFigure(cell) === null);
}

/** {@link isBlank} in Excel. */
export function isBlankFormula(cell: string): string {
  return `IF(ISERROR(${cell}),FALSE,LEN(TRIM(${cell}))=0)`;
}

/** A difference rounded as every comparison is, for a condition such as `… > 0`. */
export function compared(left: string, right: string): string {
  return `ROUND(${left}-${right},${COMPARISON_DECIMALS})`;
}
