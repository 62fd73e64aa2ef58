import { compare } from '../../base/number.ts';
import { literal } from '../../target/formula.ts';
import { compared } from './cell.ts';

/** What part of the distance of a ratio may be left once it is turned round. A convention. */
const RATIO_PART = 0.5;
/**
 * How far the figure may be from what is expected of the other row, as a logarithm: beyond, one of the two is of
 * another size, and turning them round explains nothing. A convention.
 */
const SIZE_OFF = 0.35;

/** A figure and what it is expected to be near. */
export interface Near<Part> {
  figure: Part;
  expected: Part;
}

/**
 * Whether the ratio typed is the one expected turned round; there is none to nothing, or to what is below zero.
 * @param ratio how far it has to be off, as a logarithm
 */
export function isTurned(own: Near<number>, one: Near<number>, ratio: number): boolean {
  const [typed, expected] = [own.figure / one.figure, own.expected / one.expected];
  const [off, left] = [Math.abs(Math.log10(typed / expected)), Math.abs(Math.log10(typed * expected))];
  const size = Math.abs(Math.log10(own.figure / one.expected));
  if (!Number.isFinite(off + left + size) || compare(size, SIZE_OFF) > 0) return false;
  return compare(off, ratio) > 0 && compare(left, ratioLeft(ratio)) < 0;
}

/** {@link isTurned} in Excel; null where the ratio says nothing. */
export function turnedFormula(one: Near<string>, own: Near<string>, ratio: number | null): string | null {
  if (ratio === null) return null;
  const off = `ABS(LOG10(${own.figure}*${one.expected}/${one.figure}/${own.expected}))`;
  const left = `ABS(LOG10(${own.figure}*${own.expected}/${one.figure}/${one.expected}))`;
  const size = `ABS(LOG10(${own.figure}/${one.expected}))`;
  const near = `${compared(left, literal(ratioLeft(ratio)))}<0,${compared(size, literal(SIZE_OFF))}<=0`;
  const turned = `AND(${compared(off, literal(ratio))}>0,${near})`;
  return `IFERROR(${turned},FALSE)`;
}

/** How far the ratio may still be off once it is turned round. */
function ratioLeft(ratio: number): number {
  return Number((RATIO_PART * ratio).toFixed(3));
}
