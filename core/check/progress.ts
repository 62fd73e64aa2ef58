import type { JudgedFigure } from '../rules/judge-all.ts';
import { communesOwed } from '../workbook/communes-left.ts';
import type { PlacedRequest } from '../workbook/placed.ts';

/** Figures a return owes, and how many of them are there. */
export interface Progress {
  owed: number;
  done: number;
}

/**
 * How much of a return is entered; every period of the round counts, and every cell of the table by commune. The
 * workbook says the same numbers.
 * @param where with the figures that came back
 */
export function progressOf(
  figures: readonly Pick<JudgedFigure, 'figure' | 'isLeft'>[],
  { request, layout }: Pick<PlacedRequest, 'request' | 'layout'>,
): Progress {
  const onForm = figures.filter(({ figure }) => figure.context.owed);
  const communes = communesOwed(request, layout.byCommune);
  const left = onForm.filter(({ isLeft }) => isLeft).length + communes.left;
  const owed = onForm.length + communes.owed;
  return { owed, done: owed - left };
}
