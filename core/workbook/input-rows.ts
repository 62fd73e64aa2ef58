import { figureKey } from '../observation/key.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Series } from '../target/series.ts';
import type { Domain, Indicator } from '../catalogue/schema.ts';
import { partsOf, type Asked, type AskedFigure } from './asked.ts';

/** A row of an input sheet: a heading, a figure with one cell per period, or a part of a share typed elsewhere. */
export type InputRow =
  | { row: number; heading: string }
  | { row: number; figure: AskedFigure; number: string; series: Series | null; parts?: SharePartsShown }
  | { row: number; shown: AskedFigure; number: string; part: SharePart };

/** What a share or rate is computed from. */
export type SharePart = 'numerator' | 'denominator';

/** The parts of a share that its own line shows; they are typed elsewhere. */
export type SharePartsShown = Partial<Record<SharePart, AskedFigure>>;

/** A row that holds a figure. */
export type FigureRow = Extract<InputRow, { figure: AskedFigure }>;

/** A row that shows a figure which is typed on another row, so that a share stands with both its parts. */
export type ShownRow = Extract<InputRow, { shown: AskedFigure }>;

/** A domain with its series. */
export interface DomainSeries {
  domain: Domain;
  series: Series[];
}

/**
 * Rows of the form: the figures of each series under its domain, below a share its numerator and denominator. A
 * part is typed once; where it has its cell elsewhere its row shows it.
 * @param onOneLine the line of a share shows its parts, which have no rows below it
 */
export function entryRows(
  asked: Asked,
  domains: readonly DomainSeries[],
  catalogue: Catalogue,
  onOneLine: boolean,
) {
  return (first: number): InputRow[] => {
    const known = new Map(asked.figures.map((one) => [one.key, one]));
    const open = new Set(asked.figures.flatMap(({ part, key }) => (part === 'background' ? [] : [key])));
    const rows: InputRow[] = [];
    let row = first;
    let number = 0;
    for (const { domain, series } of domains) {
      rows.push({ row: row++, heading: domain.name.vi });
      for (const one of series) {
        const keyOf = ({ id }: Indicator) => figureKey(id, one.stratum?.id ?? null);
        const own = keyOf(one.indicator);
        const isFirst = open.delete(own);
        const figure = known.get(own);
        if (isFirst) number += 1;
        if (onOneLine) {
          const parts = shownParts((part) => {
            const counted = partsOf(one.indicator, catalogue)[part];
            return counted ? known.get(keyOf(counted)) : undefined;
          });
          if (isFirst && figure) rows.push({ row: row++, figure, number: `${number}`, series: one, parts });
          continue;
        }
        if (isFirst && figure) rows.push({ row: row++, figure, number: `${number}`, series: one });
        shareParts.forEach((part, at) => {
          const counted = partsOf(one.indicator, catalogue)[part];
          const typed = counted && known.get(keyOf(counted));
          if (!typed) return;
          const place = { number: `${number}.${at + 1}` };
          if (open.delete(typed.key)) rows.push({ row: row++, ...place, figure: typed, series: one });
          else if (isFirst) rows.push({ row: row++, ...place, shown: typed, part });
        });
      }
    }
    return rows;
  };
}

function shownParts(partOf: (part: SharePart) => AskedFigure | undefined): SharePartsShown {
  return Object.fromEntries(
    shareParts.flatMap((part) => {
      const figure = partOf(part);
      return figure ? [[part, figure] as const] : [];
    }),
  );
}

const shareParts = ['numerator', 'denominator'] as const satisfies SharePart[];

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
