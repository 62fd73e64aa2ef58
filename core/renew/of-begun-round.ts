import { isOfRound, type Round } from '../round/round.ts';
import type { EarlierFigure } from './earlier.ts';
import type { AsideFigure } from './input.ts';

/** Who reports in the round of the new workbooks, each with that round. */
export type RoundsOfReporters = ReadonlyMap<string, Round>;

/**
 * Takes out the figures that a reporter has entered in the very round: a new workbook that had them would show as filled
 * in beforehand what the reporter decided, without the reasons that stand beside it in the return. Those of the years
 * before come along; so do those of a reporter who gets no new workbook, as of a unit that has become part of another.
 */
export function ofBegunRound(
  figures: readonly EarlierFigure[],
  rounds: RoundsOfReporters,
): { earlier: EarlierFigure[]; aside: AsideFigure[] } {
  const earlier: EarlierFigure[] = [];
  const aside: AsideFigure[] = [];
  for (const one of figures) {
    const round = one.sentIn === undefined ? undefined : rounds.get(one.reporter);
    if (round?.period === one.sentIn && round && one.kind === 'figure' && isOfRound(round, one.period))
      aside.push({ figure: one, why: 'this-round', detail: '' });
    else earlier.push(one);
  }
  return { earlier, aside };
}
