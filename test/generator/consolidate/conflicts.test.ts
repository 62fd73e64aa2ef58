import { expect, it } from 'vitest';
import { gather } from '../../../generator/consolidate/gather.ts';
import { MemoryStore } from '../../../generator/store/memory.ts';
import { arrived, laiChau, type Sent } from '../../core/consolidate/fixture.ts';

const JOBS = 'new-jobs|_T';
const [A, B] = ['VN12.106', 'VN12.107'];

/** The round of 2023 in a store of returns; those of one number are one return, which speaks of several periods. */
async function gathered(returns: readonly (readonly Sent[])[]) {
  const store = new MemoryStore(null);
  for (const parts of returns) {
    const { returns: heads, entries } = arrived(parts);
    const [head] = heads;
    if (!head) continue;
    await store.take({ ...head, sha256: `sha ${JSON.stringify(parts)}` }, entries, []);
  }
  const { plan, catalogue } = await laiChau();
  return gather(store, {
    ...{ round: '2023', plans: [plan], catalogue, level: null, acceptedOnly: false },
    today: '2024-02-01',
  });
}

const said = (unit: string, round: string, period: string, jobs: string): Sent => ({
  unit,
  figures: { [JOBS]: jobs },
  said: { round },
  of: { period },
});

it('a return is in conflict by a figure of another period that it speaks of; others have no part in it', async () => {
  const { found, register } = await gathered([
    [said(A, '2022', '2022', '5')],
    [said(A, '2023', '2023', '10'), said(A, '2023', '2022', '6')],
    [said(B, '2023', '2023', '20')],
  ]);
  expect(
    register.conflicts.map(({ figures }) => figures.map(({ period, value }) => [period, value])),
  ).toEqual([
    [
      ['2022', '5'],
      ['2022', '6'],
    ],
  ]);
  const state = (unit: string) => register.lines.find(({ reporter }) => reporter === unit)?.state;
  expect([state(A), state(B)]).toEqual(['conflicting', 'accepted']);
  expect(found.cell(A, JOBS)).toMatchObject({ state: 'conflicting', counts: false, value: '10' });
  expect(found.cell(B, JOBS)).toMatchObject({ counts: true, value: '20' });
});

it('a conflict of a period that no return of the round speaks of leaves the round as it is', async () => {
  const { found, register } = await gathered([
    [said(A, '2021', '2021', '5')],
    [said(A, '2022', '2021', '6')],
    [said(A, '2023', '2023', '10')],
  ]);
  expect(register.conflicts).toEqual([]);
  expect(found.cell(A, JOBS)).toMatchObject({ state: 'accepted', counts: true, value: '10' });
});
