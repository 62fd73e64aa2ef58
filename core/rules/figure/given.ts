import type { Figure } from '../../observation/figure.ts';
import { isBlank, isNumber, isSign, judgedIn, numberIn, signIn, type RawCell } from './cell.ts';
import { compare } from '../../base/number.ts';
import { literal } from '../../target/formula.ts';

/** What a planner filled a cell in with, and the document it is from. */
export interface GivenFigure {
  figure: Exclude<Figure, null>;
  source: string | null;
}

/** Whether a cell holds something else than it was filled in with; a blank one too. */
export function isChanged(cell: RawCell, { figure: given }: GivenFigure): boolean {
  if (typeof given === 'string') return signIn(cell) !== given;
  const number = numberIn(cell);
  return number === null || compare(number, given) !== 0;
}

/** {@link isChanged} in Excel. */
export function isChangedFormula(cell: string, { figure: given }: GivenFigure): string {
  if (typeof given === 'string') return `NOT(${isSign(cell, [given])})`;
  return isChangedNumber(cell, literal(given));
}

/**
 * {@link isChangedFormula} for a number.
 * @param given as a literal or a reference
 */
export function isChangedNumber(cell: string, given: string): string {
  return `IF(${isNumber(cell)},ROUND(${cell}-${given},6)<>0,TRUE)`;
}

/** What stands in the cell, for a sentence. */
export function changedTo(cell: RawCell): number | string | null {
  return isBlank(cell)
    ? null
    : (judgedIn(cell) ?? (typeof cell === 'object' && cell !== null ? cell.error : String(cell)));
}
