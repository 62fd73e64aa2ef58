/**
 * Codes of the warnings that say of typed cells that they are not read: whoever has the workbook still sees
 * them there, whoever has only its figures does not.
 */
export const contentNotRead: ReadonlySet<string> = new Set([
  'figure-without-key',
  'remark-column-missing',
  'remark-without-key',
]);
