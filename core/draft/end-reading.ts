import type { PreparedDocument } from './draft.ts';
import { endAt, type EndReading } from './end-at.ts';
import { carriedOn, sentenceYears } from './read/year.ts';
import { sentencesOf } from './sentences.ts';
import type { YearPhrase } from './year-phrases.ts';

/**
 * Reads words of a document that print no number.
 * @param line 1-based line of the document that the words cover
 * @param quote as it stands there, white space folded
 * @returns null where the line has no such words
 */
export function endReading(
  { placed, context }: PreparedDocument,
  line: number,
  quote: string,
): EndReading | null {
  for (const paragraph of placed) {
    const at = paragraph.text.indexOf(quote);
    if (at < 0 || !paragraph.lineAt.slice(at, at + quote.length).includes(line)) continue;
    let carried: YearPhrase | null = null;
    for (const { start, end } of sentencesOf(paragraph)) {
      const years = sentenceYears(paragraph, start, end, carried);
      if (at >= start && at < end)
        return endAt({ paragraph, start, end }, at, Math.min(at + quote.length, end), years, context);
      carried = carriedOn(years, [], context.years, paragraph.clean);
    }
  }
  return null;
}
