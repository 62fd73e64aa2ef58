import type { ShownAs } from '../../core/sheet/facts.ts';

/** Formats every program knows by number, without a code in the file. */
const PERCENT_IDS: ReadonlySet<number> = new Set([9, 10]);
/** 27 to 36 and 50 to 58 are the calendars of East Asian languages. */
const DATE_IDS: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
/** What a code says literally: quoted texts; characters after `\`, `_` (as wide as) and `*` (fill with). */
const LITERAL_OR_BRACKET = /"[^"]*"?|[\\_*][\s\S]|\[[^\]]*\]?/gu;
const ELAPSED = /^\[(?:h+|m+|s+)\]$/iu;

/**
 * Whether a number format shows a number as a per cent (times a hundred) or as a day or time.
 * @param code the format's code as stored, in English; null where the file has none for the id
 * @returns null for a format that shows the number itself
 */
export function shownAsOf(id: number, code: string | null): ShownAs | null {
  if (code !== null) return shownAsByCode(code);
  if (PERCENT_IDS.has(id)) return 'percent';
  return DATE_IDS.some(([first, last]) => id >= first && id <= last) ? 'date' : null;
}

function shownAsByCode(code: string): ShownAs | null {
  // Colours, conditions, currencies and languages stand in brackets; so do hours beyond a day.
  const signs = code.replaceAll(LITERAL_OR_BRACKET, (part) => (ELAPSED.test(part) ? 'h' : ''));
  if (/[dmyhs]/iu.test(signs)) return 'date';
  return signs.includes('%') ? 'percent' : null;
}
