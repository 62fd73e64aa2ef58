import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../generator/store/home.ts';
import { main } from '../../../generator/cli.ts';
import { arriving, entry } from '../../core/store/fixture.ts';

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const out = (text: string) => void (said += text);
  const code = await main(['node', 'chitieu', ...args], { out, err: out });
  return { code, said };
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
