const SHEET = /^xl\/worksheets\/(sheet\d+\.xml)$/u;
const RELATIONSHIP = /<Relationship Id="([^"]+)" Type="[^"]+\/hyperlink" Target="#([^"]+)"[^>]*\/>/gu;

/**
 * Makes links inside the workbook what they are. exceljs writes them as relationships to an outside
 * address "#…" (and a location with the same "#"), which only some programs understand and strict readers refuse for its characters.
 */
export function linkInside(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const done = new Map(parts);
  for (const [name, data] of parts) {
    const file = SHEET.exec(name)?.[1];
    const relationships = file === undefined ? undefined : parts.get(`xl/worksheets/_rels/${file}.rels`);
    if (file === undefined || relationships === undefined) continue;
    let sheet = Buffer.from(data).toString('utf8');
    const others = Buffer.from(relationships)
      .toString('utf8')
      .replace(RELATIONSHIP, (_whole, id: string, target: string) => {
        sheet = sheet.replace(`r:id="${id}" location="#${target}"`, `location="${target}"`);
        return '';
      });
    done.set(name, Buffer.from(sheet, 'utf8'));
    const path = `xl/worksheets/_rels/${file}.rels`;
    if (others.includes('<Relationship ')) done.set(path, Buffer.from(others, 'utf8'));
    else done.delete(path);
  }
  return done;
}
