import { describe, expect, it } from 'vitest';
import { classify } from '../../../core/store/classify.ts';
import { entryKey, type Entry } from '../../../core/store/entry.ts';
import { GIVEN_HEAD, PLANNER } from '../../../core/store/given.ts';
import { figuresInForce } from '../../../core/store/in-force.ts';
import type { Decision, StoredEntry, StoredReturn } from '../../../core/store/model.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { decision, entry, received, stored } from './fixture.ts';

const HEAD = { unit: 'VN12.106', reporter: 'VN12.106', round: '2023', plans: ['lai-chau-2021'] };
const FILE = 'planner/figures.csv';

/** A version of a planner's file. */
function given(number: number, ...entries: Entry[]): { one: StoredReturn; entries: StoredEntry[] } {
  const one = received(number, { ...GIVEN_HEAD, files: [{ name: FILE, sha256: `sha-${number}` }] });
  return { one, entries: stored(number, ...entries.map((said) => ({ ...said, reporter: PLANNER }))) };
}

function returned(number: number, said: Partial<StoredReturn>, ...entries: Entry[]) {
  return { one: received(number, said), entries: stored(number, ...entries) };
}

const value = (digits: string, said: Partial<Entry> = {}) => entry({ value: digits, ...said });

function standingFor(parts: { one: StoredReturn; entries: StoredEntry[] }[], decisions: Decision[] = []) {
  const [only] = figuresInForce(
    parts.map(({ one }) => one),
    parts.flatMap(({ entries }) => entries),
    { standing: standingOf(decisions), recordOf: () => [] },
  );
  return {
    figure: only?.figure?.value ?? null,
    conflicts: only?.conflicts.map(({ figures }) => figures.map((one) => one.value)) ?? [],
  };
}

describe('a figure that the planner gave', () => {
  it('is a conflict where it comes back changed, and none where it is the same', () => {
    expect(standingFor([given(1, value('5')), returned(2, {}, value('6'))])).toEqual({
      figure: null,
      conflicts: [['6', '5']],
    });
    expect(standingFor([given(1, value('5')), returned(2, {}, value('5'))])).toEqual({
      figure: '5',
      conflicts: [],
    });
  });

  it('is in force over a less sure one and gives way to a surer one, without a quarrel', () => {
    const final = given(1, value('5'));
    const estimate = given(1, value('5', { vintage: 'estimate' }));
    const unsure = returned(2, {}, value('6', { vintage: 'estimate' }));
    expect(standingFor([final, unsure])).toEqual({ figure: '5', conflicts: [] });
    expect(standingFor([estimate, returned(2, {}, value('6'))])).toEqual({ figure: '6', conflicts: [] });
  });

  it('stays decided through versions that say the same, and not through one that says something new', () => {
    const back = returned(2, {}, value('6'));
    const choice = decision(1, { figure: entryKey(value('6')), return: 2, seen: 2 });
    expect(standingFor([given(1, value('5')), back], [choice]).figure).toBe('6');
    const again = given(3, value('5'), value('1', { indicator: 'population' }));
    expect(standingFor([given(1, value('5')), back, again], [choice]).figure).toBe('6');
    expect(standingFor([given(1, value('5')), back, given(3, value('7'))], [choice]).figure).toBeNull();
    // The unit corrected something else: what was chosen stands in its new return too.
    const corrected = returned(3, { corrects: 2 }, value('6'));
    expect(standingFor([given(1, value('5')), back, corrected], [choice]).figure).toBe('6');
  });

  it('is gone with the row that said it, as a file says all there is to say', () => {
    const parts = [given(1, value('5')), returned(2, {}, value('6')), given(3)];
    expect(standingFor(parts)).toEqual({ figure: '6', conflicts: [] });
  });

  it('of a baseline goes by its year', () => {
    const base = (digits: string, year: string) =>
      value(digits, { table: 'baselines', period: '_', vintage: '_', year });
    const changed = [given(1, base('5', '2020'), base('4', '2019')), returned(2, {}, base('6', '2020'))];
    expect(standingFor(changed).conflicts).toEqual([['6', '5']]);
    const other = [given(1, base('5', '2020')), returned(2, {}, base('6', '2021'))];
    expect(standingFor(other).conflicts).toEqual([]);
  });

  it('makes the return that changes it conflicting, a correction too', () => {
    const before = [given(1, value('5')), returned(2, {}, value('5'))];
    const arrival = { head: HEAD, entries: [value('6')], sha256: 's', content: 'c', sample: false };
    const rest = { refusals: [], doubts: [], reason: null, replaces: null };
    const received = {
      returns: before.map(({ one }) => one),
      entries: before.flatMap(({ entries }) => entries),
      standing: standingOf([]),
    };
    const expecting = { round: null, owing: () => 'return' as const, release: false };
    const { state, why, corrects } = classify({ ...arrival, ...rest, corrects: 2 }, received, expecting);
    expect([state, corrects]).toEqual(['conflicting', 2]);
    expect(why.map(({ code }) => code)).toEqual(['store-corrects', 'store-given-changed']);
    const same = classify({ ...arrival, ...rest, entries: [value('5')], corrects: 2 }, received, expecting);
    expect(same.state).toBe('correction');
  });
});
