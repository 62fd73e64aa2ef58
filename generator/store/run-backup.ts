import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Language } from '../../core/base/finding.ts';
import { timeOf } from '../clock.ts';
import { CommandFailure } from '../failure.ts';
import { copyStore } from './copy-store.ts';
import { asideOf, halfCopyOf, isHalfCopy } from './half-copies.ts';
import { openStore } from './home.ts';
import { storePaths } from './paths.ts';
import type { StoreAddress } from './postgres/address.ts';
import { storeToFolder } from './to-folder.ts';
import { requireNobody } from './trouble.ts';
import { requireWorkspace, storeFolder } from './with-store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { isThere } from '../workbook/write-new.ts';
import type { CommandContext } from '../commands/context.ts';
import { said } from '../commands/said.ts';

/** What the command was given. */
export interface BackupOptions {
  json?: boolean;
  lang: Language;
}

/** Copies the store. */
export async function runBackup(
  given: string,
  { json, lang }: BackupOptions,
  context: CommandContext,
): Promise<void> {
  const to = resolve(context.cwd, given);
  const workspace = requireWorkspace(context);
  await (context.server === null ? backUpFile(workspace, to) : backUpServer(context.server, workspace, to));
  context.out(json ? `${JSON.stringify({ folder: to })}\n` : `${said[lang].backedUp(to)}\n`);
}

/** Takes a copy of the store back. */
export async function runRestore(
  given: string,
  { json, lang }: BackupOptions,
  context: CommandContext,
): Promise<void> {
  const from = resolve(context.cwd, given);
  const workspace = requireWorkspace(context);
  if (!(await isThere(from))) throw new CommandFailure(`Không có thư mục "${given}" (no such folder).`);
  if (isHalfCopy(from))
    throw new CommandFailure(
      `"${given}" là bản chép dở của một lệnh bị ngắt, có thể thiếu báo cáo. Chưa làm gì; hãy khôi phục từ bản chép khác (a copy that was broken off).`,
    );
  const found =
    context.server === null
      ? await restoreFile(from, workspace)
      : await restoreServer(from, context.server, workspace);
  const { returns, before, isRenumbered } = found;
  const kept = before === null ? '' : said[lang].storeBefore(before);
  const renumbered = isRenumbered ? said[lang].renumbered : '';
  context.out(json ? `${JSON.stringify(found)}\n` : `${said[lang].restored(returns)}${kept}${renumbered}\n`);
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
  const had = await isThere(to);
  // The copy is whole before the store is touched: a full disk leaves it as it is.
  const coming = halfCopyOf(to);
  const aside = `${asideOf(to)}${timeOf().slice(0, 19).replaceAll(':', '')}`;
  await copyStore(from, coming);
  try {
    await requireNobody(storePaths(to));
    if (had) await rename(to, aside);
    await rename(coming, to);
  } finally {
    await rm(coming, { recursive: true, force: true });
  }
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
