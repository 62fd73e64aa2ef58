import { trimSpaces } from '../../base/text.ts';
import { parseFigure, type Figure } from '../../observation/figure.ts';
import { isNumberText, readingsOf } from './text-number.ts';

/**
 * What somebody means who types a figure as text, where no spreadsheet program reads it: the figure, null for a
 * blank; or all it may mean, none or several numbers. Nothing is guessed: "1.234" is asked about.
 */
export function readTyped(text: string): { figure: Figure } | { readings: number[] } {
  const typed = trimSpaces(text);
  const figure = parseFigure(typed);
  if (figure !== undefined) return { figure };
  // A per cent sign may be the unit of the row, or a hundredth of it.
  if (!isNumberText(typed) || typed.includes('%')) return { readings: [] };
  const readings = readingsOf(typed);
  const [only] = readings;
  return only !== undefined && readings.length === 1 ? { figure: only } : { readings };
}
