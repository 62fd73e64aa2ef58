import { Option, type Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import { storeGroup } from './store-group.ts';
import type { AccountOptions } from '../store/run-account.ts';

/** `chitieu --store URL store account NAME (--province ID | --country | --ministry)` */
export function registerStoreAccount(program: Command, context: CommandContext): void {
  const command = storeGroup(program)
    .command('account')
    .argument('<tên>', 'tên tài khoản PostgreSQL; chưa có thì được tạo, không mật khẩu (account)')
    .description('người quản trị: tài khoản này được ghi, được đọc gì (what an account may do)')
    .addOption(
      new Option('--province <mã>', 'ghi và đọc số của tỉnh này (rows of this province)').conflicts([
        'country',
        'ministry',
      ]),
    )
    .addOption(
      new Option('--country', 'ghi và đọc số của mọi tỉnh (rows of all provinces)').conflicts('ministry'),
    )
    .option('--ministry', 'chỉ đọc, số của mọi tỉnh (only reads, all provinces)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (name: string, options: AccountOptions) => {
      const { runStoreAccount } = await import('../store/run-account.ts');
      await runStoreAccount(name, options, context);
    });
  withExample(
    command,
    'chitieu --store postgres://kho.example.vn/chitieu store account lai_chau --province VN12',
    'chitieu --store postgres://kho.example.vn/chitieu store account bo_tong_hop --ministry',
  );
}
