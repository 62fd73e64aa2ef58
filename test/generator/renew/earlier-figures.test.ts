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
  ...all: {
    round: string;
    acceptance: Judged['acceptance'];
    held?: true;
    corrects?: number;
    entries: Entry[];
  }[]
): Promise<MemoryStore> {
  const store = new MemoryStore(null);
  for (const [at, { round, acceptance, held, corrects, entries }] of all.entries()) {
    const [first] = entries;
    const of = { unit: first?.unit ?? '', reporter: first?.reporter ?? '', round, plans: ['p'] };
    const one: Omit<StoredReturn, 'number' | 'files'> = {
      ...of,
      state: held ? 'held-back' : corrects === undefined ? 'new' : 'correction',
      why: [],
      received: `${Number(round) + 1}-01-0${at + 1}T08:00:00+07:00`,
      by: null,
      sha256: String(at),
      content: String(at),
      corrects: corrects ?? null,
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
  const rules = { catalogue, nameOf: (id: string) => `Xã ${id}`, withUnaccepted };
  const found = await earlierFigures(store, rules);
  // Unit by unit it comes to the same: what is open about one is so for all that its return says.
  const { earlier, aside, ...rest } = await earlierFigures(store, rules, 1);
  const texts = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).sort();
  expect([texts(earlier), texts(aside), rest]).toEqual([
    texts(found.earlier),
    texts(found.aside),
    { ...found, earlier: undefined, aside: undefined },
  ]);
  return {
    earlier: found.earlier.map(({ unit, value, source }) => `${unit} ${value} ${source}`),
    aside: found.aside.map(({ figure: { unit, value }, why }) => `${unit} ${value} ${why}`),
    details: found.aside.map(({ detail }) => detail),
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
    expect(await told(store)).toMatchObject({
      earlier: [],
      aside: ['A 150 unaccepted'],
      unaccepted: ['Xã A (so-1.xlsx)'],
    });
    expect(await told(store, true)).toMatchObject({
      earlier: ['A 150 Báo cáo năm 2025 của Xã A (so-1.xlsx, Nhập liệu!F12), báo cáo còn lỗi'],
      aside: [],
      unaccepted: ['Xã A (so-1.xlsx)'],
    });
  });

  it('that are others than when their round was closed are told with what they were', async () => {
    const [first, second] = [observation('A', '2025', '7'), observation('B', '2025', '8')];
    const store = await storeOf(
      { round: '2025', acceptance: 'accepted', entries: [first] },
      { round: '2025', acceptance: 'accepted', entries: [second] },
    );
    const rules = { catalogue, nameOf: (id: string) => id, withUnaccepted: false };
    expect((await earlierFigures(store, rules)).changed).toEqual([]);
    const closing = { round: '2025', checksum: '', figures: 2, leftOpen: [] };
    const at = '2026-02-01T08:00:00+07:00';
    await store.decide([
      {
        kind: 'close',
        return: null,
        target: null,
        figure: null,
        closing,
        at,
        by: 'Phòng',
        reason: 'Đủ báo cáo',
      },
    ]);
    expect((await earlierFigures(store, rules)).changed).toMatchObject([{ changes: [] }]);
    const [one] = await store.returns();
    if (!one) throw new Error('No return.');
    const { number, files, ...said } = one;
    await store.take(
      { ...said, state: 'correction', corrects: number, sha256: 'later', content: 'later' },
      [observation('A', '2025', '9')],
      files.map(({ name }) => ({ name, bytes: new Uint8Array() })),
    );
    const { changed, earlier } = await earlierFigures(store, rules, 1);
    expect(earlier.map(({ unit, value }) => `${unit} ${value}`).sort()).toEqual(['A 9', 'B 8']);
    expect(changed).toMatchObject([
      { by: { closing: { round: '2025' } }, changes: [{ before: { value: '7' }, after: { value: '9' } }] },
    ]);
  });

  it('with warnings that nobody explained come along, their source says where they stand; accepting settles them', async () => {
    const store = await storeOf({
      round: '2025',
      acceptance: 'to-explain',
      entries: [observation('A', '2025', '7')],
    });
    const source = 'A 7 Báo cáo năm 2025 của Xã A (so-1.xlsx, Nhập liệu!F12)';
    const plain = { catalogue, nameOf: (id: string) => `Xã ${id}`, withUnaccepted: false };
    const isSettled = async () => (await earlierFigures(store, plain)).earlier.map(({ settled }) => settled);
    expect((await told(store)).earlier).toEqual([source]);
    expect(await isSettled()).toEqual([undefined]);
    const [first] = await store.returns();
    const said = { at: '2026-02-01T08:00:00+07:00', by: 'Phòng Tổng hợp', reason: 'Đã giải trình' };
    await store.decide([{ kind: 'accept', return: first?.number ?? 0, target: null, figure: null, ...said }]);
    expect((await told(store)).earlier).toEqual([source]);
    expect(await isSettled()).toEqual([true]);
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

  const two = (first: string, second: string) => [
    observation('A', '2024', first),
    observation('A', '2025', second),
  ];

  it('that a later round with errors calls final stay as sure as they were accepted', async () => {
    const store = await storeOf(
      {
        round: '2024',
        acceptance: 'accepted',
        entries: [observation('A', '2024', '150', { vintage: 'preliminary' })],
      },
      { round: '2025', acceptance: 'blocked', entries: [observation('A', '2024', '150')] },
    );
    const { earlier, aside } = await earlierFigures(store, {
      catalogue,
      nameOf: (id) => id,
      withUnaccepted: false,
    });
    expect(earlier.map(({ value, vintage }) => [value, vintage])).toEqual([['150', 'preliminary']]);
    expect(aside).toEqual([]);
  });

  it('that a correction with errors leaves as they were stay accepted; what it changes waits, both values named', async () => {
    const store = await storeOf(
      { round: '2025', acceptance: 'accepted', entries: two('5', '7') },
      { round: '2025', acceptance: 'blocked', corrects: 1, entries: two('5', '700') },
    );
    expect(await told(store)).toEqual({
      earlier: ['A 5 Báo cáo năm 2025 của Xã A (so-1.xlsx, Nhập liệu!F12)'],
      aside: ['A 700 unaccepted', 'A 7 replaced'],
      details: ['700 (B2); 7 (B1)', '700 (B2); 7 (B1)'],
      unaccepted: ['Xã A (so-2.xlsx)'],
    });
    const { earlier } = await told(store, true);
    expect(earlier).toEqual([
      'A 5 Báo cáo năm 2025 của Xã A (so-1.xlsx, Nhập liệu!F12)',
      'A 700 Báo cáo năm 2025 của Xã A (so-2.xlsx, Nhập liệu!F12), báo cáo còn lỗi',
    ]);
  });

  it('that an accepted correction has replaced do not come back by a later one with errors', async () => {
    const store = await storeOf(
      { round: '2025', acceptance: 'accepted', entries: [observation('A', '2025', '5')] },
      { round: '2025', acceptance: 'accepted', corrects: 1, entries: [observation('A', '2025', '6')] },
      { round: '2025', acceptance: 'blocked', corrects: 2, entries: [observation('A', '2025', '5')] },
    );
    expect(await told(store)).toMatchObject({
      earlier: [],
      aside: ['A 5 unaccepted', 'A 6 replaced'],
      details: ['5 (B3); 6 (B2)', '5 (B3); 6 (B2)'],
    });
  });

  it('on which returns in conflict agree are accepted where one of the two is; without such a one none is', async () => {
    const store = await storeOf(
      { round: '2025', acceptance: 'accepted', entries: two('5', '7') },
      { round: '2025', acceptance: 'blocked', entries: two('5', '700') },
    );
    const { earlier, aside } = await told(store);
    expect(earlier).toEqual(['A 5 Báo cáo năm 2025 của Xã A (so-1.xlsx, Nhập liệu!F12)']);
    expect(aside).toEqual(['A 7 conflict', 'A 700 conflict']);
    const neither = await storeOf(
      { round: '2025', acceptance: 'blocked', entries: two('5', '7') },
      { round: '2025', acceptance: 'blocked', entries: two('5', '700') },
    );
    expect((await told(neither)).earlier).toEqual([]);
  });

  it('of returns with errors that a correction has replaced wait for nothing: nobody is named', async () => {
    const store = await storeOf(
      { round: '2025', acceptance: 'blocked', entries: two('5', '700') },
      { round: '2025', acceptance: 'accepted', corrects: 1, entries: two('5', '7') },
    );
    const { earlier, aside, unaccepted } = await told(store);
    expect(earlier).toHaveLength(2);
    expect(aside).toEqual(['A 700 replaced']);
    expect(unaccepted).toEqual([]);
    expect((await told(store, true)).unaccepted).toEqual([]);
  });

  it('of an accepted return that was withdrawn are accepted no longer', async () => {
    const store = await storeOf(
      { round: '2025', acceptance: 'accepted', entries: two('5', '7') },
      { round: '2025', acceptance: 'blocked', corrects: 1, entries: two('5', '7') },
    );
    const said = { at: '2026-02-01T08:00:00+07:00', by: 'Phòng Tổng hợp', reason: 'Nhầm tệp' };
    await store.decide([{ kind: 'withdraw', return: 1, target: null, figure: null, ...said }]);
    expect(await told(store)).toMatchObject({ earlier: [], aside: ['A 5 unaccepted', 'A 7 unaccepted'] });
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

it('a figure says which round it was sent in where that is the one new workbooks are asked for', async () => {
  const store = await storeOf(
    { round: '2025', acceptance: 'accepted', entries: [observation('u', '2025', '5')] },
    { round: '2026', acceptance: 'accepted', entries: [observation('u', '2026', '6')] },
  );
  const rules = { catalogue, nameOf: (id: string) => id, withUnaccepted: false };
  const sent = async (round: string | null) => {
    const { earlier } = await earlierFigures(store, { ...rules, round });
    return earlier.map(({ period, sentIn }) => [period, sentIn]);
  };
  expect(await sent('2026')).toEqual([
    ['2025', undefined],
    ['2026', '2026'],
  ]);
  expect(await sent(null)).toEqual([
    ['2025', undefined],
    ['2026', undefined],
  ]);
});
