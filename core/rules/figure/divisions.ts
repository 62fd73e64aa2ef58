import { perOf } from '../../catalogue/per.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import { figureKey, figureKeyOf } from '../../observation/key.ts';
import type { Series } from '../../target/series.ts';
import { partsOf, type Asked, type AskedFigure } from '../../workbook/asked.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';

/** A series of a share or rate with what it divides. */
export interface Division {
  series: Series;
  numerator: Indicator | null;
  denominator: Indicator | null;
  /** Whether it counts a part of its denominator. */
  isPart: boolean;
}

/** What a workbook asks for, by row key, for those who look from each of its figures at all others. */
export interface Divisions {
  /** The series of a row. */
  seriesOf: (key: string) => readonly Series[];
  /** What divides the count of a row, in the row's own stratum. */
  dividing: (key: string) => readonly Division[];
  /** What is divided by the count of a row, in the row's own stratum. */
  dividedBy: (key: string) => readonly Division[];
  /** The figures that the catalogue calls parts of a row's, in its stratum. */
  partsIn: (key: string) => readonly AskedFigure[];
}

/** Looks through what is asked once. */
export function divisionsOf(asked: Asked, { catalogue }: Pick<WorkbookRequest, 'catalogue'>): Divisions {
  const all = asked.series.map((series): Division => {
    const { indicator } = series;
    return { series, ...partsOf(indicator, catalogue), isPart: isPartOfDenominator(indicator) };
  });
  const keyIn = (of: Indicator | null, { stratum }: Series) => of && figureKey(of.id, stratum?.id ?? null);
  return {
    seriesOf: grouped(asked.series, figureKeyOf),
    dividing: grouped(all, ({ numerator, series }) => keyIn(numerator, series)),
    dividedBy: grouped(all, ({ denominator, series }) => keyIn(denominator, series)),
    partsIn: grouped(asked.figures, ({ indicator: { partOf }, stratum }) =>
      partOf === undefined ? null : figureKey(partOf, stratum?.id ?? null),
    ),
  };
}

/** Everything of a key in the order given; what has none is nowhere. */
function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
): (key: string) => readonly Item[] {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const others = found.get(key);
    if (others) others.push(item);
    else found.set(key, [item]);
  }
  return (key) => found.get(key) ?? [];
}

/** A share counts a part of its denominator; of a rate the catalogue's upper bound says so. */
function isPartOfDenominator(indicator: Indicator): boolean {
  const per = perOf(indicator);
  if (indicator.measure === 'share') return true;
  return per !== null && indicator.hard !== undefined && indicator.hard[1] <= per;
}
