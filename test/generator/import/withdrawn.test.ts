import { expect, it } from 'vitest';
import { standingOf } from '../../../core/store/standing.ts';
import { take } from '../../../generator/import/import-returns.ts';
import type { ImportSetting } from '../../../generator/import/imported-file.ts';
import { MemoryStore } from '../../../generator/store/memory.ts';
import { arriving, entry } from '../../core/store/fixture.ts';

it('a file that was withdrawn comes in again when it is sent again', async () => {
  const store = new MemoryStore(null);
  const { unit, reporter, round, plans, sha256 } = arriving(1);
  const judged = { acceptance: 'accepted', errors: 0, warnings: 0, owed: 1, entered: 1 } as const;
  const read = {
    ...{ head: { unit, reporter, round, plans }, entries: [entry({ value: '1' })], sample: false, judged },
    ...{ refusals: [], doubts: [], originals: [], sha256, replaces: null, reading: null },
  };
  const setting = {
    round,
    owing: () => null,
    release: false,
    corrects: null,
    reason: null,
  } as unknown as ImportSetting;
  const taken = async () => {
    const received = { returns: await store.returns(), standing: standingOf(await store.decisions()) };
    return take(read, received, { store, setting });
  };
  const first = await taken();
  expect((await taken()).state).toBe('unchanged');
  const about = { return: first.return?.number ?? null, target: null, figure: null };
  await store.decide([{ kind: 'withdraw', ...about, at: '2024-02-01', by: 'P', reason: 'r' }]);
  const again = await taken();
  expect(again.state).toBe('new');
  expect(again.return?.number).not.toBe(first.return?.number);
  expect(await store.returns()).toHaveLength(2);
});
