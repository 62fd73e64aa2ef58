/** SpreadsheetML: the transitional namespace every program writes, and the strict one Excel can write. */
export const SPREADSHEET: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
]);

/** References from a part's content to its relationships (`r:id`), and prefixes of relationship types. */
export const OFFICE_RELATIONSHIPS: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]);

/** Content of `.rels` parts. */
export const PACKAGE_RELATIONSHIPS: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/package/2006/relationships',
]);

/** What Excel 2010 added to worksheets, the same in transitional and strict files. */
export const EXCEL_2010: ReadonlySet<string> = new Set([
  'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main',
]);

/** Formulas (`xm:f`) and ranges (`xm:sqref`) of these additions. */
export const EXCEL_FORMULAS: ReadonlySet<string> = new Set([
  'http://schemas.microsoft.com/office/excel/2006/main',
]);

/** Where pictures and shapes of a sheet are anchored (`xdr:from`), transitional and strict. */
export const SHEET_DRAWING: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
  'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing',
]);

/** What drawings of all Office programs share, such as the paragraphs of a text (`a:p`). */
export const DRAWING: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/drawingml/2006/main',
  'http://purl.oclc.org/ooxml/drawingml/main',
]);

/** Content in alternative forms for newer and older programs (`mc:AlternateContent`). */
export const COMPATIBILITY: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/markup-compatibility/2006',
]);

/** The list of content types in `[Content_Types].xml`. */
export const CONTENT_TYPES: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/package/2006/content-types',
]);
