/** What cannot stand in a text or an attribute as it is. */
// eslint-disable-next-line no-control-regex
const SPECIAL = /[<>&'"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;
const ESCAPES: Record<string, string> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  "'": '&apos;',
  '"': '&quot;',
};

/** Text for a part: escaped as exceljs escapes; control characters, which XML cannot hold, are left out. */
export function xmlText(text: string): string {
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? '');
}
