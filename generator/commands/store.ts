import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Language } from '../../core/base/finding.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { timeOf } from '../clock.ts';
import { CommandFailure } from '../failure.ts';
import { importParquet } from '../store/parquet-read.ts';
import { addressText } from '../store/postgres/address.ts';
import { rebuildStore } from '../store/rebuild.ts';
import { verifyStore, type Verified } from '../store/verify.ts';
import { requireWorkspace, storeFolder, withStore } from '../store/with-store.ts';
import type { CommandContext } from './context.ts';
import { said } from './said.ts';
import { withExample } from './example.ts';
import { registerStoreBackup } from './store-backup.ts';
import { registerStoreExport } from './store-export.ts';
import { storeCommand, storeGroup } from './store-group.ts';

interface StoreOptions {
  json?: boolean;
  lang: Language;
}

/** `chitieu store verify | rebuild | backup FOLDER | restore FOLDER | export --parquet FOLDER [--round P] | import --parquet FOLDER` */
export function registerStore(program: Command, context: CommandContext): void {
  const group = storeGroup(program);
  const command = (name: string, description: string) => storeCommand(group, name, description);

  withExample(
    command(
      'verify',
      'đọc lại mọi tệp gốc, so từng số với kho (compare the store with the originals)',
    ).action(async ({ json, lang }: StoreOptions) => {
      const found = await withStore(context, { for: 'ask' }, (store) => verifyStore(store, context.progress));
      context.out(json ? `${JSON.stringify(found, null, 2)}\n` : verifiedText(found, lang));
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

  registerStoreBackup(group, context);
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
    `Kho này ở máy chủ ${addressText(context.server)}; lệnh này chỉ dùng cho kho trong tệp. Chép ra bằng "chitieu store backup", lấy lại bằng "chitieu store restore", đối chiếu với tệp gốc bằng "chitieu store verify" (a server keeps this store: backup, restore and verify).`,
  );
}

function verifiedText({ returns, entries, faults }: Verified, language: Language): string {
  const say = said[language];
  const lines = faults.map(({ return: of, missing, broken: [first], differing, isMiscounted }) => {
    if (isMiscounted) return say.miscounted(of);
    if (missing.length > 0) return say.originalsGone(of, missing.join(', '));
    return first
      ? say.originalBroken(of, first.file, renderFinding(first.why, language))
      : say.entriesDiffer(of, differing);
  });
  return `${[...lines, say.verified(returns, entries, faults.length)].join('\n')}\n`;
}
