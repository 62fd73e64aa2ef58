import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../generator/package-root.ts';
import { openStore } from '../../../generator/store/home.ts';
import { arrived, type Sent } from '../../core/consolidate/fixture.ts';
import { runAt, type Said } from '../commands/run.ts';

/** A workspace in whose store returns are, and how a command is run there. */
export interface StoredRound {
  folder: string;
  run: (...args: string[]) => Promise<Said>;
  gone: () => Promise<void>;
}

/** A workspace of Lai Châu with returns of 2023 as somebody has sent them. */
export async function storedRound(sent: readonly Sent[]): Promise<StoredRound> {
  const root = packageRoot();
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-consolidate-'));
  const workspace = join(folder, 'ws');
  await runAt(folder, root, 'init', 'ws', '--province', 'VN12', '--by', 'Phòng Tổng hợp');
  const store = await openStore(join(workspace, 'store'), '2024-01-20T08:00:00+07:00');
  const { returns, entries } = arrived(sent);
  for (const { number, ...one } of returns) {
    const own = entries.filter((entry) => entry.return === number);
    const bytes = Buffer.from(JSON.stringify([number, own]));
    await store.take(one, own, [{ name: `${one.reporter}.xlsx`, bytes }]);
  }
  await store.close();
  return {
    folder,
    run: (...args) => runAt(workspace, root, ...args),
    gone: () => rm(folder, { recursive: true, force: true }),
  };
}
