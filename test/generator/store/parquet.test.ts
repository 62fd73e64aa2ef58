import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it, onTestFinished } from 'vitest';
import { importParquet } from '../../../generator/store/parquet-read.ts';
import { openStore } from '../../../generator/store/home.ts';
import { arriving, entry } from '../../core/store/fixture.ts';

const SINCE = '2024-01-31T08:00:00+07:00';

/** Rows that another program reads. */
async function asked(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(sql);
  const rows = reader
    .getRows()
    .map((row) => row.map((cell) => (typeof cell === 'object' && cell !== null ? String(cell) : cell)));
  connection.closeSync();
  instance.closeSync();
  return rows;
}

const ENTRIES = [
  entry({ indicator: 'i1', value: '33.333333333333336', reason: "dòng\nhai, 'ba'" }),
  entry({ indicator: 'i2', value: '0.0000001' }),
  entry({ indicator: 'i3', value: '123456789012345680000' }),
  entry({ indicator: 'i4', sign: '...' }),
  entry({ indicator: 'i5', value: '12.5', period: '2026', unit: 'VN01', reporter: 'VN01' }),
  entry({ indicator: 'i6', value: '7.25', period: '2026', unit: 'VN01.00004', reporter: 'VN01.00004' }),
  entry({ table: 'baselines', indicator: 'i7', value: '18.4', period: '_', vintage: '_', year: '2020' }),
];

describe('a store written as Parquet', () => {
  it('gives another program the same rows, codes as text, and says counts, sums and SHA-256', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chitieu-parquet-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const to = join(folder, "kho 'mới'");
    const store = await openStore(join(folder, 'store'), SINCE);
    await store.take(arriving(1), ENTRIES, []);
    const about = { return: 1, target: null, figure: null };
    await store.decide([{ kind: 'withdraw', ...about, at: SINCE, by: 'P', reason: 'thử' }]);
    const manifest = await store.toParquet(to, '0.1.0');
    await expect(store.toParquet(to, '0.1.0')).rejects.toThrow('đã có');
    const kept = await store.entries({});
    await store.close();

    expect(manifest.entries.map(({ path, rows, sum }) => [path, rows, sum])).toEqual([
      ['ky=2023/tinh=VN12/entries.parquet', 4, '33.3333'],
      ['ky=2026/tinh=VN01/entries.parquet', 2, '19.7500'],
      ['ky=_/tinh=VN12/entries.parquet', 1, '18.4000'],
    ]);
    expect([manifest.returns.rows, manifest.decisions.rows]).toEqual([1, 1]);
    for (const { path, sha256 } of [...manifest.entries, manifest.returns, manifest.decisions])
      expect(
        createHash('sha256')
          .update(await readFile(join(to, path)))
          .digest('hex'),
      ).toBe(sha256);
    expect(JSON.parse(await readFile(join(to, 'manifest.json'), 'utf8'))).toEqual(manifest);
    expect(await readdir(folder)).toEqual(["kho 'mới'", 'store']);

    const files = `'${join(to, '**/entries.parquet').replaceAll("'", "''")}'`;
    const all = `read_parquet(${files}, hive_partitioning = false)`;
    const columns = await asked(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${all})`);
    expect(Object.fromEntries(columns)).toMatchObject({
      period: 'VARCHAR',
      unit: 'VARCHAR',
      digits: 'VARCHAR',
      value: 'DECIMAL(18,4)',
    });
    expect(await asked(`SELECT DISTINCT compression FROM parquet_metadata(${files})`)).toEqual([['ZSTD']]);
    const names = columns.map(([name]) => String(name)).filter((name) => name !== 'value');
    const rows = await asked(
      `SELECT ${names.map((name) => `"${name}"`).join(', ')} FROM ${all} ORDER BY return, row`,
    );
    const back = rows.map((row) =>
      Object.fromEntries(names.map((name, at) => [name === 'digits' ? 'value' : name, row[at] ?? null])),
    );
    expect(back).toEqual(kept.map((one) => ({ ...one })));
  });

  it('makes the same store again, once, and none of files that are not those that were written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chitieu-parquet-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const [from, to] = [join(folder, 'kho cũ'), join(folder, 'parquet')];
    const store = await openStore(from, SINCE);
    await store.take(arriving(1), ENTRIES, [{ name: 'a.xlsx', bytes: Buffer.from('a') }]);
    const about = { return: 1, target: null, figure: null };
    await store.decide([{ kind: 'withdraw', ...about, at: SINCE, by: 'P', reason: 'thử' }]);
    await store.take(arriving(2), ENTRIES.slice(0, 2), []);
    await store.toParquet(to, '0.1.0');
    const kept = [await store.returns(), await store.decisions(), await store.entries({})];
    await store.close();

    const made = join(folder, 'kho mới');
    expect(await importParquet(to, made, SINCE)).toEqual({
      returns: 2,
      entries: ENTRIES.length + 2,
      decisions: 1,
      originals: ['a.xlsx'],
    });
    const again = await openStore(made, SINCE);
    expect([await again.returns(), await again.decisions(), await again.entries({})]).toEqual(kept);
    // It goes on where the other one stopped.
    expect((await again.take(arriving(3), [], [])).number).toBe(3);
    await again.close();
    await expect(importParquet(to, made, SINCE)).rejects.toThrow('đã có kho');

    const other = join(folder, 'kho khác');
    const file = join(to, 'ky=2026/tinh=VN01/entries.parquet');
    const bytes = await readFile(file);
    await writeFile(file, Buffer.concat([bytes.subarray(0, -1), Buffer.of((bytes.at(-1) ?? 0) ^ 1)]));
    await expect(importParquet(to, other, SINCE)).rejects.toThrow('đã đổi so với manifest.json');
    await rm(file);
    await expect(importParquet(to, other, SINCE)).rejects.toThrow('thiếu tệp');
    await writeFile(file, bytes);
    const manifest = await readFile(join(to, 'manifest.json'), 'utf8');
    await writeFile(join(to, 'manifest.json'), manifest.replace('"path": "ky=2026/', '"path": "../ky=2026/'));
    await expect(importParquet(to, other, SINCE)).rejects.toThrow('không phải bản kê');
    await writeFile(join(to, 'manifest.json'), manifest.replace('"rows": 2', '"rows": 3'));
    await expect(importParquet(to, other, SINCE)).rejects.toThrow('manifest.json ghi 3');
    expect(await readdir(other).catch(() => [])).not.toContain('store.duckdb');
  });
});
