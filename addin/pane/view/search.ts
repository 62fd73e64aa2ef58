/** Marks of Vietnamese vowels and tones, apart from their letters. */
const MARKS = /\p{M}/gu;

/** A text as it is searched: without case and without marks, so that "ho ngheo" finds "hộ nghèo". */
function searchable(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd');
}

/** Whether every word of a query stands somewhere in the texts; an empty query matches everything. */
export function matches(query: string, texts: readonly string[]): boolean {
  const words = searchable(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return true;
  const content = searchable(texts.join(' '));
  return words.every((word) => content.includes(word));
}
