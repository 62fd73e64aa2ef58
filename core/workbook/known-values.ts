import { measured, type MeasuredParts } from '../observation/measured.ts';
import type { Figure } from '../observation/figure.ts';
import type { Series } from '../target/series.ts';
import { figureKey } from '../observation/key.ts';
import type { SeriesValues } from '../target/kind.ts';
import { isUnsound } from '../target/possible.ts';
import { partsOf } from './asked.ts';
import { isFractionFigure, soundBaseline } from './percent-rows.ts';
import type { WorkbookRequest } from './request.ts';
import type { Spans } from './spans.ts';

/** The figures of a series as the workbook will hold them, for the results its formulas carry. */
export function valuesOf(request: WorkbookRequest, spans: Spans, series: Series): SeriesValues {
  const { known, round } = request;
  const { inputYears, years } = spans;
  const stratum = series.stratum?.id ?? null;
  const key = figureKey(series.indicator.id, stratum);
  const partIndicators = partsOf(series.indicator, request.catalogue);
  const keyOf = (indicator: { id: string } | null) => indicator && figureKey(indicator.id, stratum);
  const [above, below] = [keyOf(partIndicators.numerator), keyOf(partIndicators.denominator)];
  // A verdict asks for the same year many times over.
  const parts = onceAYear((year): MeasuredParts<Figure> => {
    const isAsked = inputYears.includes(year);
    const read = (of: string | null) => (isAsked && of !== null ? known.figure(of, year) : null);
    return { published: read(key), numerator: read(above), denominator: read(below) };
  });
  const baseline = soundBaseline(request, spans, key);
  return {
    round,
    firstYear: years[0] ?? round,
    assigned: series.own || series.assigned.size > 0,
    base: baseline,
    figure: onceAYear((year) => measured(series.indicator, parts(year))),
    unsound: onceAYear((year) => {
      const { published } = parts(year);
      if (isUnsound(series.indicator, partIndicators, parts(year))) return true;
      // Of the round itself the rules ask; what it is judged by is not to be wrong in silence.
      return year === round - 1 && typeof published === 'number'
        ? isFractionFigure(request, spans, key, published)
        : false;
    }),
  };
}

/** What is computed of a year, the first time somebody asks. */
function onceAYear<Value>(compute: (year: number) => Value): (year: number) => Value {
  const known = new Map<number, { value: Value }>();
  return (year) => {
    const before = known.get(year);
    if (before) return before.value;
    const value = compute(year);
    known.set(year, { value });
    return value;
  };
}
