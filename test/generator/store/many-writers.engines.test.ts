import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../../core/store/entry.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { CommandFailure } from '../../../generator/failure.ts';
import { take } from '../../../generator/import/import-returns.ts';
import type { ImportSetting } from '../../../generator/import/imported-file.ts';
import type { ReadArrival } from '../../../generator/import/read-arrival.ts';
import { setUpAccount } from '../../../generator/store/postgres/account.ts';
import { storeAddress, type StoreAddress } from '../../../generator/store/postgres/address.ts';
import { openPostgres } from '../../../generator/store/postgres/store.ts';
import { sha256Of } from '../../../generator/store/originals.ts';
import { Overtaken, type NewDecision, type Store } from '../../../generator/store/store.ts';
import { arriving, entry } from '../../core/store/fixture.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import {
  endServer,
  makeServer,
  postgresServers,
  startServer,
  stopServer,
  type PostgresServer,
} from '../../engines/postgres.ts';
import { asked, coordinator, oneServer } from './homes.ts';

/** As many as the country has. */
const COUNTRY = Array.from({ length: 34 }, (_, at) => ({
  province: `VN${String(at + 10)}`,
  name: `Tỉnh ${at + 10}`,
}));
const FILES = 3;
const FIGURES = 40;
const ROUND = '2023';

/** A return of a province's own district, as it was read from a file. */
function read(province: string, at: number): ReadArrival {
  const unit = `${province}.10${at}`;
  const bytes = Buffer.from(`${unit} ${ROUND}`);
  const { plans, round } = arriving(1);
  return {
    head: { unit, reporter: unit, round, plans },
    entries: figures(unit),
    sample: false,
    judged: { acceptance: 'accepted', errors: 0, warnings: 0, owed: 1, entered: 1 },
    refusals: [],
    doubts: [],
    originals: [{ name: `${unit}.xlsx`, bytes }],
    sha256: sha256Of(bytes),
    replaces: null,
    reading: null,
  };
}

function figures(unit: string): Entry[] {
  return Array.from({ length: FIGURES }, (_, at) =>
    entry({ unit, reporter: unit, indicator: `i${at}`, value: `${unit.slice(2, 4)}.${at}` }),
  );
}

const setting = {
  round: ROUND,
  owing: () => null,
  release: false,
  corrects: null,
  reason: null,
  by: null,
  now: '2024-01-20T08:00:00+07:00',
  program: '0.1.0',
} as unknown as ImportSetting;

/** Takes the files of a province as somebody who runs the import again until it goes through. @returns the states */
async function imported(address: StoreAddress, province: string): Promise<string[]> {
  for (;;) {
    let store: Store | null = null;
    const states: string[] = [];
    try {
      store = await openPostgres(address, { province, isAsked: false });
      for (let at = 0; at < FILES; at += 1) {
        const received = { returns: await store.returns(), standing: standingOf(await store.decisions()) };
        states.push((await take(read(province, at), received, { store, setting })).state);
      }
      return states;
    } catch (error) {
      // What went wrong is said in a sentence, and nothing else goes wrong.
      if (!(error instanceof CommandFailure)) throw error;
      expect(error.message).toMatch(/không trả lời|Thiếu phần kho/u);
      await pause(100);
    } finally {
      await store?.close();
    }
  }
}

/** What somebody sees who may read everything. */
async function seen<Answer>(address: StoreAddress, ask: (store: Store) => Promise<Answer>): Promise<Answer> {
  const store = await openPostgres(address, { province: null, isAsked: true });
  try {
    return await ask(store);
  } finally {
    await store.close();
  }
}

/** An account in the place of the superuser. */
const as = (address: StoreAddress, user: string): StoreAddress => ({ ...address, user });

