import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { timeOf } from '../clock.ts';
import type { CommandContext } from '../commands/context.ts';
import { CommandFailure } from '../failure.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { openStore } from './home.ts';
import { MemoryStore } from './memory.ts';
import { storePaths } from './paths.ts';
import type { Store } from './store.ts';

/** The workspace of a command that cannot do without. @throws CommandFailure where there is none */
export function requireWorkspace({ workspace }: Pick<CommandContext, 'workspace'>): Workspace {
  if (workspace) return workspace;
  throw new CommandFailure(
    'Chưa có thư mục làm việc ở đây hoặc phía trên. Hãy lập bằng "chitieu init <thư mục> --province <mã>", hoặc chỉ ra bằng --workspace (no workspace here).',
  );
}

/** Folder of the store of a workspace. */
export function storeFolder({ root }: Workspace): string {
  return join(root, 'store');
}

/** Whether anything has been kept yet. */
export function hasStore(workspace: Workspace): boolean {
  const { database, ledger } = storePaths(storeFolder(workspace));
  return existsSync(database) || existsSync(ledger);
}

/** How a store is to be opened. */
export interface StoreUse {
  /** `ask` makes no store where there is none; `try` keeps nothing of what is added. */
  for: 'write' | 'ask' | 'try';
  /** What `--at` says. */
  at?: string | undefined;
}

/** Opens the store of the command's workspace for a piece of work, and closes it whatever comes of it. */
export async function withStore<Result>(
  context: CommandContext,
  { for: use, at }: StoreUse,
  work: (store: Store, setting: { workspace: Workspace; now: string }) => Promise<Result>,
): Promise<Result> {
  const workspace = requireWorkspace(context);
  const now = timeOf(at);
  const folder = storeFolder(workspace);
  const base = use === 'write' || hasStore(workspace) ? await openStore(folder, timeOf()) : null;
  const store = base && use !== 'try' ? base : new MemoryStore(base);
  try {
    return await work(store, { workspace, now });
  } finally {
    await store.close();
  }
}

/** Who decides: what `--by` says, else the workspace. @throws CommandFailure where neither says */
export function whoDecides(by: string | undefined, { by: usual }: Workspace): string {
  const name = by?.trim() ?? '';
  if (name !== '') return name;
  if (usual !== null) return usual;
  throw new CommandFailure(
    'Hãy ghi người quyết định bằng --by, hoặc ghi "by:" trong chitieu.yaml (say who decides).',
  );
}
