import type { Language } from '../../core/base/finding.ts';
import { CommandFailure } from '../failure.ts';
import type { AccountKind } from './postgres/account.ts';
import { provinceOf } from './postgres/province.ts';
import { provinceId } from '../workspace/workspace.ts';
import type { CommandContext } from '../commands/context.ts';
import { said } from '../commands/said.ts';
import { serverOrFail } from './run-setup.ts';

/** What the command was given. */
export interface AccountOptions {
  province?: string;
  country?: boolean;
  ministry?: boolean;
  json?: boolean;
  lang: Language;
}

/** Says what an account of the server may do. */
export async function runStoreAccount(
  name: string,
  options: AccountOptions,
  context: CommandContext,
): Promise<void> {
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
