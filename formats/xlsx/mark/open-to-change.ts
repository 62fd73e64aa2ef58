import type { ZipLimits } from '../../zip/read.ts';
import { PACKAGE_ROOT } from '../relationships.ts';
import { signatureOf } from '../signature.ts';
import { forgetContentType } from './content-types.ts';
import { MutablePackage } from './package.ts';
import { removeRelationship } from './relationships.ts';

/**
 * Opens a package to change it. Its digital signatures are left out: they sign the original, and in a copy that
 * differs every program would call them broken.
 * @throws WorkbookReadError as reading does
 */
export async function openToChange(bytes: Uint8Array, limits: ZipLimits): Promise<MutablePackage> {
  const parts = await MutablePackage.open(bytes, limits);
  const signature = await signatureOf(parts.archive);
  for (const id of signature?.relationships ?? []) removeRelationship(parts, PACKAGE_ROOT, id);
  for (const part of signature?.parts ?? []) {
    parts.delete(part);
    forgetContentType(parts, part);
  }
  return parts;
}
