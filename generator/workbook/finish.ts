import type { SheetModel } from '../../core/sheet/model.ts';
import { DEFAULT_LIMITS } from '../../formats/limits.ts';
import { readZip } from '../../formats/zip/read.ts';
import { writeZip } from '../../formats/zip/write.ts';
import { injectCharts } from './charts/inject-charts.ts';
import { withDefaultFont } from './default-font.ts';
import { linkInside } from './internal-links.ts';
import { injectSparklines } from './sparklines.ts';

const FIRST = '[Content_Types].xml';

/**
 * The one last step over the package that exceljs wrote: parts in a fixed order, fixed zip dates. What
 * exceljs lacks or gets wrong is put right here, so that nothing else has to know of it.
 * @param sheets the model of the sheets, in their order: their charts and sparklines are added. Without it
 * none are, and a finished package stays as it is.
 */
export async function finishPackage(
  bytes: Uint8Array,
  sheets: readonly SheetModel[] = [],
): Promise<Uint8Array> {
  const linked = linkInside(withDefaultFont(await readZip(bytes, DEFAULT_LIMITS)));
  const parts = injectSparklines(injectCharts(linked, sheets), sheets);
  const names = [...parts.keys()].sort((a, b) => (a === FIRST ? -1 : b === FIRST ? 1 : a < b ? -1 : 1));
  return writeZip(names.map((name) => ({ name, data: parts.get(name) ?? new Uint8Array() })));
}
