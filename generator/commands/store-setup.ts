import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import { collect } from './repeatable.ts';
import { storeGroup } from './store-group.ts';
import type { SetupOptions } from '../store/run-setup.ts';

/** `chitieu --store URL store setup [--provinces IDS] [--shard URL=IDS …]` */
export function registerStoreSetup(program: Command, context: CommandContext): void {
  const command = storeGroup(program)
    .command('setup')
    .description('người quản trị: lập kho trên máy chủ PostgreSQL (make a store on a server)')
    .option('--provinces <mã,…>', 'chỉ các tỉnh này; mặc định mọi tỉnh (only these provinces)')
    .option(
      '--shard <địa chỉ=mã,…>',
      'máy chủ giữ phần của các tỉnh này; nhiều lần (server of these provinces)',
      collect,
    )
    .option(
      '--shard-ca <tệp>',
      'chứng chỉ nơi cấp của các máy ấy, đường dẫn trên máy điều phối (CA of those servers, path on the coordinator)',
    )
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (options: SetupOptions) => {
      const { runStoreSetup } = await import('../store/run-setup.ts');
      await runStoreSetup(options, context);
    });
  withExample(
    command,
    'chitieu --store postgres://kho.example.vn/chitieu store setup',
    'chitieu --store postgres://kho.example.vn/chitieu store setup --provinces VN12,VN14 --shard postgres://kho1.example.vn/chitieu=VN12 --shard postgres://kho2.example.vn/chitieu=VN14',
  );
}
