import { governingSegment, type Series } from '../../target/series.ts';

/** Characters of the plan's sentence that a grid has room for. */
const LENGTH = 240;

/** The plan's own wording of the target that governs a year, around its number where the sentence is long. */
export function planWords(series: Series, year: number): string {
  const { statement } = governingSegment(series, year) ?? series.segments[0];
  const quote = statement.citations[0].quote.replaceAll(/\s+/gu, ' ').trim();
  if (quote.length <= LENGTH) return quote;
  const number = statement.printed === null ? 0 : Math.max(0, quote.indexOf(statement.printed));
  const start = Math.min(Math.max(0, number - LENGTH * 0.6), quote.length - LENGTH);
  const first = start === 0 ? 0 : quote.indexOf(' ', start) + 1;
  const last = first + LENGTH >= quote.length ? quote.length : quote.lastIndexOf(' ', first + LENGTH);
  return `${first > 0 ? '… ' : ''}${quote.slice(first, last)}${last < quote.length ? ' …' : ''}`;
}
