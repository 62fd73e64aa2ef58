import type { ChartModel } from '../../../../core/sheet/model.ts';
import { drawingNamespace } from './chart-text.ts';
import { CHART, RELATIONSHIPS, SHEET_DRAWING } from './namespaces.ts';
import { element, type Xml, xmlPart } from './xml-element.ts';

/** A chart on a sheet with the id of its relationship. */
export interface PlacedChart {
  chart: ChartModel;
  relationship: string;
}

/** The part `xl/drawings/drawingN.xml` of a sheet: where each of its charts stands. */
export function drawingPart(placed: readonly PlacedChart[]): string {
  return xmlPart(
    element(
      'xdr:wsDr',
      { 'xmlns:xdr': SHEET_DRAWING, ...drawingNamespace },
      placed.map(({ chart, relationship }, at) => anchor(chart, relationship, at)),
    ),
  );
}

function anchor({ from, to, title }: ChartModel, relationship: string, at: number): Xml {
  return element(
    'xdr:twoCellAnchor',
    // The chart moves with its cells and keeps its size when rows above are fitted or columns widened.
    { editAs: 'oneCell' },
    // Both are the top left corner of their cell, so charts that share an edge do not overlap.
    corner('xdr:from', from),
    corner('xdr:to', to),
    element(
      'xdr:graphicFrame',
      { macro: '' },
      element(
        'xdr:nvGraphicFramePr',
        {},
        // Readers of the screen speak `descr`; 1 is the drawing itself.
        element('xdr:cNvPr', { id: at + 2, name: `Biểu đồ ${at + 1}`, descr: title }),
        element('xdr:cNvGraphicFramePr'),
      ),
      element('xdr:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })),
      element(
        'a:graphic',
        {},
        element(
          'a:graphicData',
          { uri: CHART },
          element('c:chart', { 'xmlns:c': CHART, 'xmlns:r': RELATIONSHIPS, 'r:id': relationship }),
        ),
      ),
    ),
    element('xdr:clientData'),
  );
}

/** The top left corner of a cell; anchors count from 0. */
function corner(name: string, { row, column }: { row: number; column: number }): Xml {
  return element(
    name,
    {},
    element('xdr:col', {}, column - 1),
    element('xdr:colOff', {}, 0),
    element('xdr:row', {}, row - 1),
    element('xdr:rowOff', {}, 0),
  );
}
