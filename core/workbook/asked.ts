import type { Indicator, Level, Stratum } from '../catalogue/schema.ts';
import { levels } from '../catalogue/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { figureKey, seriesOf, type Series } from '../target/series.ts';
import type { WorkbookRequest } from './request.ts';

/** A figure a unit is asked for: one row, one cell per period. */
export interface AskedFigure {
  key: string;
  indicator: Indicator;
  stratum: Stratum | null;
  /**
   * `published`: the figure of a target's own indicator; `numerator`: counted so that a share can be
   * computed; `background`: a count many shares divide by, typed once on its own sheet.
   */
  part: 'published' | 'numerator' | 'background';
}

/** What a workbook is about: the series its unit sees, and the figures these need. */
export interface Asked {
  series: Series[];
  figures: AskedFigure[];
}

/**
 * What a unit is asked for. A district sees only what exists at its level, and no group of districts: the
 * target of the poor districts together is not a district's own.
 */
export function askedOf(request: WorkbookRequest): Asked {
  const series = request.plans.flatMap(seriesOf).filter((one) => existsAt(one, request.unit.level));
  const figures = new Map<string, AskedFigure>();
  const add = (indicator: Indicator, stratum: Stratum | null, part: AskedFigure['part']) => {
    const key = figureKey(indicator.id, stratum?.id ?? null);
    const before = figures.get(key);
    // A count that any share divides by is typed on the sheet of shared counts, whatever else it serves.
    if (!before || part === 'background') figures.set(key, { key, indicator, stratum, part });
  };
  for (const { indicator, stratum } of series) {
    add(indicator, stratum, 'published');
    const { numerator, denominator } = partsOf(indicator, request.catalogue);
    if (numerator) add(numerator, stratum, 'numerator');
    if (denominator) add(denominator, stratum, 'background');
  }
  return { series, figures: [...figures.values()] };
}

/** Numerator and denominator of a share or rate; null for other measures. */
export function partsOf(
  indicator: Indicator,
  catalogue: Catalogue,
): { numerator: Indicator | null; denominator: Indicator | null } {
  const find = (id: string | undefined) => (id === undefined ? null : (catalogue.indicators.get(id) ?? null));
  return { numerator: find(indicator.numerator), denominator: find(indicator.denominator) };
}

function existsAt(series: Series, level: Level): boolean {
  if (level === 'province') return true;
  if (series.stratum?.covers === 'units') return false;
  return levels.indexOf(level) <= levels.indexOf(series.indicator.source.level);
}

/** True for series whose judgement or path needs a baseline. */
export function needsBaseline(series: Series): boolean {
  return series.kind === 'level' || series.kind === 'change' || series.kind === 'growth';
}
