/**
 * Characters that a terminal obeys instead of showing (colours, titles, moves of the cursor), and those that turn
 * the direction of writing. Cells, file names and descriptors may hold them; line ends and tabs are ours.
 */
// eslint-disable-next-line no-control-regex
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text for a terminal: such characters as `\u001b`, which is also how JSON writes them. */
export function plainText(text: string): string {
  return text.replaceAll(OBEYED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
