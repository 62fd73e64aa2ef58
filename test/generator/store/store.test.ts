import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Entry } from '../../../core/store/entry.ts';
import { STORE_VERSION } from '../../../generator/store/tables.ts';
import { openStore } from '../../../generator/store/home.ts';
import { rebuildStore } from '../../../generator/store/rebuild.ts';
import type { Store } from '../../../generator/store/store.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { build } from '../built.ts';
import { arriving, entry, received } from '../../core/store/fixture.ts';

const SINCE = '2024-01-31T08:00:00+07:00';

async function storeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** What a store says, opened for this question only. */
async function within<Answer>(folder: string, ask: (store: Store) => Promise<Answer>): Promise<Answer> {
  const store = await openStore(folder, SINCE);
  try {
    return await ask(store);
  } finally {
    await store.close();
  }
}

function take(store: Store, number: number, ...values: string[]) {
  const entries = values.map((value, at) => entry({ value, indicator: `i${at}` }));
  return store.take(arriving(number), entries, [
    { name: `so-${number}.xlsx`, bytes: Buffer.from(`tệp ${number}`) },
  ]);
}

/** A program that has the store open and goes on with some work. */
function programOver(folder: string, work: string): string {
  const home = join(packageRoot(), 'dist/generator/store/home.js');
  return `import { openStore } from ${JSON.stringify(home)};
    const store = await openStore(${JSON.stringify(folder)}, '${SINCE}'); ${work}`;
}

/** It in another process; what it says is gathered. */
function inAnotherProcess(folder: string, work: string): ChildProcess & { said: string } {
  const script = programOver(folder, work);
  const child = Object.assign(spawn(process.execPath, ['--input-type=module', '-e', script]), { said: '' });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdout.on('data', (text: Buffer) => {
    child.said += text.toString();
  });
  return child;
}

/** Waits until so many lines were said. */
async function linesOf(child: ChildProcess & { said: string }, count: number): Promise<void> {
  let complaint = '';
  child.stderr?.on('data', (text: Buffer) => {
    complaint += text.toString();
  });
  await new Promise<void>((done, fail) => {
    child.stdout?.on('data', () => {
      if (child.said.split('\n').length > count) done();
    });
    child.once('close', () => {
      fail(new Error(complaint));
    });
  });
}

/** Kills a process; everything it has said. */
async function killed(child: ChildProcess & { said: string }): Promise<string> {
  const closed = new Promise((done) => child.once('close', done));
  child.kill('SIGKILL');
  await closed;
  return child.said;
}

/** Milliseconds after which a writing process is killed; `CHITIEU_FULL=1` kills fifty, at random. */
const KILLED_AFTER =
  process.env.CHITIEU_FULL === '1' ? Array.from({ length: 50 }, () => Math.random() * 200) : [0, 23, 61];

beforeAll(build);

