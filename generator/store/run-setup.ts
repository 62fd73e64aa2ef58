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

/** Where provinces are kept on other servers, each is on exactly one. */
function requireEachOnce(provinces: readonly NamedProvince[], shards: readonly Shard[]): void {
  if (shards.length === 0) return;
  const placed = shards.flatMap((shard) => shard.provinces);
  const wrong = [
    ...provinces
      .map(({ province }) => province)
      .filter((one) => placed.filter((other) => other === one).length !== 1),
    ...placed.filter((one) => !provinces.some(({ province }) => province === one)),
  ];
  if (wrong.length > 0)
    throw new CommandFailure(
      `Mỗi tỉnh phải ở đúng một máy chủ. Xem lại: ${[...new Set(wrong)].join(', ')}. Chưa đổi gì (each province on exactly one server).`,
    );
}
