import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Database } from '../../../generator/store/database.ts';
import { openStore } from '../../../generator/store/home.ts';
import type { Store } from '../../../generator/store/store.ts';
import { verifyStore } from '../../../generator/store/verify.ts';
import { main } from '../../../generator/cli.ts';
import { arriving, entry } from '../../core/store/fixture.ts';

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const out = (text: string) => void (said += text);
  const code = await main(['node', 'chitieu', ...args], { out, err: out });
  return { code, said };
}

/** Returns whose figures are added up otherwise than their entries say them. */
async function miscountedIn(store: Store): Promise<string[]> {
  const { faults } = await verifyStore(store, () => undefined);
  return faults.flatMap((one) => (one.isMiscounted ? [one.return] : []));
}

it('says in a sentence which kept file is no workbook, and builds nothing anew from it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-verify-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const workspace = join(folder, 'ws');
  await run('init', workspace, '--province', 'VN12', '--by', 'Phòng Tổng hợp');
  const store = await openStore(join(workspace, 'store'), '2024-01-31');
  await store.take(arriving(1), [entry({})], [{ name: 'huyen.xlsx', bytes: Buffer.from('không phải sổ') }]);
  const refused = { ...arriving(2), state: 'refused' as const, content: null };
  await store.take(refused, [], [{ name: 'hong.xlsx', bytes: Buffer.from('hỏng') }]);
  await store.close();
  const verified = await run('store', 'verify', '--workspace', workspace);
  expect(verified.code).toBe(1);
  expect(verified.said).toMatch(/^B1: không đọc được tệp gốc huyen\.xlsx: .+/mu);
  expect(verified.said).toContain('chitieu withdraw B1');
  expect(verified.said).not.toMatch(/B2:|\n +at /u);
  const rebuilt = await run('store', 'rebuild', '--workspace', workspace);
  expect(rebuilt.code).toBe(2);
  expect(rebuilt.said).toMatch(/^Không đọc được tệp gốc huyen\.xlsx của B1: .+ Kho cũ giữ nguyên/mu);
});

it('finds figures that are added up otherwise than the entries say them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-verify-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'store');
  const first = await openStore(path, '2024-01-31');
  await first.take(
    { ...arriving(1), state: 'refused' },
    [entry({ value: '7' }), entry({ period: '2022' })],
    [],
  );
  await first.take({ ...arriving(2), state: 'refused' }, [entry({ value: '8' })], []);
  expect(await miscountedIn(first)).toEqual([]);
  await first.close();
  const database = await Database.open(join(path, 'store.duckdb'));
  await database.run('UPDATE figures SET amount = amount + 1 WHERE "return" = 2');
  database.close();
  const damaged = await openStore(path, '2024-01-31');
  expect(await miscountedIn(damaged)).toEqual(['B2']);
  await damaged.close();
});

it('makes the columns for adding up anew where a program that knew none has written since', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-verify-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'store');
  const first = await openStore(path, '2024-01-31');
  await first.take({ ...arriving(1), state: 'refused' }, [entry({ value: '7' })], []);
  await first.close();
  for (const before of [
    // What was written by an earlier program is not in them, or more is there than they say.
    'DELETE FROM figures; DELETE FROM figures_of',
    'DROP TABLE figures_of; DROP TABLE figures; DROP TABLE figure_units; DROP TABLE figure_series',
    'UPDATE figures_of SET entries = entries + 1',
  ]) {
    const database = await Database.open(join(path, 'store.duckdb'));
    for (const sql of before.split('; ')) await database.run(sql);
    database.close();
    const store = await openStore(path, '2024-01-31');
    const { table } = await store.figures('2023');
    expect([...table.amount]).toEqual([70_000]);
    expect(await miscountedIn(store)).toEqual([]);
    await store.close();
  }
});
