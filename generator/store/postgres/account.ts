import type { PoolClient } from 'pg';
import { CommandFailure } from '../../failure.ts';
import { addressText, storeAddress, type StoreAddress } from './address.ts';
import { loginRole } from './setup.ts';
import type { Province } from './province.ts';
import { inTransaction, poolOf } from './session.ts';
import { storeTrouble } from './trouble.ts';

/** What an account may do: add rows of a province, add rows of all, or only read all. */
export type AccountKind = { province: Province } | 'country' | 'ministry';

/**
 * Gives an account its rights on every server of a store, and makes it where it is missing.
 * @returns the servers
 * @throws CommandFailure for an account that the borders between provinces do not hold, or that the store itself needs,
 * and for a province without a part in the store
 */
export async function setUpAccount(
  address: StoreAddress,
  name: string,
  kind: AccountKind,
): Promise<string[]> {
  if (name.startsWith('chitieu_'))
    throw new CommandFailure(
      `"${name}" là tên kho tự dùng (chitieu_…): đổi quyền của nó thì bộ đọc thiếu số mà không biết. Chưa đổi gì; hãy chọn tên khác (a name of the store itself).`,
    );
  const servers = [address, ...(await shardsOf(address))];
  for (const one of servers) {
    const pool = await poolOf(one);
    try {
      await inTransaction(pool, async (client) => {
        if (one === address && typeof kind !== 'string') await requirePart(client, kind.province);
        await client.query(loginRole(name));
        await refuseUnbounded(client, name);
        const account = client.escapeIdentifier(name);
        const group = typeof kind === 'string' ? `chitieu_${kind}` : 'chitieu_province';
        // One of the three: what it had before it has no more.
        await client.query(`REVOKE chitieu_province, chitieu_country, chitieu_ministry FROM ${account}`);
        await client.query('DELETE FROM members WHERE member = $1', [name]);
        await client.query(`GRANT ${group} TO ${account}`);
        if (typeof kind !== 'string')
          await client.query('INSERT INTO members VALUES ($1, $2)', [name, kind.province]);
      });
    } catch (error) {
      throw storeTrouble(error, one);
    } finally {
      await pool.end();
    }
  }
  return servers.map(addressText);
}

/** An account of a province that is not there would be told of an empty store. */
async function requirePart(client: PoolClient, province: Province): Promise<void> {
  const { rows } = await client.query('SELECT FROM provinces WHERE province = $1', [province]);
  if (rows.length > 0) return;
  throw new CommandFailure(
    `Kho này không có phần của tỉnh ${province}. Chưa đổi gì; hãy sửa --province, hoặc thêm tỉnh ấy bằng "chitieu store setup" (the store has no such province).`,
  );
}

/** Row-level security holds nobody who may go past it, whatever else is said of him. */
async function refuseUnbounded(client: PoolClient, name: string): Promise<void> {
  const { rows } = await client.query(
    'SELECT FROM pg_roles WHERE rolname = $1 AND (rolsuper OR rolbypassrls)',
    [name],
  );
  if (rows.length === 0) return;
  throw new CommandFailure(
    `Tài khoản ${name} là tài khoản quản trị (superuser, BYPASSRLS): máy chủ không giữ được ranh giới giữa các tỉnh với nó. Chưa đổi gì trên máy ấy; hãy dùng tài khoản khác (an administrator's account).`,
  );
}

async function shardsOf(address: StoreAddress): Promise<StoreAddress[]> {
  const pool = await poolOf(address);
  try {
    const { rows } = await pool.query<{ address: string }>(
      'SELECT DISTINCT address FROM provinces WHERE address IS NOT NULL ORDER BY address',
    );
    return rows.map((row) => storeAddress(row.address, address.ca));
  } catch (error) {
    throw storeTrouble(error, address);
  } finally {
    await pool.end();
  }
}
