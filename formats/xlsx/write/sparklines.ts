import { cellAddress } from '../../../core/sheet/address.ts';
import type { SheetModel, SparklineModel } from '../../../core/sheet/model.ts';
import { EXCEL_2010, EXCEL_2010_FORMULA } from './charts/namespaces.ts';
import { withExtension } from './charts/sheet-end.ts';
import { element, type Xml } from './charts/xml-element.ts';

/** The name under which Excel looks for sparklines among the extensions of a sheet. */
const EXTENSION = '{05C60535-1F16-4fd2-B633-F4F36F0B64E0}';
const LINE = 'FF1F3864';
const LAST_POINT = 'FFC00000';

/**
 * Adds the sparklines of the sheets, which exceljs cannot write.
 * @param parts of a package whose `sheetN.xml` is the N-th of the sheets, as exceljs numbers them
 */
export function injectSparklines(
  parts: ReadonlyMap<string, string>,
  sheets: readonly SheetModel[],
): Map<string, string> {
  const done = new Map(parts);
  sheets.forEach(({ sparklines }, at) => {
    if (sparklines.length === 0) return;
    const name = `xl/worksheets/sheet${at + 1}.xml`;
    const text = parts.get(name);
    if (text === undefined) throw new Error(`The workbook has no part "${name}".`);
    done.set(name, withExtension(text, extension(sparklines)));
  });
  return done;
}

/** All sparklines of a sheet in one group: Excel repairs files that have a group for each. */
function extension(sparklines: readonly SparklineModel[]): Xml {
  return element(
    'ext',
    { 'xmlns:x14': EXCEL_2010, uri: EXTENSION },
    element(
      'x14:sparklineGroups',
      { 'xmlns:xm': EXCEL_2010_FORMULA },
      element(
        'x14:sparklineGroup',
        { lineWeight: 1.25, type: 'line', displayEmptyCellsAs: 'gap', last: 1, displayHidden: 1 },
        // All eight colours, as Excel writes them; those of points that are not shown do not matter.
        color('x14:colorSeries', LINE),
        color('x14:colorNegative', LAST_POINT),
        color('x14:colorAxis', 'FF000000'),
        color('x14:colorMarkers', LINE),
        color('x14:colorFirst', LINE),
        color('x14:colorLast', LAST_POINT),
        color('x14:colorHigh', LINE),
        color('x14:colorLow', LINE),
        element('x14:sparklines', {}, sparklines.map(sparkline)),
      ),
    ),
  );
}

function color(name: string, rgb: string): Xml {
  return element(name, { rgb });
}

function sparkline({ row, column, reference }: SparklineModel): Xml {
  return element(
    'x14:sparkline',
    {},
    element('xm:f', {}, relative(reference)),
    element('xm:sqref', {}, cellAddress(row, column)),
  );
}

/** Excel writes these ranges without `$`; a sheet's own name may hold one. */
function relative(reference: string): string {
  const end = reference.lastIndexOf('!') + 1;
  return reference.slice(0, end) + reference.slice(end).replaceAll('$', '');
}
