import { measured, type MeasuredParts } from '../observation/measured.ts';
import type { Figure } from '../observation/figure.ts';
import type { Series } from '../target/series.ts';
import { figureKey } from '../observation/key.ts';
import type { SeriesValues } from '../target/kind.ts';
import { isUnsound } from '../target/possible.ts';
import { partsOf } from './asked.ts';
import type { Layout } from './layout.ts';
import type { WorkbookRequest } from './request.ts';

/** The figures of a series as the workbook will hold them, for the results its formulas carry. */
export function valuesOf(request: WorkbookRequest, layout: Layout, series: Series): SeriesValues {
  const { known, round } = request;
  const stratum = series.stratum?.id ?? null;
  const key = figureKey(series.indicator.id, stratum);
  const partIndicators = partsOf(series.indicator, request.catalogue);
  const parts = (year: number): MeasuredParts<Figure> => {
    const { numerator, denominator } = partIndicators;
    const read = (indicator: { id: string } | null) =>
      indicator && layout.inputYears.includes(year)
        ? known.figure(figureKey(indicator.id, stratum), year)
        : null;
    return { published: read(series.indicator), numerator: read(numerator), denominator: read(denominator) };
  };
  const baseline = layout.baselineCells(key) ? known.baseline(key) : { year: null, value: null };
  return {
    round,
    firstYear: layout.years[0] ?? round,
    assigned: series.own || series.assigned.size > 0,
    base: { year: baseline.year, value: baseline.value },
    figure: (year) => measured(series.indicator, parts(year)),
    unsound: (year) => isUnsound(series.indicator, partIndicators, parts(year)),
  };
}
