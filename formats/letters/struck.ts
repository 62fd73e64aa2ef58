/** Strikes out the character before it. */
const STROKE = '\u0336';

/** A text as it stands on the screen with a line through it; blanks have none. */
export function struckOut(text: string): string {
  return text.replaceAll(/\S/gu, `$&${STROKE}`);
}
