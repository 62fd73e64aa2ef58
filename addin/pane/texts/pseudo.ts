const STRETCH = 0.4;
const FILLER = 'ộ ẫ';

/**
 * A text as no language has it, for tests: in brackets, so that a text which came past the tables shows, and
 * almost half as long again, in words that can be wrapped.
 */
export function pseudoText(text: string): string {
  const wanted = Math.ceil((text.length * STRETCH) / FILLER.length);
  return `⟦${text} ${Array.from({ length: wanted }, () => FILLER).join(' ')}⟧`;
}
