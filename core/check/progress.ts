import type { JudgedFigure } from '../rules/judge-all.ts';

/** Figures a return owes, and how many of them are there. */
export interface Progress {
  owed: number;
  done: number;
}

/** How much of a return is entered; every period of the round counts. The workbook says the same numbers. */
export function progressOf(figures: readonly Pick<JudgedFigure, 'figure' | 'isLeft'>[]): Progress {
  const owed = figures.filter(({ figure }) => figure.context.owed);
  return { owed: owed.length, done: owed.filter(({ isLeft }) => !isLeft).length };
}
