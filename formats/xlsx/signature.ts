import type { ZipArchive } from '../zip/read.ts';
import { PACKAGE_ROOT, readRelationships } from './relationships.ts';

const ORIGIN_KIND = /\/relationships\/digital-signature\/origin$/iu;
const SIGNATURE_PART = /^_xmlsignatures\/./iu;

/** Digital signatures as a package holds them: part by part, and what leads to them. */
export interface PackageSignature {
  /** Parts that hold the signatures, with their relationships. */
  parts: readonly string[];
  /** Ids of the package's own relationships that lead to them. */
  relationships: readonly string[];
}

/**
 * The digital signatures of a package; whether they are valid is not looked at.
 * @returns null for a package that is not signed
 * @throws WorkbookReadError
 */
export async function signatureOf(archive: ZipArchive): Promise<PackageSignature | null> {
  const origins = [...(await readRelationships(archive, PACKAGE_ROOT)).values()].filter(({ kind }) =>
    ORIGIN_KIND.test(kind),
  );
  const targets = new Set(origins.map(({ part }) => part?.toLowerCase()));
  const folders = [...targets].flatMap((part) => {
    const slash = part?.lastIndexOf('/') ?? -1;
    return part === undefined || slash < 0 ? [] : [part.slice(0, slash + 1)];
  });
  const parts = archive.names.filter((name) => {
    const lower = name.toLowerCase();
    // A part of the workbook itself is never in the folder of the signatures.
    const isBeside = !lower.startsWith('xl/') && folders.some((folder) => lower.startsWith(folder));
    return SIGNATURE_PART.test(name) || targets.has(lower) || isBeside;
  });
  if (origins.length === 0 && parts.length === 0) return null;
  return { parts, relationships: origins.map(({ id }) => id) };
}
