import type { Indicator } from '../catalogue/schema.ts';
import { figureKey, parseRowKey } from '../observation/key.ts';
import { vintageIn } from '../round/round.ts';
import type { PartIndicators } from '../target/possible.ts';
import { partsOf } from '../workbook/asked.ts';
import type { WorkbookRequest } from '../workbook/request.ts';
import type { RawCell } from './figure/cell.ts';
import type { TypedCell, TypedFigures } from './typed.ts';

/** Stands for what a cell holds that nobody knows; no rule takes it for a figure, a sign or a blank. */
const UNKNOWN: RawCell = { error: '' };

/** What came back of a round, by row and period: rules ask for each cell many times. */
export interface PlacedFigures {
  /** @param key `indicator|stratum` */
  cell: (key: string, period: string) => TypedCell | undefined;
  /** What a cell holds; null where there is none. */
  raw: (key: string, period: string) => RawCell;
  /** The indicator of a row, and the rows of a share's parts; null for a row of no known indicator. */
  rowOf: (key: string) => RowParts | null;
}

/** An indicator, and its numerator and denominator with their keys. */
export interface RowParts {
  indicator: Indicator;
  partIndicators: PartIndicators;
  numerator: string | null;
  denominator: string | null;
}

/** Puts the cells of a return where the round looks for them: each period has one vintage in it. */
export function placedFigures(
  { reporting, catalogue }: Pick<WorkbookRequest, 'reporting' | 'catalogue'>,
  { cells, unknown }: TypedFigures,
): PlacedFigures {
  const byPeriod = new Map<string, Map<string, TypedCell>>();
  for (const [id, cell] of cells) {
    const [indicator = '', stratum = '', period = '', vintage = ''] = id.split('|');
    if (vintage !== vintageIn(reporting, period)) continue;
    const ofPeriod = byPeriod.get(period) ?? new Map<string, TypedCell>();
    byPeriod.set(period, ofPeriod.set(`${indicator}|${stratum}`, cell));
  }
  const rows = new Map<string, RowParts | null>();
  const partsIn = (key: string): RowParts | null => {
    const row = parseRowKey(key);
    const indicator = row && catalogue.indicators.get(row.indicator);
    if (!row || !indicator) return null;
    const partIndicators = partsOf(indicator, catalogue);
    const keyOf = (of: Indicator | null) => of && figureKey(of.id, row.stratum);
    return {
      indicator,
      partIndicators,
      numerator: keyOf(partIndicators.numerator),
      denominator: keyOf(partIndicators.denominator),
    };
  };
  const cellOf = (key: string, period: string) => byPeriod.get(period)?.get(key);
  const isUnknown = (key: string, period: string) =>
    unknown !== undefined &&
    unknown.size > 0 &&
    unknown.has(`${key}|${period}|${vintageIn(reporting, period)}`);
  return {
    cell: cellOf,
    raw(key, period) {
      const cell = cellOf(key, period);
      if (cell) return cell.raw;
      return isUnknown(key, period) ? UNKNOWN : null;
    },
    rowOf(key) {
      const known = rows.get(key);
      if (known !== undefined) return known;
      const found = partsIn(key);
      rows.set(key, found);
      return found;
    },
  };
}
