import { trimSpaces } from '../base/text.ts';

/**
 * A figure as an officer reports it: a number, one of the signs of Vietnamese statistics, or null for a
 * cell left blank. `-` nothing occurred (counts as 0 and stays visible), `...` occurred but not available,
 * `x` not applicable.
 */
export type Figure = number | MissingSign | null;

/** The signs that stand in place of a number. */
export const missingSigns = ['-', '...', 'x'] as const;
export type MissingSign = (typeof missingSigns)[number];

/** What may be typed for each sign; the first is how it is stored. */
const ACCEPTED: Record<MissingSign, readonly string[]> = { '-': ['-'], '...': ['...', '…'], x: ['x', 'X'] };

/** Every text that stands for a sign, for the validation of input cells. */
export const acceptedSigns: readonly string[] = missingSigns.flatMap((sign) => ACCEPTED[sign]);

/**
 * Reads a cell's content as a figure.
 * @returns undefined when it is neither a finite number nor a sign nor blank; nothing is guessed from text.
 */
export function parseFigure(content: number | string | boolean | null): Figure | undefined {
  if (content === null) return null;
  if (typeof content === 'number') return Number.isFinite(content) ? content : undefined;
  if (typeof content === 'boolean') return undefined;
  // As Excel's TRIM: a no-break space is text that nobody meant, and is reported, not dropped.
  const text = trimSpaces(content);
  if (text === '') return null;
  return missingSigns.find((sign) => ACCEPTED[sign].includes(text));
}

/** The number a figure is judged by: itself, 0 for `-`, null for everything else. */
export function judgedNumber(figure: Figure): number | null {
  if (typeof figure === 'number') return figure;
  return figure === '-' ? 0 : null;
}
