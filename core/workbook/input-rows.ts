import { figureKey } from '../observation/key.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Series } from '../target/series.ts';
import type { Domain } from '../catalogue/schema.ts';
import { partsOf, type Asked, type AskedFigure } from './asked.ts';

/** A row of an input sheet: a heading, or a figure with one cell per period. */
export type InputRow =
  | { row: number; heading: string }
  | { row: number; figure: AskedFigure; number: string; series: Series | null };

/** A row that holds a figure. */
export type FigureRow = Extract<InputRow, { figure: AskedFigure }>;

/** A domain with its series. */
export interface DomainSeries {
  domain: Domain;
  series: Series[];
}

/** Rows of the form: the figures of each series under its domain, a numerator below its share. */
export function entryRows(asked: Asked, domains: readonly DomainSeries[], catalogue: Catalogue) {
  return (first: number): InputRow[] => {
    const open = new Map(
      asked.figures.filter((one) => one.part !== 'background').map((one) => [one.key, one]),
    );
    const rows: InputRow[] = [];
    let row = first;
    let number = 0;
    for (const { domain, series } of domains) {
      rows.push({ row: row++, heading: domain.name.vi });
      for (const one of series) {
        const stratum = one.stratum?.id ?? null;
        const own = figureKey(one.indicator.id, stratum);
        const counted = partsOf(one.indicator, catalogue).numerator;
        const keys = counted ? [own, figureKey(counted.id, stratum)] : [own];
        if (open.has(own)) number += 1;
        keys.forEach((key, part) => {
          const figure = open.get(key);
          if (!figure) return;
          open.delete(key);
          rows.push({
            row: row++,
            figure,
            number: part === 0 ? `${number}` : `${number}.${part}`,
            series: one,
          });
        });
      }
    }
    return rows;
  };
}

/** Rows of the sheet of shared counts, under their domains. */
export function backgroundRows(asked: Asked, catalogue: Catalogue) {
  return (first: number): InputRow[] => {
    const rows: InputRow[] = [];
    let row = first;
    let number = 0;
    for (const domain of catalogue.domains.values()) {
      const figures = asked.figures.filter(
        (one) => one.part === 'background' && one.indicator.domain === domain.id,
      );
      if (figures.length === 0) continue;
      rows.push({ row: row++, heading: domain.name.vi });
      for (const figure of figures) {
        number += 1;
        rows.push({ row: row++, figure, number: `${number}`, series: null });
      }
    }
    return rows;
  };
}
