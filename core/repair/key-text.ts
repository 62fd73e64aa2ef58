import { isKeyOfRow, KEY_MARKER, parseColumnKey, parseIdentityKey } from '../workbook/contract.ts';

/** Whether a text is one of those by which programs find figures; people do not type such. */
export function isKeyText(text: string): boolean {
  return (
    text === KEY_MARKER ||
    isKeyOfRow(text) ||
    isKeyOfRow(text.split('|').slice(0, -1).join('|')) ||
    parseColumnKey(text) !== null ||
    parseIdentityKey(text) !== null
  );
}
