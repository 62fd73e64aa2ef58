import { Option, type Command } from 'commander';
import type { Language } from '../../core/base/finding.ts';
import { CommandFailure } from '../failure.ts';
import type { AccountKind } from '../store/postgres/account.ts';
import { provinceOf } from '../store/postgres/province.ts';
import { provinceId } from '../workspace/workspace.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import { said } from './said.ts';
import { storeGroup } from './store-group.ts';
import { serverOrFail } from './store-setup.ts';

interface AccountOptions {
  province?: string;
  country?: boolean;
  ministry?: boolean;
  json?: boolean;
  lang: Language;
}

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
      const address = serverOrFail(context);
      const kind = kindOf(options);
      const { setUpAccount } = await import('../store/postgres/account.ts');
      const servers = await setUpAccount(address, name, kind);
      const may = typeof kind === 'string' ? kind : kind.province;
      context.out(
        options.json
          ? `${JSON.stringify({ account: name, may, servers }, null, 2)}\n`
          : `${said[options.lang].account(name, may, servers)}\n`,
      );
    });
  withExample(
    command,
    'chitieu --store postgres://kho.example.vn/chitieu store account lai_chau --province VN12',
    'chitieu --store postgres://kho.example.vn/chitieu store account bo_tong_hop --ministry',
  );
}

function kindOf({ province, country, ministry }: AccountOptions): AccountKind {
  if (country) return 'country';
  if (ministry) return 'ministry';
  if (province !== undefined && provinceId.safeParse(province).success)
    return { province: provinceOf(province) };
  throw new CommandFailure(
    'Hãy ghi một trong ba: --province VN12, --country, --ministry (say what the account may do).',
  );
}
