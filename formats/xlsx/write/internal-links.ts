const SHEET = /^xl\/worksheets\/(sheet\d+\.xml)$/u;
const RELATIONSHIP = /<Relationship Id="[^"]+" Type="[^"]+\/hyperlink" Target="#[^"]+"[^>]*\/>/gu;
const LINK = / r:id="[^"]+" location="#([^"]+)"/gu;

/**
 * Makes links inside the workbook what they are. exceljs writes them as relationships to an outside
 * address "#…" (and a location with the same "#"), which only some programs understand and strict readers refuse for its characters.
 */
export function linkInside(parts: ReadonlyMap<string, string>): Map<string, string> {
  const done = new Map(parts);
  for (const [name, sheet] of parts) {
    const file = SHEET.exec(name)?.[1];
    const path = `xl/worksheets/_rels/${file}.rels`;
    const relationships = parts.get(path);
    if (file === undefined || relationships === undefined) continue;
    done.set(name, sheet.replace(LINK, ' location="$1"'));
    const others = relationships.replace(RELATIONSHIP, '');
    if (others.includes('<Relationship ')) done.set(path, others);
    else done.delete(path);
  }
  return done;
}
