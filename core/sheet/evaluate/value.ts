/** What a cell or a part of a formula comes to; null is a blank cell. */
export type Value = number | string | boolean | null | FormulaError;

/** An error value, which runs through a formula until something catches it. */
export class FormulaError {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

export const NO_DIVISION = new FormulaError('#DIV/0!');
export const NO_VALUE = new FormulaError('#VALUE!');
export const NO_NUMBER = new FormulaError('#NUM!');
export const NOT_FOUND = new FormulaError('#N/A');

/**
 * A formula whose result is not said here: programs differ in it, or it takes a function that is not known. Whoever
 * asked finds the result in another way.
 */
export class NotComputed extends Error {
  override readonly name = 'NotComputed';
}

/** A value as a number in a computation; a text is never read as one, programs differ in it. */
export function numberOf(value: Value): number | FormulaError {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') throw new NotComputed(`"${value}" in a computation`);
  return value;
}

/** A value as a text; of numbers only whole ones and short decimals, which all programs spell alike. */
export function textOf(value: Value): string | FormulaError {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof FormulaError) return value;
  const text = String(Number(value.toPrecision(SPELLED_DIGITS)));
  if (text.includes('e')) throw new NotComputed(`${value} as a text`);
  return text;
}

/** Significant digits that programs spell a number with. */
const SPELLED_DIGITS = 15;

/** A value as a condition. */
export function conditionOf(value: Value): boolean | FormulaError {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null) return false;
  if (typeof value === 'string') throw new NotComputed(`"${value}" as a condition`);
  return value;
}

/** Negative, zero or positive: numbers stand before texts, texts before conditions; case does not count. */
export function compareValues(left: Value, right: Value): number | FormulaError {
  // Mostly.
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (left instanceof FormulaError) return left;
  if (right instanceof FormulaError) return right;
  const [one, other] = [filled(left, right), filled(right, left)];
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other);
  return rank(one) - rank(other) || Number(one) - Number(other);
}

/** A blank cell beside a text is an empty one, beside anything else 0. */
function filled(value: Exclude<Value, FormulaError>, beside: Value): number | string | boolean {
  if (value !== null) return value;
  return typeof beside === 'string' ? '' : typeof beside === 'boolean' ? false : 0;
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  const [one, other] = [left.toUpperCase(), right.toUpperCase()];
  if (one === other) return 0;
  // Only whether texts are alike is the same in all programs: the order is that of a language.
  return one < other ? -1 : 1;
}

function rank(value: number | string | boolean): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}
