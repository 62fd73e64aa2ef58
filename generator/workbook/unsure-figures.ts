import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { rowMessages } from '../../core/planner/messages.ts';
import type { KnownFigure } from '../../core/planner/known-figure.ts';
import { hasColumn, vintageIn } from '../../core/round/round.ts';
import { figureKey } from '../../core/observation/key.ts';
import { type Vintage, vintages } from '../../core/observation/vintage.ts';
import type { Layout } from '../../core/workbook/layout.ts';
import { placed } from '../../core/workbook/placed.ts';
import { reportingOf, requestOf, type WorkbookJob } from './jobs.ts';
import { givenTo, mayBeFilledIn } from './known.ts';

const report = reporter(rowMessages);

/**
 * The planner's figures that have a cell in one of the workbooks and are not filled in, because none given for
 * the cell is as sure as its column says.
 * @param file the planner's file, for the place of the finding
 * @returns one finding for all of them, or none
 */
export function unsureFigures(
  jobs: readonly WorkbookJob[],
  catalogue: Catalogue,
  file: string | undefined,
): Finding[] {
  const unsure = new Map<string, { row: KnownFigure; wanted: Vintage }>();
  for (const job of jobs) {
    const round = reportingOf(job);
    for (const { unit, hasCell } of unitsIn(job, catalogue)) {
      const ofUnit = givenTo(unit, job.files).figures.filter((row) => hasColumn(round, row.period));
      const filled = new Set(ofUnit.filter((row) => mayBeFilledIn(row, round)).map(cellOf));
      for (const row of ofUnit) {
        if (filled.has(cellOf(row)) || !hasCell(figureKey(row.indicator, row.stratum), row.period)) continue;
        const before = unsure.get(cellOf(row))?.row;
        // Of several that will not do, the surest is named.
        if (before && sureness(before) >= sureness(row)) continue;
        unsure.set(cellOf(row), { row, wanted: vintageIn(round, row.period) });
      }
    }
  }
  const rows = [...unsure.values()].map(({ row: { unit, indicator, stratum, period, vintage }, wanted }) => ({
    ...{ unit, figure: figureKey(indicator, stratum), period, vintage, wanted },
  }));
  return rows.length === 0 ? [] : [report('figures-unsure', file === undefined ? {} : { file }, { rows })];
}

/** The unit of a workbook, and those that a body reports of one by one, with what they have a cell for. */
function* unitsIn(
  job: WorkbookJob,
  catalogue: Catalogue,
): Generator<{ unit: string; hasCell: (key: string, period: string) => boolean }> {
  const { unit, reporter, files } = job;
  let made: Layout | null = null;
  const layout = () => (made ??= placed(requestOf(job, catalogue)).layout);
  yield { unit: unit.id, hasCell: (key, period) => layout().figureCell(key, period) !== null };
  if (reporter.id === unit.id || files.figures.length === 0) return;
  const { rows, columns } = layout().byCommune ?? { rows: [], columns: [] };
  const hasCell = (key: string, period: string) =>
    columns.some((one) => one.figure.key === key && one.period === period);
  for (const row of rows) yield { unit: row.unit.id, hasCell };
}

/** What says which cell a figure is for. */
function cellOf({ unit, indicator, stratum, period }: KnownFigure): string {
  return `${unit}|${figureKey(indicator, stratum)}|${period}`;
}

function sureness({ vintage }: KnownFigure): number {
  return vintages.indexOf(vintage);
}
