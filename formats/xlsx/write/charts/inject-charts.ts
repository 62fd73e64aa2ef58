import type { SheetModel } from '../../../../core/sheet/model.ts';
import { chartPart } from './chart-part.ts';
import { drawingPart } from './drawing-part.ts';
import { withRelationships } from './relationships.ts';
import { withDrawing } from './sheet-end.ts';
import { element, type Xml } from './xml-element.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
/** exceljs numbers its relationships rId1, rId2 …; this one cannot meet them. */
const DRAWING_RELATIONSHIP = 'rIdDrawing';

/**
 * Adds the charts of the sheets, which exceljs cannot write. Charts are numbered through the workbook and
 * drawings by sheet, so the same model gives the same parts.
 * @param parts of a package whose `sheetN.xml` is the N-th of the sheets, as exceljs numbers them
 */
export function injectCharts(
  parts: ReadonlyMap<string, string>,
  sheets: readonly SheetModel[],
): Map<string, string> {
  const done = new Map(parts);
  const types: Xml[] = [];
  let charts = 0;
  let drawings = 0;
  const add = (name: string, contentType: string, text: string) => {
    if (done.has(name)) throw new Error(`The workbook has a part "${name}" already.`);
    done.set(name, text);
    types.push(element('Override', { PartName: `/${name}`, ContentType: contentType }));
  };

  sheets.forEach((sheet, at) => {
    if (sheet.charts.length === 0) return;
    drawings += 1;
    const placed = sheet.charts.map((chart, index) => {
      charts += 1;
      const file = `chart${charts}.xml`;
      add(`xl/charts/${file}`, CHART_TYPE, chartPart(chart));
      return { chart, relationship: `rId${index + 1}`, target: `../charts/${file}` };
    });
    const drawing = `drawing${drawings}.xml`;
    add(`xl/drawings/${drawing}`, DRAWING_TYPE, drawingPart(placed));
    done.set(
      `xl/drawings/_rels/${drawing}.rels`,
      withRelationships(
        undefined,
        placed.map(({ relationship, target }) => ({ id: relationship, kind: 'chart', target })),
      ),
    );

    const file = `sheet${at + 1}.xml`;
    const relationships = `xl/worksheets/_rels/${file}.rels`;
    done.set(
      relationships,
      withRelationships(done.get(relationships), [
        { id: DRAWING_RELATIONSHIP, kind: 'drawing', target: `../drawings/${drawing}` },
      ]),
    );
    edit(done, `xl/worksheets/${file}`, (text) =>
      withDrawing(text, element('drawing', { 'r:id': DRAWING_RELATIONSHIP })),
    );
  });

  if (types.length > 0) {
    const added = types.map(({ xml }) => xml).join('');
    edit(done, CONTENT_TYPES, (text) => text.replace('</Types>', () => `${added}</Types>`));
  }
  return done;
}

function edit(parts: Map<string, string>, name: string, change: (text: string) => string): void {
  const text = parts.get(name);
  if (text === undefined) throw new Error(`The workbook has no part "${name}".`);
  parts.set(name, change(text));
}
