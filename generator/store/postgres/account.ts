import { addressText, storeAddress, type StoreAddress } from './address.ts';
import { loginRole } from './setup.ts';
import type { Province } from './province.ts';
import { inTransaction, poolOf } from './session.ts';
import { storeTrouble } from './trouble.ts';

/** What an account may do: add rows of a province, add rows of all, or only read all. */
export type AccountKind = { province: Province } | 'country' | 'ministry';

/** Gives an account its rights on every server of a store, and makes it where it is missing. @returns the servers */
export async function setUpAccount(
  address: StoreAddress,
  name: string,
  kind: AccountKind,
): Promise<string[]> {
  const servers = [address, ...(await shardsOf(address))];
  for (const one of servers) {
    const pool = await poolOf(one);
    try {
      await inTransaction(pool, async (client) => {
        await client.query(loginRole(name));
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
