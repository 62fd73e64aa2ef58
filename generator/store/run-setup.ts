import type { Language } from '../../core/base/finding.ts';
import type { NationalUnit } from '../../core/unit/national.ts';
import { CommandFailure } from '../failure.ts';
import { addressText, storeAddress, type StoreAddress } from './postgres/address.ts';
import { COUNTRY, provinceOf, type Province } from './postgres/province.ts';
import type { NamedProvince, Shard } from './postgres/setup.ts';
import type { CommandContext } from '../commands/context.ts';
import { said } from '../commands/said.ts';
import { provincesOrFail } from '../commands/units-group.ts';

/** What the command was given. */
export interface SetupOptions {
  provinces?: string;
  shard?: string[];
  shardCa?: string;
  json?: boolean;
  lang: Language;
}

/** Makes a store on a server. */
export async function runStoreSetup(options: SetupOptions, context: CommandContext): Promise<void> {
  const address = serverOrFail(context);
  const provinces = namedIn(options.provinces, await provincesOrFail(context.root));
  const shards = (options.shard ?? []).map((text) => shardOf(text, address, options.shardCa ?? null));
  requireEachOnce(provinces, shards);
  const { setUpStore } = await import('../store/postgres/setup.ts');
  const done = await setUpStore(address, { provinces, shards });
  context.out(
    options.json
      ? `${JSON.stringify(done, null, 2)}\n`
      : done.map((one) => `${said[options.lang].setUp(one)}\n`).join(''),
  );
}

/** The server that keeps the store. @throws CommandFailure where a file does */
export function serverOrFail({ server }: CommandContext): StoreAddress {
  if (server) return server;
  throw new CommandFailure(
    'Hãy chỉ máy chủ bằng --store postgres://máy:cổng/tên, hoặc ghi "store:" trong chitieu.yaml (say which server).',
  );
}

/** The provinces that were named, or all; each by the name it has now, else by the last one it had. */
function namedIn(text: string | undefined, units: readonly NationalUnit[]): NamedProvince[] {
  const names = new Map<Province, string>();
  const isNow = ({ validTo }: NationalUnit) => validTo === null;
  for (const unit of [...units].sort((a, b) => Number(isNow(a)) - Number(isNow(b))))
    if (provinceOf(unit.id) !== COUNTRY) names.set(provinceOf(unit.id), unit.name);
  const wanted = text === undefined ? [...names.keys()] : listed(text);
  return [...new Set(wanted)].sort().map((province) => {
    const name = names.get(province);
    if (name !== undefined) return { province, name };
    throw new CommandFailure(
      `Không có tỉnh mã "${province}" trong danh sách cả nước; xem bằng "chitieu units" (no such province).`,
    );
  });
}

function shardOf(text: string, { user, ca }: StoreAddress, ownCa: string | null): Shard {
  const at = text.lastIndexOf('=');
  const address = storeAddress(at < 0 ? text : text.slice(0, at), ca);
  const provinces = at < 0 ? [] : listed(text.slice(at + 1));
  if (provinces.length === 0)
    throw new CommandFailure(
      `Máy chủ ${addressText(address)} chưa có tỉnh nào: hãy ghi --shard địa-chỉ=VN12,VN14 (say which provinces).`,
    );
  return { address: { ...address, user: address.user ?? user }, provinces, ca: ownCa };
}

function listed(text: string): string[] {
  return text
    .split(/[,\s]+/u)
    .filter((word) => word !== '')
    .map((word) => (/^VN\d{2}(?:-\d{4})?$/u.test(word) ? provinceOf(word) : word));
}

/**
 * Where provinces are kept on other servers, each is on exactly one.
 * @throws CommandFailure which are on none, which on several, and which are on one though the store has none of them
 */
export function requireEachOnce(
  provinces: readonly NamedProvince[],
  shards: readonly Pick<Shard, 'provinces'>[],
): void {
  if (shards.length === 0) return;
  const placed = shards.flatMap((shard) => shard.provinces);
  const wanted = provinces.map(({ province }) => province);
  const times = (one: string) => placed.filter((other) => other === one).length;
  const wrong = [
    ['chưa ở máy chủ nào (on none)', wanted.filter((one) => times(one) === 0)],
    ['ghi nhiều lần (named more than once)', wanted.filter((one) => times(one) > 1)],
    ['không phải tỉnh của kho này (not of this store)', placed.filter((one) => !wanted.includes(one))],
  ] as const;
  const said = wrong.flatMap(([what, which]) =>
    which.length > 0 ? [`${[...new Set(which)].join(', ')} ${what}`] : [],
  );
  if (said.length > 0)
    throw new CommandFailure(
      `Mỗi tỉnh phải ở đúng một máy chủ (each province on exactly one server): ${said.join('; ')}. Chưa đổi gì; hãy sửa --shard hoặc --provinces.`,
    );
}
