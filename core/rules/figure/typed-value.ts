import type { Indicator } from '../../catalogue/schema.ts';
import { perOf } from '../../catalogue/per.ts';
import { parseFigure, type Figure } from '../../observation/figure.ts';
import { measured, type MeasuredParts } from '../../observation/measured.ts';
import type { RawCell } from './cell.ts';

/**
 * What a row comes to from its cells as typed: as {@link measured}, where an unreadable published figure
 * stands as it is and an unreadable part counts as not there.
 */
export function typedValue(indicator: Indicator, cells: MeasuredParts<RawCell>): RawCell {
  const published = figureIn(cells.published);
  if (perOf(indicator) === null || published === undefined) return cells.published;
  return measured(indicator, {
    published,
    numerator: figureIn(cells.numerator) ?? null,
    denominator: figureIn(cells.denominator) ?? null,
  });
}

/** What a cell says that people can read; undefined for what nobody can. */
export function figureIn(cell: RawCell): Figure | undefined {
  return typeof cell === 'object' && cell !== null ? undefined : parseFigure(cell);
}