describe('a store', () => {
  it('gives back what it was given, to the last digit, after it was closed', async () => {
    const folder = await storeFolder();
    const entries = [
      entry({ value: '33.333333333333336', reason: 'dòng\nhai, "ba"', place: 'Nhập liệu!F12' }),
      entry({ indicator: 'i1', value: '0.0000001' }),
      entry({ indicator: 'i2', value: '123456789012345680000' }),
      entry({ indicator: 'i3', sign: '...' }),
      entry({ indicator: 'i4', unread: "1.234,5'; DROP TABLE entries" }),
      entry({ table: 'verdicts', plan: 'p', kind: 'level', vintage: '_', verdict: 'Đạt' }),
    ];
    const head = arriving(1);
    await within(folder, (store) => store.take(head, entries, []));
    await within(folder, async (store) => {
      expect(await store.entries({})).toEqual(entries.map((one, row) => ({ ...one, return: 1, row })));
      expect(await store.returns()).toEqual([{ ...head, number: 1, files: [] }]);
      expect(await store.entries({ indicator: 'i3', return: 1 })).toHaveLength(1);
    });
  });

  it('keeps the files under their SHA-256, and each once', async () => {
    const folder = await storeFolder();
    await within(folder, async (store) => {
      await take(store, 1, '1');
      const again = await store.take(
        { ...received(2), sha256: 'other' },
        [],
        [{ name: 'b.xlsx', bytes: Buffer.from('tệp 1') }],
      );
      expect(again.number).toBe(2);
    });
    const names = await readdir(join(folder, 'originals'));
    expect(names).toHaveLength(1);
    expect(await readFile(join(folder, 'originals', names[0] ?? ''), 'utf8')).toBe('tệp 1');
  });

  it('finds the figures that differ', async () => {
    const folder = await storeFolder();
    await within(folder, async (store) => {
      await take(store, 1, '1', '2');
      await take(store, 2, '1', '3');
      expect((await store.entries({ differing: true })).map(({ value }) => value)).toEqual(['2', '3']);
    });
  });

  it('takes a return whole or not at all', async () => {
    const folder = await storeFolder();
    await within(folder, async (store) => {
      await take(store, 1, '1');
      const nameless = { ...entry(), unit: null } as unknown as Entry;
      await expect(store.take(arriving(2), [entry({ value: '2' }), nameless], [])).rejects.toThrow();
      await take(store, 2, '3');
    });
    await within(folder, async (store) => {
      expect((await store.returns()).map(({ number }) => number)).toEqual([1, 2]);
      expect((await store.entries({})).map(({ value }) => value)).toEqual(['1', '3']);
    });
  });

  it('keeps decisions, with the newest return they have seen', async () => {
    const folder = await storeFolder();
    const said = {
      kind: 'withdraw',
      return: 1,
      target: null,
      figure: null,
      at: SINCE,
      by: 'P',
      reason: 'r',
    } as const;
    await within(folder, async (store) => {
      await take(store, 1, '1');
      await store.decide([said]);
    });
    expect(await within(folder, (store) => store.decisions())).toEqual([{ ...said, number: 1, seen: 1 }]);
  });

  it('says which process has it open, and since when', async () => {
    const folder = await storeFolder();
    const child = inAnotherProcess(folder, "console.log('open'); setInterval(() => {}, 1000);");
    await linesOf(child, 1);
    await expect(openStore(folder, SINCE)).rejects.toThrow(
      `tiến trình khác dùng (số ${child.pid}, từ 2024-01-31 08:00)`,
    );
  });

  it('is not built anew under the hands of whoever has it open', async () => {
    const folder = await storeFolder();
    await within(folder, (store) => take(store, 1, '1'));
    const child = inAnotherProcess(folder, "console.log('open'); setInterval(() => {}, 1000);");
    await linesOf(child, 1);
    await expect(rebuildStore(folder, () => undefined)).rejects.toThrow(
      `tiến trình khác dùng (số ${child.pid}`,
    );
    expect((await readdir(folder)).filter((name) => /rebuild|new/u.test(name))).toEqual([]);
  });

  it(
    'loses nothing acknowledged when its process is killed, and has nothing half there',
    { timeout: 600_000 },
    async () => {
      const folder = await storeFolder();
      const work = `const head = ${JSON.stringify(arriving(0))}; const one = ${JSON.stringify(entry({ value: '1' }))};
      for (;;) {
        const { number } = await store.take({ ...head, sha256: 's' + Math.random() }, Array.from({ length: 40 }, () => one), [{ name: 'a.csv', bytes: Buffer.from('x' + Math.random()) }]);
        process.stdout.write(number + '\\n');
      }`;
      for (const wait of KILLED_AFTER) {
        const child = inAnotherProcess(folder, work);
        await linesOf(child, 2);
        await new Promise((done) => setTimeout(done, wait));
        const acknowledged = Number((await killed(child)).trim().split('\n').at(-1));
        const [returns, entries] = await within(folder, async (store) => [
          await store.returns(),
          await store.entries({}),
        ]);
        expect(acknowledged).toBeGreaterThan(0);
        expect(returns.length).toBeGreaterThanOrEqual(acknowledged);
        expect(returns.length).toBeLessThanOrEqual(acknowledged + 1);
        expect(entries).toHaveLength(returns.length * 40);
      }
    },
  );

  it('adds to the ledger what a killed process could not, and drops a line cut off', async () => {
    const folder = await storeFolder();
    await within(folder, async (store) => {
      await take(store, 1, '1');
      await take(store, 2, '2');
    });
    const ledger = join(folder, 'ledger.jsonl');
    const before = await readFile(ledger, 'utf8');
    await writeFile(ledger, before.slice(0, -30));
    expect(await within(folder, (store) => store.returns())).toHaveLength(2);
    expect(await readFile(ledger, 'utf8')).toBe(before);
  });

  it('finds out when it is next opened what the ledger did not take', async () => {
    const folder = await storeFolder();
    const [ledger, aside] = [join(folder, 'ledger.jsonl'), join(folder, 'aside')];
    await within(folder, async (store) => {
      await take(store, 1, '1');
      await rename(ledger, aside);
      await mkdir(ledger);
      await expect(take(store, 2, '2')).rejects.toThrow();
      await rmdir(ledger);
      await rename(aside, ledger);
    });
    expect(await within(folder, (store) => store.returns())).toHaveLength(2);
    expect((await readFile(ledger, 'utf8')).trim().split('\n')).toHaveLength(2);
  });

  it('stops where the database has fewer entries than when the ledger was last held against it', async () => {
    const folder = await storeFolder();
    await within(folder, (store) => take(store, 1, '1', '2'));
    await within(folder, (store) => store.returns());
    const instance = await DuckDBInstance.create(join(folder, 'store.duckdb'));
    const connection = await instance.connect();
    await connection.run('DELETE FROM entries WHERE "row" = 1');
    connection.closeSync();
    instance.closeSync();
    await expect(openStore(folder, SINCE)).rejects.toThrow(/thiếu 1 mục đã ghi trong sổ cái, trước hết B1/u);
  });

  it('stops where the database lacks what the ledger says', async () => {
    const folder = await storeFolder();
    await within(folder, (store) => take(store, 1, '1'));
    const lost = { return: { ...received(2), sha256: 'x' }, entries: 3 };
    await appendFile(join(folder, 'ledger.jsonl'), `${JSON.stringify(lost)}\n`);
    await expect(openStore(folder, SINCE)).rejects.toThrow(
      /thiếu 1 mục đã ghi trong sổ cái, trước hết B2.*rebuild/u,
    );
    await rm(join(folder, 'store.duckdb'));
    await expect(openStore(folder, SINCE)).rejects.toThrow(/thiếu 2 mục/u);
    await rm(join(folder, 'ledger.jsonl'));
    await expect(openStore(folder, SINCE)).rejects.toThrow(/còn tệp gốc đã nhận mà thiếu cả kho/u);
    expect(await readdir(folder)).not.toContain('store.duckdb');
  });

  it('stops where a line of the ledger is damaged, and writes it anew where it is put aside', async () => {
    const folder = await storeFolder();
    await within(folder, (store) => take(store, 1, '1'));
    const ledger = join(folder, 'ledger.jsonl');
    const before = await readFile(ledger, 'utf8');
    for (const damaged of ['{"return":', 'null', '{}']) {
      await writeFile(ledger, `${before}${damaged}\n${before}`);
      await expect(openStore(folder, SINCE)).rejects.toThrow(/Dòng 2 của sổ cái .*ledger\.jsonl hỏng/u);
    }
    await rm(ledger);
    expect(await within(folder, (store) => store.returns())).toHaveLength(1);
    expect(await readFile(ledger, 'utf8')).toBe(before);
  });

  it('of a later version is refused, and left as it is', async () => {
    const folder = await storeFolder();
    await within(folder, (store) => take(store, 1, '1'));
    const path = join(folder, 'store.duckdb');
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    await connection.run(`UPDATE about SET version = ${STORE_VERSION + 1}`);
    connection.closeSync();
    instance.closeSync();
    const before = await readFile(path);
    await expect(openStore(folder, SINCE)).rejects.toThrow(`mới hơn (kho bản ${STORE_VERSION + 1}`);
    expect(before.equals(await readFile(path))).toBe(true);
  });

  it.each(['store.duckdb', 'ledger.jsonl'])('opens only regular files: a pipe as %s', async (name) => {
    const folder = await storeFolder();
    execFileSync('mkfifo', [join(folder, name)]);
    await expect(openStore(folder, SINCE)).rejects.toThrow('path-not-regular');
  });

  it('says that the disk is full, and is as it was before', async () => {
    const folder = await storeFolder();
    await within(folder, (store) => take(store, 1, '1'));
    const work = `const head = ${JSON.stringify(arriving(0))}; const one = ${JSON.stringify(entry({ value: '1' }))};
      for (let at = 0; at < 1000; at += 1) {
        const text = () => String(Math.random()).repeat(50);
        const { number } = await store.take({ ...head, sha256: text() }, Array.from({ length: 500 }, () => ({ ...one, reason: text() })), []);
        process.stdout.write(number + '\\n');
      }`;
    const script = programOver(folder, work);
    // No file may grow beyond 8 MB.
    const { stdout, stderr } = spawnSync(
      'bash',
      ['-c', 'trap "" XFSZ; ulimit -f 8192; exec "$0" --input-type=module -e "$1"', process.execPath, script],
      { encoding: 'utf8' },
    );
    expect(stderr).toContain('Đĩa đã đầy');
    const acknowledged = stdout.trim().split('\n').map(Number).at(-1) ?? 0;
    expect(acknowledged).toBeGreaterThan(1);
    await within(folder, async (store) => {
      const returns = await store.returns();
      expect(returns.length).toBeGreaterThanOrEqual(acknowledged);
      expect(returns.length).toBeLessThanOrEqual(acknowledged + 1);
      expect(await store.entries({})).toHaveLength((returns.length - 1) * 500 + 1);
    });
  });

  it('says that its file is damaged', async () => {
    const folder = await storeFolder();
    await writeFile(join(folder, 'store.duckdb'), 'không phải kho');
    await expect(openStore(folder, SINCE)).rejects.toThrow(/Không mở được kho.*store rebuild/u);
  });
});
