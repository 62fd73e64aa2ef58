import type { Figure } from '../../observation/figure.ts';

/**
 * Whether a figure the unit owes is there. A share counts once: its numerator or the published figure will
 * do.
 */
export function isDone(alternatives: readonly Figure[]): boolean {
  return alternatives.some((figure) => figure !== null);
}

/** {@link isDone} in Excel, 1 or 0. */
export function isDoneFormula(cells: readonly string[]): string {
  const filled = cells.map((cell) => `LEN(TRIM(${cell}))>0`);
  return `IF(${filled.length > 1 ? `OR(${filled.join(',')})` : filled.join('')},1,0)`;
}
