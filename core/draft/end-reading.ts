import type { TargetKind } from '../plan/schema.ts';
import type { PreparedDocument } from './draft.ts';
import type { Wanted } from './indicator/propose.ts';
import type { Item } from './items.ts';
import type { DraftRow, Read } from './model.ts';
import { carriedOn, sentenceYears, yearsOf } from './read/year.ts';
import { endKind } from './read/kind.ts';
import { rowYears } from './rows.ts';
import { sentencesOf } from './sentences.ts';
import type { YearPhrase } from './year-phrases.ts';

/** What words without digits say of an end: "không còn …", "duy trì …", something to be done. */
export interface EndReading {
  kind: Read<TargetKind>;
  years: DraftRow['years'];
  /** What its indicator is looked for by. */
  wanted: Wanted;
}

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
      if (at >= start && at < end) {
        const item = wordsAsItem(paragraph.clean, at, Math.min(at + quote.length, end));
        const found = yearsOf(item, [item], years, paragraph, context.years);
        const words = paragraph.clean.slice(at, at + quote.length);
        const kind = endKind(words, paragraph.clean.slice(start, at));
        return {
          kind,
          years: rowYears(kind, found, 'target', context.years),
          wanted: { own: words, around: paragraph.clean.slice(start, end), unit: null, kind: kind.value },
        };
      }
      carried = carriedOn(years, [], context.years, paragraph.clean);
    }
  }
  return null;
}

/** Words without a number, as the year of an item is looked for. */
function wordsAsItem(clean: string, start: number, end: number): Item {
  const number = {
    ...{ start: end, end, unitEnd: end, printed: '', scale: '', unit: '' },
    ...{ value: null, low: null, high: null },
  };
  return {
    ...{ number, segment: 0, start, end, hasPredicate: true },
    before: clean.slice(start, end),
    after: '',
  };
}
