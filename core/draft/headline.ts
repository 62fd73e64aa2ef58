import type { DraftRow } from './model.ts';
import type { PlacedParagraph } from './outline.ts';

/** Longer than this (letters) a first paragraph is no headline. */
const LONGEST = 200;

/** Whether a paragraph is the headline of a notice: the first line, without a number and without an end. */
export function isHeadline({ label, text, index, isHeading, block }: PlacedParagraph): boolean {
  const words = text.trim();
  return (
    index === 0 &&
    label === null &&
    !isHeading &&
    block.cell === undefined &&
    words.length <= LONGEST &&
    !/[.;:,]$/u.test(words)
  );
}

/** The rows of a headline that the text below it prints again: there they stand with their year and of whom they are. */
export function saidAgain(headline: readonly DraftRow[], below: readonly DraftRow[]): DraftRow[] {
  return headline.filter((row) =>
    below.some(
      ({ role, value, low, high, unit }) =>
        role.value === 'target' &&
        value === row.value &&
        low === row.low &&
        high === row.high &&
        unit === row.unit,
    ),
  );
}
