import { describe, expect, it } from 'vitest';
import { SAYS_NOTHING, type Entry } from '../../../core/store/entry.ts';
import type { Judged, StoredReturn } from '../../../core/store/model.ts';
import { earlierFigures, withReported } from '../../../generator/renew/earlier-figures.ts';
import { MemoryStore } from '../../../generator/store/memory.ts';
import { catalogue } from '../../core/renew/fixture.ts';

const judged = (acceptance: Judged['acceptance']): Judged => ({
  acceptance,
  errors: acceptance === 'blocked' ? 1 : 0,
  warnings: acceptance === 'to-explain' ? 1 : 0,
  owed: 1,
  entered: 1,
});

function observation(unit: string, period: string, value: string, said: Partial<Entry> = {}): Entry {
  const place = 'Nhập liệu!F12';
  const of = { table: 'observations' as const, indicator: 'count-0', stratum: '_T', vintage: 'final' };
  return { ...SAYS_NOTHING, ...of, unit, reporter: unit, period, value, place, ...said };
}

/** A store of returns, one after another. */
async function storeOf(
  ...all: { round: string; acceptance: Judged['acceptance']; held?: true; entries: Entry[] }[]
): Promise<MemoryStore> {
  const store = new MemoryStore(null);
  for (const [at, { round, acceptance, held, entries }] of all.entries()) {
    const [first] = entries;
    const of = { unit: first?.unit ?? '', reporter: first?.reporter ?? '', round, plans: ['p'] };
    const one: Omit<StoredReturn, 'number' | 'files'> = {
      ...of,
      state: held ? 'held-back' : 'new',
      why: [],
      received: `${Number(round) + 1}-01-0${at + 1}T08:00:00+07:00`,
      by: null,
      sha256: String(at),
      content: String(at),
      corrects: null,
      sameAs: null,
      judged: judged(acceptance),
      reading: null,
      program: '0',
    };
    await store.take(one, entries, [{ name: `so-${at + 1}.xlsx`, bytes: new Uint8Array() }]);
  }
  return store;
}

const told = async (store: MemoryStore, withUnaccepted = false) => {
  const found = await earlierFigures(store, { catalogue, nameOf: (id) => `Xã ${id}`, withUnaccepted });
  return {
    earlier: found.earlier.map(({ unit, value, source }) => `${unit} ${value} ${source}`),
    aside: found.aside.map(({ figure: { unit, value }, why }) => `${unit} ${value} ${why}`),
    unaccepted: found.unaccepted,
  };
};

describe('figures of returns', () => {
  it('with errors stay aside until somebody decides, then come along marked', async () => {
    const store = await storeOf({
      round: '2025',
      acceptance: 'blocked',
      entries: [observation('A', '2025', '150')],
    });
    expect(await told(store)).toEqual({
      earlier: [],
      aside: ['A 150 unaccepted'],
      unaccepted: ['Xã A (so-1.xlsx)'],
    });
    expect(await told(store, true)).toEqual({
      earlier: ['A 150 Báo cáo năm 2025 của Xã A (so-1.xlsx, Nhập liệu!F12), báo cáo còn lỗi'],
      aside: [],
      unaccepted: ['Xã A (so-1.xlsx)'],
    });
  });

  it('with warnings that nobody explained come along marked; once accepted without a mark', async () => {
    const store = await storeOf({
      round: '2025',
      acceptance: 'to-explain',
      entries: [observation('A', '2025', '7')],
    });
    const [marked] = (await told(store)).earlier;
    expect(marked).toBe(
      'A 7 Báo cáo năm 2025 của Xã A (so-1.xlsx, Nhập liệu!F12), báo cáo còn điểm chưa giải thích',
    );
    const [first] = await store.returns();
    const said = { at: '2026-02-01T08:00:00+07:00', by: 'Phòng Tổng hợp', reason: 'Đã giải trình' };
    await store.decide([{ kind: 'accept', return: first?.number ?? 0, target: null, figure: null, ...said }]);
    expect((await told(store)).earlier).toEqual(['A 7 Báo cáo năm 2025 của Xã A (so-1.xlsx, Nhập liệu!F12)']);
  });

  it('that are held back stay aside, and come along only when somebody says so', async () => {
    const store = await storeOf({
      round: '2025',
      acceptance: 'accepted',
      held: true,
      entries: [observation('A', '2025', '7')],
    });
    expect(await told(store)).toMatchObject({ earlier: [], aside: ['A 7 held-back'] });
    const { earlier } = await told(store, true);
    expect(earlier).toHaveLength(1);
    expect(earlier[0]).toContain('báo cáo đang giữ lại');
  });

  it('that contradict each other never come along, and nothing else of their returns by itself', async () => {
    const store = await storeOf(
      { round: '2024', acceptance: 'accepted', entries: [observation('A', '2024', '5')] },
      {
        round: '2025',
        acceptance: 'accepted',
        entries: [observation('A', '2024', '6'), observation('A', '2025', '7')],
      },
    );
    expect(await told(store)).toMatchObject({
      earlier: [],
      aside: expect.arrayContaining(['A 5 conflict', 'A 6 conflict', 'A 7 unaccepted']) as string[],
    });
    const { earlier, aside } = await told(store, true);
    expect(earlier).toEqual([expect.stringContaining('A 7') as string]);
    expect(earlier[0]).toContain('báo cáo còn mâu thuẫn');
    expect([...aside].sort()).toEqual(['A 5 conflict', 'A 6 conflict']);
  });

  it('that an accepted return says as well are accepted, with the source they have there', async () => {
    const store = await storeOf(
      { round: '2024', acceptance: 'accepted', entries: [observation('A', '2024', '5')] },
      {
        round: '2025',
        acceptance: 'blocked',
        entries: [observation('A', '2024', '5'), observation('A', '2025', '700')],
      },
    );
    expect(await told(store)).toMatchObject({
      earlier: ['A 5 Báo cáo năm 2024 của Xã A (so-1.xlsx, Nhập liệu!F12)'],
      aside: ['A 700 unaccepted'],
    });
  });

  it('do not come back by the report of an earlier renewal in which they stayed aside', async () => {
    const store = await storeOf({
      round: '2025',
      acceptance: 'blocked',
      entries: [observation('A', '2025', '150')],
    });
    const found = await earlierFigures(store, { catalogue, nameOf: (id) => id, withUnaccepted: false });
    const reported = found.aside.map(({ figure, why, detail }) => ({ figure, why, detail }));
    const again = withReported({ ...found, aside: [] }, reported);
    expect(again.earlier).toEqual([]);
    expect(again.aside.map(({ why }) => why)).toEqual(['unaccepted']);
  });

  it('that an earlier renewal carried stay carried where only a return with errors repeats them', async () => {
    const store = await storeOf({
      round: '2025',
      acceptance: 'blocked',
      entries: [observation('A', '2024', '5', { source: 'Niên giám 2024' })],
    });
    const found = await earlierFigures(store, { catalogue, nameOf: (id) => id, withUnaccepted: false });
    expect(found.earlier).toEqual([]);
    const [one] = found.aside;
    if (!one) throw new Error('nothing aside');
    const figure = { ...one.figure, source: 'Niên giám 2024' };
    const again = withReported(found, [{ figure, why: null, detail: '' }]);
    expect(again.earlier).toEqual([figure]);
    expect(again.aside).toEqual([]);
    const other = { ...figure, value: '6' };
    expect(withReported(found, [{ figure: other, why: null, detail: '' }])).toMatchObject({
      earlier: [other],
      aside: [{ why: 'unaccepted' }],
    });
  });
});
