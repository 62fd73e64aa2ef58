import { describe, expect, it } from 'vitest';
import { countedInTotals, livesOf, type Fate } from '../../../core/store/life.ts';
import type { Judged, StoredReturn } from '../../../core/store/model.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { entry, received, stored } from './fixture.ts';

const judged = (acceptance: Judged['acceptance']): Judged => ({
  acceptance,
  errors: acceptance === 'blocked' ? 1 : 0,
  warnings: 0,
  owed: 1,
  entered: 1,
});

describe('a figure of a correction', () => {
  const entries = [...stored(1, entry({ value: '12' })), ...stored(2, entry({ value: '13' }))];
  const told = (acceptance: Judged['acceptance'], conflicting: number[] = []) => {
    const returns: StoredReturn[] = [
      received(1),
      received(2, { state: 'correction', corrects: 1, judged: judged(acceptance) }),
    ];
    const rules = {
      standing: standingOf([]),
      conflicting: new Set(conflicting),
      recordOf: () => [],
    };
    const counted = countedInTotals(entries, returns, rules);
    return {
      fates: livesOf(entries, returns, rules).map(({ fate }) => fate),
      counted: counted.map(({ figure }) => figure?.value),
    };
  };

  it.each<[string, Judged['acceptance'], number[], Fate, string[]]>([
    ['holds once the correction is accepted', 'accepted', [], 'in-force', ['13']],
    ['counts while it is to be explained, and says so', 'to-explain', [], 'to-explain', ['13']],
    ['does not count while the correction has errors', 'blocked', [], 'blocked', []],
    ['nor while another figure of it is in conflict', 'accepted', [2], 'return-conflicting', []],
  ])('%s', (_, acceptance, conflicting, fate, counted) => {
    expect(told(acceptance, conflicting)).toEqual({ fates: ['replaced', fate], counted });
  });
});

describe('a figure that a later round repeats with errors elsewhere', () => {
  const returns = [received(1), received(2, { round: '2024', judged: judged('blocked') })];
  const counted = (value: string, vintage: string) => {
    const entries = [
      ...stored(1, entry({ value: '12', vintage: 'preliminary' })),
      ...stored(2, entry({ value, vintage })),
    ];
    const rules = { standing: standingOf([]), conflicting: new Set<number>(), recordOf: () => [] };
    return countedInTotals(entries, returns, rules).map(({ figure }) => figure?.value);
  };

  it('counts as before: the round it is of has accepted it', () => {
    expect(counted('12', 'preliminary')).toEqual(['12']);
    expect(counted('12', 'final')).toEqual(['12']);
  });

  it('and one that is another counts no more until somebody accepts it', () => {
    expect(counted('13', 'final')).toEqual([]);
  });
});
