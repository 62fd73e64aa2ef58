import { missingSigns } from '../../observation/figure.ts';
import {
  isBlank,
  isBlankFormula,
  isJudged,
  isNumber,
  isSign,
  judgedIn,
  numberIn,
  signIn,
  type RawCell,
} from './cell.ts';
import type { FigureContext, FigureSurroundings } from './surroundings.ts';

/**
 * Whether a figure that is owed is there, in TypeScript and in Excel side by side: a number, or a sign that says why
 * there is none. What nobody can read counts as little as a blank. A share or rate is there with its published figure
 * or with both its parts: what is owed is the share, so that the number of figures owed is the same all the while.
 */
export function isEntered({ parts }: Pick<FigureContext, 'parts'>, values: Parts<RawCell>): boolean {
  const { figure, numerator, denominator } = values;
  if (!isBlank(figure) || !parts.numerator) return isReadable(figure);
  if (!parts.denominator) return isReadable(numerator);
  const either = [numerator, denominator];
  return either.some((part) => NO_NUMBER.some((sign) => sign === signIn(part))) || either.every(isThere);
}

/** {@link isEntered} in Excel. */
export function isEnteredFormula({ figure, numerator, denominator }: Parts<string>): string {
  if (numerator === null) return isReadableFormula(figure);
  const parts = [numerator, ...(denominator === null ? [] : [denominator])];
  const byParts =
    denominator === null
      ? isReadableFormula(numerator)
      : `OR(${parts.map((part) => isSign(part, NO_NUMBER)).join(',')},AND(${parts.map(isJudged).join(',')}))`;
  return `IF(${isBlankFormula(figure)},${byParts},${isReadableFormula(figure)})`;
}

/** The cell of a figure and those it may be computed from. */
type Parts<Part> = Pick<FigureSurroundings<Part>, 'figure' | 'numerator' | 'denominator'>;

/** Signs that say why there is no number; `-` is a number that is 0. */
const NO_NUMBER = ['...', 'x'] as const;

function isReadable(cell: RawCell | null): boolean {
  return cell !== null && (numberIn(cell) !== null || signIn(cell) !== null);
}

function isThere(cell: RawCell | null): boolean {
  return cell !== null && judgedIn(cell) !== null;
}

function isReadableFormula(cell: string): string {
  return `IF(${isNumber(cell)},TRUE,${isSign(cell, missingSigns)})`;
}
