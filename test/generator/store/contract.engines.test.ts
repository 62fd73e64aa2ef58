import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../core/store/entry.ts';
import type { StoredEntry } from '../../../core/store/model.ts';
import type { NewDecision, Store } from '../../../generator/store/store.ts';
import { arriving, entry } from '../../core/store/fixture.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import { homes } from './homes.ts';

const WITHDRAWN: NewDecision = {
  kind: 'withdraw',
  return: null,
  target: null,
  figure: null,
  at: '2024-02-01',
  by: 'Phòng Tổng hợp',
  reason: 'thử',
};

function take(store: Store, sent: number, entries: readonly Entry[], unit = 'VN12.106') {
  const files = [{ name: `so-${sent}.xlsx`, bytes: Buffer.from(`tệp ${sent}`) }];
  return store.take({ ...arriving(sent), unit, reporter: unit }, entries, files);
}

/** Entries without the number of their return, which every home gives in its own way. */
function said(entries: readonly StoredEntry[]): Entry[] {
  return entries.map(
    (one) =>
      Object.fromEntries(
        Object.entries(one).filter(([name]) => name !== 'return' && name !== 'row'),
      ) as unknown as Entry,
  );
}

describeWithEngine('postgres', 'a store', () => {
  describe.each(homes)('in $name', ({ empty }) => {
    /** Does something with an empty store, then something else with it opened again. */
    async function within(
      work: (store: Store) => Promise<void>,
      after: (store: Store) => Promise<void> = () => Promise.resolve(),
    ): Promise<void> {
      const open = await empty();
      for (const each of [work, after]) {
        const store = await open();
        try {
          await each(store);
        } finally {
          await store.close();
        }
      }
    }

    it('gives back what it was given, to the last digit and character', async () => {
      const entries = [
        entry({
          value: '33.333333333333336',
          reason: 'dòng\nhai\r\n, "ba"\t\\N \\ \\t',
          place: 'Nhập liệu!F12',
        }),
        entry({ indicator: 'i1', value: '0.0000001' }),
        entry({ indicator: 'i2', value: '123456789012345680000' }),
        entry({ indicator: 'i3', sign: '...' }),
        entry({ indicator: 'i4', unread: "1.234,5'; DROP TABLE entries", reason: '\\N' }),
        entry({ indicator: 'i5', value: '-0.00005', mark: '', source: 'Tiếng Việt: Điện 👩‍🌾' }),
        entry({ table: 'verdicts', plan: 'p', kind: 'level', vintage: '_', verdict: 'Đạt' }),
      ];
      await within(
        async (store) => void (await take(store, 1, entries)),
        async (store) => {
          const [one] = await store.returns();
          expect(one).toEqual({ ...arriving(1), number: one?.number, files: one?.files });
          expect(await store.entries({})).toEqual(
            entries.map((each, row) => ({ ...each, return: one?.number, row })),
          );
        },
      );
    });

    it('numbers returns upwards, each above all it has told of, whosever they are', async () => {
      const numbers: number[] = [];
      await within(
        async (store) => {
          for (const unit of ['VN51.527', 'VN12.106', 'VN12.107', '_', 'VN34.342'])
            numbers.push((await take(store, numbers.length, [], unit)).number);
        },
        async (store) => {
          numbers.push((await take(store, 9, [], 'VN12.108')).number);
          expect((await store.returns()).map(({ number }) => number)).toEqual(numbers);
        },
      );
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    });

    it('gives the returns of rounds, and of the rounds that some of them are of', async () => {
      await within(
        async (store) => {
          for (const [at, round] of ['2022', '2023', '2022', '2024'].entries())
            await store.take({ ...arriving(at), round }, [entry({ value: '1' })], []);
          await take(store, 9, [], 'VN51.527');
        },
        async (store) => {
          const of = async (which?: Parameters<Store['returns']>[0]) =>
            (await store.returns(which)).map(({ round, unit }) => `${round} ${unit}`);
          const [first] = await store.returns({ rounds: ['2022'] });
          expect(await of({ rounds: ['2022'] })).toEqual(['2022 VN12.106', '2022 VN12.106']);
          expect(await of({ rounds: ["2024' OR true --"], roundsOf: [first?.number ?? 0] })).toEqual([
            '2022 VN12.106',
            '2022 VN12.106',
          ]);
          expect(await of({ rounds: [] })).toEqual([]);
          expect(await of()).toHaveLength(5);
          // After all were read, too.
          expect(await of({ rounds: ['2024'] })).toEqual(['2024 VN12.106']);
        },
      );
    });

    it('gives its entries by return and row, as far as they are asked for', async () => {
      await within(async (store) => {
        const ones = ['1', '2', '3'].map((value, at) => entry({ value, indicator: `i${at}` }));
        const first = await take(store, 1, ones);
        const second = await take(store, 2, [entry({ unit: 'VN51.527', value: '4' })], 'VN51.527');
        const values = async (filter: Parameters<Store['entries']>[0]) =>
          (await store.entries(filter)).map(({ value }) => value);
        expect(await values({})).toEqual(['1', '2', '3', '4']);
        expect(await values({ return: second.number })).toEqual(['4']);
        expect(await values({ returns: [first.number, second.number], unit: 'VN12.106' })).toEqual([
          '1',
          '2',
          '3',
        ]);
        expect(await values({ returns: [] })).toEqual([]);
        expect(await store.units()).toEqual(['VN12.106', 'VN51.527']);
        expect(await values({ indicator: 'i1', period: '2023', reporter: 'VN12.106' })).toEqual(['2']);
        expect(await values({ indicator: "i1' OR 1=1 --" })).toEqual([]);
      });
    });

    it('finds the figures that differ, whoever reports them', async () => {
      await within(async (store) => {
        const [first, second] = [entry({ value: '1' }), entry({ indicator: 'i1', value: '2' })];
        await take(store, 1, [first, second, entry({ table: 'verdicts', vintage: '_' })]);
        const other = { ...second, reporter: 'VN12.107', value: null, sign: '...' };
        const later = await take(store, 2, [first, other, entry({ period: '2024' })], 'VN12.107');
        expect(said(await store.entries({ differing: true }))).toEqual([second, other]);
        expect(said(await store.entries({ differing: true, periods: ['2023'] }))).toEqual([second, other]);
        expect(await store.entries({ differing: true, periods: ['2024'] })).toEqual([]);
        expect(await store.entries({ differing: true, periods: [] })).toEqual([]);
        expect([...(await store.periods([later.number]))].sort()).toEqual(['2023', '2024']);
        expect(await store.periods([])).toEqual([]);
        expect(said(await store.entries({ units: ['VN12.107'] }))).toEqual([]);
        const all = await store.entries({ units: ['VN12.107', 'VN12.106'], period: first.period });
        expect(all).toHaveLength(5);
        expect(await store.entries({ units: [] })).toEqual([]);
        expect(await store.units()).toEqual(['VN12.106']);
      });
    });

    it('takes a return whole or not at all', async () => {
      await within(
        async (store) => {
          await take(store, 1, [entry({ value: '1' })]);
          const nameless = { ...entry(), unit: null } as unknown as Entry;
          await expect(take(store, 2, [entry({ value: '2' }), nameless])).rejects.toThrow();
          await take(store, 3, [entry({ value: '3' })]);
        },
        async (store) => {
          expect((await store.returns()).map(({ sha256 }) => sha256)).toEqual(['sha-1', 'sha-3']);
          expect((await store.entries({})).map(({ value }) => value)).toEqual(['1', '3']);
        },
      );
    });

    it('keeps the files, and says when it has none of the name', async () => {
      await within(
        async (store) => {
          await take(store, 1, []);
          const same = [{ name: 'khác.xlsx', bytes: Buffer.from('tệp 1') }];
          await store.take({ ...arriving(2), sha256: 'other' }, [], same);
        },
        async (store) => {
          const files = (await store.returns()).flatMap((one) => one.files);
          expect(files.map(({ name }) => name)).toEqual(['so-1.xlsx', 'khác.xlsx']);
          for (const file of files)
            expect(Buffer.from((await store.original(file))?.bytes ?? []).toString()).toBe('tệp 1');
          expect(await store.original({ name: 'x', sha256: '0'.repeat(64) })).toBeNull();
        },
      );
    });

    it('takes the same bytes again when somebody has said so', async () => {
      await within(async (store) => {
        await take(store, 1, [entry({ value: '1' })]);
        await take(store, 1, [entry({ value: '1' })]);
        expect(await store.returns()).toHaveLength(2);
      });
    });

    it('keeps together what belongs together, or nothing of it', async () => {
      const together = (store: Store, value: string | null) =>
        store.takeTogether(
          'VN51',
          (next) => {
            const numbers = [next.return, next.return + next.step];
            const entries = [{ ...entry({ unit: 'VN51.527', value: '1' }), indicator: value }] as Entry[];
            return {
              returns: numbers.map((number) => ({
                one: { ...arriving(number), unit: 'VN51.527', number, files: [] },
                entries,
              })),
              decisions: numbers.map((of, at) => ({
                ...WITHDRAWN,
                return: of,
                number: next.decision + at * next.step,
                seen: of,
              })),
            };
          },
          [{ name: 'bộ.zip', bytes: Buffer.from('bộ') }],
        );
      await within(
        async (store) => {
          await take(store, 1, []);
          await expect(together(store, null)).rejects.toThrow();
          const kept = await together(store, 'i1');
          expect(await store.returns()).toHaveLength(3);
          await take(store, 4, [], 'VN51.528');
          expect(kept.decisions).toHaveLength(2);
        },
        async (store) => {
          const numbers = (await store.returns()).map(({ number }) => number);
          expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
          expect((await store.decisions()).map((one) => one.return)).toEqual(numbers.slice(1, 3));
          expect((await store.entries({})).map((one) => one.return)).toEqual(numbers.slice(1, 3));
        },
      );
    });

    it('keeps decisions in their order, with the newest return they have seen', async () => {
      const made: unknown[] = [];
      await within(
        async (store) => {
          const first = await take(store, 1, []);
          const second = await take(store, 2, [], 'VN12.107');
          const kept = await store.decide([
            { ...WITHDRAWN, return: first.number },
            { ...WITHDRAWN, return: second.number },
          ]);
          const [undone] = await store.decide([{ ...WITHDRAWN, kind: 'undo', target: kept[0]?.number ?? 0 }]);
          made.push(...kept, undone);
          expect(kept.map(({ seen }) => seen)).toEqual([second.number, second.number]);
        },
        async (store) => {
          const decisions = await store.decisions();
          expect(decisions).toEqual(made);
          const numbers = decisions.map(({ number }) => number);
          expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
          // What comes now is newer than what they have seen.
          const third = await take(store, 3, []);
          expect(third.number).toBeGreaterThan(decisions[2]?.seen ?? 0);
        },
      );
    });
  });
});
