import type { FileKind } from '../../core/base/file-kind.ts';
import { readError } from '../read-error.ts';
import type { ZipArchive } from '../zip/read.ts';
import { PACKAGE_ROOT, readRelationships } from './relationships.ts';

/**
 * The name of the workbook part, as the package itself declares it.
 * @throws WorkbookReadError when the package is no workbook
 */
export async function findWorkbookPart(archive: ZipArchive): Promise<string> {
  for (const { kind, part } of (await readRelationships(archive, PACKAGE_ROOT)).values()) {
    if (kind !== 'officeDocument' || part === null) continue;
    const foreign = foreignDocument(part);
    if (foreign !== null) throw readError('not-a-workbook', { found: foreign });
    return part;
  }
  const found: FileKind = archive.names.includes('mimetype') ? 'opendocument' : 'zip';
  throw readError('not-a-workbook', { found });
}

function foreignDocument(part: string): FileKind | null {
  if (part.endsWith('.bin')) return 'xlsb';
  if (part.startsWith('word/')) return 'document';
  return part.startsWith('ppt/') ? 'presentation' : null;
}
