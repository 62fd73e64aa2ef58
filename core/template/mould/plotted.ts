import { parseAddress } from '../../sheet/address.ts';
import { cellIndex, type ChartModel, type PlottedRange, type WorkbookModel } from '../../sheet/model.ts';
import type { FilledCell } from './filled-cells.ts';

/** A chart that shows something else; sheets are told by their place among all, charts by theirs on the sheet. */
export interface ChangedChart {
  sheet: number;
  at: number;
  chart: ChartModel;
}

/**
 * The charts that keep what changed cells held beside them, with what these hold instead.
 * @returns null where a chart keeps something else than the cells it shows hold
 */
export function changedCharts(
  { sheets }: Pick<WorkbookModel, 'sheets'>,
  cells: readonly FilledCell[],
): ChangedChart[] | null {
  const changed: ChangedChart[] = [];
  let isTold = true;
  for (const [sheet, { charts }] of sheets.entries())
    for (const [at, chart] of charts.entries()) {
      const shown = (range: PlottedRange, kept: (content: Content) => Content) => {
        const found = withCells(range, { sheets, cells, kept });
        if (found === null) isTold = false;
        return found ?? range;
      };
      const categories = shown(chart.categories, (content) => (content === '' ? null : content));
      const series = chart.series.map((one) => ({ ...one, values: shown(one.values, numberOrNone) }));
      const isOther =
        categories !== chart.categories ||
        series.some(({ values }, of) => values !== chart.series[of]?.values);
      if (isOther) changed.push({ sheet, at, chart: { ...chart, categories, series } });
    }
  return isTold ? changed : null;
}

type Content = number | string | null;

/** What is no number has no point. */
function numberOrNone(content: Content): Content {
  return typeof content === 'number' ? content : null;
}

/** A range with what changed cells hold; the very same where none of them is in it. */
function withCells(
  range: PlottedRange,
  {
    sheets,
    cells,
    kept,
  }: Pick<WorkbookModel, 'sheets'> & {
    cells: readonly FilledCell[];
    kept: (content: Content) => Content;
  },
): PlottedRange | null {
  const mark = range.reference.lastIndexOf('!');
  const name = range.reference.slice(0, mark);
  const [from, to] = range.reference
    .slice(mark + 1)
    .split(':')
    .map((one) => parseAddress(one));
  const [start, end] = [from, to ?? from];
  if (!start || !end) return null;
  const width = end.column - start.column + 1;
  const cached = [...range.cached];
  let isOther = false;
  for (const { sheet, cell } of cells) {
    const { row, column } = cell;
    const own = sheets[sheet];
    if (own === undefined || `'${own.name.replaceAll("'", "''")}'` !== name) continue;
    if (row < start.row || row > end.row || column < start.column || column > end.column) continue;
    const at = (row - start.row) * width + column - start.column;
    const before = own.cells.get(cellIndex(row, column));
    if (kept(before?.result ?? before?.value ?? null) !== kept(range.cached[at] ?? null)) return null;
    cached[at] = kept(cell.result ?? cell.value ?? null);
    isOther = true;
  }
  return isOther ? { ...range, cached } : range;
}
