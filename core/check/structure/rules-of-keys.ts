/**
 * Codes of the rules that say the same of a workbook whatever was assigned to its unit or filled in
 * beforehand: they look at keys and at the file, not at formulas, texts and numbers of the template.
 */
export const rulesOfKeys: ReadonlySet<string> = new Set([
  'cells-merged',
  'column-missing',
  'column-repeated',
  'column-unknown',
  'dates-1904',
  'external-links',
  'figure-format-misleads',
  'figure-in-two-places',
  'figure-without-key',
  'figures-hidden',
  'key-and-name-differ',
  'keys-lost',
  'macros',
  'own-verdict-in-two-places',
  'remark-cells-merged',
  'remark-column-missing',
  'remark-in-two-places',
  'remark-without-key',
  'remark-without-result',
  'row-missing',
  'row-repeated',
  'sheet-copied',
  'sheet-missing',
  'sheet-of-another-workbook',
]);
