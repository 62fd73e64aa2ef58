import { type Item, onlyLeads } from '../items.ts';
import type { YearPhrase } from '../year-phrases.ts';

/** "…, đến năm 2025 sẽ giảm 40 %": the same again by another year. */
const MOVES_AGAIN = /năm\s(?:19|20)\d{2}|(?<!\p{L})(?:sẽ|phải|giảm|tăng|mục tiêu|vào|tới|hết)(?!\p{L})/gu;

/** "Giảm 25 % số … và 20 % số … so với năm 2015": the base behind a list is that of all of it. */
export function baseYear(item: Item, items: readonly Item[], phrases: readonly YearPhrase[]): number | null {
  const { start, end, segment } = item;
  const own = phrases.find((phrase) => phrase.isBase && phrase.start >= start && phrase.start <= end);
  if (own !== undefined) return own.to;
  const next = items[items.indexOf(item) + 1];
  const led = next?.before.replaceAll(MOVES_AGAIN, ' ') ?? '';
  const goesOn = next?.segment === segment && next.before.trim() !== '' && onlyLeads(led);
  return goesOn ? baseYear(next, items, phrases) : null;
}
