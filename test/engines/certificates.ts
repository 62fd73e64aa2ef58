import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An authority that signs certificates, made up for a test. */
export interface Authority {
  /** Path of its certificate, and of its key. */
  certificate: string;
  key: string;
}

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Makes an authority in a folder. @param name of its files, and its own */
export function makeAuthority(folder: string, name: string): Authority {
  const [certificate, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
  openssl('req', '-x509', ...EC, '-keyout', key, '-out', certificate, '-days', '2', '-subj', `/CN=${name}`);
  return { certificate, key };
}

/** Lets an authority sign a certificate for a server. @param alternative its name, `DNS:localhost` or `IP:127.0.0.1` */
export async function signServer(
  folder: string,
  alternative: string,
  { certificate: ca, key: caKey }: Authority,
): Promise<{ certificate: string; key: string }> {
  const [certificate, key, request, names] = ['server.pem', 'server.key', 'server.csr', 'names.txt'].map(
    (name) => join(folder, name),
  ) as [string, string, string, string];
  openssl('req', ...EC, '-keyout', key, '-out', request, '-subj', '/CN=kho');
  await writeFile(names, `subjectAltName=${alternative}\n`);
  const by = ['-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-days', '2', '-extfile', names];
  openssl('x509', '-req', '-in', request, '-out', certificate, ...by);
  return { certificate, key };
}

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
