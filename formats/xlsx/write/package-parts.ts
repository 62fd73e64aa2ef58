import type { WorkbookModel } from '../../../core/sheet/model.ts';
import { injectCharts } from './charts/inject-charts.ts';
import { withDefaultFont } from './default-font.ts';
import { exceljsParts } from './exceljs-parts.ts';
import { injectSparklines } from './sparklines.ts';

const FIRST = '[Content_Types].xml';

/**
 * The texts of all parts of a workbook's package by name, in the order in which they stand in the file. What
 * exceljs lacks or gets wrong is put right here, so that nothing else has to know of it.
 */
export async function packageParts(model: WorkbookModel): Promise<Map<string, string>> {
  const written = withDefaultFont(await exceljsParts(model));
  const parts = injectSparklines(injectCharts(written, model.sheets), model.sheets);
  return new Map([...parts].sort(([a], [b]) => (a === FIRST ? -1 : b === FIRST ? 1 : a < b ? -1 : 1)));
}
