import { describe, expect, it } from 'vitest';
import { figuresInForce } from '../../../core/store/in-force.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { returnsAbout } from '../../../generator/register/returns-about.ts';
import { MemoryStore } from '../../../generator/store/memory.ts';
import { arriving, decision, entry } from '../../core/store/fixture.ts';

/** Returns of three rounds: the second corrects figures of 2022 by two steps, of which the one in between has none. */
async function filled(): Promise<MemoryStore> {
  const store = new MemoryStore(null);
  const take = (at: number, round: string, corrects: number | null, ...values: string[]) =>
    store.take(
      { ...arriving(at), round, corrects },
      values.map((value) => entry({ period: '2022', value })),
      [],
    );
  await take(1, '2022', null, '10');
  await take(2, '2023', null, '11');
  await take(3, '2023', 2);
  await take(4, '2023', 3, '12');
  await take(5, '2024', null);
  return store;
}

describe('the returns that decide what holds of figures', () => {
  it('are those of the same rounds: what they say is in force as it is by all returns', async () => {
    const store = await filled();
    const entries = await store.entries({ period: '2022' });
    const inForce = (returns: Parameters<typeof figuresInForce>[0]) =>
      figuresInForce(returns, entries, { standing: standingOf([]), recordOf: () => [] });
    const known = await store.returns({ rounds: ['2022'] });
    const numbers = entries.map((one) => one.return);
    const found = await returnsAbout(store, numbers, [], known);
    expect(found.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(inForce(found)).toEqual(inForce(await store.returns()));
    expect(inForce(found)[0]?.conflicts[0]?.figures.map(({ value }) => value)).toEqual(['10', '12']);
  });

  it('are those that somebody said one replaces, whatever their round', async () => {
    const store = await filled();
    const said = [decision(1, { kind: 'corrects', return: 5, target: 1 })];
    const found = await returnsAbout(store, [1], said, await store.returns({ rounds: ['2022'] }));
    expect(found.map(({ number }) => number)).toEqual([1, 5]);
  });
});
