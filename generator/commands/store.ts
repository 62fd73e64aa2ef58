import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { registerStoreBackup } from './store-backup.ts';
import { registerStoreExport } from './store-export.ts';
import { storeCommand, storeGroup } from './store-group.ts';
import type { StoreOptions } from '../store/run-care.ts';

/** `chitieu store verify | rebuild | backup FOLDER | restore FOLDER | export --parquet FOLDER [--round P] | import --parquet FOLDER` */
export function registerStore(program: Command, context: CommandContext): void {
  const group = storeGroup(program);
  const command = (name: string, description: string) => storeCommand(group, name, description);

  withExample(
    command(
      'verify',
      'đọc lại mọi tệp gốc, so từng số với kho (compare the store with the originals)',
    ).action(async (options: StoreOptions) => {
      const { runVerify } = await import('../store/run-care.ts');
      await runVerify(options, context);
    }),
    'chitieu store verify',
  );

  withExample(
    command('rebuild', 'dựng lại kho từ các tệp gốc và sổ cái (build the database anew)').action(
      async (options: StoreOptions) => {
        const { runRebuild } = await import('../store/run-care.ts');
        await runRebuild(options, context);
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
      .action(async (options: StoreOptions & { parquet: string }) => {
        const { runStoreImport } = await import('../store/run-care.ts');
        await runStoreImport(options, context);
      }),
    'chitieu store import --parquet "kho-parquet"',
  );
}
