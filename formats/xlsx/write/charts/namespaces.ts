/** Names of the vocabularies of ECMA-376 and [MS-XLSX] that charts and sparklines are written in. */
export const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const EXCEL_2010 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
export const EXCEL_2010_FORMULA = 'http://schemas.microsoft.com/office/excel/2006/main';
