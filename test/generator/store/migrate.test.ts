import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { main } from '../../../generator/cli.ts';
import { unpack } from '../../../generator/import/unpack.ts';
import { STORE_VERSION } from '../../../generator/store/tables.ts';
import { openStore } from '../../../generator/store/home.ts';
import { packageRoot } from '../../../generator/package-root.ts';

/**
 * A store of version 1 as the program of 29 November 2026 (commit 155da73) wrote it: a workbook, seven CSV sets, one
 * held back and let in, one corrected, one withdrawn, two in conflict of which one was decided, a decision undone.
 */
const EARLIER = join(packageRoot(), 'test/generator/store/earlier/store-1.zip');

let folder: string;
let workspace: string;

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await main(['node', 'chitieu', '--workspace', workspace, ...args], {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  });
  return { code, ...said };
}

interface Told {
  period: string;
  figure: string;
  state: string;
  return: string;
}

/** Figures of 2023 of a unit as `history` tells them. */
async function told(unit: string): Promise<string[]> {
  const { out } = await run('history', unit, 'new-jobs', '--json');
  const { figures } = JSON.parse(out) as { figures: Told[] };
  return figures
    .filter(({ period }) => period === '2023')
    .map(({ return: of, figure, state }) => `${of} ${figure} ${state}`);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-earlier-'));
  workspace = join(folder, 'ws');
  await run('init', workspace, '--province', 'VN12', '--by', 'Phòng Tổng hợp');
  await rm(join(workspace, 'store'), { recursive: true, force: true });
  await unpack(new Uint8Array(await readFile(EARLIER)), join(workspace, 'store'), Infinity);
  return () => rm(folder, { recursive: true, force: true });
});

it('is copied, then says what the program that wrote it said', async () => {
  const first = await run('status', '--round', '2023', '--at', '2024-02-01', '--json');
  const copy = join(workspace, 'store.version-1');
  expect(first.err).toContain(`Đã chép kho sang "${copy}" rồi nâng lên bản ${STORE_VERSION}`);
  const { units } = JSON.parse(first.out) as { units: Record<string, unknown>[] };
  const known = units.flatMap(({ unit, state, return: of, version, entered, owed, errors, warnings }) =>
    of === null ? [] : [[unit, state, of, version, entered, owed, errors, warnings].join(' ')],
  );
  expect(known).toEqual([
    'VN12.106 accepted B3 2 29 29 0 3',
    'VN12.107 to-explain B5 2 25 25 0 8',
    'VN12.108 conflicting B7 2 28 28 0 4',
    'VN12.SLDTBXH to-explain B1 1 14 14 0 4',
  ]);
  expect(await told('VN12.106')).toEqual(['B2 8392 replaced', 'B3 123 in-force']);
  expect(await told('VN12.107')).toEqual(['B4 8250 to-explain', 'B5 77 beside']);
  expect(await told('VN12.108')).toEqual(['B6 8334 conflict', 'B7 55 conflict']);
  expect((await run('status', '--round', '2023')).err).toBe('');
  expect((await run('store', 'verify')).out).toContain('Đã đọc lại 9 bản, 836 mục: không khác gì');
});

it('keeps every return, entry and decision, and takes new ones', async () => {
  const store = await openStore(join(workspace, 'store'), '2024-02-01');
  const [returns, entries, decisions] = [
    await store.returns(),
    await store.entries({}),
    await store.decisions(),
  ];
  await store.close();
  expect([returns.length, entries.length, decisions.length]).toEqual([9, 836, 6]);
  expect(returns.every(({ reading }) => reading === null)).toBe(true);
  expect(decisions.map(({ kind }) => kind)).toEqual([
    'choose',
    'accept',
    'withdraw',
    'release',
    'choose',
    'undo',
  ]);
  const resolved = await run('resolve', '--list');
  const id = /^(\w+) .*VN12\.108/mu.exec(resolved.out)?.[1] ?? '';
  await run('resolve', id, '--keep', 'B6', '--reason', 'Công văn 20');
  expect(await told('VN12.108')).toEqual(['B6 8334 to-explain', 'B7 55 beside']);
  const rebuilt = await run('store', 'rebuild');
  expect(rebuilt.out).toContain('9');
  expect(await told('VN12.108')).toEqual(['B6 8334 to-explain', 'B7 55 beside']);
});

it('can be had back from its copy', async () => {
  const copy = join(workspace, 'store.version-1');
  const restored = await run('store', 'restore', copy);
  expect(restored.code).toBe(0);
  expect(await told('VN12.108')).toEqual(['B6 8334 conflict', 'B7 55 conflict']);
});
