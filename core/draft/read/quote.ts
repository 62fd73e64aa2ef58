import { numberTokens, wholeTokenOccurrences } from '../../base/number.ts';
import { occurrences } from '../../base/text.ts';
import type { Item } from '../items.ts';
import type { Sentence } from '../sentences.ts';

/**
 * The words a row cites: its own, wider where its number stands in them twice or the list shares what stands behind,
 * the whole sentence at most. The number stands in them once.
 */
export function quoteOf(item: Item, items: readonly Item[], { paragraph, start, end }: Sentence): string {
  const { text, block } = paragraph;
  const row = block.cell?.flat?.words ?? '';
  if (holdsOnce(row, item.number.printed)) return row;
  const first = items.find((one) => one.segment === item.segment);
  const last = items.filter((one) => one.segment === item.segment).at(-1);
  const spans: [number, number][] = [
    [first?.start ?? item.start, last?.end ?? item.end],
    [first?.start ?? item.start, item.end],
    [item.start, last?.end ?? item.end],
    [item.start, item.end],
    // "34 công chức về 34 xã": up to where the same number stands again.
    [item.start, text.indexOf(item.number.printed, item.number.end + APART)],
    [item.number.start, item.end],
    [item.number.start, item.number.unitEnd],
  ];
  for (const [from, to] of spans) {
    const quote = trimmed(
      text.slice(Math.max(start, from), Math.min(end, Math.max(to, item.number.unitEnd))),
    );
    if (holdsOnce(quote, item.number.printed)) return quote;
  }
  return trimmed(text.slice(item.number.start, item.number.unitEnd));
}

/** "84/84 xã" is one figure. */
const APART = 4;

function holdsOnce(quote: string, printed: string): boolean {
  return wholeTokenOccurrences(quote, printed, occurrences(quote, printed)).length === 1;
}

const ENDS = ' ,;:.(*';

/** Without the label, marks of a list and what ends the sentence. */
function trimmed(quote: string): string {
  const begun = quote.replace(/^[\s,;:.)*#]+|^\s*[-+•]\s+/u, '');
  if (numberTokens(begun).length === 0) return quote.trim();
  let end = begun.length;
  while (end > 0 && ENDS.includes(begun[end - 1] ?? '')) end -= 1;
  return begun.slice(0, end);
}
