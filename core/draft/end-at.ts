import type { TargetKind } from '../plan/schema.ts';
import type { Wanted } from './indicator/propose.ts';
import type { Item } from './items.ts';
import type { DraftRow, Read } from './model.ts';
import { endKind } from './read/end-kind.ts';
import { rowYears } from './read/row-years.ts';
import { type SentenceYears, yearsOf } from './read/year.ts';
import type { RowContext } from './rows.ts';
import type { Sentence } from './sentences.ts';

/** What words without digits say of an end: "không còn …", "duy trì …", something to be done. */
export interface EndReading {
  /** Its words, as the words of a number are. */
  item: Item;
  kind: Read<TargetKind>;
  years: DraftRow['years'];
  /** What its indicator is looked for by. */
  wanted: Wanted;
}

/** Reads the words between two places of a sentence, which print no number. */
export function endAt(
  { paragraph, start, end }: Sentence,
  at: number,
  to: number,
  years: SentenceYears,
  context: RowContext,
): EndReading {
  const item = wordsAsItem(paragraph.clean, at, to);
  const found = yearsOf(item, [item], years, paragraph, context.years);
  const words = paragraph.clean.slice(at, to);
  const kind = endKind(words, paragraph.clean.slice(start, at));
  return {
    ...{ kind, item },
    years: rowYears(kind, found, context.years),
    wanted: {
      ...{ own: words, around: paragraph.clean.slice(start, end), unit: null },
      ...{ kind: kind.value, counted: '' },
    },
  };
}

/** Words without a number, as the year of an item is looked for. */
function wordsAsItem(clean: string, start: number, end: number): Item {
  const number = {
    ...{ start: end, end, unitEnd: end, printed: '', scale: '', unit: '' },
    ...{ value: null, low: null, high: null, said: null },
  };
  return {
    ...{ number, segment: 0, start, end, hasPredicate: true },
    before: clean.slice(start, end),
    after: '',
  };
}
