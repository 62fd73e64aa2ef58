import { execFileSync, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyStore } from '../../../generator/store/copy-store.ts';
import { openStore } from '../../../generator/store/home.ts';
import { arriving, entry } from '../../core/store/fixture.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { runAt } from '../commands/run.ts';

const NOW = '2024-02-01T08:00:00+07:00';
/** Of a process that has ended. */
const ENDED = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));

let workspace: string;
let store: string;

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'chitieu-half-'));
  store = join(workspace, 'store');
  await run('init', '.', '--province', 'VN12', '--by', 'Phòng Tổng hợp');
  const kept = await openStore(store, NOW);
  await kept.take(arriving(1), [entry({})], [{ name: 'a.xlsx', bytes: Buffer.from('a') }]);
  await kept.close();
  return () => rm(workspace, { recursive: true, force: true });
});

const run = (...args: string[]) => runAt(workspace, packageRoot(), ...args);
const beside = async () => (await readdir(workspace)).filter((name) => name.startsWith('store')).sort();

async function count(): Promise<number> {
  const opened = await openStore(store, NOW);
  const { length } = await opened.returns();
  await opened.close();
  return length;
}

describe('a copy of a store that was broken off', () => {
  it('is gone when the store is next opened; one that is being made stays', async () => {
    for (const id of [ENDED, process.pid])
      await cp(store, `${store}.version-1.tmp-${id}`, { recursive: true });
    await mkdir(join(workspace, 'store.version-1'));
    expect(await count()).toBe(1);
    expect(await beside()).toEqual(['store', 'store.version-1', `store.version-1.tmp-${process.pid}`]);
  });

  it('is no store to be taken back', async () => {
    const half = `${store}.version-1.tmp-${process.pid}`;
    await cp(store, half, { recursive: true });
    const { code, err } = await run('store', 'restore', half);
    expect([code, err]).toEqual([2, expect.stringContaining('bản chép dở')]);
    expect(await count()).toBe(1);
  });
});

describe('what the database had no room for when its process was killed', () => {
  const spilled = join('store.duckdb.tmp', 'duckdb_temp_storage_DEFAULT-0.tmp');
  const spill = async (folder: string) => {
    await mkdir(join(folder, 'store.duckdb.tmp'));
    await writeFile(join(folder, spilled), 'x');
  };

  it('is gone when the store is next opened, and in no copy', async () => {
    await spill(store);
    expect((await run('store', 'backup', join(workspace, 'ban-chep'))).code).toBe(0);
    expect(await readdir(store)).not.toContain('store.duckdb.tmp');
    await spill(store);
    await copyStore(store, join(workspace, 'ban-2'));
    expect(await readdir(join(workspace, 'ban-2'))).not.toContain('store.duckdb.tmp');
    expect(await count()).toBe(1);
  });
});

describe('restoring a store', () => {
  it('waits for nobody: while another command has the store open, nothing is put aside', async () => {
    const backup = join(workspace, 'ban-chep');
    expect((await run('store', 'backup', backup)).code).toBe(0);
    const holder = join(workspace, 'hold.mjs');
    const api = import.meta.resolve('@duckdb/node-api');
    await writeFile(
      holder,
      `const { DuckDBInstance } = await import(${JSON.stringify(api)});
       await DuckDBInstance.create(process.argv[2]); process.stdout.write('open'); process.stdin.resume();`,
    );
    const other = spawn(process.execPath, [holder, join(store, 'store.duckdb')]);
    try {
      await new Promise((done) => other.stdout.once('data', done));
      const { code, err } = await run('store', 'restore', backup);
      expect([code, err]).toEqual([2, expect.stringContaining(String(other.pid))]);
      expect(await beside()).toEqual(['store']);
    } finally {
      other.kill();
      await new Promise((done) => other.once('exit', done));
    }
    expect((await run('store', 'restore', backup)).code).toBe(0);
    expect(await count()).toBe(1);
  });

  it('that was broken off leaves no empty store to be taken for the one that was there', async () => {
    await rename(store, `${store}.before-2024-02-01T080000`);
    const { code, err } = await run('status', '--round', '2023');
    expect(code).toBe(2);
    expect(err).toContain('store.before-2024-02-01T080000');
    expect(await beside()).toEqual(['store.before-2024-02-01T080000']);
  });
});
