import type { Indicator } from '../../catalogue/schema.ts';
import type { MeasuredParts } from '../../observation/measured.ts';
import {
  isPossible,
  isPossibleFormula,
  isUnsound,
  isUnsoundFormula,
  type PartIndicators,
} from '../../target/possible.ts';
import { numberIn, type RawCell } from './cell.ts';
import { figureIn } from './typed-value.ts';

/**
 * What a row came to, as far as another figure may be held against it, in TypeScript and in Excel side by side. A
 * number the indicator cannot have (118 %, half a household), and a share of parts that cannot be, say nothing of any
 * other figure: the place is then as good as blank, and the error stands at the number itself.
 */

/**
 * @param value what the cells come to
 * @param cells of the row; of all but shares and rates no parts
 */
export function asReference(
  indicator: Indicator,
  partIndicators: PartIndicators,
  value: RawCell,
  cells: MeasuredParts<RawCell>,
): RawCell {
  const number = numberIn(value);
  if (number === null) return value;
  const readable = (cell: RawCell) => figureIn(cell) ?? null;
  const parts = {
    published: readable(cells.published),
    numerator: readable(cells.numerator),
    denominator: readable(cells.denominator),
  };
  return isPossible(indicator, number) && !isUnsound(indicator, partIndicators, parts) ? value : null;
}

/**
 * {@link asReference} in Excel: an empty text for nothing; null where it is the value whatever stands there.
 * @param value reference to what the cells come to
 */
export function asReferenceFormula(
  indicator: Indicator,
  partIndicators: PartIndicators,
  value: string,
  cells: MeasuredParts<string>,
): string | null {
  const possible = isPossibleFormula(indicator, value);
  const unsound = isUnsoundFormula(indicator, partIndicators, cells);
  const sound = [...(possible === null ? [] : [possible]), ...(unsound === null ? [] : [`NOT(${unsound})`])];
  if (sound.length === 0) return null;
  const condition = sound.length === 1 ? sound.join('') : `AND(${sound.join(',')})`;
  return `IF(ISNUMBER(${value}),IF(${condition},${value},""),${value})`;
}
