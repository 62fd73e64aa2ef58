import { rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { timeOf } from '../clock.ts';
import { CommandFailure } from '../failure.ts';
import { programVersion } from '../package-root.ts';
import { openStore } from '../store/home.ts';
import { copyStore, rebuildStore } from '../store/rebuild.ts';
import { verifyStore, type Verified } from '../store/verify.ts';
import { requireWorkspace, storeFolder, withStore } from '../store/with-store.ts';
import { isThere } from '../workbook/write-new.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';

interface StoreOptions {
  json?: boolean;
}

/** `chitieu store verify | rebuild | backup FOLDER | restore FOLDER | export --parquet FOLDER` */
export function registerStore(program: Command, context: CommandContext): void {
  const group = program.command('store').description('giữ gìn kho số liệu (look after the store)');
  const command = (name: string, description: string) =>
    group.command(name).description(description).option('--json', 'kết quả cho máy đọc (machine-readable)');

  withExample(
    command(
      'verify',
      'đọc lại mọi tệp gốc, so từng số với kho (compare the store with the originals)',
    ).action(async ({ json }: StoreOptions) => {
      const found = await withStore(context, { for: 'ask' }, (store, { workspace }) =>
        verifyStore(store, storeFolder(workspace), context.progress),
      );
      context.out(json ? `${JSON.stringify(found, null, 2)}\n` : verifiedText(found));
      if (found.faults.length > 0) context.exit(1);
    }),
    'chitieu store verify',
  );

  withExample(
    command('rebuild', 'dựng lại kho từ các tệp gốc và sổ cái (build the database anew)').action(
      async ({ json }: StoreOptions) => {
        const folder = storeFolder(requireWorkspace(context));
        const made = await rebuildStore(folder, context.progress);
        const kept = made.before === null ? '' : ` Kho cũ: ${made.before}.`;
        context.out(
          json
            ? `${JSON.stringify(made, null, 2)}\n`
            : `Đã dựng lại kho: ${made.returns} bản, ${made.entries} mục (rebuilt).${kept}\n`,
        );
      },
    ),
    'chitieu store rebuild',
  );

  withExample(
    command('backup', 'chép cả kho ra một thư mục mới (copy the store)')
      .argument('<thư mục>', 'thư mục mới (new folder)')
      .action(async (given: string, { json }: StoreOptions) => {
        const from = storeFolder(requireWorkspace(context));
        const to = resolve(context.cwd, given);
        if (!(await isThere(from))) throw new CommandFailure('Chưa có kho (there is no store).');
        // Opened and closed first, so that the file is whole and nobody is writing.
        await (await openStore(from, timeOf())).close();
        await copyStore(from, to);
        context.out(json ? `${JSON.stringify({ folder: to })}\n` : `Đã chép kho sang ${to} (backed up).\n`);
      }),
    'chitieu store backup "sao-luu/kho 2024-02"',
  );

  withExample(
    command('restore', 'lấy lại kho từ một bản đã chép; kho đang có được giữ bên cạnh (restore a copy)')
      .argument('<thư mục>', 'bản đã chép (the copy)')
      .action(async (given: string, { json }: StoreOptions) => {
        const to = storeFolder(requireWorkspace(context));
        const from = resolve(context.cwd, given);
        if (!(await isThere(from))) throw new CommandFailure(`Không có thư mục "${given}" (no such folder).`);
        const checked = await openStore(from, timeOf());
        const returns = (await checked.returns()).length;
        await checked.close();
        if (await isThere(to)) await (await openStore(to, timeOf())).close().catch(() => undefined);
        const aside = `${to}.before-${timeOf().slice(0, 19).replaceAll(':', '')}`;
        const had = await isThere(to);
        if (had) await rename(to, aside);
        await copyStore(from, to);
        const kept = had ? ` Kho trước đó: ${aside}.` : '';
        context.out(
          json
            ? `${JSON.stringify({ returns, before: had ? aside : null })}\n`
            : `Đã lấy lại kho: ${returns} bản (restored).${kept}\n`,
        );
      }),
    'chitieu store restore "sao-luu/kho 2024-02"',
  );

  withExample(
    command('export', 'ghi cả kho ra tệp Parquet cho phần mềm khác (write the store as Parquet)')
      .requiredOption('--parquet <thư mục>', 'thư mục mới (new folder)')
      .action(async ({ parquet, json }: StoreOptions & { parquet: string }) => {
        const from = storeFolder(requireWorkspace(context));
        if (!(await isThere(from))) throw new CommandFailure('Chưa có kho (there is no store).');
        const to = resolve(context.cwd, parquet);
        const store = await openStore(from, timeOf());
        const manifest = await store.toParquet(to, programVersion(context.root)).finally(() => store.close());
        const rows = manifest.entries.reduce((sum, file) => sum + file.rows, 0);
        context.out(
          json
            ? `${JSON.stringify(manifest, null, 2)}\n`
            : `Đã ghi ${manifest.returns.rows} bản, ${rows} mục vào ${to} (${manifest.entries.length} tệp số liệu), đọc lại khớp với kho (exported and compared).\n`,
        );
      }),
    'chitieu store export --parquet "kho-parquet"',
  );
}

function verifiedText({ returns, entries, faults }: Verified): string {
  const said = faults.map(({ return: of, missing, differing }) =>
    missing.length > 0
      ? `${of}: thiếu hoặc đã đổi tệp gốc ${missing.join(', ')} (originals missing or changed)\n`
      : `${of}: ${differing} mục trong kho khác với tệp gốc (entries differ)\n`,
  );
  const result = faults.length === 0 ? 'không khác gì' : `${faults.length} bản có sai khác`;
  return `${said.join('')}Đã đọc lại ${returns} bản, ${entries} mục: ${result} (verified).\n`;
}
