import { CommandFailure } from '../../failure.ts';

/** A database that holds a store. */
export interface StoreAddress {
  host: string;
  port: number;
  database: string;
  /** Null where `PGUSER` or the name of the account says it. */
  user: string | null;
  /** Path of the certificate of the authority that signed the server's; null: those the system trusts. */
  ca: string | null;
}

const WANTED = 'Hãy ghi postgres://máy:cổng/cơ-sở-dữ-liệu (a postgres:// address)';

/**
 * Reads `postgres://host:port/database`. Secrets have no place in it: they come by `PGPASSWORD` or `~/.pgpass`.
 * @throws CommandFailure for a password in it, and for anything else
 */
export function storeAddress(text: string, ca: string | null): StoreAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && (url.password !== '' || url.searchParams.has('password')))
    throw new CommandFailure(
      'Địa chỉ kho có ghi mật khẩu; không dùng địa chỉ ấy. Hãy bỏ mật khẩu khỏi địa chỉ, đặt nó trong tệp ~/.pgpass hoặc biến PGPASSWORD, và đổi mật khẩu nếu đã gửi địa chỉ cho người khác (a password in the address).',
    );
  const database = decoded(url?.pathname.slice(1) ?? '');
  const user = decoded(url?.username ?? '');
  const isPlain =
    url?.search === '' && url.hash === '' && database !== null && /^[^/]+$/u.test(database) && user !== null;
  if (!isPlain || !/^postgres(?:ql)?:$/u.test(url.protocol) || url.hostname === '')
    throw new CommandFailure(`Địa chỉ kho "${withoutSecret(text)}" không dùng được. ${WANTED}.`);
  return {
    host: url.hostname.replace(/^\[|\]$/gu, ''),
    port: url.port === '' ? 5432 : Number(url.port),
    database,
    user: user === '' ? null : user,
    ca,
  };
}

/** A name without its percent signs; null where they stand for no letters. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** An address as it is shown and kept. */
export function addressText({ host, port, database, user }: StoreAddress): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return `postgres://${user === null ? '' : `${encodeURIComponent(user)}@`}${name}:${port}/${encodeURIComponent(database)}`;
}

/** What cannot be read as an address may still hold a secret. */
function withoutSecret(text: string): string {
  return text.replace(/^(\w+:\/\/)?.*@/su, '$1…@').replace(/=[^&]*/gu, '=…');
}
