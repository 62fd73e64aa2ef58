import { acceptedSigns, type Figure } from '../../observation/figure.ts';
import { quoted } from '../../target/formula.ts';

/**
 * Whether a figure the unit owes is there. A share counts once: its numerator or the published figure will
 * do.
 */
export function isDone(alternatives: readonly Figure[]): boolean {
  return alternatives.some((figure) => figure !== null);
}

/**
 * {@link isDone} in Excel, 1 or 0.
 * @param groups the cells of each period of the round, any of which does; all periods are owed
 */
export function isDoneFormula(groups: readonly (readonly string[])[]): string {
  const conditions = groups.map((cells) => `OR(${cells.map(isFigureFormula).join(',')})`);
  const [only] = conditions;
  return `IF(${conditions.length === 1 && only ? only : `AND(${conditions.join(',')})`},1,0)`;
}

/** Whether a cell holds a number or one of the signs: what a person typed and a reader can read. */
export function isFigureFormula(cell: string): string {
  const signs = acceptedSigns.map((sign) => `TRIM(${cell})=${quoted(sign)}`);
  return `OR(ISNUMBER(${cell}),${signs.join(',')})`;
}
