import { expect, it } from 'vitest';
import type { EarlierFigure } from '../../../core/renew/earlier.ts';
import { ofBegunRound } from '../../../core/renew/of-begun-round.ts';
import { roundOf } from '../../../core/round/round.ts';

const figure = (period: string, other: Partial<EarlierFigure> = {}): EarlierFigure => ({
  ...{ kind: 'figure', unit: 'u', key: 'doctors|_T', period, vintage: 'final', value: '7', sign: null },
  ...{ reporter: 'u', source: `Báo cáo ${period}`, ...other },
});

it('of a round that has begun what its reporters entered stays in their returns; the years before come along', () => {
  const round = roundOf({ text: '2026', year: 2026, frequency: 'year', part: 1 }, []);
  const own = figure('2026', { sentIn: '2026' });
  const before = figure('2025', { sentIn: '2026' });
  const ofOlderReturn = figure('2026');
  const base = figure('2026', { sentIn: '2026', kind: 'baseline' });
  // Its unit has become part of another one, which reports for it now.
  const ofOldUnit = figure('2026', { sentIn: '2026', unit: 'old', reporter: 'old' });
  const { earlier, aside } = ofBegunRound(
    [own, before, ofOlderReturn, base, ofOldUnit],
    new Map([['u', round]]),
  );
  expect(earlier).toEqual([before, ofOlderReturn, base, ofOldUnit]);
  expect(aside).toEqual([{ figure: own, why: 'this-round', detail: '' }]);
});
