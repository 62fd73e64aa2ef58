import { rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Language } from '../../core/base/finding.ts';
import { timeOf } from '../clock.ts';
import { CommandFailure } from '../failure.ts';
import { openStore } from '../store/home.ts';
import { importParquet } from '../store/parquet-read.ts';
import { addressText } from '../store/postgres/address.ts';
import { copyStore, rebuildStore } from '../store/rebuild.ts';
import { verifyStore, type Verified } from '../store/verify.ts';
import { requireWorkspace, storeFolder, withStore } from '../store/with-store.ts';
import { isThere } from '../workbook/write-new.ts';
import type { CommandContext } from './context.ts';
import { languageOption } from './language-option.ts';
import { said } from './said.ts';
import { withExample } from './example.ts';
import { registerStoreExport } from './store-export.ts';
import { storeGroup } from './store-group.ts';

interface StoreOptions {
  json?: boolean;
  lang: Language;
}

/** `chitieu store verify | rebuild | backup FOLDER | restore FOLDER | export --parquet FOLDER [--round P] | import --parquet FOLDER` */
export function registerStore(program: Command, context: CommandContext): void {
  const group = storeGroup(program);
  const command = (name: string, description: string) =>
    group
      .command(name)
      .description(description)
      .option('--json', 'kết quả cho máy đọc (machine-readable)')
      .addOption(languageOption());

  withExample(
    command(
      'verify',
      'đọc lại mọi tệp gốc, so từng số với kho (compare the store with the originals)',
    ).action(async ({ json, lang }: StoreOptions) => {
      const found = await withStore(context, { for: 'ask' }, (store) => verifyStore(store, context.progress));
      context.out(json ? `${JSON.stringify(found, null, 2)}\n` : verifiedText(found, said[lang]));
      if (found.faults.length > 0) context.exit(1);
    }),
    'chitieu store verify',
  );

  withExample(
    command('rebuild', 'dựng lại kho từ các tệp gốc và sổ cái (build the database anew)').action(
      async ({ json, lang }: StoreOptions) => {
        const folder = folderOrFail(context);
        const made = await rebuildStore(folder, context.progress);
        const kept = made.before === null ? '' : said[lang].oldStore(made.before);
        context.out(
          json
            ? `${JSON.stringify(made, null, 2)}\n`
            : `${said[lang].rebuilt(made.returns, made.entries)}${kept}\n`,
        );
      },
    ),
    'chitieu store rebuild',
  );

  withExample(
    command('backup', 'chép cả kho ra một thư mục mới (copy the store)')
      .argument('<thư mục>', 'thư mục mới (new folder)')
      .action(async (given: string, { json, lang }: StoreOptions) => {
        const from = folderOrFail(context);
        const to = resolve(context.cwd, given);
        if (!(await isThere(from))) throw new CommandFailure('Chưa có kho (there is no store).');
        // Opened and closed first, so that the file is whole and nobody is writing.
        await (await openStore(from, timeOf())).close();
        await copyStore(from, to);
        context.out(json ? `${JSON.stringify({ folder: to })}\n` : `${said[lang].backedUp(to)}\n`);
      }),
    'chitieu store backup "sao-luu/kho 2024-02"',
  );

  withExample(
    command('restore', 'lấy lại kho từ một bản đã chép; kho đang có được giữ bên cạnh (restore a copy)')
      .argument('<thư mục>', 'bản đã chép (the copy)')
      .action(async (given: string, { json, lang }: StoreOptions) => {
        const to = folderOrFail(context);
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
        const kept = had ? said[lang].storeBefore(aside) : '';
        context.out(
          json
            ? `${JSON.stringify({ returns, before: had ? aside : null })}\n`
            : `${said[lang].restored(returns)}${kept}\n`,
        );
      }),
    'chitieu store restore "sao-luu/kho 2024-02"',
  );

  registerStoreExport(group, context);

  withExample(
    command(
      'import',
      'lập kho từ tệp Parquet đã xuất, khi thư mục làm việc chưa có kho (make a store of Parquet)',
    )
      .requiredOption('--parquet <thư mục>', 'thư mục do "store export" ghi (exported folder)')
      .action(async ({ parquet, json, lang }: StoreOptions & { parquet: string }) => {
        const folder = folderOrFail(context);
        const found = await importParquet(resolve(context.cwd, parquet), folder, timeOf());
        const { returns, entries, decisions, originals } = found;
        const missing = originals.length === 0 ? '' : said[lang].originalsMissing(originals.length, folder);
        context.out(
          json
            ? `${JSON.stringify(found, null, 2)}\n`
            : `${said[lang].imported(returns, entries, decisions)}${missing}\n`,
        );
      }),
    'chitieu store import --parquet "kho-parquet"',
  );
}

/** The folder of the store. @throws CommandFailure where a server keeps it, which has its own ways */
function folderOrFail(context: CommandContext): string {
  if (context.server === null) return storeFolder(requireWorkspace(context));
  throw new CommandFailure(
    `Kho này ở máy chủ ${addressText(context.server)}: người quản trị sao lưu bằng pg_dump và lấy lại bằng pg_restore, xem docs/kho-may-chu.md; đối chiếu với tệp gốc bằng "chitieu store verify" (a server keeps this store: pg_dump and pg_restore).`,
  );
}

function verifiedText({ returns, entries, faults }: Verified, say: (typeof said)[Language]): string {
  const lines = faults.map(({ return: of, missing, differing }) =>
    missing.length > 0 ? say.originalsGone(of, missing.join(', ')) : say.entriesDiffer(of, differing),
  );
  return `${[...lines, say.verified(returns, entries, faults.length)].join('\n')}\n`;
}
