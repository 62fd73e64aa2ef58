import { rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Language } from '../../core/base/finding.ts';
import { timeOf } from '../clock.ts';
import { CommandFailure } from '../failure.ts';
import { copyStore } from '../store/copy-store.ts';
import { openStore } from '../store/home.ts';
import type { StoreAddress } from '../store/postgres/address.ts';
import { storeToFolder } from '../store/to-folder.ts';
import { requireWorkspace, storeFolder } from '../store/with-store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { isThere } from '../workbook/write-new.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { said } from './said.ts';
import { storeCommand } from './store-group.ts';

interface BackupOptions {
  json?: boolean;
  lang: Language;
}

/** `chitieu store backup FOLDER | restore FOLDER`: a copy is the same whatever home the store has, and fits every home. */
export function registerStoreBackup(group: Command, context: CommandContext): void {
  const command = (name: string, description: string) => storeCommand(group, name, description);

  withExample(
    command('backup', 'chép cả kho, trong tệp hay trên máy chủ, ra một thư mục mới (copy the store)')
      .argument('<thư mục>', 'thư mục mới (new folder)')
      .action(async (given: string, { json, lang }: BackupOptions) => {
        const to = resolve(context.cwd, given);
        const workspace = requireWorkspace(context);
        await (context.server === null
          ? backUpFile(workspace, to)
          : backUpServer(context.server, workspace, to));
        context.out(json ? `${JSON.stringify({ folder: to })}\n` : `${said[lang].backedUp(to)}\n`);
      }),
    'chitieu store backup "sao-luu/kho 2024-02"',
  );

  withExample(
    command(
      'restore',
      'lấy lại kho từ một bản đã chép; kho trong tệp đang có được giữ bên cạnh, kho trên máy chủ phải còn trống (restore a copy)',
    )
      .argument('<thư mục>', 'bản đã chép (the copy)')
      .action(async (given: string, { json, lang }: BackupOptions) => {
        const from = resolve(context.cwd, given);
        const workspace = requireWorkspace(context);
        if (!(await isThere(from))) throw new CommandFailure(`Không có thư mục "${given}" (no such folder).`);
        const found =
          context.server === null
            ? await restoreFile(from, workspace)
            : await restoreServer(from, context.server, workspace);
        const { returns, before, isRenumbered } = found;
        const kept = before === null ? '' : said[lang].storeBefore(before);
        const renumbered = isRenumbered ? said[lang].renumbered : '';
        context.out(
          json ? `${JSON.stringify(found)}\n` : `${said[lang].restored(returns)}${kept}${renumbered}\n`,
        );
      }),
    'chitieu store restore "sao-luu/kho 2024-02"',
    'chitieu --store postgres://kho.example.vn/chitieu store restore "sao-luu/kho 2024-02"',
  );
}

async function backUpFile(workspace: Workspace, to: string): Promise<void> {
  const from = storeFolder(workspace);
  if (!(await isThere(from))) throw new CommandFailure('Chưa có kho (there is no store).');
  // Opened and closed first, so that the file is whole and nobody is writing.
  await (await openStore(from, timeOf())).close();
  await copyStore(from, to);
}

async function backUpServer(address: StoreAddress, { province }: Workspace, to: string): Promise<void> {
  const { openPostgres } = await import('../store/postgres/store.ts');
  const store = await openPostgres(address, { province, isAsked: true });
  try {
    const others = store.closedThemselves();
    if (others.length > 0)
      throw new CommandFailure(
        `${others.join(', ')} tự khóa sổ trong kho này; bản chép cho cả nước sẽ mất các lần khóa ấy. Chưa chép gì; hãy chép từng tỉnh trong thư mục làm việc của tỉnh, hoặc sao lưu cả máy chủ bằng pg_dump (provinces have closed rounds themselves).`,
      );
    await storeToFolder(store, to, timeOf());
  } finally {
    await store.close();
  }
}

interface Restored {
  returns: number;
  /** Where the store is that was there before. */
  before: string | null;
  isRenumbered: boolean;
}

async function restoreFile(from: string, workspace: Workspace): Promise<Restored> {
  const to = storeFolder(workspace);
  const checked = await openStore(from, timeOf());
  const returns = (await checked.returns()).length;
  await checked.close();
  if (await isThere(to)) await (await openStore(to, timeOf())).close().catch(() => undefined);
  const aside = `${to}.before-${timeOf().slice(0, 19).replaceAll(':', '')}`;
  const had = await isThere(to);
  if (had) await rename(to, aside);
  await copyStore(from, to);
  return { returns, before: had ? aside : null, isRenumbered: false };
}

async function restoreServer(
  from: string,
  address: StoreAddress,
  { province }: Workspace,
): Promise<Restored> {
  const { restoreOnServer } = await import('../store/postgres/restore.ts');
  const copy = await openStore(from, timeOf());
  try {
    const { returns, isRenumbered } = await restoreOnServer(copy, address, province);
    return { returns, before: null, isRenumbered };
  } finally {
    await copy.close();
  }
}