describeWithEngine('postgres', 'a store that many write into', () => {
  const homes = [
    ['one server', () => oneServer(COUNTRY)],
    ['three servers behind a coordinator', () => coordinator(COUNTRY)],
  ] as const;
  it.each(homes)(
    'takes 34 provinces at once, each file twice, connections broken off, whole and once: %s',
    { timeout: 600_000 },
    async (_, made) => {
      const address = await made();
      let isDone = false;
      const killing = (async () => {
        let killed = 0;
        while (!isDone) {
          await pause(150);
          for (const one of await serversOf(address)) {
            const [row] = await asked(
              one,
              `SELECT count(pg_terminate_backend(pid))::int AS killed FROM (SELECT pid FROM pg_stat_activity
                WHERE application_name = 'chitieu' AND datname = current_database() LIMIT 1) AS one`,
            );
            killed += Number(row?.killed);
          }
        }
        return killed;
      })();
      const twice = COUNTRY.flatMap(({ province }) => [province, province]);
      const states = await Promise.all(twice.map((province) => imported(address, province)));
      isDone = true;
      expect(await killing).toBeGreaterThan(0);
      expect(states.flat().every((state) => state === 'new' || state === 'unchanged')).toBe(true);
      await seen(address, async (store) => {
        const returns = await store.returns();
        const wanted = COUNTRY.flatMap(({ province }) =>
          Array.from({ length: FILES }, (_each, at) => read(province, at)),
        );
        expect(returns.map(({ sha256 }) => sha256).sort()).toEqual(wanted.map(({ sha256 }) => sha256).sort());
        const kept = (await store.entries({})).map(({ unit, indicator, value }) =>
          [unit, indicator, value].join(),
        );
        const sent = wanted.flatMap(({ entries }) => entries);
        expect(kept.sort()).toEqual(
          sent.map(({ unit, indicator, value }) => [unit, indicator, value].join()).sort(),
        );
        for (const file of returns.flatMap(({ files }) => files))
          expect(await store.original(file)).not.toBeNull();
      });
    },
  );

  describe('of which a server stops', () => {
    let own: PostgresServer | null = null;
    beforeAll(async () => {
      own = await makeServer();
      startServer(own);
    });
    afterAll(async () => {
      if (own) await endServer(own);
    });

    it(
      'gives no partial answer, names the province, and goes on when it is back',
      { timeout: 300_000 },
      async () => {
        if (!own) throw new Error('There is no server.');
        const servers = await postgresServers();
        const provinces = COUNTRY.slice(0, 3);
        const address = await coordinator(provinces, [servers[1], servers[2], servers[3], own]);
        const [first = '', , last = ''] = provinces.map(({ province }) => province);
        await imported(address, first);
        await imported(address, last);
        stopServer(own);
        const missing = new RegExp(`Thiếu phần kho của Tỉnh 12 \\(${last}\\).*không trả lời`, 'u');
        await expect(seen(address, (store) => store.entries({ period: ROUND }))).rejects.toThrow(missing);
        const own12 = openPostgres(address, { province: last, isAsked: false });
        await expect(own12).rejects.toThrow(`Phần kho của Tỉnh 12 (${last}): `);
        const other = read(first, 8);
        const store = await openPostgres(address, { province: first, isAsked: false });
        const received = { returns: await store.returns(), standing: standingOf([]) };
        expect((await take(other, received, { store, setting })).state).toBe('new');
        await store.close();
        const waiting = imported(address, last);
        await pause(300);
        startServer(own);
        expect(await waiting).toEqual(['unchanged', 'unchanged', 'unchanged']);
        expect(await seen(address, (one) => one.entries({}))).toHaveLength((2 * FILES + 1) * FIGURES);
      },
    );

    it('stops in the middle of a question with an error', { timeout: 300_000 }, async () => {
      if (!own) throw new Error('There is no server.');
      const servers = await postgresServers();
      const address = await coordinator(COUNTRY.slice(0, 1), [servers[1], own]);
      await imported(address, COUNTRY[0]?.province ?? '');
      const store = await openPostgres(address, { province: null, isAsked: true });
      const copied = await openPostgres(address, { province: null, isAsked: true });
      const { read } = await copied.figures(ROUND);
      stopServer(own);
      const missing = 'Thiếu phần kho của Tỉnh 10 (VN10)';
      await expect(store.entries({})).rejects.toThrow(missing);
      await expect(read('all')).rejects.toThrow(missing);
      await store.close();
      await copied.close();
      startServer(own);
    });
  });

  describe('for its accounts', () => {
    const provinces = COUNTRY.slice(2, 4);
    let address: StoreAddress;
    beforeAll(async () => {
      address = await oneServer(provinces);
      await setUpAccount(address, 'tinh_12', { province: 'VN12' });
      await setUpAccount(address, 'tinh_13', { province: 'VN13' });
      await setUpAccount(address, 'nhan_ca_nuoc', 'country');
      await setUpAccount(address, 'bo_xem', 'ministry');
      expect(await imported(as(address, 'tinh_12'), 'VN12')).toEqual(['new', 'new', 'new']);
      expect(await imported(as(address, 'tinh_13'), 'VN13')).toEqual(['new', 'new', 'new']);
    });

    it('a province sees and adds its own rows only, whatever it asks', async () => {
      const count = async (user: string) =>
        Number((await asked(as(address, user), 'SELECT count(*) FROM chitieu.entries'))[0]?.count);
      expect(await count('tinh_12')).toBe(FILES * FIGURES);
      expect(await count('bo_xem')).toBe(2 * FILES * FIGURES);
      const columns =
        'province, "return", "row", "table", unit, reporter, indicator, stratum, period, vintage';
      const add = (province: string) =>
        `INSERT INTO chitieu.entries (${columns}) VALUES ('${province}', 1, 1, 'observations', 'u', 'u', 'i', '_T', '2023', 'final')`;
      await expect(asked(as(address, 'tinh_12'), add('VN13'))).rejects.toThrow(/row-level security/u);
      await expect(asked(as(address, 'bo_xem'), add('VN13'))).rejects.toThrow(/permission denied/u);
      await expect(asked(as(address, 'tinh_12'), 'SELECT * FROM chitieu.entries_vn13')).rejects.toThrow(
        /permission denied/u,
      );
      for (const user of ['tinh_12', 'nhan_ca_nuoc', 'bo_xem'])
        for (const change of [
          "UPDATE chitieu.entries SET digits = '1'",
          'DELETE FROM chitieu.returns',
          'SELECT * FROM chitieu.members',
        ])
          await expect(asked(as(address, user), change)).rejects.toThrow(/permission denied/u);
    });

    it('who may not add is told so, and nothing is added', async () => {
      const wrong = openPostgres(as(address, 'tinh_12'), { province: 'VN13', isAsked: false });
      const store = await wrong;
      await expect(
        take(read('VN13', 7), { returns: [], standing: standingOf([]) }, { store, setting }),
      ).rejects.toThrow(/Không ghi được vào phần của tỉnh VN13/u);
      await store.close();
      const ministry = await openPostgres(as(address, 'bo_xem'), { province: null, isAsked: false });
      await expect(
        take(
          read('VN13', 7),
          { returns: await ministry.returns(), standing: standingOf([]) },
          { store: ministry, setting },
        ),
      ).rejects.toThrow(/không được làm việc ấy/u);
      await ministry.close();
    });

    it('whoever takes for the whole country adds to any province', async () => {
      const store = await openPostgres(as(address, 'nhan_ca_nuoc'), { province: null, isAsked: false });
      const received = { returns: await store.returns(), standing: standingOf([]) };
      expect((await take(read('VN13', 5), received, { store, setting })).state).toBe('new');
      await store.close();
    });
  });

  describe('while others write', () => {
    const DECIDED: NewDecision = {
      ...{ kind: 'close', return: null, target: null, figure: null, at: '2024-02-01', by: 'P', reason: 'r' },
      closing: { round: ROUND, checksum: '', figures: 0, leftOpen: [] },
    };

    it.each(homes)(
      'decides nothing on what it has not seen, and closes before all that comes: %s',
      async (_, made) => {
        const address = await made();
        const country = await openPostgres(address, { province: null, isAsked: false });
        await imported(address, 'VN10');
        await expect(country.decide([DECIDED])).rejects.toThrow(Overtaken);
        const before = await country.returns();
        const [closed] = await country.decide([DECIDED]);
        expect(before.every(({ number }) => number <= (closed?.seen ?? 0))).toBe(true);
        await imported(address, 'VN43');
        const province = await openPostgres(address, { province: 'VN10', isAsked: false });
        const [own] = await province.decide([DECIDED]);
        await province.close();
        const after = (await country.returns()).filter(({ unit }) => unit.startsWith('VN43'));
        expect(after).toHaveLength(FILES);
        expect(after.every(({ number }) => number > (closed?.seen ?? 0))).toBe(true);
        // The province's own closing is none of the country's.
        expect((await country.decisions()).map(({ number }) => number)).toEqual([closed?.number]);
        expect(own?.number).toBeGreaterThan(closed?.number ?? 0);
        await country.close();
      },
    );
  });
});

/** The server of a store and those behind it. */
async function serversOf(address: StoreAddress): Promise<StoreAddress[]> {
  const rows = await asked(
    address,
    'SELECT DISTINCT address FROM chitieu.provinces WHERE address IS NOT NULL',
  );
  return [
    address,
    ...rows.map((row) => ({ ...storeAddress(String(row.address), null), user: address.user })),
  ];
}
