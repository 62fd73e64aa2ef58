import type { Pool, PoolClient } from 'pg';
import { CommandFailure } from '../../failure.ts';
import { addressText, storeAddress, type StoreAddress } from './address.ts';
import { migrate } from './migrations.ts';
import { farPart, ownPart } from './parts.ts';
import { COUNTRY, type Province } from './province.ts';
import { inTransaction, poolOf } from './session.ts';
import { storeTrouble } from './trouble.ts';

/** A province as a server knows it. */
export interface NamedProvince {
  province: Province;
  name: string;
}

/** A server that keeps the parts of some provinces. */
export interface Shard {
  address: StoreAddress;
  provinces: readonly Province[];
  /** Path on the coordinator of the certificate of the authority, where it connects by TLS. */
  ca: string | null;
}

/** What a setup has done on a server. */
export interface SetUp {
  server: string;
  /** Steps by which the tables came to their present form; none where they had it. */
  migrations: string[];
  provinces: number;
}

/** Account by which the coordinator asks the other servers. */
const LINK = 'chitieu_link';

/**
 * Makes tables, groups of accounts and the parts of provinces, or what is missing of them; nothing that is there is
 * changed. Run by a superuser of the servers.
 * @param shards where the provinces are kept on other servers; none: all of them here
 */
export async function setUpStore(
  address: StoreAddress,
  { provinces, shards }: { provinces: readonly NamedProvince[]; shards: readonly Shard[] },
): Promise<SetUp[]> {
  const done: SetUp[] = [];
  for (const shard of shards) {
    const own = provinces.filter(({ province }) => shard.provinces.includes(province));
    done.push(await onServer(shard.address, (client) => setUpHere(client, shard.address, own)));
    await onServer(shard.address, (client) => makeLink(client));
  }
  const isFar = ({ province }: NamedProvince) => shards.some((one) => one.provinces.includes(province));
  const here = [{ province: COUNTRY, name: 'Cả nước' }, ...provinces.filter((one) => !isFar(one))];
  done.push(
    await onServer(address, async (client) => {
      const first = await setUpHere(client, address, here);
      for (const shard of shards)
        await setUpThere(client, { ...shard, server: await serverFor(client, shard.address) }, provinces);
      return { ...first, provinces: provinces.length + 1 };
    }),
  );
  return done;
}

async function onServer<Result>(
  address: StoreAddress,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const pool: Pool = await poolOf(address);
  try {
    return await inTransaction(pool, work);
  } catch (error) {
    throw storeTrouble(error, address);
  } finally {
    await pool.end();
  }
}

async function setUpHere(
  client: PoolClient,
  address: StoreAddress,
  provinces: readonly NamedProvince[],
): Promise<SetUp> {
  const migrations = await migrate(client);
  for (const { province, name } of provinces) {
    await refuseElsewhere(client, province, null);
    await client.query('INSERT INTO provinces VALUES ($1, $2) ON CONFLICT DO NOTHING', [province, name]);
    await client.query(ownPart(province));
  }
  return { server: addressText(address), migrations, provinces: provinces.length };
}

/**
 * What the coordinator calls a server: as before where it keeps provinces already, else a name that nothing has. A
 * name by the order of the options would ask an earlier server for what was put on a later one.
 */
async function serverFor(client: PoolClient, address: StoreAddress): Promise<string> {
  const known = await client.query<{ server: string; address: string }>(
    'SELECT DISTINCT server, address FROM provinces WHERE server IS NOT NULL',
  );
  const same = known.rows.find((one) => placeText(storeAddress(one.address, null)) === placeText(address));
  if (same) return same.server;
  const { rows } = await client.query<{ at: string }>(
    "SELECT substring(srvname FROM '^kho_([0-9]+)$') AS at FROM pg_foreign_server WHERE srvname ~ '^kho_[0-9]+$'",
  );
  return `kho_${Math.max(0, ...rows.map(({ at }) => Number(at))) + 1}`;
}

/** An address, whoever asks there. */
const placeText = (address: StoreAddress) => addressText({ ...address, user: null });

async function setUpThere(
  client: PoolClient,
  { server, address, provinces, ca }: Shard & { server: string },
  named: readonly NamedProvince[],
): Promise<void> {
  await client.query('CREATE EXTENSION IF NOT EXISTS postgres_fdw');
  const options = {
    host: address.host,
    port: String(address.port),
    dbname: address.database,
    async_capable: 'true',
    use_remote_estimate: 'true',
    fetch_size: '10000',
    connect_timeout: '10',
    ...(ca === null ? {} : { sslmode: 'verify-full', sslrootcert: ca }),
  };
  const said = Object.entries(options).map(([name, value]) => `${name} ${client.escapeLiteral(value)}`);
  await client.query(
    `CREATE SERVER IF NOT EXISTS ${server} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (${said.join(', ')})`,
  );
  // A secret of that account, if it needs one, is for the .pgpass of the server's own account.
  await client.query(
    `CREATE USER MAPPING IF NOT EXISTS FOR PUBLIC SERVER ${server} OPTIONS (user '${LINK}', password_required 'false')`,
  );
  const wanted = named.filter((one) => provinces.includes(one.province));
  for (const { province, name } of wanted) {
    await refuseElsewhere(client, province, server);
    await client.query('INSERT INTO provinces VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
      province,
      name,
      server,
      addressText(address),
    ]);
    await client.query(farPart(province, server));
  }
}

/** A province that has its place keeps it: what was there would be seen no more. */
async function refuseElsewhere(client: PoolClient, province: Province, server: string | null): Promise<void> {
  const { rows } = await client.query<{ server: string | null }>(
    'SELECT server FROM provinces WHERE province = $1',
    [province],
  );
  const [before] = rows;
  if (before && before.server !== server)
    throw new CommandFailure(
      `Tỉnh ${province} đã có chỗ ở ${before.server ?? 'máy này'}; lệnh này không chuyển số liệu giữa các máy. Chưa đổi gì; hãy giữ nguyên phân bố cũ (the province is kept elsewhere).`,
    );
}

async function makeLink(client: PoolClient): Promise<void> {
  await client.query(loginRole(LINK));
  // Two stores of one server may be set up at once; the account is the server's.
  await client.query(`DO $$ BEGIN
    GRANT chitieu_ministry TO ${LINK};
  EXCEPTION WHEN unique_violation THEN NULL;
  END $$`);
}

/** Makes an account where there is none; a password is for the administrator to give. */
export function loginRole(name: string): string {
  const [quoted, text] = [`"${name.replaceAll('"', '""')}"`, literal(name)];
  const made = `BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${text}) THEN CREATE ROLE ${quoted} LOGIN; END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END`;
  // Not between dollar signs: an account may have them in its name.
  return `DO ${literal(made)}`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
