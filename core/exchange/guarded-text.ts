/**
 * What a spreadsheet would run as a formula when it opens a CSV file: text that begins with one of these
 * signs (full-width ones too), also after white space or NUL. A plain signed number is none.
 */
const FORMULA = /^(?![+-]?\d[\d.,]*$)[\s\0]*[=+\-@＝＋－＠\t\r\n\0]/u;

/** What it would turn into a number, a date, a time or a truth value. */
const VALUE = /^(?:[+-]?[\d.,:/%\s-]+(?:e[+-]?\d+)?|true|false)$/iu;
/** A digit before any exponent, or one of the words. */
const HOLDS_VALUE = /^(?:[^\de]*\d|true$|false$)/iu;

/**
 * A text as a cell of the Excel profile: an apostrophe stands before everything that a spreadsheet would take
 * for a formula or a value. A text that looks guarded itself gets one more, so that {@link unguardedText}
 * gives back every text.
 */
export function guardedText(text: string): string {
  return needsGuard(text) ? `'${text}` : text;
}

/** Takes the apostrophe of {@link guardedText} away. */
export function unguardedText(cell: string): string {
  return cell.startsWith("'") && needsGuard(cell) ? cell.slice(1) : cell;
}

function needsGuard(text: string): boolean {
  const core = text.replace(/^'+/u, '');
  const word = core.trim();
  return FORMULA.test(core) || (VALUE.test(word) && HOLDS_VALUE.test(word));
}
