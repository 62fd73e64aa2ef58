import { compare } from '../../base/number.ts';
import { literal } from '../../target/formula.ts';
import { compared } from './cell.ts';

/** From how many on, and from what part of those that could be, figures are most of a form: fewer are chance. */
export interface Most {
  fewest: number;
  part: number;
}

/** Whether so many of those that could be are most of them. */
export function areMost(count: number, of: number, { fewest, part }: Most): boolean {
  return compare(count, Math.max(fewest, part * of)) >= 0;
}

/** The same in Excel. */
export function areMostFormula(count: string, of: string, { fewest, part }: Most): string {
  return `${compared(count, `MAX(${fewest},${literal(part)}*${of})`)}>=0`;
}

/** What a figure has to do with something that most of a form share, in TypeScript and in Excel. */
export interface SharedBy<Part, Together> {
  /** Whether there is such a thing, and the figure shares it. */
  isShared: Part;
  /** Whether it is the first that shows it: of that one it is said. */
  isFirst: Part;
  /** What the figures come to, where it is known outside cells. */
  together: Together | null;
}
