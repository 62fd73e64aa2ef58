import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { generateCertificates, isCaCertificateInstalled } from 'office-addin-dev-certs';

/** A certificate for https://localhost, and whether this computer trusts it. */
export interface DevelopmentCertificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly trusted: boolean;
}

/** Where office-addin-dev-certs keeps its files, so that its own commands find them. */
const FOLDER = join(homedir(), '.office-addin-dev-certs');

/**
 * The development certificate, made when it is missing or out of date. Trust is never installed here: that
 * changes the computer and asks for rights.
 * @throws Error when the files cannot be made
 */
export async function developmentCertificate(folder = FOLDER): Promise<DevelopmentCertificate> {
  const authority = join(folder, 'ca.crt');
  const cert = join(folder, 'localhost.crt');
  const key = join(folder, 'localhost.key');
  if (!(await isCurrent([authority, cert], key))) {
    for (const file of [authority, cert, key]) await rm(file, { force: true });
    await generateCertificates(authority, cert, key);
  }
  return { cert: await readFile(cert), key: await readFile(key), trusted: isTrusted() };
}

async function isCurrent(certificates: string[], key: string): Promise<boolean> {
  if (!existsSync(key)) return false;
  for (const file of certificates) {
    if (!existsSync(file)) return false;
    const { validTo } = new X509Certificate(await readFile(file));
    if (Date.parse(validTo) <= Date.now()) return false;
  }
  return true;
}

function isTrusted(): boolean {
  try {
    return isCaCertificateInstalled();
  } catch {
    // The question itself fails where the system's tools are missing; then nobody has installed it either.
    return false;
  }
}
