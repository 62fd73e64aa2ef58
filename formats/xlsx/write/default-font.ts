const STYLES = 'xl/styles.xml';
const FIRST_FONT = /<font>.*?<\/font>/su;
/** The font of the cells themselves. */
const FONT = '<font><sz val="11"/><color theme="1"/><name val="Times New Roman"/><family val="1"/></font>';

/**
 * Makes the font of the cells the workbook's default font too. Column widths count in digits of the default
 * font; exceljs writes one that many machines lack, and columns then come out wider than meant, printed
 * letters smaller.
 */
export function withDefaultFont(parts: ReadonlyMap<string, string>): Map<string, string> {
  const done = new Map(parts);
  const text = parts.get(STYLES);
  if (text !== undefined) done.set(STYLES, text.replace(FIRST_FONT, FONT));
  return done;
}
