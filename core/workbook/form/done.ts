import { acceptedSigns, type Figure } from '../../observation/figure.ts';
import { quoted } from '../../target/formula.ts';

/**
 * Whether a figure the unit owes is there. A share counts once: its numerator or the published figure will
 * do.
 */
export function isDone(alternatives: readonly Figure[]): boolean {
  return alternatives.some((figure) => figure !== null);
}

/** {@link isDone} in Excel, 1 or 0. */
export function isDoneFormula(cells: readonly string[]): string {
  return `IF(OR(${cells.map(isFigureFormula).join(',')}),1,0)`;
}

/** Whether a cell holds a number or one of the signs: what a person typed and a reader can read. */
export function isFigureFormula(cell: string): string {
  const signs = acceptedSigns.map((sign) => `TRIM(${cell})=${quoted(sign)}`);
  return `OR(ISNUMBER(${cell}),${signs.join(',')})`;
}
