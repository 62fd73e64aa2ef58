import type { ScannedSheet } from './sheet-scan.ts';

/** Children of a worksheet in the order the schema demands. */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
] as const;

/** Elements of other namespaces, `mc:AlternateContent` among them, stand around the controls. */
const FOREIGN = ORDER.indexOf('oleObjects');

/** Where a new child goes: before those of its own kind and all that come later. */
export function placeOfChild(sheet: ScannedSheet, kind: (typeof ORDER)[number]): number {
  const place = ORDER.indexOf(kind);
  const next = sheet.children.find(({ local, main }) => {
    const order = main ? ORDER.findIndex((known) => known === local) : FOREIGN;
    return order >= place;
  });
  return next?.span.from ?? sheet.root.closing.from;
}
