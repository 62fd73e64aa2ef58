import { join } from 'node:path';
import { timeOf } from '../clock.ts';
import type { CommandContext } from '../commands/context.ts';
import { CommandFailure } from '../failure.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { STORE_VERSION } from './tables.ts';
import { requireNotAside } from './half-copies.ts';
import { openStore } from './home.ts';
import { holdsAnything } from './holds-anything.ts';
import { MemoryStore } from './memory.ts';
import { storePaths } from './paths.ts';
import { Overtaken, type Store } from './store.ts';

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

/** Whether anything can have been kept yet. */
export async function hasStore({
  workspace,
  server,
}: Pick<CommandContext, 'server' | 'workspace'>): Promise<boolean> {
  if (server !== null || workspace === null) return server !== null;
  await requireNotAside(storeFolder(workspace));
  return holdsAnything(storePaths(storeFolder(workspace)));
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
  const base = use === 'write' || (await hasStore(context)) ? await openHome(context, workspace, use) : null;
  const store = base && use !== 'try' ? base : new MemoryStore(base);
  try {
    return await work(store, { workspace, now });
  } catch (error) {
    throw error instanceof Overtaken ? overtaken() : error;
  } finally {
    await store.close();
  }
}

/** The store where it has its home: on a server, or in the workspace. */
async function openHome(
  { server, err }: CommandContext,
  workspace: Workspace,
  use: StoreUse['for'],
): Promise<Store> {
  if (server === null)
    return openStore(storeFolder(workspace), timeOf(), ({ from, copy }) => {
      err(
        `Kho do bản chương trình trước ghi (kho bản ${from}). Đã chép kho sang "${copy}" rồi nâng lên bản ${STORE_VERSION}; số liệu và quyết định giữ nguyên (the store was copied, then brought up to date).\n`,
      );
    });
  const { openPostgres } = await import('./postgres/store.ts');
  return openPostgres(server, { province: workspace.province, isAsked: use !== 'write' });
}

function overtaken(): CommandFailure {
  return new CommandFailure(
    'Trong lúc lệnh này chạy, người khác đã ghi thêm vào kho nên chưa ghi gì. Hãy xem lại bằng "chitieu status" rồi chạy lại (somebody else has just added to the store).',
  );
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
