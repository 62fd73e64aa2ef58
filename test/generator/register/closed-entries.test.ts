import { describe, expect, it } from 'vitest';
import { closedEntries } from '../../../generator/register/closed-entries.ts';
import { MemoryStore } from '../../../generator/store/memory.ts';
import { entry, received, stored } from '../../core/store/fixture.ts';

/** More than a call has room for arguments. */
const MANY = 200_000;

describe('the entries that a closing is over', () => {
  it('may be those of a whole country, of the round and of the sum', async () => {
    const [one] = stored(1, entry({ period: '2023-Q3' }));
    if (!one) throw new Error('There is no entry.');
    const store = new MemoryStore(null);
    store.entries = ({ period = '' }) =>
      Promise.resolve(Array.from({ length: period === '2023-Q3' ? MANY : 1 }, () => ({ ...one, period })));
    const returns = [received(1, { round: '2023-Q3' })];
    const found = await closedEntries(store, { round: '2023-Q3', sum: '2023-LK9' }, returns);
    expect(found).toHaveLength(MANY + 1);
  });
});
